"""Rows of a table as dictionaries, with None for what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

Row = dict[str, Any]


def missing(value: Any) -> bool:
    """True for None and NaN; a list of nothing is not missing.

    >>> missing(float("nan")), missing(()), missing("")
    (True, False, False)
    """
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)


def records(frame: pd.DataFrame | None) -> list[Row]:
    """The rows of a frame in its order; an absent frame has none.

    >>> records(pd.DataFrame({"low": [1.0, None], "who": [("A",), ()]}))
    [{'low': 1.0, 'who': ('A',)}, {'low': None, 'who': ()}]
    """
    if frame is None or frame.empty:
        return []
    columns = [cells(frame[name]) for name in frame.columns]
    names = list(frame.columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def cells(column: pd.Series) -> list[Any]:
    """The cells of a column, with None for what is missing.

    >>> cells(pd.Series([1.0, None]))
    [1.0, None]
    """
    found = column.astype(object).tolist()
    return [None if missing(v) else v for v in found] if column.isna().any() else found


def listed(value: Any) -> tuple[str, ...]:
    """A list cell as a tuple; a missing one is empty, a single word a list of one.

    >>> listed(None), listed("CNN"), listed(["A", "B"])
    ((), ('CNN',), ('A', 'B'))
    """
    if missing(value):
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def by_article(rows: Iterable[Row]) -> Iterator[tuple[Any, list[Row]]]:
    """The rows of each article, articles in order of appearance.

    >>> list(by_article([{"article": "a"}, {"article": "b"}]))
    [('a', [{'article': 'a'}]), ('b', [{'article': 'b'}])]
    """
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["article"], []).append(row)
    return iter(groups.items())
