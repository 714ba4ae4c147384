"""What do the articles claim, figure by figure?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd

from analysis import style
from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_claims
from analysis.charts.entries import SHARES, Page, entry, tick, vague
from analysis.charts.rows import Heading, Panel
from analysis.charts.scales import Scale, fitted, together
from analysis.charts.sheet import drawn
from analysis.records import Row, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FULL = 16  # rows that have room for their source on a line of its own


def figures(
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    language: str = "en",
    parties: Sequence[str] = (),
    articles: pd.DataFrame | None = None,
) -> Chart:
    """Each claim with its words, its source and its mark, by kind and then by status.

    `claims` has the columns of `model.CLAIM_COLUMNS`, figures in persons or as a share (0 to 1);
    `parties` are ISO 3166 codes; `articles` gives the language of the quotes. Drawn into `ax`
    where one is given.

    >>> figures(pd.DataFrame())
    No figure of persons is claimed.
    """
    rows = records(claims)
    if not rows:
        return Chart(None, told.say("figures.nothing", language), language=language)
    kept = told.by_kind(told.cut(rows))
    page = Page(language, parties, told.spoken(articles), len(kept) <= FULL)
    panels, shared = _panels(kept, page)
    said = told.sources(rows, language)
    title = told.say("figures.title", language, len(rows), sources=said)
    caption = told.sentence(
        told.say("marks", language),
        told.say("shared" if shared else "apart", language),
        told.say("log", language) if any(panel.scale.log for panel in panels) else "",
        told.legend(kept, language, parties),
        told.drawn(len(kept), len(rows), language),
    )
    names = [told.name(row, language, parties) for row in kept]
    alt = told.alternative(told.say("figures.alt", language, len(kept)), names, language)
    data = of_claims(kept, page.spoken)
    return Chart(drawn(title, panels, ax), title, caption, alt, data, "figures", language)


def _panels(rows: list[Row], page: Page) -> tuple[list[Panel], bool]:
    """A panel a kind; persons on one scale where none would be squeezed."""
    grouped = groupby(sorted(rows, key=_share), key=lambda row: (_share(row), row["kind"]))
    groups = [list(group) for _, group in grouped]
    counted = [group for group in groups if not _share(group[0]) and not all(map(vague, group))]
    shared = together(counted)
    common = fitted([row for group in counted for row in group]) if shared else None
    last = counted[-1] if counted else None
    return [_panel(group, common, group is last or not shared, page) for group in groups], shared


def _share(row: Row) -> bool:
    return row["unit"] == "share"


def _panel(group: list[Row], common: Scale | None, ticked: bool, page: Page) -> Panel:
    unit, kind = group[0]["unit"], group[0]["kind"]
    scale = SHARES if unit == "share" else common or fitted(group)
    ticked = (ticked or unit == "share") and not all(map(vague, group))
    head = Heading(
        style.kind_label(kind, page.language), kind, told.say(f"unit.{unit}", page.language)
    )
    rows = [head, *(entry(row, scale, page) for row in group)]
    return Panel(rows, scale, tick(unit, page.language) if ticked else None)
