"""A table in HTML that stays one for everybody where a narrow page stacks its cells as cards."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

Heads = Iterable[tuple[str, str]]  # the label of each column, and its class or nothing


def grid(columns: Heads, rows: Iterable[Markup]) -> Markup:
    """Headers and rows; the roles are said, as browsers forget them where `display` changes."""
    cells = (
        Markup('<th scope="col" role="columnheader"{}>{}</th>').format(_class(css), label)
        for label, css in columns
    )
    return Markup(
        '<table role="table">\n<thead role="rowgroup"><tr role="row">{}</tr></thead>\n'
        '<tbody role="rowgroup">\n{}\n</tbody>\n</table>'
    ).format(Markup("").join(cells), Markup("\n").join(rows))


def line(columns: Heads, cells: Iterable[str | Markup], name: str | None = None) -> Markup:
    """One row with the id `name`; the first cell heads it, the others hold their column's label.

    >>> line([("figure", "num"), ("kind", "")], ["7", "killed"])[:63]
    Markup('<tr role="row"><th scope="row" role="rowheader" class="num">7</')
    """
    made = Markup("").join(
        _cell(cell, *column, number)
        for number, (cell, column) in enumerate(zip(cells, columns, strict=True))
    )
    place = Markup(' id="{}"').format(name) if name else Markup("")
    return Markup('<tr role="row"{}>{}</tr>').format(place, made)


def _cell(content: str | Markup, label: str, css: str, number: int) -> Markup:
    if number == 0:
        head = Markup('<th scope="row" role="rowheader"{}>{}</th>')
        return head.format(_class(css), content)
    return Markup('<td role="cell" data-label="{}"{}>{}</td>').format(label, _class(css), content)


def _class(css: str) -> Markup:
    return Markup(' class="{}"').format(css) if css else Markup("")
