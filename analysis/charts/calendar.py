"""Days on an axis: the ends of dates, round ticks, the time in which an article came out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd
from babel.dates import format_date

from analysis import style
from analysis.charts import told
from analysis.charts.scales import Scale
from analysis.checks.evidence import Evidence
from analysis.checks.periods import first_day, last_day
from analysis.checks.publication import publication_date
from analysis.counting import dated
from analysis.records import missing, records

EPOCH = date(1970, 1, 1).toordinal()  # matplotlib's
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
MARGIN = 0.04  # of the time shown, at each end


def day(parts: tuple[int, int, int] | None) -> float | None:
    """A day as matplotlib counts them, None where there is none.

    >>> day((1970, 1, 11)), day(None)
    (10.0, None)
    """
    if parts is None:
        return None
    try:
        return float(date(*parts).toordinal() - EPOCH)
    except ValueError:
        return None


def as_date(number: float) -> date:
    """The date that a count of days stands for.

    >>> as_date(10.0).isoformat()
    '1970-01-11'
    """
    return date.fromordinal(int(number) + EPOCH)


def days(edtf: str | None) -> tuple[float | None, float | None, float] | None:
    """The first and the last day of a date, None where open, and what to sort it by.

    >>> days("2024/..")[1], days("soon")
    (None, None)
    """
    if missing(edtf) or not edtf:
        return None
    first, last = day(first_day(edtf)), day(last_day(edtf))
    if first is None and last is None:
        return None
    return first, last, last if first is None else first


def scale_of(dates: Iterable[str]) -> Scale:
    """A scale of days that holds all dates, with ticks at round months."""
    ends = [end for one in dates if (found := days(one)) for end in found[:2] if end is not None]
    low, high = min(ends), max(ends)
    span = max(high - low, 60)
    # An arrow needs room beyond the last day
    low, high = low - MARGIN * span, low + span * (1 + 3 * MARGIN)
    return Scale(low, high, False, _ticks(low, high))


def _ticks(low: float, high: float) -> tuple[float, ...]:
    start, end = as_date(low), as_date(high)
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    step = next((step for step in MONTHS if (last - first) / step <= 5), MONTHS[-1])
    months = range(first + -first % step, last + 1, step)
    ticks = (day((month // 12, month % 12 + 1, 1)) for month in months)
    return tuple(tick for tick in ticks if tick is not None and low <= tick <= high)


def label(tick: float, scale: Scale, language: str) -> str:
    """A tick in words: a year, or a month with its year."""
    shown = as_date(tick)
    yearly = all(as_date(each).month == 1 for each in scale.ticks)
    return str(shown.year) if yearly else format_date(shown, "LLL y", locale=language)


@dataclass(frozen=True, slots=True)
class Window:
    """When an article came out, as far as is known: dates in EDTF."""

    finding: str
    after: str | None = None
    before: str | None = None

    @property
    def dates(self) -> tuple[str, ...]:
        return tuple(each for each in (self.after, self.before) if each)

    @property
    def start(self) -> float | None:
        return day(first_day(self.after)) if self.after else None

    @property
    def end(self) -> float | None:
        return day(last_day(self.before)) if self.before else None

    def said(self, language: str) -> str:
        """The publication date in words: stated, bounded by the text, or unknown."""
        shown = {
            "after": dated(style.date_text(self.after, language)),
            "before": dated(style.date_text(self.before, language)),
        }
        return told.say(f"timeline.published.{self.finding}", language, **shown)


def window(articles: pd.DataFrame | None, dates: pd.DataFrame) -> Window:
    """The time in which the only article came out."""
    article = next(iter(records(articles)), {"article": "-"})
    found = publication_date(Evidence(article, dates=tuple(records(dates))))[0]
    stated = found.details.get("published")
    if stated:
        return Window("stated", stated, stated)
    after, before = found.details.get("after"), found.details.get("before")
    kind = "between" if after and before else "after" if after else "before" if before else None
    return Window(kind or "unknown", after, before)
