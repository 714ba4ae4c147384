"""How firm is the share: what if the contingent was larger or smaller?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import style
from analysis.charts import told
from analysis.charts.chart import Chart
from analysis.charts.data import of_mixed
from analysis.charts.entries import Page
from analysis.charts.pairs import Pair, claimed_shares, few, pairs, shares_by_article
from analysis.charts.rows import Heading, Note, Panel, Plot
from analysis.charts.scales import even
from analysis.charts.sheet import drawn
from analysis.charts.text import SMALL
from analysis.checks.shares import simple
from analysis.records import Row, missing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 4  # pairs on one sheet
POINTS = 60  # of a curve


@dataclass(frozen=True, slots=True)
class Curve:
    """The share that a part is of a base, for bases from the part on."""

    pair: Pair
    claimed: list[Row]

    @property
    def parts(self) -> list[float]:
        """The known ends of the part."""
        ends = [self.pair.part[end] for end in ("low", "high")]
        return sorted({float(end) for end in ends if not missing(end)})

    @property
    def bases(self) -> list[float]:
        ends = [self.pair.whole[end] for end in ("low", "high")]
        return sorted({float(end) for end in ends if not missing(end)})

    @property
    def levels(self) -> list[tuple[Row, float]]:
        """The claimed shares as plain fractions, above zero."""
        ends = [(row, simple(row[end])) for row in self.claimed for end in ("low", "high")]
        return list({(row["claim"], level): (row, level) for row, level in ends if level}.values())

    @property
    def crossings(self) -> list[tuple[Row, float, float]]:
        """Where the curve has a claimed share: the claim, the share, the base."""
        return [(row, level, part / level) for row, level in self.levels for part in self.parts]

    @property
    def top(self) -> float:
        """The largest base drawn."""
        near = [base for *_, base in self.crossings if base <= 4 * max(self.bases)]
        return 1.35 * max([*self.bases, *near])


def share(
    derived: pd.DataFrame,
    claims: pd.DataFrame,
    ax: Axes | None = None,
    *,
    language: str = "en",
    parties: Sequence[str] = (),
    articles: pd.DataFrame | None = None,
) -> Chart:
    """The share of losses as a function of the base, and where it crosses a claimed share.

    `derived` as `derived.figures` makes it, `claims` with the columns of `model.CLAIM_COLUMNS`;
    a field for each pair of losses and contingent: bases in persons across, shares (0 to 1) up.

    >>> share(pd.DataFrame(), pd.DataFrame())
    No share of losses can be reckoned: no loss is paired with a contingent.
    """
    bare = (Curve(pair, []) for pair in pairs(derived, claims))
    found = [curve for curve in bare if curve.parts and curve.bases and curve.parts[-1] > 0]
    if not found:
        return Chart(None, told.say("share.nothing", language), language=language)
    page = Page(language, parties, told.spoken(articles))
    told_shares = shares_by_article(claims)
    claimed = [claimed_shares(curve.pair, told_shares) for curve in found[:MOST]]
    beside = zip(found[:MOST], claimed, strict=True)
    kept = [Curve(curve.pair, few(curve.pair, rows)) for curve, rows in beside]
    title = _title(found, language)
    rows = [row for curve in kept for row in (*curve.pair.rows[:3], *curve.claimed)]
    caption = told.sentence(
        told.say("share.caption", language),
        told.say("share.bend", language) if any(len(curve.parts) > 1 for curve in kept) else "",
        told.drawn(len(kept), len(found), language),
        told.drawn(
            sum(len(curve.claimed) for curve in kept), sum(map(len, claimed)), language, "beside"
        ),
    )
    names = [said for curve in kept for _, said in _notes(curve, page)]
    alt = told.alternative(f"{title}.", names, language)
    figure = drawn(title, [_panel(curve, page) for curve in kept], ax)
    return Chart(figure, title, caption, alt, of_mixed(rows, page.spoken), "share", language)


def _panel(curve: Curve, page: Page) -> Panel:
    kind = style.kind_label(curve.pair.part["kind"], page.language)
    notes = [Note(said, anchor, said, most=3) for anchor, said in _notes(curve, page)]
    return Panel(
        [
            Heading(
                told.say("share.heading", page.language, kind=kind),
                curve.pair.part["kind"],
                told.say("share.base", page.language),
            ),
            Plot(lambda ax: _plot(ax, curve, page)),
            *notes,
        ]
    )


def _notes(curve: Curve, page: Page) -> list[tuple[str, str]]:
    """What is drawn, in words, each with the place it leads to."""
    pair, language = curve.pair, page.language
    told_share = told.say(
        "share.point",
        language,
        share=told.derived_amount(pair.share, language),
        expression=pair.share["expression"],
    )
    found = [(f"derived-{pair.share['derived']}", told_share)]
    for row in curve.claimed:
        said = told.say(
            "share.line",
            language,
            figure=told.amount(row, language),
            quote=told.quote(row, language),
            apart=told.apart(row, pair, language),
        )
        found.append((f"claim-{row['claim']}", said))
    for _, level, base in curve.crossings:
        said = told.say(
            "share.crossing",
            language,
            figure=style.share(level, language),
            part=told.amount(pair.part, language),
            base=style.count(base, language),
        )
        found.append((f"derived-{pair.share['derived']}", said))
    return found


def _plot(ax: Axes, curve: Curve, page: Page) -> None:
    _frame(ax, curve, page)
    _band(ax, curve)
    _curves(ax, curve)
    _levels(ax, curve, page)
    _point(ax, curve, page)


def _frame(ax: Axes, curve: Curve, page: Page) -> None:
    ceiling = _ceiling(curve)
    ax.set(xlim=(0, curve.top), ylim=(0, ceiling))
    ax.patch.set_visible(False)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set(color=style.COLOURS["line"], linewidth=0.7)
    _ticks(ax.xaxis, even(curve.top), lambda value: style.count(value, page.language))
    _ticks(ax.yaxis, even(ceiling, 4), lambda value: style.share(value, page.language))


def _ticks(axis: Any, ticks: Sequence[float], text: Any) -> None:
    axis.set_ticks(ticks, [text(tick) for tick in ticks], fontsize=SMALL, parse_math=False)
    axis.set_tick_params(color=style.COLOURS["line"], labelcolor=style.COLOURS["soft"], length=3)
    axis.set_gid("no-claim")


def _ceiling(curve: Curve) -> float:
    shares = [part / base for part in curve.parts for base in curve.bases]
    rounded = curve.pair.share["rounding_high"]
    shares += [level for _, level in curve.levels]
    shares += [] if missing(rounded) else [rounded]
    return min(1.0, 1.6 * max(shares))


def _band(ax: Axes, curve: Curve) -> None:
    """The bases that the claim allows, where it is no point."""
    if missing(curve.pair.whole["low"]) or missing(curve.pair.whole["high"]):
        known, end = curve.bases[0], (curve.top if curve.pair.whole["low"] else 0)
        ax.axvspan(*sorted((known, end)), color=style.COLOURS["wash"], linewidth=0, zorder=0)
    elif len(curve.bases) > 1:
        ax.axvspan(*curve.bases, color=style.COLOURS["wash"], linewidth=0, zorder=0)


def _curves(ax: Axes, curve: Curve) -> None:
    colour = style.kind_colour(curve.pair.part["kind"])
    for part in curve.parts:
        start = max(part / _ceiling(curve), curve.top / 1000)
        step = (curve.top - start) / POINTS
        bases = [start + step * number for number in range(POINTS + 1)]
        ax.plot(bases, [part / base for base in bases], color=colour, linewidth=1.6, label="share")


def _levels(ax: Axes, curve: Curve, page: Page) -> None:
    for row, level in curve.levels:
        gid = f"claim-{row['claim']}@{_number(curve, row)}"
        line = ax.axhline(level, color=style.COLOURS["ink"], linewidth=1, linestyle=(0, (1, 1.6)))
        line.set_gid(gid)
        said = told.amount(row, page.language)
        _label(ax, curve.top * 0.015, level, said, gid)
        _area(ax, curve.top * 0.86, level, gid, told.amount(row, page.language))
    for *_, level, base in curve.crossings:
        if base <= curve.top:
            down = {"color": style.COLOURS["soft"], "linewidth": 0.8, "linestyle": (0, (1, 1.6))}
            ax.plot([base, base], [0, level], label="crossing", **down)
            said = style.count(base, page.language)
            _label(ax, base, 0, said, f"derived-{curve.pair.share['derived']}@99", 5)


def _number(curve: Curve, row: Row) -> int:
    return 100 + curve.claimed.index(row)


def _point(ax: Axes, curve: Curve, page: Page) -> None:
    """The share that follows, with what rounding leaves open."""
    pair, colour = curve.pair, style.kind_colour(curve.pair.part["kind"])
    base = sum(curve.bases) / len(curve.bases)
    gid = f"derived-{pair.share['derived']}@99"
    low, high = pair.share["rounding_low"], pair.share["rounding_high"]
    if missing(low) or missing(high):
        low, high = pair.share["low"], pair.share["high"]
    made = []
    if not (missing(low) or missing(high)) and low != high and len(curve.bases) == 1:
        made += ax.plot(
            [base, base], [low, high], marker="_", markersize=7, color=colour, linewidth=1.6
        )
    if len(curve.bases) == len(curve.parts) == 1:
        about = pair.share["bound"] != "exact"
        face = style.COLOURS["paper"] if about else colour
        at = ([base], [curve.parts[0] / base])
        shape = style.SHAPES[pair.part["kind"]][1]
        made.append(
            ax.scatter(*at, s=40, marker=shape, facecolors=face, edgecolors=colour, zorder=4)
        )
    for artist in made:
        artist.set_gid(gid)
    if made:
        name = told.derived_amount(pair.share, page.language)
        _area(ax, base, curve.parts[0] / base, gid, name)
        _label(ax, base, high if len(made) > 1 else curve.parts[0] / base, name, gid, 6, 5)


def _label(
    ax: Axes, x: float, y: float, text: str, gid: str, right: float = 4, up: float = 4
) -> None:
    made = ax.annotate(
        text,
        (x, y),
        (right, up),
        textcoords="offset points",
        fontsize=SMALL,
        ha="right" if right < 0 else "left",
        parse_math=False,
        annotation_clip=False,
    )
    made.set_gid(gid)


def _area(ax: Axes, x: float, y: float, gid: str, name: str) -> None:
    area = ax.scatter([x], [y], s=32**2, marker="s", facecolors="none", edgecolors="none", zorder=9)
    area.set_gid(f"hit:{gid}")
    area.set_label(name)


def _title(found: list[Curve], language: str) -> str:
    if len(found) > 1:
        said = told.sources([curve.pair.part for curve in found], language)
        return told.say("share.many", language, len(found), sources=said)
    curve = found[0]
    values = {
        "share": told.derived_amount(curve.pair.share, language),
        "part": told.amount(curve.pair.part, language),
        "whole": told.amount(curve.pair.whole, language),
        "sources": told.sources([curve.pair.part, curve.pair.whole], language),
        "kind": style.kind_label(curve.pair.part["kind"], language),
    }
    return told.sentence(told.say("share.title", language, **values))
