"""A frame as CSV: lists and objects as JSON, whole numbers whole, nothing for missing."""

from __future__ import annotations

import csv
import gzip
import io
from base64 import b64encode

import pandas as pd
from markupsafe import Markup

from analysis import output
from analysis.records import cells

LARGE = 100_000  # bytes of CSV; what is larger is packed


def csv_text(frame: pd.DataFrame) -> str:
    """The frame as CSV with a header line and `\\n` line ends.

    >>> csv_text(pd.DataFrame({"low": [11000.0, None], "who": [("a", "b"), ()]}))
    'low,who\\n11000,"[""a"", ""b""]"\\n,[]\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    columns = (map(_cell, cells(frame[name])) for name in frame.columns)
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def _cell(value: object) -> str:
    # A column of objects may hold numbers and booleans of numpy's own
    return output.cell(value.item() if hasattr(value, "item") else value)


def download(frame: pd.DataFrame, name: str, text: str | Markup, packed: str | Markup) -> Markup:
    """A link that holds the whole table, so that the page alone is enough.

    A large table is a `.csv.gz`, which pandas and R open as it is; `packed` is its link's text.
    """
    held, kind, suffix = csv_text(frame).encode(), "text/csv", "csv"
    if len(held) > LARGE:
        # No time in it: the same rows are the same bytes
        held, kind, suffix = gzip.compress(held, mtime=0), "application/gzip", "csv.gz"
        text = packed
    link = Markup('<a class="download" download="{}.{}" href="data:{};base64,{}">{}</a>')
    return link.format(name, suffix, kind, b64encode(held).decode(), text)
