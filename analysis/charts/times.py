"""When? Dates as spans, no more precise than the text, the undated ones apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import counting, style
from analysis.charts import told
from analysis.charts.calendar import Window, as_date, days, label, scale_of, window
from analysis.charts.chart import Chart
from analysis.charts.data import of_dates
from analysis.charts.entries import Page
from analysis.charts.marks import DASHED, Look, mark
from analysis.charts.rows import WIDTH, Entry, Heading, Note, Panel
from analysis.charts.scales import Scale
from analysis.charts.sheet import drawn
from analysis.charts.text import PHONE, SMALL, one_line, wrapped
from analysis.records import Row, listed, missing, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FULL, UNDATED = 16, 12
BEFORE = 45  # characters of the sentence before the date


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the rows are drawn with."""

    page: Page
    claims: dict[str, Row]
    several: bool  # articles: each row names its own


def timeline(
    claims: pd.DataFrame,
    dates: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    ax: Axes | None = None,
    *,
    language: str = "en",
    parties: Sequence[str] = (),
) -> Chart:
    """Each date of the texts as a span, with its figure or its sentence; undated words apart.

    `claims`, `dates` and `articles` have the columns of `analysis.model`. Of a single article
    the time in which it was published is shaded, stated or bounded by what it tells.

    >>> timeline(pd.DataFrame(), pd.DataFrame())
    No date is given.
    """
    rows = _rows(claims, dates)
    dated = sorted((row for row in rows if days(row["date"])), key=lambda row: days(row["date"])[2])
    words = [row for row in rows if not days(row["date"])]
    if not dated:
        return Chart(None, _nothing(words, language), language=language)
    kept, several = told.cut(dated), len({row["article"] for row in rows}) > 1
    page = Page(language, parties, told.spoken(articles), len(kept) <= FULL)
    sheet = Sheet(page, {row["claim"]: row for row in records(claims)}, several)
    published = None if several else window(articles, dates)
    panels = [_dated(kept, published, sheet)]
    if words:
        panels.append(_undated(words[:UNDATED], sheet))
    title = _title(dated, words, language)
    shown = kept + words[:UNDATED]
    caption = told.sentence(
        told.say("timeline.caption", language),
        published.said(language) if published else told.say("timeline.several", language),
        told.drawn(len(shown), len(rows), language),
    )
    names = [_name(row, sheet) for row in shown]
    alt = told.alternative(f"{title}.", names, language)
    data = of_dates(shown, page.spoken)
    return Chart(drawn(title, panels, ax), title, caption, alt, data, "timeline", language)


def _rows(claims: pd.DataFrame, dates: pd.DataFrame) -> list[Row]:
    """The dates of the texts, and the claims whose date stands in another sentence."""
    rows = records(dates)
    told_of = {row["claim"] for row in rows}
    for claim in records(claims):
        if claim["claim"] not in told_of and not (
            missing(claim["date"]) and missing(claim["date_text"])
        ):
            planned = claim["status"] == "planned"
            quote = claim["date_text"] or claim["quote"]
            rows.append(claim | {"quote": quote, "tense": "ahead" if planned else "none"})
    return rows


def _nothing(words: list[Row], language: str) -> str:
    if not words:
        return told.say("timeline.nothing", language)
    quotes = [told.quote(row, language) for row in words[:5]]
    return told.say("timeline.only_words", language, words=told.listing(quotes, language))


def _dated(rows: list[Row], published: Window | None, sheet: Sheet) -> Panel:
    scale = scale_of([*(row["date"] for row in rows), *(published.dates if published else ())])
    language = sheet.page.language
    lines = [Heading(told.say("timeline.dated", language))]
    if published and published.dates:
        lines.append(Note(counting.unmarked(published.said(language)), exempt=True, most=3))
    top = sum(line.height for line in lines) if len(lines) > 1 else 0
    lines += [_entry(row, scale, sheet) for row in rows]
    return Panel(
        lines,
        scale,
        lambda tick: label(tick, scale, language),
        (lambda ax, bottom: _shade(ax, top, bottom, published, scale)) if top else None,
    )


def _shade(ax: Axes, top: float, bottom: float, published: Window, scale: Scale) -> None:
    from matplotlib.patches import Rectangle

    start = published.start if published.start is not None else scale.low
    end = published.end if published.end is not None else scale.high
    span = Rectangle((start, top), end - start, bottom - top, label="published", zorder=0)
    span.set(facecolor=style.COLOURS["wash"], linewidth=0, clip_on=False)
    ax.add_artist(span)


def _entry(row: Row, scale: Scale, sheet: Sheet) -> Entry:
    first, last, _ = days(row["date"])
    spans = {"low": first, "high": last, "bound": "range"}
    below = wrapped(_excerpt(row, sheet), WIDTH, SMALL * PHONE, 2 if sheet.page.full else 1)
    claim = sheet.claims.get(row["claim"])
    return Entry(
        left=style.date_text(row["date"], sheet.page.language),
        right=_right(row, sheet),
        below=tuple(below),
        anchor=f"claim-{claim['claim']}" if claim else None,
        name=_name(row, sheet) if claim else "",
        draw=lambda ax, y: mark(ax, y, spans, scale, _look(row, claim)),
        exempt=not claim,
        sparse=sheet.page.full,
    )


def _look(row: Row, claim: Row | None) -> Look:
    ahead = row["tense"] == "ahead" or (bool(claim) and claim["status"] == "planned")
    colour = style.kind_colour(claim["kind"]) if claim else style.COLOURS["soft"]
    dashes = DASHED if ahead else "-"
    return Look("o", colour, ahead, dashes, row["status"] == "denied")


def _right(row: Row, sheet: Sheet) -> str:
    """The figure of the same sentence, else who says so and how."""
    language, claim = sheet.page.language, sheet.claims.get(row["claim"])
    if claim:
        figure = told.amount(claim, language)
        return f"{figure} {told.kind_and_status(claim, language)}"
    who = ", ".join(map(one_line, listed(row["who"])))
    status = ""
    if not missing(row["status"]):
        status = style.status_label(row["status"], language)
    elif row["tense"] == "ahead":
        status = told.say("timeline.ahead", language)
    return ", ".join(part for part in (status, who) if part)


def _excerpt(row: Row, sheet: Sheet) -> str:
    """The words around a date, in quotation marks, with the article where there are several."""
    text, quote = one_line(row["sentence"] or row["quote"]), one_line(row["quote"])
    at = max(0, text.find(quote) - BEFORE)
    at = text.find(" ", at) + 1 if at else 0
    language = sheet.page.language
    words = style.quoted(("… " if at else "") + text[at:], language)
    return told.colon(row["article"], words, language) if sheet.several else words


def _undated(rows: list[Row], sheet: Sheet) -> Panel:
    notes = [_note(row, sheet) for row in rows]
    return Panel([Heading(told.say("timeline.undated", sheet.page.language)), *notes])


def _note(row: Row, sheet: Sheet) -> Entry:
    claim = sheet.claims.get(row["claim"])
    return Entry(
        left=told.quote(row, sheet.page.language),
        right=_right(row, sheet),
        anchor=f"claim-{claim['claim']}" if claim else None,
        name=_name(row, sheet) if claim else "",
        exempt=not claim,
        sparse=False,
    )


def _name(row: Row, sheet: Sheet) -> str:
    language = sheet.page.language
    if days(row["date"]):
        when = style.date_text(row["date"], language)
    else:
        when = told.quote(row, language)
    right = _right(row, sheet)
    return told.colon(when, right, language) if right else when


def _title(dated: list[Row], words: list[Row], language: str) -> str:
    ends = [end for row in dated for end in days(row["date"])[:2] if end is not None]
    first, last = (counting.dated(str(as_date(end(ends)).year)) for end in (min, max))
    key = "timeline.title" if first != last else "timeline.title_one"
    rest = told.say("timeline.in_words", language, len(words)) if words else ""
    told_by = _credits(dated, language)
    return told.say(key, language, len(dated), first=first, last=last) + told_by + rest


def _credits(dated: list[Row], language: str) -> str:
    named = told.origins(dated)
    if not named:
        return told.say("timeline.no_source", language)
    if len(named) > told.NAMED:
        return told.say("timeline.sources", language, len(named))
    credited = sum(bool(listed(row["who"])) for row in dated)
    names = told.told_names(named, language)
    return told.say("timeline.by", language, credited, names=names)
