"""The seed read exactly, and copies of it altered: nothing in the reader is made for its text."""

import json
import math
import re
from pathlib import Path

import pytest
from one_text import rows

from analysis.records import records

GOLDEN = Path(__file__).parent / "golden"
CLAIMS, DATES = (
    [json.loads(line) for line in (GOLDEN / name).read_text("utf-8").splitlines()]
    for name in ("seed_claims.jsonl", "seed_dates.jsonl")
)
PLAN = "25 000 à 30 000"
LOSS = "Environ 4 000"
YEARS = ["2024", "2024", "2025", "2024", "2025"]


@pytest.fixture(scope="module")
def text(seed):
    return seed.read_bytes().decode()


@pytest.fixture(scope="module")
def tables(corpus):
    return [records(getattr(corpus, name)) for name in ("claims", "dates", "figures")]


def same(key: str, found: object, expected: object) -> bool:
    """Lists as lists, shares to a thousandth."""
    if isinstance(expected, list):
        return list(found) == expected
    if isinstance(expected, float):
        return found is not None and math.isclose(found, expected, abs_tol=0.001)
    return found == expected


def differences(found: list[dict], expected: list[dict]) -> list[str]:
    """What is not as marked, by the marked keys; `of` and `restates` name a row by its quote."""
    by_quote = {row["quote"]: row for row in found}
    quotes = {row["claim"]: row["quote"] for row in found if row.get("claim")}
    told = []
    for wanted in expected:
        row = by_quote.get(wanted["quote"])
        if row is None:
            told.append(f"{wanted['quote']}: no row")
            continue
        referred = {k: quotes.get(row.get(k)) for k in ("of", "restates")}
        referred["inherited"] = [k for k in wanted if k in row.get("inherited", ())]
        for key, value in wanted.items():
            got = referred[key] if key in referred else row[key]
            if not same(key, got, value):
                told.append(f"{wanted['quote']}: {key} is {got!r}, not {value!r}")
    return told


def moved(expected: list[dict], without: tuple[str, ...] = ()) -> list[dict]:
    """The marked rows without their places, and without what was taken out."""
    kept = [row for row in expected if row["quote"] not in without]
    drop = {"start", "end"}
    return [{k: v for k, v in row.items() if k not in drop} for row in kept]


def test_its_claims_as_marked(tables):
    assert differences(tables[0], CLAIMS) == []


def test_no_other_claim(tables):
    assert [row["start"] for row in tables[0]] == [row["start"] for row in CLAIMS]


def test_its_dates_as_marked(tables):
    assert differences(tables[1], DATES) == []


def test_a_forecast_is_said_by_whom_the_sentence_before_names(tables):
    forecast = next(row for row in tables[1] if row["quote"] == "juillet ou août 2025")
    assert [name.lower() for name in forecast["who"]] == ["les services secrets sud-coréens"]


def test_no_date_that_is_not_marked_but_the_denial(tables):
    others = {row["quote"] for row in tables[1]} - {row["quote"] for row in DATES}
    assert others <= {"nié"}


def test_what_was_carried_over_stands_in_another_sentence(tables, text):
    for row in tables[0]:
        begin = text.index(row["sentence"])
        for start, end in row["inherited"].values():
            assert text[start:end].strip()
            assert end <= begin or start >= begin + len(row["sentence"])


def test_russia_denied_then_confirmed(tables):
    told = [(row["status"], row["date"]) for row in tables[1] if row["status"]]
    assert told == [("denied", None), ("confirmed", "2025-04")]


def test_every_number_is_accounted_for(tables):
    roles = {"claim", "year", "ordinal", "article"}
    assert {row["role"] for row in tables[2]} == roles
    assert [row["quote"] for row in tables[2] if row["role"] == "year"] == YEARS
    taken = [row["claim"] for row in tables[2] if row["role"] == "claim"]
    assert taken == [row["claim"] for row in tables[0]]
    assert [row["quote"] for row in tables[2] if row["role"] == "ordinal"] == ["premiers"]
    articles = [row["quote"] for row in tables[2] if row["role"] == "article"]
    assert set(articles) <= {"un", "une"}
    assert all(row["reason"] for row in tables[2] if row["role"] != "claim")


def test_no_digit_group_is_lost(tables, text):
    groups = [m.span() for m in re.finditer(r"\d+(?: \d{3})*", text)]
    held = [(row["start"], row["end"]) for row in tables[2]]
    assert all(any(a <= s and e <= b for a, b in held) for s, e in groups)
    assert len(groups) == 10


def test_another_number_changes_its_row(text):
    claims, *_ = rows(text.replace("11 000", "12 500"))
    expected = moved(CLAIMS)
    changed = {"quote": "environ 12 500", "low": 12_500, "high": 12_500}
    expected[4] |= changed
    expected[5] |= {"of": "environ 12 500"}
    assert differences(claims, expected) == []
    assert len(claims) == len(CLAIMS)


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


# Where a paragraph's source was named in another one, that one goes with it.
ORDERS = {
    "last first": [0, 1, 8, 7, 6, 5, 3, 4, 2],
    "history first": [0, 1, 6, 7, 2, 3, 4, 5, 8],
    "plan last": [0, 1, 2, 5, 6, 7, 8, 3, 4],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_paragraphs_in_another_order(text, order):
    parts = paragraphs(text)
    found = rows("\n\n".join(parts[k] for k in order))
    assert differences(found[0], moved(CLAIMS)) == []
    assert differences(found[1], moved(DATES)) == []
    assert len(found[0]) == len(CLAIMS)


def test_without_its_plan(text):
    parts = paragraphs(text)
    found, *_ = rows("\n\n".join(parts[k] for k in (1, 2, 5, 6, 7, 8)))
    expected = moved(CLAIMS, ("30 000", PLAN))
    assert differences(found, expected) == []
    assert [row["quote"] for row in found] == [row["quote"] for row in expected]


def test_a_headline_without_its_body_restates_nothing(text):
    parts = paragraphs(text)
    found, *_ = rows("\n\n".join(parts[k] for k in (0, 1, 2, 5, 6, 7, 8)))
    headline = found[0]
    assert (headline["quote"], headline["section"]) == ("30 000", "headline")
    assert headline["restates"] is None
    assert "status" not in headline["inherited"]


def test_without_its_losses(text):
    shorter = text.replace(" Environ 4 000 d’entre eux auraient été tués ou blessés.", "")
    share = next(s for s in text.split(". ") if s.startswith("Plus d’un tiers"))
    found, *_ = rows(shorter.replace(f" {share}.", ""))
    expected = moved(CLAIMS, (LOSS, "Plus d’un tiers"))
    assert differences(found, expected) == []
    assert {row["kind"] for row in found} == {"deployed"}


def test_with_a_second_contingent(text):
    more = "En mars 2025, Pyongyang a envoyé 3 000 autres soldats en Russie, selon Séoul."
    found, days, _ = rows(f"{text}\n\n{more}")
    assert differences(found[:-1], CLAIMS) == []
    added = found[-1]
    assert (added["low"], added["kind"], added["status"]) == (3_000, "deployed", "reported")
    assert (added["additional"], added["destination"], added["date"]) == (True, "Russie", "2025-03")
    assert added["who"] == ("Séoul",)
    assert differences(days, DATES) == []


SPACES = ["\u00a0", "\u202f", "\u2009", ".", ""]


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_thousands_set_apart_otherwise(text, space):
    def other(words: str) -> str:
        return re.sub(r"(?<=\d) (?=000)", space, words)

    expected = [
        {k: other(v) if k in ("quote", "of", "restates") else v for k, v in row.items()}
        for row in moved(CLAIMS)
    ]
    found, *_ = rows(other(text))
    assert differences(found, expected) == []
    assert len(found) == len(CLAIMS)
