"""A frame as CSV: lists and objects as JSON, whole numbers whole, nothing for missing."""

from __future__ import annotations

import csv
import io
from base64 import b64encode

import pandas as pd
from markupsafe import Markup

from analysis import output


def csv_text(frame: pd.DataFrame) -> str:
    """The frame as CSV with a header line and `\\n` line ends.

    >>> csv_text(pd.DataFrame({"low": [11000.0, None], "who": [("a", "b"), ()]}))
    'low,who\\n11000,"[""a"", ""b""]"\\n,[]\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    for row in frame.itertuples(index=False, name=None):
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: object) -> str:
    # pandas has missing values and booleans of its own
    if not isinstance(value, (str, tuple, list, dict)):
        value = None if pd.isna(value) else getattr(value, "item", lambda: value)()
    return output.cell(value)


def download(frame: pd.DataFrame, name: str, text: str | Markup) -> Markup:
    """A link that holds the whole table, so that the page alone is enough."""
    held = b64encode(csv_text(frame).encode()).decode()
    link = Markup('<a class="download" download="{}.csv" href="data:text/csv;base64,{}">{}</a>')
    return link.format(name, held, text)
