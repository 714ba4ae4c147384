"""The words everybody here uses: frozen types, vocabularies, the columns of the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

BOUNDS = ("exact", "about", "range", "at_least", "more_than", "at_most", "fewer_than", "vague")
UNITS = ("persons", "share")
KINDS = (
    "deployed",
    "killed",
    "wounded",
    "killed_or_wounded",
    "out_of_action",
    "captured",
    "missing",
    "displaced",
    "other",
)
LOSSES = ("killed", "wounded", "killed_or_wounded", "out_of_action", "captured", "missing")
STATUSES = ("planned", "reported", "estimated", "confirmed", "denied")
SECTIONS = ("headline", "body")
TENSES = ("past", "ahead", "none")
ROLES = (
    "claim",
    "year",
    "date",
    "age",
    "money",
    "distance",
    "weapon",
    "unit",
    "ordinal",
    "name",
    "percentage",
    "time",
    "duration",
    "votes",
    "count",
    "article",
    "numbering",
    "decimal",
    "none",
    "unread",
)
UNREAD = ("no noun of people or things found",)  # why a number was not read
FLAGS = ("headline differs from body",)
LANGUAGES = ("en", "fr")
EVIDENCE = ("full", "sentences")


class Problem(Exception):
    """Bad input, told in one line that names the file and the mend."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback."""
        return [f"Problem: {self}"]


class Span(NamedTuple):
    """Code points into the decoded text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was received."""

    id: str  # file stem, or the `id` of a row
    text: str  # decoded, nothing changed
    sha256: str  # of the bytes received
    source: str  # file name, relative, for messages and provenance
    language: str  # two letters, "und" where no lexicon fits
    published: str | None = None  # EDTF, as the analyst states it
    publisher: str | None = None
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text and what it became."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: str  # one of BOUNDS
    unit: str  # one of UNITS
    role: str  # one of ROLES: "claim", or what the number was taken for
    reason: str | None = None  # why it is not a claim


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression, absolute (EDTF) or relative (words only)."""

    start: int
    end: int
    date: str | None  # EDTF
    date_start: str | None  # first day, month or year, as precise as the text
    date_end: str | None
    tense: str = "none"  # one of TENSES
    status: str | None = None  # denied or confirmed, where the text says so here
    who: tuple[str, ...] = ()
    who_code: tuple[str, ...] = ()
    claim: int | None = None  # start of the figure that the date belongs to
    sentence: Span = field(default=Span(0, 0))
    section: str = "body"


@dataclass(slots=True)
class Claim:
    """A figure of persons, with all the text says of it; spans refer to each other by start."""

    start: int
    end: int
    sentence: Span
    section: str
    low: float | None
    high: float | None
    bound: str
    unit: str
    kind: str
    status: str = "reported"
    hedge: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    of: int | None = None
    restates: int | None = None
    additional: bool = False
    actor: str | None = None
    actor_code: str | None = None
    origin: str | None = None
    origin_code: str | None = None
    destination: str | None = None
    destination_code: str | None = None
    who_code: tuple[str, ...] = ()
    date: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    date_text: str | None = None
    inherited: dict[str, tuple[int, int]] = field(default_factory=dict)
    flags: tuple[str, ...] = ()  # of FLAGS


CLAIM_COLUMNS = (
    "claim",
    "article",
    "start",
    "end",
    "quote",
    "sentence",
    "section",
    "low",
    "high",
    "bound",
    "unit",
    "kind",
    "of",
    "restates",
    "additional",
    "status",
    "hedge",
    "who",
    "who_code",
    "via",
    "inherited",
    "actor",
    "actor_code",
    "origin",
    "origin_code",
    "destination",
    "destination_code",
    "date",
    "date_start",
    "date_end",
    "date_text",
    "flags",
)
DATE_COLUMNS = (
    "article",
    "start",
    "end",
    "quote",
    "sentence",
    "section",
    "date",
    "date_start",
    "date_end",
    "tense",
    "status",
    "who",
    "who_code",
    "claim",
)
FIGURE_COLUMNS = (
    "article",
    "start",
    "end",
    "quote",
    "low",
    "high",
    "bound",
    "unit",
    "role",
    "reason",
    "claim",
)
ARTICLE_COLUMNS = (
    "article",
    "source",
    "language",
    "sha256",
    "characters",
    "published",
    "publisher",
    "url",
    "licence",
    "claims",
    "figures",
)
PROBLEM_COLUMNS = ("article", "problem", "mend")

Row = dict[str, Any]
