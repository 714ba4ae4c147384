"""What stands on a sheet: headings, notes, figures with their strips, plots, in panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.charts.scales import Scale
from analysis.charts.text import HEAD, PHONE, SMALL, wrapped

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

WIDTH = 380  # points; the page scales it
PAD = 9  # between the edge and the ends of a strip
LINE, LANE, GAP, TICKS = 14.5, 13, 7, 17
HIT = 27.5  # a row on a phone is easy to hit
HOLLOW = "○"
Draw = Callable[["Axes", float], Sequence["Artist"]]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below have in common, with the sign of their kind."""

    text: str
    kind: str | None = None
    right: str = ""
    hollow: bool = False
    height: float = 26


@dataclass(frozen=True, slots=True)
class Note:
    """A line of small print; it has no number unless it leads somewhere or holds a date."""

    text: str
    anchor: str | None = None
    name: str = ""
    exempt: bool = False
    most: int = 2
    bold: bool = False
    indent: float = 0

    @property
    def lines(self) -> list[str]:
        size = HEAD if self.bold else SMALL
        return wrapped(self.text, WIDTH - self.indent, size * PHONE, self.most, self.bold)

    @property
    def height(self) -> float:
        return max(LINE * len(self.lines) + 5, HIT if self.anchor else 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure: its words, its source, its mark, and the row of the page it leads to."""

    left: str
    right: str = ""
    below: tuple[str, ...] = ()  # cut to the sheet's width
    anchor: str | None = None  # "claim-…" or "derived-…"
    name: str = ""  # for those who don't see the mark
    draw: Draw | None = None
    exempt: bool = False  # holds dates and the article's words only
    sparse: bool = True
    indent: float = 0

    @property
    def height(self) -> float:
        lane = LANE if self.draw else 0
        made = LINE + lane + LINE * len(self.below) + (GAP if self.sparse else 1)
        return max(made, HIT)


@dataclass(frozen=True, slots=True)
class Plot:
    """A field with two axes of its own."""

    draw: Callable[[Axes], None]
    height: float = 170
    margins: tuple[float, float, float, float] = (44, 12, 26, 14)  # left, top, bottom, right


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that share one scale."""

    rows: Sequence[Heading | Note | Entry | Plot]
    scale: Scale | None = None
    tick: Callable[[float], str] | None = None  # None: no labels below
    backdrop: Callable[[Axes, float], None] | None = field(default=None)

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows) + (TICKS if self.tick else 0) + 5
