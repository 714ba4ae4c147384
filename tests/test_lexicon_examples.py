"""Each word proves itself: an entry has its sentence, a sentence is read whole and exactly."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from one_text import claims, dates

from analysis.reading.lexicon import FOLDER, WORD, forms
from analysis.reading.text import fold

CORPUS = Path(__file__).parent / "corpus"
DATA = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.toml"))}
STATED = ("quote", "low", "high", "bound", "unit", "kind", "status", "who")
LEFT_OUT = {"low": None, "high": None, "bound": "exact", "unit": "persons"}
LEFT_OUT |= {"status": "reported", "who": []}


def each(kind: str) -> list:
    """The examples of a kind in every language."""
    return [
        pytest.param(language, example, id=f"{language}-{example['text']}")
        for language, examples in DATA.items()
        for example in examples.get(kind, ())
    ]


def texts(language: str) -> list[str]:
    """All sentences of a language, those that must give nothing among them."""
    return [example["text"] for examples in DATA[language].values() for example in examples]


def tokens(text: str) -> str:
    """The words of a text as the lexicon cuts them, a space between and around."""
    return f" {' '.join(WORD.findall(fold(text)))} "


def entries(language: str) -> dict[str, list[str]]:
    """Each entry of the lexicon as it is written, and its forms as tokens."""
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    raw.pop("grammar")
    found = {}
    for table, keys in raw.items():
        deeper = any(isinstance(value, dict) for value in keys.values())
        flat = {f"{k}.{n}": v for k, t in keys.items() for n, v in t.items()} if deeper else keys
        for key, phrases in flat.items():
            for phrase in phrases:
                found[f"[{table}] {key}: {phrase!r}"] = [tokens(form) for form in forms(phrase)]
    return found


@pytest.mark.parametrize(("language", "example"), each("example"))
def test_an_example_is_read_exactly(language, example):
    read = [
        {name: list(row[name]) if name == "who" else row[name] for name in STATED}
        for row in claims(example["text"], language)
    ]
    assert read == [LEFT_OUT | claim for claim in example["claims"]]


@pytest.mark.parametrize(("language", "example"), each("nothing"))
def test_what_is_no_claim_of_people_sent_or_lost(language, example):
    read = claims(example["text"], language)
    assert not [row["quote"] for row in read if row["kind"] != "other"], example["because"]


@pytest.mark.parametrize(("language", "example"), each("date"))
def test_a_date_is_read_exactly(language, example):
    read = [(row["quote"], row["date"]) for row in dates(example["text"], language)]
    assert read == [(date["quote"], date.get("date")) for date in example["dates"]]


def stands(entry: str, form: str, said: list[str]) -> bool:
    """Whether a form stands in a sentence; a verb in two parts with words between them."""
    parts = [f" {word} " for word in form.split()] if "split." in entry else [form]
    return any(all(part in sentence for part in parts) for sentence in said)


@pytest.mark.parametrize("language", DATA)
def test_each_entry_has_a_sentence(language):
    said = list(map(tokens, texts(language)))
    missing = [
        entry
        for entry, written in entries(language).items()
        if not any(stands(entry, form, said) for form in written)
    ]
    mend = f"add a sentence with it to tests/corpus/{language}.toml or take the entry out"
    assert not missing, "\n".join([f"{mend}:", *missing])


@pytest.mark.parametrize("language", DATA)
def test_each_sentence_stands_once(language):
    assert [text for text, count in Counter(texts(language)).items() if count > 1] == []
