"""Which strengths would follow, if the plan happens?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from analysis import style
from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_derived
from analysis.charts.entries import tick
from analysis.charts.marks import Look, mark
from analysis.charts.rows import WIDTH, Entry, Heading, Note, Panel
from analysis.charts.scales import Scale, fitted
from analysis.charts.sheet import drawn
from analysis.charts.text import PHONE, SMALL, wrapped
from analysis.records import Row, records
from analysis.shown import derived_link

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 8  # reasons told
DASH_DOT = (0, (5, 1.5, 1, 1.5))
LOOK = Look(style.SHAPES["deployed"][1], style.COLOURS["soft"], True, DASH_DOT)


def scenarios(derived: pd.DataFrame, ax: Axes | None = None, *, language: str = "en") -> Chart:
    """The strengths that follow if the plan happens, each with its expression and assumption.

    `derived` as `derived.figures` makes it, in persons; rows that are no scenario are left out,
    those not computed stand with the reason.

    >>> scenarios(pd.DataFrame())
    No strength follows: no plan and no contingent are claimed with a number.
    """
    rows = [row for row in records(derived) if row["scenario"]]
    made = [row for row in rows if row["computed"]]
    if not made:
        return _nothing(rows, language)
    kept = told.cut(made)
    scale = fitted(kept)
    unit = told.say("unit.persons", language)
    lines = [
        Heading(told.say("scenarios.heading", language), None, unit),
        *(_entry(row, scale, language) for row in kept),
    ]
    panels = [Panel(lines, scale, tick("persons", language))]
    if failed := [_failed(row, language) for row in rows if not row["computed"]][:MOST]:
        panels.append(Panel([Heading(told.say("scenarios.failed", language)), *failed]))
    title = _title(made, language)
    names = [_name(row, language) for row in kept]
    caption = told.sentence(
        told.say("scenarios.caption", language), told.drawn(len(kept), len(made), language)
    )
    alt = told.alternative(told.say("scenarios.alt", language, len(kept)), names, language)
    figure = drawn(title, panels, ax)
    return Chart(figure, title, caption, alt, of_derived(kept), "scenarios", language)


def _nothing(rows: list[Row], language: str) -> Chart:
    """The reasons why nothing follows, each once, each a link to its row."""
    reasons = {row["reason"]: row["derived"] for row in rows if row["reason"]}
    if not reasons:
        return Chart(None, told.say("scenarios.nothing", language), language=language)
    kept = list(reasons)[:MOST]
    said = told.say("scenarios.not_computed", language, reasons=", ".join(kept))
    links = Markup(", ").join(derived_link(reasons[each], each) for each in kept)
    html = Markup(told.say("scenarios.not_computed", language, reasons=links))
    return Chart(None, said, name="scenarios", language=language, nothing=html)


def _entry(row: Row, scale: Scale, language: str) -> Entry:
    expression = wrapped(f"= {row['expression']}", WIDTH, SMALL * PHONE, 2)
    assumed = told.say("scenarios.if", language, assumption=row["assumption"] or "–")
    return Entry(
        left=told.derived_amount(row, language),
        right=told.say(f"scenarios.{row['name']}", language),
        below=(*expression, *wrapped(assumed, WIDTH, SMALL * PHONE, 4)),
        anchor=f"derived-{row['derived']}",
        name=_name(row, language),
        draw=lambda ax, y: mark(ax, y, row, scale, LOOK),
    )


def _failed(row: Row, language: str) -> Note:
    said = told.say(
        "scenarios.reason",
        language,
        name=told.say(f"scenarios.{row['name']}", language),
        reason=row["reason"],
    )
    return Note(said, f"derived-{row['derived']}", said, most=3)


def _name(row: Row, language: str) -> str:
    return told.say(
        "scenarios.row",
        language,
        figure=told.derived_amount(row, language),
        name=told.say(f"scenarios.{row['name']}", language),
        expression=row["expression"],
        assumption=row["assumption"] or "–",
    )


def _title(made: list[Row], language: str) -> str:
    named = {row["name"]: row for row in made}
    if len(made) == len(named) == 1 or (len(named) == 2 and len(made) == 2):
        parts = [
            told.say(f"scenarios.title.{name}", language, figure=told.derived_amount(row, language))
            for name, row in named.items()
        ]
        said = told.listing(parts, language)
        return told.sentence(told.say("scenarios.title.some", language, parts=said))
    return told.say("scenarios.title.many", language, len(made))
