"""Digits and number words to values."""

import pytest
from one_text import figures

from analysis.reading.numbers import digits, runs

DIGITS = [
    ("40", ",", 40),
    ("007", ",", 7),
    ("12 500", ",", 12_500),
    ("12.500", ",", 12_500),
    ("12'500", ",", 12_500),
    ("1.250.000", ",", 1_250_000),
    ("12,5", ",", 12.5),
    ("1 250,75", ",", 1250.75),
    ("12,500", ".", 12_500),
    ("12.5", ".", 12.5),
    ("1,250,000.5", ".", 1_250_000.5),
    (".5", ".", 0.5),
    (",75", ",", 0.75),
    (".", ".", None),
    ("4\u200b50", ",", 450),
    ("18:30", ",", None),
    ("18h30", ",", None),
    ("12/05", ",", None),
    ("2024-05-12", ".", None),
    ("mot", ",", None),
]


@pytest.mark.parametrize(("token", "decimal", "value"), DIGITS)
def test_digits(token, decimal, value):
    assert digits(token, decimal) == value


# Words of one run, and its numbers.
RUNS = [
    ("fr", "quarante", [40]),
    ("fr", "vingt - cinq", [25]),
    ("fr", "quatre - vingt - dix - sept", [97]),
    ("fr", "soixante et onze", [71]),
    ("fr", "deux cents", [200]),
    ("fr", "mille deux cents", [1_200]),
    ("fr", "trois mille cinq cents", [3_500]),
    ("en", "forty", [40]),
    ("en", "twenty - five", [25]),
    ("en", "two hundred and forty", [240]),
    ("en", "three thousand five hundred", [3_500]),
    ("de", "fünfundzwanzig", [25]),
    ("de", "zweihundert", [200]),
    ("de", "dreitausendfünfhundert", [3_500]),
    ("fr", "hommes", []),
    ("xx", "forty", []),
]


@pytest.mark.parametrize(("language", "words", "values"), RUNS)
def test_number_words(language, words, values):
    assert [value for _, _, value, _ in runs(tuple(words.split()), language)] == values


@pytest.mark.parametrize(
    ("language", "word", "ordinals"),
    [
        ("fr", "vingt", [False]),
        ("fr", "troisième", [True]),
        ("fr", "soldat", []),
        ("en", "twenty", [False]),
        ("en", "fifth", [True]),
        ("de", "zwölf", [False]),
        ("de", "dritte", [True]),
        ("xx", "vingt", []),
    ],
)
def test_cardinal_or_ordinal(language, word, ordinals):
    assert [ordinal for *_, ordinal in runs((word,), language)] == ordinals


# A number in words and the same in digits are one value.
SAME = [
    ("fr", "{} soldats ont été tués.", "Quatre cent douze", "412"),
    ("fr", "{} soldats ont été tués.", "Mille neuf cents", "1 900"),
    ("en", "{} soldiers were killed.", "Four hundred and twelve", "412"),
    ("en", "{} soldiers were killed.", "One thousand nine hundred", "1,900"),
    ("de", "{} Soldaten wurden getötet.", "Vierhundertzwölf", "412"),
    ("de", "{} Soldaten wurden getötet.", "Eintausendneunhundert", "1.900"),
]


@pytest.mark.parametrize(("language", "text", "words", "written"), SAME)
def test_words_and_digits_agree(language, text, words, written):
    (by_words,) = figures(text.format(words), language)
    (by_digits,) = figures(text.format(written), language)
    assert (by_words["quote"], by_digits["quote"]) == (words, written)
    assert by_words["low"] == by_words["high"] == by_digits["low"] == by_digits["high"]
