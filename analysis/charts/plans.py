"""How large is the plan beside what was sent?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_claims
from analysis.charts.entries import Page, entry, tick, vague
from analysis.charts.rows import Heading, Note, Panel
from analysis.charts.scales import Scale, fitted
from analysis.charts.sheet import drawn
from analysis.records import Row, missing, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FULL = 12


def planned(
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    derived: pd.DataFrame | None = None,
    language: str = "en",
    parties: Sequence[str] = (),
    articles: pd.DataFrame | None = None,
) -> Chart:
    """The figures of persons deployed in two panels of one scale: planned, and told as done.

    `claims` in persons, columns as in `model.CLAIM_COLUMNS`; a figure said again, denied or given
    as a share is left to the chart of all figures. `derived` adds the ratio of each plan to the
    contingent before it.

    >>> planned(pd.DataFrame())
    No figure of persons deployed or to be deployed is claimed.
    """
    rows = [row for row in records(claims) if _deployed(row)]
    if not rows:
        return Chart(None, told.say("planned.nothing", language), language=language)
    kept = told.cut(rows)
    page = Page(language, parties, told.spoken(articles), len(kept) <= FULL)
    ahead, done = _parted(kept)
    scale = fitted(kept)
    panels = [
        Panel([*_rows("plans", ahead, scale, page), *_ratios(derived, rows, language)], scale),
        Panel(_rows("done", done, scale, page), scale, tick("persons", language)),
    ]
    title = _title(*_parted(rows), language)
    caption = told.sentence(
        told.say("planned.caption", language),
        told.say("log", language) if scale.log else "",
        told.legend(kept, language, parties),
        told.drawn(len(kept), len(rows), language),
    )
    names = [told.name(row, language, parties) for row in ahead + done]
    alt = told.alternative(f"{title}.", names, language)
    data = of_claims(ahead + done, page.spoken)
    return Chart(drawn(title, panels, ax), title, caption, alt, data, "planned", language)


def _deployed(row: Row) -> bool:
    """Counts persons deployed, told here for the first time, not denied."""
    first = missing(row["restates"]) and row["status"] != "denied"
    return row["kind"] == "deployed" and row["unit"] == "persons" and first


def _parted(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    ahead = [row for row in rows if row["status"] == "planned"]
    return ahead, [row for row in rows if row["status"] != "planned"]


def _rows(group: str, rows: list[Row], scale: Scale, page: Page) -> list[Heading | Note]:
    head = Heading(
        told.say(f"planned.{group}", page.language),
        "deployed",
        told.say("unit.persons", page.language),
        group == "plans",
    )
    if not rows:
        return [head, Note(told.say(f"planned.no_{group}", page.language))]
    return [head, *(entry(row, scale, page) for row in rows)]


def _ratios(derived: pd.DataFrame | None, rows: list[Row], language: str) -> list[Note]:
    """A line for each plan that has a contingent to be measured against."""
    known = {row["claim"]: row for row in rows}
    made = [row for row in records(derived) if row["name"] == "plan_ratio" and row["computed"]]
    lines = []
    for row in made:
        if not known.keys() >= set(row["inputs"]):
            continue
        amounts = [told.amount(known[claim], language) for claim in row["inputs"]]
        said = told.say(
            "planned.ratio",
            language,
            plan=amounts[0],
            before=amounts[1],
            ratio=told.derived_amount(row, language),
        )
        lines.append(Note(said, f"derived-{row['derived']}", said))
    return lines


def _title(ahead: list[Row], done: list[Row], language: str) -> str:
    if not ahead:
        said = told.sources(done, language)
        return told.say("planned.only_done", language, len(done), sources=said)
    plans = _said("plan", ahead, language)
    return told.sentence(
        told.say("planned.title", language, plans=plans, done=_said("sent", done, language))
    )


def _said(group: str, rows: list[Row], language: str) -> str:
    """One figure as it is told, several counted, with the sources; words where no number is."""
    rows = [row for row in rows if not vague(row)] or rows
    if not rows:
        return told.say(f"planned.{group}.none", language)
    said = told.sources(rows, language)
    if len(rows) > 1:
        return told.say(f"planned.{group}.many", language, len(rows), sources=said)
    figure = told.amount(rows[0], language)
    return told.say(f"planned.{group}.one", language, figure=figure, sources=said)
