"""Arithmetic on counts of persons given as intervals, whose open ends stay open."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose

STRICT = ("more_than", "fewer_than")


@dataclass(frozen=True, slots=True)
class Interval:
    """Two ends, None where open, and how firmly they are said (one of `model.BOUNDS`)."""

    low: float | None
    high: float | None
    bound: str = "exact"

    @property
    def point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def empty(self) -> bool:
        return self.low is None and self.high is None


def plus(a: Interval, b: Interval) -> Interval:
    """The sum, end by end.

    >>> plus(Interval(7, 7, "about"), Interval(25, 30, "range"))
    Interval(low=32, high=37, bound='range')
    """
    return _made(_add(a.low, b.low), _add(a.high, b.high), (a, b))


def minus(a: Interval, b: Interval) -> Interval:
    """What is left of `a` without `b`: the lowest end takes the highest of `b`.

    >>> minus(Interval(11, 11, "about"), Interval(4, None, "more_than"))
    Interval(low=None, high=7, bound='fewer_than')
    """
    return _made(_subtract(a.low, b.high), _subtract(a.high, b.low), (a, b))


def over(a: Interval, b: Interval) -> Interval:
    """The ratio of two counts, none below zero; division by zero leaves the end open.

    >>> over(Interval(25, 30, "range"), Interval(10, 10))
    Interval(low=2.5, high=3.0, bound='range')
    """
    return _made(_divide(a.low, b.high), _divide(a.high, b.low), (a, b))


def within(value: Interval, floor: float, ceiling: float | None = None) -> Interval:
    """The closed ends moved inside what is possible; open ends stay open.

    >>> within(Interval(0.8, 1.1, "range"), 0, 1)
    Interval(low=0.8, high=1, bound='range')
    """
    low = value.low if value.low is None else max(value.low, floor)
    high = value.high
    if high is not None and ceiling is not None:
        high = min(high, ceiling)
    return Interval(low, high, value.bound)


def rounding(value: Interval) -> Interval:
    """What an "about" may stand for if it was rounded to its last digit that is not zero.

    >>> rounding(Interval(11_000, 11_000, "about"))
    Interval(low=10500.0, high=11500.0, bound='range')
    """
    unit = _unit(value.low) if value.point and value.bound == "about" else 1
    if unit == 1:
        return value
    return Interval(value.low - unit / 2, value.high + unit / 2, "range")


def overlap(a: Interval, b: Interval) -> bool:
    """True where the two can be the same number; an open end excludes nothing on its side.

    >>> overlap(Interval(1, None, "more_than"), Interval(1, 1))
    False
    """
    return not (_below(a, b) or _below(b, a))


def inside(a: Interval, b: Interval) -> bool:
    """True where every number that `a` allows is one that `b` allows.

    >>> inside(Interval(2, 3, "range"), Interval(1, None, "more_than"))
    True
    """
    low = b.low is None or (a.low is not None and _reaches(a.low, b.low, b.bound, a.bound))
    high = b.high is None or (a.high is not None and _reaches(-a.high, -b.high, b.bound, a.bound))
    return low and high


def _below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    if isclose(a.high, b.low):
        return a.bound == "fewer_than" or b.bound == "more_than"
    return a.high < b.low


def _reaches(end: float, limit: float, bound: str, own: str) -> bool:
    if isclose(end, limit):
        return bound not in STRICT or own in STRICT
    return end > limit


def _made(low: float | None, high: float | None, inputs: tuple[Interval, ...]) -> Interval:
    return Interval(low, high, _bound(low, high, [one.bound for one in inputs]))


def _bound(low: float | None, high: float | None, bounds: list[str]) -> str:
    strict = any(bound in STRICT for bound in bounds)
    if low is None and high is None:
        return "vague"
    if high is None:
        return "more_than" if strict else "at_least"
    if low is None:
        return "fewer_than" if strict else "at_most"
    if "range" in bounds or low != high:
        return "range"
    return "about" if "about" in bounds else "exact"


def _unit(number: float) -> int:
    digits = str(int(number)) if number == int(number) and number else ""
    return 10 ** (len(digits) - len(digits.rstrip("0")))


def _add(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def _subtract(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b


def _divide(a: float | None, b: float | None) -> float | None:
    return None if a is None or not b else a / b
