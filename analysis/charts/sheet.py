"""The sheet drawn: title, panels, rows, each row with words above and its strip below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from analysis import style
from analysis.charts.rows import (
    HOLLOW,
    LANE,
    LINE,
    PAD,
    WIDTH,
    Entry,
    Heading,
    Note,
    Panel,
    Plot,
)
from analysis.charts.scales import Scale
from analysis.charts.text import (
    FAMILY,
    HEAD,
    PHONE,
    SMALL,
    TITLE,
    TITLE_PHONE,
    fitted,
    width,
    wrapped,
)
from analysis.counting import unmarked

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@contextmanager
def settings() -> Iterator[None]:
    """Matplotlib as it comes, whatever the reader has set; no mark-up in text."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "font.family": FAMILY,
                "font.size": SMALL,
                "text.parse_math": False,
                "text.color": style.COLOURS["ink"],
                "svg.fonttype": "none",
                "svg.hashsalt": "effectifs",
                "path.simplify": False,
            }
        )
        yield


def drawn(title: str, panels: Sequence[Panel], ax: Axes | None = None) -> Figure:
    """The figure that holds the title and the panels, in `ax` where one is given."""
    heading = wrapped(unmarked(title), WIDTH, TITLE * TITLE_PHONE, 5, True)
    top = 15 * len(heading) + 8
    height = top + sum(panel.height for panel in panels)
    with settings():
        base = _base(height) if ax is None else ax
        base.set_axis_off()
        for number, line in enumerate(heading):
            place = 1 - (12 + 15 * number) / height
            put(base, 0, place, line, "title", size=TITLE, weight="bold", axes=True)
        for panel in panels:
            bottom = top + panel.height
            inner = (WIDTH - 2 * PAD) / WIDTH
            bounds = (PAD / WIDTH, 1 - bottom / height, inner, panel.height / height)
            _fill(base.inset_axes(bounds), panel)
            top = bottom
    figure = base.figure
    figure.effectifs_top = 15 * len(heading) + 4
    return figure


def _base(height: float) -> Axes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=144)
    figure.set_facecolor(style.COLOURS["paper"])
    return figure.add_axes((0, 0, 1, 1))


def _fill(ax: Axes, panel: Panel) -> None:
    _prepare(ax, panel)
    y, lanes = 0.0, []
    for number, row in enumerate(panel.rows):
        if isinstance(row, Heading):
            _heading(ax, y, row)
        elif isinstance(row, Note):
            _note(ax, y, row, number)
        elif isinstance(row, Plot):
            _plot(ax, y, row, panel.height)
        else:
            lanes += _entry(ax, y, row, number)
        y += row.height
    if panel.scale and lanes:
        _tracks(ax, lanes, panel.scale)
    if panel.tick:
        _tick_labels(ax, y + 10, panel)
    if panel.backdrop:
        panel.backdrop(ax, y)


def _prepare(ax: Axes, panel: Panel) -> None:
    ax.set_axis_off()
    ax.patch.set_visible(False)
    ax.autoscale(False)
    if panel.scale:
        if panel.scale.log:
            ax.set_xscale("asinh", linear_width=2)
        ax.set_xlim(panel.scale.low, panel.scale.high)
    ax.set_ylim(panel.height, 0)


def put(
    ax: Axes,
    x: float,
    y: float,
    text: str,
    gid: str | None = None,
    *,
    size: float = SMALL,
    colour: str = "ink",
    ha: str = "left",
    weight: str = "normal",
    axes: bool = False,
) -> Artist:
    """A line of text: x in points from the sheet's left, y in the panel's points down."""
    made = ax.text(
        x,
        y,
        text,
        transform=ax.transAxes if axes else points(ax),
        fontsize=size,
        color=style.COLOURS[colour],
        ha=ha,
        va="baseline",
        weight=weight,
        parse_math=False,
        clip_on=False,
    )
    made.set_gid(gid)
    return made


def points(ax: Axes) -> Any:
    """Points from the sheet's left across, and the panel's own points down."""
    from matplotlib.transforms import Affine2D, blended_transform_factory

    across = Affine2D().translate(-PAD, 0).scale(1 / (WIDTH - 2 * PAD)) + ax.transAxes
    return blended_transform_factory(across, ax.transData)


def _plot(ax: Axes, y: float, row: Plot, height: float) -> None:
    left, above, below, right = row.margins
    inner = WIDTH - 2 * PAD
    bounds = (
        (left - PAD) / inner,
        1 - (y + row.height - below) / height,
        (WIDTH - left - right) / inner,
        (row.height - above - below) / height,
    )
    row.draw(ax.inset_axes(bounds))


def _heading(ax: Axes, y: float, row: Heading) -> None:
    start = 0
    if row.kind:
        sign = HOLLOW if row.hollow else style.kind_sign(row.kind)
        put(ax, 0, y + 16, sign, size=HEAD).set_color(style.kind_colour(row.kind))
        start = 14
    room = WIDTH - start - width(row.right, SMALL * PHONE) - 8
    put(ax, start, y + 16, fitted(row.text, room, HEAD, True), size=HEAD, weight="bold")
    put(ax, WIDTH, y + 16, row.right, colour="soft", ha="right")
    _rule(ax, y + 21)


def _rule(ax: Axes, y: float) -> None:
    from matplotlib.lines import Line2D

    ends = (-PAD / (WIDTH - 2 * PAD), 1 + PAD / (WIDTH - 2 * PAD))
    line = Line2D(ends, [y, y], transform=ax.get_yaxis_transform(), clip_on=False)
    line.set(color=style.COLOURS["line"], linewidth=0.6)
    ax.add_artist(line)


def _note(ax: Axes, y: float, row: Note, number: int) -> None:
    gid = f"{row.anchor}@{number}" if row.anchor else "no-claim" if row.exempt else None
    face = {"size": HEAD, "weight": "bold"} if row.bold else {"colour": "soft"}
    for line, text in enumerate(row.lines):
        put(ax, row.indent, y + 11.5 + LINE * line, text, gid, **face)
    if row.anchor:
        _hit(ax, y, row.height, gid, row.name)


def _entry(ax: Axes, y: float, row: Entry, number: int) -> list[float]:
    """Draw a row; the height of its strip, where it has one."""
    gid = f"{row.anchor}@{number}" if row.anchor else "no-claim" if row.exempt else None
    left = fitted(row.left, WIDTH - row.indent, HEAD, True)
    put(ax, row.indent, y + 11.5, left, gid, size=HEAD, weight="bold")
    _right(ax, y, row, gid)
    bottom, lanes = y + LINE, []
    if row.draw:
        lanes.append(middle := bottom + LANE / 2 - 0.5)
        for artist in row.draw(ax, middle):
            artist.set_gid(gid)
        bottom += LANE
    for line, text in enumerate(row.below):
        cut = fitted(text, WIDTH - row.indent)
        put(ax, row.indent, bottom + 10 + LINE * line, cut, gid, colour="soft")
    if row.anchor:
        _hit(ax, y, row.height - 1, gid, row.name)
    return lanes


def _right(ax: Axes, y: float, row: Entry, gid: str | None) -> None:
    left = fitted(row.left, WIDTH - row.indent, HEAD, True)
    room = WIDTH - row.indent - width(left, HEAD * PHONE, True) - 12
    if row.right and room > 30:
        put(ax, WIDTH, y + 11.5, fitted(row.right, room), gid, colour="soft", ha="right")


def _tracks(ax: Axes, lanes: list[float], scale: Scale) -> None:
    """The axis below each mark, all in one line: it is no mark itself."""
    none = float("nan")
    xs, ys = [], []
    for y in lanes:
        xs += [scale.low, scale.high, none]
        ys += [y, y, none]
        for tick in scale.ticks:
            xs += [tick, tick, none]
            ys += [y - 2.5, y + 2.5, none]
    line = {"color": style.COLOURS["line"], "linewidth": 0.7, "clip_on": False, "zorder": 1}
    ax.plot(xs, ys, label="_track", **line)


def _hit(ax: Axes, y: float, height: float, gid: str, name: str) -> None:
    """An area around the row that leads where the row leads, and says so."""
    from matplotlib.patches import Rectangle

    edge = PAD / (WIDTH - 2 * PAD)
    area = Rectangle((-edge, y), 1 + 2 * edge, height, transform=ax.get_yaxis_transform())
    area.set(facecolor="none", edgecolor="none", clip_on=False, zorder=9)
    area.set_gid(f"hit:{gid}")
    area.set_label(name)
    ax.add_patch(area)


def _tick_labels(ax: Axes, y: float, panel: Panel) -> None:
    """Labels below the ticks, those left out that would touch their neighbour on a phone."""
    inner, free = WIDTH - 2 * PAD, -1.0
    for tick in panel.scale.ticks:
        text, place = panel.tick(tick), PAD + panel.scale.forward(tick) * inner
        half = width(text, SMALL * PHONE) / 2
        middle = min(max(place, half), WIDTH - half)
        if middle - half > free:
            put(ax, middle, y, text, "no-claim", colour="soft", ha="center")
            free = middle + half + 6
