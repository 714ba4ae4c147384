"""The scores of the reader as a page: the tables, then every miss with its words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from analysis.model import Problem

if TYPE_CHECKING:
    from analysis.scoring import Miss, Score

STYLE = Markup(
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;"
    "margin:2rem auto;padding:0 1rem}div{overflow-x:auto}table{border-collapse:collapse}"
    "caption{text-align:left;font-weight:600;padding:.5rem 0}"
    "td,th{padding:.2rem .7rem;text-align:right}th:first-child,td:first-child{text-align:left}"
    "tr{border-bottom:1px solid #8886}blockquote{margin:.2rem 0 1rem;padding-left:1rem}"
)
PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    "<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
)


def write(tables: dict[str, list[list[str]]], scores: dict[str, Score], path: Path) -> None:
    """Write the page beside its place, then put it there; Problem where that can't be done."""
    body = Markup("\n").join(
        [*(_table(title, rows) for title, rows in tables.items()), *map(_misses, scores.items())]
    )
    page = PAGE.format(
        title="The reader, measured against texts marked by hand", style=STYLE, body=body
    )
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(page, "utf-8")
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Problem(
            f"{path}: {error.strerror}; name a file in a folder that can be written"
        ) from None


def _table(title: str, rows: list[list[str]]) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(cell) for cell in rows[0])
    lines = [
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0], Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row[1:])
        )
        for row in rows[1:]
    ]
    return Markup(
        '<div tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(title, head, Markup("").join(lines))


def _misses(item: tuple[str, Score]) -> Markup:
    language, score = item
    told = Markup("").join(_miss(miss) for miss in score.misses)
    return Markup("<h2>Misses: {} ({})</h2>\n{}").format(language, len(score.misses), told)


def _miss(miss: Miss) -> Markup:
    sentence = escape(miss.sentence).replace(
        escape(miss.quote), Markup("<mark>{}</mark>").format(miss.quote), 1
    )
    return Markup("<p><b>{}</b> {}: expected {}; read {}</p><blockquote>{}</blockquote>\n").format(
        miss.text, miss.what, miss.expected, miss.read, sentence
    )
