"""What share of a contingent is reported killed, wounded or otherwise lost?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import style
from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_mixed
from analysis.charts.entries import SHARES, Page, tick
from analysis.charts.marks import look, mark, segment
from analysis.charts.pairs import Pair, claimed_shares, few, pairs, shares_by_article
from analysis.charts.rows import WIDTH, Entry, Heading, Note, Panel
from analysis.charts.sheet import drawn
from analysis.charts.text import PHONE, SMALL, wrapped
from analysis.records import Row, missing

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

MOST = 8  # contingents on one sheet


@dataclass(frozen=True, slots=True)
class Strip:
    """The pair that a strip is drawn for; callable as what draws it."""

    pair: Pair

    def __call__(self, ax: Axes, y: float) -> list[Artist]:
        share = self.pair.share
        low = 0 if missing(share["low"]) else share["low"]
        high = 1 if missing(share["high"]) else share["high"]
        colour = style.kind_colour(self.pair.part["kind"])
        made = [segment(ax, y, 0, low, colour)] if low > 0 else []
        if high > low:
            made.append(segment(ax, y, low, high, colour, hatched=True))
        return made + ([segment(ax, y, high, 1, None)] if high < 1 else [])


def left(
    derived: pd.DataFrame,
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    language: str = "en",
    parties: Sequence[str] = (),
    articles: pd.DataFrame | None = None,
) -> Chart:
    """Of each contingent one strip: reported lost, and not reported so.

    `derived` as `derived.figures` makes it, `claims` with the columns of `model.CLAIM_COLUMNS`.
    A share that a text claims stands below the strip, and what else it counts is said.

    >>> left(pd.DataFrame(), pd.DataFrame())
    No loss can be set against the contingent it belongs to.
    """
    found = pairs(derived, claims)
    if not found:
        return Chart(None, told.say("left.nothing", language), language=language)
    page = Page(language, parties, told.spoken(articles))
    kept = found[:MOST]
    told_shares = shares_by_article(claims)
    claimed = [claimed_shares(pair, told_shares) for pair in kept]
    beside = [few(pair, rows) for pair, rows in zip(kept, claimed, strict=True)]
    panels = [_panel(pair, rows, page) for pair, rows in zip(kept, beside, strict=True)]
    title = _title(found, language)
    caption = told.sentence(
        told.say("left.caption", language),
        told.legend([row for pair in kept for row in (pair.part, pair.whole)], language, parties),
        told.drawn(len(kept), len(found), language),
        told.drawn(*(sum(map(len, rows)) for rows in (beside, claimed)), language, "beside"),
    )
    alt = told.alternative(f"{title}.", [_said(pair, language) for pair in kept], language)
    shares = [row for rows in beside for row in rows]
    data = of_mixed([row for pair in kept for row in pair.rows] + shares, page.spoken)
    return Chart(drawn(title, panels, ax), title, caption, alt, data, "left", language)


def _panel(pair: Pair, claimed: list[Row], page: Page) -> Panel:
    shares = [_claimed(row, pair, page) for row in claimed]
    kind = style.kind_label(pair.part["kind"], page.language)
    unit = told.say("left.unit", page.language)
    rows = [Heading(kind, pair.part["kind"], unit), *_words(pair, page)]
    if shares:
        rows += [Note(told.say("left.claimed", page.language)), *shares]
    return Panel(rows, SHARES, tick("share", page.language))


def _words(pair: Pair, page: Page) -> list[Entry | Note]:
    language, kind = page.language, style.kind_label(pair.part["kind"], page.language)
    amount = told.amount(pair.whole, language)
    whole = told.say("left.whole", language, figure=amount)
    part = told.say("left.part", language, figure=told.amount(pair.part, language), kind=kind)
    rest = told.derived_amount(pair.rest, language)
    return [
        _claim(pair.whole, whole, page),
        _claim(pair.part, part, page),
        Entry(
            left=told.say(
                "left.part", language, figure=told.derived_amount(pair.share, language), kind=kind
            ),
            below=tuple(wrapped(_reckoning(pair, language), WIDTH, SMALL * PHONE, 2)),
            anchor=f"derived-{pair.share['derived']}",
            name=_said(pair, language),
            draw=Strip(pair),
        ),
        Entry(
            left="",
            right=told.say("left.rest", language, figure=rest),
            anchor=f"derived-{pair.rest['derived']}",
            name=told.say("left.rest_name", language, figure=rest, kind=kind),
        ),
    ]


def _claim(row: Row, text: str, page: Page) -> Entry:
    said = told.source(row, page.language, page.parties)
    return Entry(
        left=text,
        right=told.status(row, page.language),
        below=tuple(wrapped(said, WIDTH, SMALL * PHONE, 2)),
        anchor=f"claim-{row['claim']}",
        name=told.name(row, page.language, page.parties),
    )


def _reckoning(pair: Pair, language: str) -> str:
    low, high = pair.share["rounding_low"], pair.share["rounding_high"]
    said = f"= {pair.share['expression']}"
    if missing(low) or missing(high):
        return said
    rounded = style.amount(low, high, "range", "share", language)
    return said + told.say("left.rounded", language, rounded=rounded)


def _claimed(row: Row, pair: Pair, page: Page) -> Entry:
    """A share that the text claims, with what sets it apart from the strip."""
    source = told.source(row, page.language, page.parties)
    said = told.joined(told.apart(row, pair, page.language), source, page.language)
    return Entry(
        left=told.amount(row, page.language),
        right=f"{told.status(row, page.language)}, {told.quote(row, page.language)}",
        below=tuple(wrapped(said, WIDTH, SMALL * PHONE, 3)),
        anchor=f"claim-{row['claim']}",
        name=told.joined(told.name(row, page.language, page.parties), said, page.language),
        draw=lambda ax, y: mark(ax, y, row, SHARES, look(row)),
    )


def _said(pair: Pair, language: str) -> str:
    return told.say(
        "left.name",
        language,
        share=told.derived_amount(pair.share, language),
        expression=pair.share["expression"],
        kind=style.kind_label(pair.part["kind"], language),
        rest=told.derived_amount(pair.rest, language),
    )


def _title(found: list[Pair], language: str) -> str:
    rows = [row for pair in found for row in (pair.part, pair.whole)]
    said = told.sources(rows, language)
    if len(found) > 1:
        return told.say("left.many", language, len(found), sources=said)
    pair = found[0]
    return told.sentence(
        told.say(
            "left.title",
            language,
            share=told.derived_amount(pair.share, language),
            whole=told.amount(pair.whole, language),
            kind=style.kind_label(pair.part["kind"], language),
            sources=said,
        )
    )
