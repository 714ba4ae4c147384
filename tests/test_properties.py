"""What holds for any text: its length when folded, its spans, and that it is read at all."""

from itertools import pairwise
from math import isfinite
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_text import rows
from test_lexicon_examples import texts

from analysis.model import BOUNDS, KINDS, SECTIONS, STATUSES, UNITS
from analysis.reading.language import detect
from analysis.reading.lexicon import forms, languages, lexicon
from analysis.reading.text import fold, prepare

# The same examples in each run: a failure in one is a failure in all.
steady = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
LANGUAGES = st.sampled_from(languages())
MARKS = list(" \u00a0\u202f\u2009\u200b\ufeff\n\r\t.,;:!?…-–—/'’\"«»“”„()[]%$€+~°№IV")
NUMBERS = ["2024", "1", "12 500", "12.500", "12,500", "1.2.3", "4,7", "18h30", "31/12/2023", "22."]
NUMBERS += ["000", "1/3", "0/0", "9" * 40, "25-30", "T-72", "2°", "٣٤", "１２", "Ⅻ", "五"]


def words_of(language: str) -> list[str]:
    """The lexicon's own phrases: what moves the reader most."""
    tables = lexicon(language).tables.values()
    phrases = (p for table in tables for words in table.values() for p in words)
    return sorted({form for phrase in phrases for form in forms(phrase)[:2]})


PIECES = {language: words_of(language) for language in languages()}


@st.composite
def articles(draw) -> tuple[str, str]:
    """A language, and a text of its words, numbers and marks in any order."""
    language = draw(LANGUAGES)
    word = st.sampled_from(PIECES[language])
    piece = st.one_of(word, word, word.map(str.capitalize), st.sampled_from(NUMBERS))
    joint = st.sampled_from([" ", " ", " ", ". ", ", ", "\n", "\n\n", "-", "", *MARKS])
    pairs = st.lists(st.tuples(piece, joint), max_size=25)
    return language, "".join(word + mark for word, mark in draw(pairs))


def holds(text: str, language: str) -> None:
    """The tables of a text keep their promises."""
    claims, dates, figures = rows(text, language)
    for row in (*claims, *dates, *figures):
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert text[row["start"] : row["end"]] == row["quote"]
        ends = [row[end] for end in ("low", "high") if row.get(end) is not None]
        assert all(isfinite(end) and end >= 0 for end in ends)
    for row in (*claims, *figures):
        assert (row["bound"] in BOUNDS, row["unit"] in UNITS) == (True, True)
    for row in claims:
        assert (row["kind"] in KINDS, row["status"] in STATUSES) == (True, True)
        assert row["section"] in SECTIONS
        assert row["quote"] in row["sentence"]
        assert None in (row["low"], row["high"]) or row["low"] <= row["high"]
    spans = sorted((row["start"], row["end"]) for row in figures)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    taken = [row["claim"] for row in figures if row["role"] == "claim"]
    assert sorted(taken) == sorted(row["claim"] for row in claims)


@steady
@given(st.text(max_size=200))
def test_folding_keeps_the_length_of_any_text(text):
    assert len(fold(text)) == len(text)


@steady
@given(st.text(st.characters(categories=["Lu", "Ll", "Lt", "Mn", "Zs", "Cf", "Pd", "Cs"])))
def test_folding_keeps_the_length_of_rare_letters(text):
    assert len(fold(text)) == len(text)


@steady
@given(st.text(st.characters(exclude_categories=["No"]), max_size=200), LANGUAGES)
def test_any_text_is_read(text, language):
    holds(text, language)


@steady
@given(st.text(st.sampled_from([*MARKS, *"0123456789deo"]), max_size=80), LANGUAGES)
def test_any_digits_and_marks_are_read(text, language):
    holds(text, language)


@settings(steady, max_examples=150)
@given(articles())
def test_any_order_of_known_words_is_read(article):
    language, text = article
    holds(text, language)


@settings(steady, max_examples=60)
@given(articles())
def test_sentences_follow_each_other(article):
    language, text = article
    spans = [s.span for s in prepare(text, lexicon(language)).sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@settings(steady, max_examples=60)
@given(articles())
def test_read_twice_is_read_the_same(article):
    language, text = article
    assert rows(text, language) == rows(text, language)


ODD = {
    "other digits": "٣٤ soldats, １２ soldats, १२ soldats",
    "no date": "99/99/9999 00/00/0000 2024-13-45 0/0",
    "half a character": "\ud800 40 soldats",
    "null": "\0 40 soldats",
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_text_is_read(text, language):
    holds(text, language)


@settings(steady, max_examples=60)
@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text):
    assert detect(text) in (*languages(), "und")


@settings(steady, max_examples=60)
@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(" \u00a0\u202f\u2009."))
def test_any_number_of_soldiers(thousands, rest, mark):
    text = f"Il a envoyé {thousands}{mark}{rest:03} soldats au front."
    (claim,), _, _ = rows(text, "fr")
    assert claim["low"] == claim["high"] == thousands * 1000 + rest


def spoilt(language: str, seed: int) -> list[str]:
    """Each example of a language cut off after any word, and its words in any order."""
    chance = Random(seed)
    made = []
    for text in texts(language):
        words = text.split(" ")
        made.append(" ".join(words[: chance.randint(1, len(words))]))
        made.append(" ".join(chance.sample(words, len(words))))
    return made


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("language", languages())
def test_a_spoilt_example_is_read(language, seed):
    for text in spoilt(language, seed):
        try:
            holds(text, language)
        except Exception as error:
            error.add_note(f"{language}: {text!r}")
            raise


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "verlor. auf, Kivo Er das Soldaten zu Rat forderte den verurteilen, 30"),
        ("en", "Analysts cited by "),
        ("de", "Tal Im 60 300 kongolesische 400 stehen nigrische"),
        ("fr", "Il a accusé l'armée d'"),
        ("en", "One and a half million"),
        ("fr", "Trois quarts de million"),
        ("fr", "La production a augmenté de 30 pour cent"),
    ],
)
def test_a_text_cut_off_is_read(language, text):
    """Texts that end in the middle of a clause."""
    assert isinstance(rows(text, language)[0], list)
