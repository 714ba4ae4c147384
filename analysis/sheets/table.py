"""A frame as an HTML table: caption, headers, a region that scrolls, and its data to download."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from analysis import style
from analysis.grid import grid, line
from analysis.jupyter import in_jupyter
from analysis.sheets.data import download
from analysis.shown import Shown, counted, paragraph, plain
from analysis.wording import wording

ROWS = 200
Cell = Callable[[dict[str, Any]], str | Markup]
NUMBER = Markup('<span class="number" data-no-claim></span>')  # the page writes "Table 2. " here


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a shown table: the first one heads its row."""

    label: str
    cell: Cell
    css: str = ""


def table(
    name: str,
    frame: pd.DataFrame,
    columns: Iterable[Column],
    language: str,
    row_id: Callable[[dict[str, Any]], str] | None = None,
    notes: Iterable[Markup] = (),
) -> Shown:
    """The first rows of a frame as `table-{name}`, or a sentence where it has none."""
    words = wording(language)
    if frame.empty:
        return paragraph(words[name]["none"], css="nothing")
    columns = tuple(columns)
    rows = [_row(row, columns, row_id) for row in frame.head(ROWS).to_dict("records")]
    below = [*notes, *_extent(name, frame, language)]
    html = Markup(
        '<figure class="sheet" id="table-{0}">\n<figcaption id="caption-{0}">{1}{2}</figcaption>\n'
        '<div class="scroll" role="region" aria-labelledby="caption-{0}" tabindex="0">\n{3}\n'
        "</div>\n{4}\n</figure>"
    ).format(
        name,
        NUMBER,
        words[name]["caption"],
        grid(_heads(columns), (row.html() for row in rows)),
        Markup("\n").join(Markup('<p class="below">{}</p>').format(note) for note in below),
    )
    return in_jupyter(Shown(html, _text(words[name]["caption"], rows, below)))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, shown as HTML or as a line of text."""

    cells: tuple[Markup, ...]
    columns: tuple[Column, ...]
    id: str | None

    def html(self) -> Markup:
        return line(_heads(self.columns), self.cells, self.id)

    def text(self) -> str:
        return " | ".join(" ".join(plain(cell).split()) for cell in self.cells)


def _row(
    row: dict[str, Any],
    columns: tuple[Column, ...],
    row_id: Callable[[dict[str, Any]], str] | None,
) -> Row:
    cells = tuple(escape(column.cell(row)) for column in columns)
    return Row(cells, columns, row_id(row) if row_id else None)


def _heads(columns: tuple[Column, ...]) -> list[tuple[str, str]]:
    return [(column.label, column.css) for column in columns]


def _extent(name: str, frame: pd.DataFrame, language: str) -> Iterable[Markup]:
    words, n = wording(language)["sheet"], counted(style.count(len(frame), language))
    if len(frame) > ROWS:
        yield Markup(words["cut"]).format(shown=counted(style.count(ROWS, language)), n=n)
    names = {"text": words["all_rows"], "packed": words["all_rows_packed"]}
    yield download(frame, name, **{key: Markup(said).format(n=n) for key, said in names.items()})


def _text(caption: str, rows: list[Row], below: list[Markup]) -> str:
    lines = [caption, *(row.text() for row in rows), *(plain(note) for note in below)]
    return "\n".join(lines)
