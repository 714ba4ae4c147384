"""What a check is given, one article at a time, and what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from analysis.records import Row, listed

NOTHING = "nothing_to_check"
FINDINGS = {
    "share_against_figures": ("compatible", "contradicted", "undecided"),
    "headline_against_body": (
        "equal",
        "qualifier_differs",
        "top_of_range",
        "bottom_of_range",
        "inside",
        "overlaps",
        "differs",
        "not_in_body",
    ),
    "forecasts_apart": ("apart", "apart_unattributed"),
    "denied_then_confirmed": (
        "denied",
        "confirmed",
        "denied_then_confirmed",
        "confirmed_then_denied",
    ),
    "publication_date": (
        "stated",
        "stated_contradicted",
        "bounded",
        "bounded_below",
        "bounded_above",
        "contradictory",
        "unknown",
    ),
    "all_numbers": ("all_read", "some_unread", "does_not_add_up"),
    "origins": ("repeated", "separate", "single", "none_named"),
}
ELIDED = re.compile(r"^\s*\w{1,2}['’](?=\w)")


@dataclass(frozen=True)
class Evidence:
    """The rows of one article in each table."""

    article: Row
    claims: tuple[Row, ...] = ()
    dates: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    derived: tuple[Row, ...] = ()

    @cached_property
    def codes(self) -> dict[str, str]:
        """The country code of each source's words, from all rows of the article."""
        return codes_of_words((*self.claims, *self.dates))


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer: a code, the rows it is about, the values that its sentence needs."""

    finding: str  # one of FINDINGS of its check, or NOTHING
    inputs: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)


def nothing(reason: str, *claims: Row) -> list[Finding]:
    """The answer of a check that cannot be run.

    >>> nothing("no_plan")
    [Finding(finding='nothing_to_check', inputs=(), derived=(), details={'reason': 'no_plan'})]
    """
    return [Finding(NOTHING, tuple(one["claim"] for one in claims), details={"reason": reason})]


def normal(words: str) -> str:
    """Words in lower case without the short word before them ("the", "les", "l'"), for comparing.

    >>> normal("Les  Services"), normal("L'armée"), normal("CNN live")
    ('services', 'armée', 'cnn live')
    """
    first, _, rest = " ".join(ELIDED.sub("", words).split()).partition(" ")
    short = len(first) <= 3 and rest and not first.isupper() and first.isalpha()
    return (rest if short else f"{first} {rest}".strip()).casefold()


def speakers(row: Row, known: dict[str, str] | None = None) -> tuple[tuple[str, str | None], ...]:
    """Whom a row credits: each in the text's words, with the country code where there is one.

    `known`: codes of words that other rows give. One code for several words stands for each.

    >>> speakers({"who": ("Seoul", "the Hur"), "who_code": ("KR", "UA")})
    (('Seoul', 'KR'), ('the Hur', 'UA'))
    """
    words = listed(row.get("who"))
    if not words:
        return ()
    codes = listed(row.get("who_code"))
    if len(codes) == 1:
        codes = codes * len(words)
    if len(codes) != len(words):
        codes = (None,) * len(words)
    known = known or {}
    pairs = zip(words, codes, strict=True)
    return tuple((word, code or known.get(normal(word))) for word, code in pairs)


def codes_of_words(rows: tuple[Row, ...]) -> dict[str, str]:
    """The country code of each source's words, from the rows that have both."""
    pairs = (pair for row in rows for pair in speakers(row))
    return {normal(word): code for word, code in pairs if code}


def sides(row: Row, known: dict[str, str]) -> frozenset[str]:
    """The countries that a row's sources speak for, or their words where none is known."""
    return frozenset(code or normal(word) for word, code in speakers(row, known))
