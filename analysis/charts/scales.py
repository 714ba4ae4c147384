"""Where a value stands on a strip: from nothing to the largest, evenly or by powers of ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, floor, isfinite, log10, sinh

from analysis.records import Row, missing

WIDE = 300  # the largest is so many times the smallest: powers of ten
ROOM = 0.12  # of a strip, for an arrow


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis, whether it is logarithmic, and where its ticks stand."""

    low: float
    high: float
    log: bool
    ticks: tuple[float, ...]

    def forward(self, value: float) -> float:
        """The place of a value on the axis, 0 to 1."""
        ends = self._bend(self.low), self._bend(self.high)
        return (self._bend(value) - ends[0]) / (ends[1] - ends[0])

    def shifted(self, value: float, by: float) -> float:
        """The value that stands so much of the axis further on, inside the axis."""
        place = min(max(self.forward(value) + by, 0), 1)
        ends = self._bend(self.low), self._bend(self.high)
        bent = ends[0] + place * (ends[1] - ends[0])
        return 2 * sinh(bent) if self.log else bent

    def _bend(self, value: float) -> float:
        return asinh(value / 2) if self.log else value


def fitted(rows: Iterable[Row], room: bool | None = None) -> Scale:
    """A scale from zero that holds all ends of the rows, with room for arrows.

    >>> fitted([{"low": 20, "high": 30}]).ticks
    (0, 10, 20, 30)
    """
    rows = list(rows)
    values = [row[end] for row in rows for end in ("low", "high") if not missing(row[end])]
    values = [value for value in values if isfinite(value)]
    top = max(values, default=1) or 1
    least = min((value for value in values if value > 0), default=top)
    if room is None:
        room = any(missing(row["high"]) and not missing(row["low"]) for row in rows)
    if len(values) > 3 and top / least > WIDE:
        return Scale(0, top * (3 if room else 1), True, _powers(top))
    return Scale(0, top * (1 + 1.3 * ROOM if room else 1), False, even(top))


def together(groups: list[list[Row]]) -> bool:
    """Whether the groups can be read on one scale, none of them squeezed to nothing."""
    tops = [fitted(rows, False).high for rows in groups]
    return not tops or min(tops) * 10 >= max(tops)


def even(top: float, most: int = 4) -> tuple[float, ...]:
    """Round numbers from zero to the top, at most so many steps.

    >>> even(30_000), even(1)
    ((0, 10000, 20000, 30000), (0, 0.25, 0.5, 0.75, 1))
    """
    step = 10 ** floor(log10(top))
    for part in (0.2, 0.25, 0.5, 1, 2, 2.5, 5):
        if part * step * most >= top and (top <= 1 or part * step >= 1):
            step = part * step
            break
    count = floor(top / step + 1e-9)
    ticks = (round(step * number, 10) for number in range(count + 1))
    return tuple(int(tick) if tick == int(tick) else tick for tick in ticks)


def _powers(top: float) -> tuple[float, ...]:
    last = floor(log10(top))
    step = 1 if last <= 4 else 2
    return (0, *(10**power for power in range(last % step, last + 1, step) if power > 0))
