"""Days at the ends of dates that are only as precise as the text."""

from __future__ import annotations

import re
from calendar import monthrange

Day = tuple[int, int, int]
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def first_day(date: str) -> Day | None:
    """The first day that a date may mean.

    >>> first_day("2025-04"), first_day("[2025-07,2025-08]"), first_day("2024-23")
    ((2025, 4, 1), (2025, 7, 1), (2024, 9, 1))
    """
    points = POINT.findall(date)
    if not points or date.startswith(".."):
        return None
    year, month, day = _parts(points[0])
    return (year, _months(month)[0], day or 1)


def last_day(date: str) -> Day | None:
    """The last day that a date may mean, None where it is open.

    >>> last_day("2025-02"), last_day("2024/.."), last_day("2024")
    ((2025, 2, 28), None, (2024, 12, 31))
    """
    points = POINT.findall(date)
    if not points or date.rstrip("]").endswith(".."):
        return None
    year, month, day = _parts(points[-1])
    month = _months(month)[1]
    year, month = (year, month) if month <= 12 else (year + 1, month - 12)
    return (year, month, day or monthrange(year, month)[1])


def _months(month: int) -> tuple[int, int]:
    return (month, month) if 1 <= month <= 12 else SEASONS.get(month, (1, 12))


def _parts(point: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, point.split("-")), 0, 0)[:3]
    return year, month, day
