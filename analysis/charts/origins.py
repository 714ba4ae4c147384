"""On whom does each figure rest? Origin, relay and claim as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import pandas as pd

from analysis import style
from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_claims
from analysis.charts.entries import Page
from analysis.charts.marks import DASHED, POINT, look
from analysis.charts.rows import Entry, Note, Panel
from analysis.charts.sheet import drawn, points
from analysis.records import Row, listed, missing, records

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STEP = 20  # points between the levels
Key = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree: an origin, a relay, or a claim."""

    entry: Entry | Note
    level: int
    claim: Row | None = None
    parent: int | None = None  # row that a line comes from


def who(
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    language: str = "en",
    parties: Sequence[str] = (),
    articles: pd.DataFrame | None = None,
) -> Chart:
    """Each claim below its relay and its origin, in the words of the text; origins never joined.

    `claims` has the columns of `model.CLAIM_COLUMNS`; `parties` are ISO 3166 codes. A line is
    dashed where the source was carried over from another sentence; claims that name no source
    hang on no line.

    >>> who(pd.DataFrame())
    No figure of persons is claimed, so none has a source.
    """
    rows = records(claims)
    if not rows:
        return Chart(None, told.say("who.nothing", language), language=language)
    kept = told.cut(rows)
    page = Page(language, parties, told.spoken(articles))
    nodes = _nodes(kept, page)
    panel = Panel([node.entry for node in nodes], backdrop=lambda ax, _: _lines(ax, nodes))
    title = _title(rows, language)
    caption = told.sentence(
        told.say("who.caption", language),
        told.legend([], language, parties) if not parties else _party(kept, page),
        told.drawn(len(kept), len(rows), language),
    )
    names = [told.name(node.claim, language, parties) for node in nodes if node.claim]
    alt = told.alternative(f"{title}.", names, language)
    data = of_claims([node.claim for node in nodes if node.claim], page.spoken)
    return Chart(drawn(title, [panel], ax), title, caption, alt, data, "who", language)


def _party(rows: list[Row], page: Page) -> str:
    marked = any(told.is_party(row, page.parties) for row in rows)
    return told.say("legend.party", page.language) if marked else ""


def _nodes(rows: list[Row], page: Page) -> list[Node]:
    """The rows in order: origins as the text names them first, the unattributed last."""
    grouped: dict[tuple[str, ...], dict[tuple[str, ...], list[Row]]] = {}
    for row in sorted(rows, key=lambda row: not listed(row["who"])):
        grouped.setdefault(listed(row["who"]), {}).setdefault(listed(row["via"]), []).append(row)
    nodes: list[Node] = []
    for origin, relays in grouped.items():
        root = len(nodes)
        some = [row for group in relays.values() for row in group]
        nodes.append(Node(_origin(origin, some, page), 0))
        for relay, group in relays.items():
            parent, level = root, 1
            if relay:
                parent, level = len(nodes), 2
                nodes.append(Node(_relay(relay, page), 1, None, root if origin else None))
            held = parent if origin or relay else None
            nodes += [Node(_claim(row, level, page), level, row, held) for row in group]
    return nodes


def _origin(origin: tuple[str, ...], rows: list[Row], page: Page) -> Note:
    name = ", ".join(origin) or told.say("unattributed", page.language)
    if any(told.is_party(row, page.parties) for row in rows):
        name = told.say("party", page.language, who=name)
    return Note(name, exempt=True, bold=True)


def _relay(relay: tuple[str, ...], page: Page) -> Note:
    said = told.say("who.relay", page.language, via=", ".join(relay))
    return Note(said, exempt=True, indent=STEP)


def _claim(row: Row, level: int, page: Page) -> Entry:
    said = told.kind_and_status(row, page.language)
    if not missing(row["restates"]):
        said += told.say("again", page.language)
    return Entry(
        left=told.amount(row, page.language),
        right=said,
        anchor=f"claim-{row['claim']}",
        name=told.name(row, page.language, page.parties),
        sparse=False,
        indent=STEP * level,
    )


def _lines(ax: Axes, nodes: list[Node]) -> None:
    tops = [0.0, *accumulate(node.entry.height for node in nodes)]
    for number, node in enumerate(nodes):
        y = tops[number] + 8.5
        x = STEP * node.level - 11
        if node.parent is not None:
            start = STEP * nodes[node.parent].level + 3
            top = tops[node.parent] + nodes[node.parent].entry.height - 1
            _line(ax, [start, start, x + 5], [top, y, y], node)
        if node.claim:
            _mark(ax, x + 2, y, node.claim, f"{node.entry.anchor}@{number}")


def _line(ax: Axes, xs: list[float], ys: list[float], node: Node) -> None:
    carried = node.claim is not None and told.carried(node.claim)
    (made,) = ax.plot(
        xs,
        ys,
        transform=points(ax),
        color=style.COLOURS["soft"],
        linewidth=0.9,
        linestyle=DASHED if carried else "-",
        clip_on=False,
        zorder=1,
    )
    made.set_label("carried" if carried else "said")


def _mark(ax: Axes, x: float, y: float, row: Row, gid: str) -> None:
    seen = look(row)
    filled = not seen.hollow and row["bound"] not in ("about", "vague")
    made = ax.scatter(
        [x],
        [y],
        s=POINT * 0.8,
        marker=seen.shape,
        facecolors=seen.colour if filled else style.COLOURS["paper"],
        edgecolors=seen.colour,
        linewidths=1.2,
        linestyles=[(0, (1.6, 1.1)) if seen.hollow else "-"],
        transform=points(ax),
        clip_on=False,
        zorder=4,
    )
    made.set_gid(gid)


def _title(rows: list[Row], language: str) -> str:
    named = told.origins(rows)
    bare = sum(not listed(row["who"]) for row in rows)
    if not named:
        return told.say("who.none", language, len(rows))
    if len(named) > told.NAMED:
        said = told.say("who.many", language, len(named))
    else:
        said = told.say("who.named", language, names=told.told_names(named, language))
    rests = told.say("who.title", language, len(rows) - bare, origins=said)
    return rests + told.say("sources.and_none", language, bare) if bare else rests
