"""The reader scored on a folder of marked texts."""

import json

import pytest

from analysis.evaluate import main, score, table
from analysis.model import Problem

# A text, what is marked in it: words, low, high, kind, and what else.
KILLED = "Selon l’armée, 40 soldats ont été tués au Mali et 12 ont été blessés en 2023."
SENT = "Paris prévoit d’envoyer environ 300 soldats au Tchad."


def marked(text: str, quote: str, low, high, kind: str, **given) -> dict:
    start = text.index(quote)
    base = {"quote": quote, "start": start, "end": start + len(quote), "low": low, "high": high}
    facts = {"kind": kind, "status": "reported", "who": None, "unit": "persons"}
    return base | facts | given


def trap(text: str, quote: str, why: str) -> dict:
    start = text.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote), "why": why}


def folder(path, text: str, claims: list[dict], traps: list[dict] = (), name: str = "fr_1"):
    for part in ("texts", "gold"):
        (path / part).mkdir(exist_ok=True)
    (path / "texts" / f"{name}.txt").write_bytes(text.encode())
    gold = {"id": name, "claims": claims, "not_claims": list(traps)}
    (path / "gold" / f"{name}.json").write_text(json.dumps(gold), "utf-8")
    row = json.dumps({"id": name, "lang": name[:2]})
    with (path / "index.jsonl").open("a") as index:
        index.write(row + "\n")
    return path


def rates(path, language: str = "fr") -> dict:
    return score(path)[language].rates()


ARMY = {"who": "l’armée malienne"}
ALL_RIGHT = [
    marked(KILLED, "40", 40, 40, "killed", **ARMY),
    marked(KILLED, "12", 12, 12, "wounded", **ARMY),
]


def test_all_right(tmp_path):
    found = rates(folder(tmp_path, KILLED, ALL_RIGHT, [trap(KILLED, "2023", "year")]))
    assert (found["precision"], found["recall"], found["f1"], found["traps"]) == (1, 1, 1, 0)
    assert (found["status"], found["status_macro"], found["source"]) == (1, 1, 1)
    assert found["source_empty"] is None


def test_a_trap_needs_no_reason(tmp_path):
    taken = trap(KILLED, "40", "") | {"end": KILLED.index("40") + 2}
    del taken["why"]
    made = score(folder(tmp_path, KILLED, ALL_RIGHT[1:], [taken]))["fr"]
    assert made.traps_taken == 1
    assert [miss.expected for miss in made.misses if miss.what == "trap"] == ["no claim"]


# One mark altered, and what precision and recall become.
ALTERED = [
    ({"low": 41, "high": 41}, 0.5, 0.5),
    ({"kind": "wounded"}, 0.5, 0.5),
    ({"kind": "casualties"}, 0.5, 0.5),
    ({"high": None}, 0.5, 0.5),
    ({"start": 0, "end": 5, "quote": KILLED[:5]}, 0.5, 0.5),
    ({"optional": True}, 1, 1),
    ({"kind": "other"}, 1, 1),
    ({"low": 77, "high": None, "qualifier": "vague"}, 1, 1),
    ({"end": 23, "quote": "40 soldats"[:8]}, 1, 1),
]


@pytest.mark.parametrize(("change", "precision", "recall"), ALTERED, ids=str)
def test_span_value_and_kind_make_a_claim_right(tmp_path, change, precision, recall):
    altered = ALL_RIGHT[0] | change
    found = rates(folder(tmp_path, KILLED, [altered, ALL_RIGHT[1]]))
    assert (found["precision"], found["recall"]) == (precision, recall)


def test_a_claim_that_is_not_marked_costs_precision(tmp_path):
    found = rates(folder(tmp_path, KILLED, ALL_RIGHT[:1]))
    assert (found["precision"], found["recall"]) == (0.5, 1)
    assert found["f1"] == pytest.approx(2 / 3)


def test_a_claim_that_is_not_read_costs_recall(tmp_path):
    year = marked(KILLED, "2023", 2023, 2023, "killed")
    found = rates(folder(tmp_path, KILLED, [*ALL_RIGHT, year]))
    assert (found["precision"], found["recall"]) == (1, pytest.approx(2 / 3))


def test_a_trap_taken(tmp_path):
    traps = [trap(KILLED, "12", "an example"), trap(KILLED, "2023", "year")]
    found = rates(folder(tmp_path, KILLED, ALL_RIGHT[:1], traps))
    assert found["traps"] == 0.5


def test_broken_down_or_not_losses_are_casualties(tmp_path):
    text = "L’armée a perdu 40 hommes. Environ 30 rebelles ont été tués ou blessés."
    claims = [
        marked(text, "40", 40, 40, "casualties"),
        marked(text, "Environ 30", 30, 30, "casualties"),
    ]
    assert rates(folder(tmp_path, text, claims))["f1"] == 1


def test_status_by_accuracy_and_by_macro_recall(tmp_path):
    text = f"{KILLED} {SENT}"
    plan = marked(text, "environ 300", 300, 300, "deployed", status="reported")
    found = rates(folder(tmp_path, text, [*ALL_RIGHT, plan]))
    assert found["status"] == pytest.approx(2 / 3)
    assert found["status_macro"] == pytest.approx(2 / 3)
    plan["status"] = "planned"
    wounded = ALL_RIGHT[1] | {"status": "denied"}
    (tmp_path / "index.jsonl").unlink()
    found = rates(folder(tmp_path, text, [ALL_RIGHT[0], wounded, plan]))
    assert found["status"] == pytest.approx(2 / 3)
    assert found["status_macro"] == pytest.approx(2 / 3)  # reported 1, planned 1, denied 0


SOURCES = [
    (KILLED, {"who": "l’armée malienne"}, "source", 1),
    (KILLED, {"who": "la Croix-Rouge"}, "source", 0),
    (KILLED, {"who": None}, "source_empty", 0),
    ("40 soldats ont été tués.", {"who": None}, "source_empty", 1),
    ("40 soldats ont été tués.", {"who": "l’armée"}, "source", 0),
]


@pytest.mark.parametrize(("text", "who", "rate", "value"), SOURCES)
def test_a_source_shares_a_word_with_the_marked_one(tmp_path, text, who, rate, value):
    found = rates(folder(tmp_path, text, [marked(text, "40", 40, 40, "killed", **who)]))
    assert found[rate] == value


def test_by_language(tmp_path, capsys):
    english = "According to the army, 40 soldiers were killed."
    folder(tmp_path, KILLED, ALL_RIGHT)
    folder(tmp_path, english, [marked(english, "40", 40, 40, "killed")], name="en_1")
    scores = score(tmp_path)
    assert list(scores) == ["en", "fr"]
    assert [row[:2] for row in table(scores)] == [
        ["language", "required"],
        ["en", "1"],
        ["fr", "2"],
    ]
    assert main(tmp_path) == 0
    assert "precision" in capsys.readouterr().out


def test_every_miss_with_its_words(tmp_path, capsys):
    folder(tmp_path, KILLED, [ALL_RIGHT[0] | {"kind": "wounded"}, ALL_RIGHT[1]])
    main(tmp_path, verbose=True)
    out = capsys.readouterr().out
    assert "fr_1" in out
    assert "'40'" in out
    assert KILLED in out


BROKEN = [
    ("gold/fr_1.json", b"{", "fr_1.json"),
    ("gold/fr_1.json", b"\xff", "fr_1.json"),
    ("gold/fr_1.json", None, "gold"),
    ("texts/fr_1.txt", None, "fr_1.txt"),
    ("texts/fr_1.txt", b"un autre texte", "fr_1.json"),
    ("texts/fr_1.txt", b"\xff", "fr_1"),
]


@pytest.mark.parametrize(("name", "raw", "told"), BROKEN)
def test_a_broken_folder_is_one_line(tmp_path, name, raw, told):
    path = folder(tmp_path, KILLED, ALL_RIGHT) / name
    path.unlink() if raw is None else path.write_bytes(raw)
    with pytest.raises(Problem) as problem:
        score(tmp_path)
    assert told in str(problem.value)
    assert len(str(problem.value).splitlines()) == 1
