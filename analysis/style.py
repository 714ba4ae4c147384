"""Colours, shapes, labels and number formats: how a figure looks and reads everywhere."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal

from analysis.edtf import in_words
from analysis.model import LOSSES

WORDS = Path(__file__).parent / "words"

COLOURS = {
    "forces": "#004488",
    "losses": "#767676",
    "killed": "#1A1A1A",
    "ink": "#1C1C1A",
    "soft": "#55554F",
    "line": "#D4D3CC",
    "wash": "#F1F0EA",
    "paper": "#FCFCFA",
}
# A sign to print beside a name, and the same shape as a matplotlib marker
SHAPES = {
    "deployed": ("●", "o"),
    "killed": ("■", "s"),
    "wounded": ("▲", "^"),
    "killed_or_wounded": ("◆", "D"),
    "out_of_action": ("▬", ((-1.2, -0.6), (1.2, -0.6), (1.2, 0.6), (-1.2, 0.6))),
    "captured": ("⬟", "p"),
    "missing": ("✖", "X"),
    "displaced": ("▼", "v"),
    "other": ("⬢", "h"),
}


@cache
def words(language: str) -> dict[str, Any]:
    """The labels of a language by group, from `words/{language}.toml`."""
    return tomllib.loads((WORDS / f"{language}.toml").read_text("utf-8"))


def kind_colour(kind: str) -> str:
    """The colour of a kind as a hex code, one of `COLOURS`.

    >>> kind_colour("deployed"), kind_colour("killed"), kind_colour("wounded")
    ('#004488', '#1A1A1A', '#767676')
    """
    named = {"deployed": "forces", "killed": "killed"}
    return COLOURS[named.get(kind) or ("losses" if kind in LOSSES else "soft")]


def kind_sign(kind: str) -> str:
    """The shape of a kind as a character, the same as in the charts.

    >>> kind_sign("killed")
    '■'
    """
    return SHAPES[kind][0]


def kind_label(kind: str, language: str = "en") -> str:
    """The name of a kind in the reader's language.

    >>> kind_label("killed_or_wounded", "fr")
    'tués ou blessés'
    """
    return words(language)["kind"][kind]


def status_label(status: str, language: str = "en") -> str:
    """The name of a status in the reader's language.

    >>> status_label("planned", "fr")
    'prévu'
    """
    return words(language)["status"][status]


def amount(
    low: float | None,
    high: float | None,
    bound: str,
    unit: str = "persons",
    language: str = "en",
    quote: str | None = None,
) -> str:
    """A figure with its bound, an open end never closed; `unit` is persons, share or ratio.

    A vague figure is its `quote` in quotation marks. Missing ends are None or NaN.

    >>> amount(25_000, 30_000, "range"), amount(None, 40, "at_most")
    ('25,000–30,000', 'at most 40')
    >>> amount(1 / 3, None, "more_than", "share", "fr")
    'plus de 33\\xa0%'
    >>> amount(None, None, "vague", quote="Des milliers")
    '“Des milliers”'
    """
    low, high = _end(low), _end(high)
    if low is None and high is None:
        return quoted(quote, language) if quote else words(language)["bound"]["vague"]
    shown = {"low": _number(low, unit, language), "high": _number(high, unit, language)}
    bare = words(language)["bound"][_bound(low, high, bound, unit)].format(**shown)
    frame = words(language)["number"].get(unit, "{}")
    return frame.format(bare)


def quoted(text: str, language: str = "en") -> str:
    """Words of an article in the quotation marks of the page's language.

    >>> quoted("dozens", "en")
    '“dozens”'
    """
    return words(language)["number"]["quote"].format(text)


def count(n: float, language: str = "en") -> str:
    """A whole number with the separators of the language.

    >>> count(11000, "en"), count(11000, "fr")
    ('11,000', '11\\u202f000')
    """
    return _formatted(round(n), None, language)


def share(x: float, language: str = "en") -> str:
    """A share of one in percent, whole where the text gives no finer one.

    >>> share(4 / 11), share(0.025)
    ('36\\xa0%', '2.5\\xa0%')
    """
    return words(language)["number"]["share"].format(_number(x, "share", language))


def ratio(x: float, language: str = "en") -> str:
    """How many times as many.

    >>> ratio(25 / 11)
    '2.3\\xa0×'
    """
    return words(language)["number"]["ratio"].format(_number(x, "ratio", language))


def date_text(edtf: str | None, language: str = "en") -> str:
    """A date in EDTF in words, no more precise than it is; what is not EDTF stays as it is.

    >>> date_text("2024-23"), date_text("[2025-07,2025-08]")
    ('autumn 2024', 'July or August 2025')
    >>> date_text("2024/..", "fr"), date_text("2025-04-03", "fr")
    ('depuis 2024', '3 avril 2025')
    """
    return in_words(edtf, language, words(language)["date"])


def _end(value: Any) -> float | None:
    return None if value is None or value != value else float(value)


def _bound(low: float | None, high: float | None, bound: str, unit: str) -> str:
    """The bound as the ends allow it, so that no end is printed that is not there."""
    if high is None:
        return bound if bound in ("at_least", "more_than") else "at_least"
    if low is None:
        strict = "less_than" if unit != "persons" else "fewer_than"
        return strict if bound == "fewer_than" else "at_most"
    if low != high:
        return "range"
    return bound if bound == "about" else "exact"


def _number(value: float | None, unit: str, language: str) -> str | None:
    if value is None:
        return None
    if unit == "persons":
        return count(value, language)
    if unit == "share":
        return _decimal(value * 100, _places(value * 100), language)
    return _decimal(value, 0 if value >= 10 else 1, language)


def _places(percent: float) -> int:
    """Decimals of a percentage: those that the text gave, or enough to show that it is some."""
    if percent >= 1 and round(percent, 1) != round(percent, 6) and percent < 99.5:
        return 2 if percent < 10 and round(percent, 2) == round(percent, 6) else 0
    return 1 if percent >= 0.1 else 2


def _decimal(value: float, places: int, language: str) -> str:
    return _formatted(round(value, places), "#,##0.##", language)


@lru_cache(maxsize=10_000)
def _formatted(value: float, pattern: str | None, language: str) -> str:
    return format_decimal(value, format=pattern, locale=language)
