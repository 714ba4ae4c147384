"""The marks of figures: a point exact or about, a range with end ticks, an arrow where open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis import style
from analysis.charts.scales import Scale
from analysis.records import Row, missing

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

ARROW = 0.09  # of the axis
STRIP = 9  # points high
THICK, TICK, POINT = 1.6, 7, 34
DASHED, DOTTED = (0, (3, 1.8)), (0, (1, 1.6))
STRICT = ("more_than", "fewer_than")


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is told from others: by shape, outline and colour."""

    shape: Any
    colour: str
    hollow: bool = False
    dashes: Any = "-"
    struck: bool = False


def look(row: Row) -> Look:
    """The look of a claim: shape and colour by kind, hollow and dashed where planned."""
    planned = row["status"] == "planned"
    return Look(
        style.SHAPES[row["kind"]][1],
        style.kind_colour(row["kind"]),
        planned,
        DASHED if planned else "-",
        row["status"] == "denied",
    )


def mark(ax: Axes, y: float, row: Row, scale: Scale, seen: Look) -> list[Artist]:
    """The mark of low, high and bound at a height; nothing for a figure in words only."""
    low, high = (None if missing(row[end]) else float(row[end]) for end in ("low", "high"))
    if low is None and high is None:
        return []
    if low is not None and low == high:
        made = _point(ax, low, y, row["bound"] == "about", seen)
    elif low is not None and high is not None:
        made = _range(ax, low, high, y, seen)
    else:
        made = _open(ax, low, high, y, row["bound"] in STRICT, scale, seen)
    return made + _struck(ax, y, low, high, seen)


def _point(ax: Axes, x: float, y: float, about: bool, seen: Look) -> list[Artist]:
    filled = not (about or seen.hollow)
    made = [_dot(ax, x, y, seen, filled, POINT * 1.3 if seen.hollow else POINT)]
    if seen.hollow and not about:  # exact all the same
        made.append(_dot(ax, x, y, Look("o", seen.colour), True, 5))
    return made


def _dot(ax: Axes, x: float, y: float, seen: Look, filled: bool, size: float = POINT) -> Artist:
    return ax.scatter(
        [x],
        [y],
        s=size,
        marker=seen.shape,
        facecolors=seen.colour if filled else style.COLOURS["paper"],
        edgecolors=seen.colour,
        linewidths=THICK * 0.85 if size >= POINT else 0,
        linestyles=[seen.dashes if seen.dashes == "-" else (0, (1.6, 1.1))],
        clip_on=False,
        zorder=4,
    )


def _range(ax: Axes, low: float, high: float, y: float, seen: Look) -> list[Artist]:
    return [_line(ax, low, high, y, seen), _ticks(ax, [low, high], y, seen)]


def _line(ax: Axes, start: float, end: float, y: float, seen: Look) -> Artist:
    (made,) = ax.plot(
        [start, end],
        [y, y],
        color=seen.colour,
        linewidth=THICK,
        linestyle=seen.dashes,
        solid_capstyle="butt",
        clip_on=False,
        zorder=3,
    )
    return made


def _ticks(ax: Axes, xs: list[float], y: float, seen: Look) -> Artist:
    (made,) = ax.plot(
        xs,
        [y] * len(xs),
        linestyle="none",
        marker="|",
        markersize=TICK,
        markeredgewidth=THICK,
        color=seen.colour,
        clip_on=False,
        zorder=4,
    )
    return made


def _open(
    ax: Axes,
    low: float | None,
    high: float | None,
    y: float,
    strict: bool,
    scale: Scale,
    seen: Look,
) -> list[Artist]:
    """A line that leaves the known end as an arrow; its length says nothing."""
    known = high if low is None else low
    tip = scale.shifted(known, -ARROW if low is None else ARROW)
    line = _line(ax, known, tip, y, seen)
    (head,) = ax.plot(
        [tip],
        [y],
        linestyle="none",
        marker="<" if low is None else ">",
        markersize=5.5,
        color=seen.colour,
        clip_on=False,
        zorder=4,
    )
    start = _dot(ax, known, y, Look("o", seen.colour, seen.hollow), not strict, 16)
    start.set_linewidths([THICK * 0.75])
    return [line, start, head]


def segment(
    ax: Axes, y: float, start: float, end: float, colour: str | None, hatched: bool = False
) -> Artist:
    """A part of a strip: full, hatched where it may or may not belong, or empty."""
    from matplotlib.patches import Rectangle

    made = Rectangle((start, y - STRIP / 2), end - start, STRIP)
    made.set(
        facecolor=colour if colour and not hatched else style.COLOURS["paper"],
        edgecolor=colour or style.COLOURS["forces"],
        hatch="/////" if hatched else None,
        linewidth=1.1,
        clip_on=False,
        zorder=3,
    )
    ax.add_artist(made)
    return made


def _struck(ax: Axes, y: float, low: float | None, high: float | None, seen: Look) -> list[Artist]:
    if not seen.struck:
        return []
    ends = [end for end in (low, high) if end is not None]
    (made,) = ax.plot(
        [sum(ends) / len(ends)],
        [y],
        linestyle="none",
        marker="x",
        markersize=11,
        markeredgewidth=1,
        color=style.COLOURS["ink"],
        clip_on=False,
        zorder=5,
    )
    return [made]
