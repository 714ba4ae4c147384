"""Rows as they are printed: CSV or JSON Lines, one at a time."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Sequence
from typing import Any, TextIO

Row = dict[str, Any]
FORMATS = ("csv", "jsonl")
ENCODER = json.JSONEncoder(ensure_ascii=False)  # json.dumps would make one for every cell


def writer(format: str, columns: Sequence[str], stream: TextIO) -> Callable[[Row], object]:
    """A function that prints one row; CSV begins with its header."""
    if format == "jsonl":
        return lambda row: stream.write(json_line(row, columns))
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(columns)
    return lambda row: lines.writerow([cell(row.get(name)) for name in columns])


def json_line(row: Row, columns: Sequence[str]) -> str:
    """A row as a line of JSON: missing is null, whole numbers have no point.

    >>> json_line({"low": 11000.0, "who": ("A",)}, ("low", "high", "who"))
    '{"low": 11000, "high": null, "who": ["A"]}\\n'
    """
    native = {name: plain(row.get(name)) for name in columns}
    return json.dumps(native, ensure_ascii=False, allow_nan=False) + "\n"


def cell(value: Any) -> str:
    """A value in a CSV cell: missing is empty, lists and mappings are JSON.

    >>> cell(11000.0), cell(None), cell(("a", "b")), cell(True)
    ('11000', '', '["a", "b"]', 'true')
    """
    if isinstance(value, str):
        return value
    value = plain(value)
    if value is None:
        return ""
    if value == []:
        return "[]"
    return str(value) if type(value) is int else ENCODER.encode(value)


def plain(value: Any) -> Any:
    """The same value in the types of JSON.

    >>> plain(float("nan")), plain(0.5), plain({"who": (3, 9)})
    (None, 0.5, {'who': [3, 9]})
    """
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return value
