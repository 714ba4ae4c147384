"""A claim as a row of a sheet: amount and words, mark, source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from analysis import style
from analysis.charts import told
from analysis.charts.marks import look, mark
from analysis.charts.rows import WIDTH, Entry
from analysis.charts.scales import Scale
from analysis.charts.text import PHONE, SMALL, wrapped
from analysis.records import Row, missing

SHARES = Scale(0, 1, False, (0, 0.25, 0.5, 0.75, 1))


@dataclass(frozen=True, slots=True)
class Page:
    """Whom the rows are drawn for: language of labels, parties marked, language of the quotes."""

    language: str = "en"
    parties: Sequence[str] = ()
    spoken: dict = field(default_factory=dict)
    full: bool = True  # the source on lines of its own


def vague(row: Row) -> bool:
    """Whether a figure is in words only.

    >>> vague({"low": None, "high": 40})
    False
    """
    return missing(row["low"]) and missing(row["high"])


def tick(unit: str, language: str):
    """What prints the labels of ticks: persons or shares."""
    return partial(style.share if unit == "share" else style.count, language=language)


def entry(row: Row, scale: Scale, page: Page) -> Entry:
    """The row of a claim, which leads to the claim."""
    said = told.source(row, page.language, page.parties)
    if not missing(row["restates"]):
        said += told.say("again", page.language)
    below = wrapped(said, WIDTH, SMALL * PHONE, 2) if page.full else ()
    return Entry(
        left=told.amount(row, page.language),
        right=_right(row, said, page),
        below=tuple(below),
        anchor=f"claim-{row['claim']}",
        name=told.name(row, page.language, page.parties),
        draw=None if vague(row) else lambda ax, y: mark(ax, y, row, scale, look(row)),
        sparse=page.full,
    )


def _right(row: Row, said: str, page: Page) -> str:
    status = told.status(row, page.language)
    if not page.full:
        return told.joined(status, said, page.language)
    if vague(row):
        return f"{status}, {told.say('in_words', page.language)}"
    return f"{status}, {told.quote(row, page.language)}" if not missing(row["quote"]) else status
