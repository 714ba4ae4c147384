"""An article as HTML with its claims marked: the words that every number leads back to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup, escape

from analysis import style
from analysis.jupyter import in_jupyter
from analysis.model import Article
from analysis.shown import Shown, carried_id, counted, lang, paragraph, together, visible
from analysis.wording import wording

ARTICLES = 60  # shown in words on one page; the tables hold all


class Piece(NamedTuple):
    """A stretch of the text: plain, a claim's words, or words carried over to another sentence."""

    start: int
    end: int
    row: dict[str, Any] | None = None
    anchors: tuple[str, ...] = ()


def articles(corpus: Any) -> Shown:
    """The articles of a corpus that hold claims or dates, marked, after a legend.

    With `evidence="sentences"` only the sentences with a claim: not every text may be republished.
    """
    words = wording(corpus.language)["article"]
    if not corpus.documents:
        return paragraph(words["none"], css="nothing")
    shown = [legend(corpus.claims, corpus.language)] if len(corpus.claims) else []
    if corpus.evidence == "sentences":
        shown.append(paragraph(words["sentences_only"]))
    claimed = set(corpus.claims["article"])
    with_claims = sorted(corpus.documents, key=lambda one: one.id not in claimed)
    for document in with_claims[:ARTICLES]:
        rows = corpus.claims[corpus.claims["article"] == document.id]
        shown.append(article(document, rows, corpus.language, corpus.evidence))
    return in_jupyter(together([*shown, *_cut(len(corpus.documents), corpus.language)]))


def article(
    document: Article, claims: pd.DataFrame, language: str = "en", evidence: str = "full"
) -> Shown:
    """One article with its claims marked; each mark leads to its row, `#claim-{id}`."""
    rows = claims.sort_values(["start", "end"]).to_dict("records")
    spans = sentences(document.text, rows) if evidence == "sentences" else None
    body = Markup("\n").join(
        Markup("<p>{}</p>").format(line) for line in _lines(document.text, rows, spans, language)
    )
    if spans == []:
        body = Markup("<p>{}</p>").format(wording(language)["article"]["no_claims"])
        return _framed(document, body, Markup(""), _text(document, [], spans))
    return _framed(document, body, lang(document.language), _text(document, rows, spans))


def _framed(document: Article, body: Markup, spoken: Markup, text: str) -> Shown:
    html = Markup(
        '<article class="words" aria-label="{0}">\n<p class="name" data-no-claim>{0}</p>\n'
        '<div class="text"{1} data-no-claim>\n{2}\n</div>\n</article>'
    ).format(visible(document.id), spoken, body)
    return Shown(html, text)


def _text(document: Article, rows: list[dict[str, Any]], spans: Any) -> str:
    lines = [visible(document.id)]
    lines += [f"  {row['start']}-{row['end']} {visible(row['quote'])}" for row in rows]
    return "\n".join(lines)


def sentences(text: str, rows: Iterable[dict[str, Any]]) -> list[tuple[int, int]]:
    """Where the sentences of the claims stand, in order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for row in rows:
        start, end = _sentence(text, row)
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _sentence(text: str, row: dict[str, Any]) -> tuple[int, int]:
    sentence = row["sentence"]
    start = text.find(sentence, max(0, row["end"] - len(sentence)))
    if start < 0 or start > row["start"]:
        return row["start"], row["end"]
    return start, start + len(sentence)


def _lines(
    text: str, rows: list[dict[str, Any]], spans: list[tuple[int, int]] | None, language: str
) -> Iterator[Markup]:
    gap = Markup('<span class="gap">{}</span> ').format(wording(language)["article"]["gap"])
    carried = Carried(rows)
    for start, end in [(0, len(text))] if spans is None else spans:
        line = [gap] if spans is not None and start > 0 else []
        for piece in pieces(start, end, _inside(start, end, rows), carried):
            if piece.row is not None:
                line.append(_mark(text, piece, language))
                continue
            first, *others = visible(text[piece.start : piece.end]).split("\n")
            line.append(_plain(first, piece, language))
            for other in others:
                yield from _line(line)
                line = [_plain(other, piece._replace(anchors=()), language)]
        yield from _line(line)


def _line(parts: list[Markup]) -> Iterator[Markup]:
    line = Markup("").join(parts)
    if line.strip():
        yield line


def _inside(start: int, end: int, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    first = bisect_left(rows, start, key=lambda row: row["start"])
    last = bisect_right(rows, end, key=lambda row: row["start"])
    return rows[first:last]


class Carried:
    """The words that values of other sentences were carried over from, in the order of the text."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        found = [
            (*span, carried_id(row["claim"], column))
            for row in rows
            for column, span in (row.get("inherited") or {}).items()
        ]
        self.spans = sorted({(start, end) for start, end, _ in found})
        numbered = enumerate(found)
        self.anchors = sorted((start, number, name) for number, (start, _, name) in numbered)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches from start to end, none that overlaps the one before."""
        for number in range(bisect_left(self.spans, (start,)), len(self.spans)):
            first, last = self.spans[number]
            if first > end:
                return
            if start <= first and last <= end:
                yield first, last
                start = last

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """The anchors of the stretches that begin from start to end, in the order of the claims."""
        first, last = (bisect_left(self.anchors, (at,)) for at in (start, end))
        found = sorted(self.anchors[first:last], key=lambda anchor: anchor[1])
        return tuple(name for *_, name in found)


def pieces(
    start: int, end: int, rows: list[dict[str, Any]], carried: Carried | None = None
) -> Iterator[Piece]:
    """The text from start to end in pieces, a claim's words never cut.

    >>> [tuple(piece)[:2] for piece in pieces(0, 9, [{"claim": "c", "start": 2, "end": 4}])]
    [(0, 2), (2, 4), (4, 9)]
    """
    at, carried = start, carried or Carried(rows)
    for row in rows:
        if row["start"] < start or row["end"] > end:
            continue
        if row["start"] < at:
            yield Piece(at, at, None, (f"words-{row['claim']}",))
            continue
        yield from _between(at, row["start"], carried)
        yield Piece(row["start"], row["end"], row, carried.names(row["start"], row["end"]))
        at = row["end"]
    yield from _between(at, end, carried)


def _between(start: int, end: int, carried: Carried) -> Iterator[Piece]:
    at = start
    for first, last in carried.within(start, end):
        yield Piece(at, first)
        yield Piece(first, last, None, carried.names(first, last))
        at = last
    yield Piece(at, end)


def _plain(text: str, piece: Piece, language: str) -> Markup:
    if not piece.anchors:
        return escape(text)
    title = wording(language)["article"]["carried"]
    shown = Markup('<span class="carried-from" title="{}">{}</span>').format(title, text)
    shown = shown if text else Markup("")
    return _anchored(piece.anchors, shown)


def _anchored(anchors: Iterable[str], shown: Markup) -> Markup:
    return Markup("").join(Markup('<a id="{}"></a>').format(each) for each in anchors) + shown


def _mark(text: str, piece: Piece, language: str) -> Markup:
    row, words = piece.row, wording(language)["article"]
    said = words["words"].format(
        kind=style.kind_label(row["kind"], language),
        status=style.status_label(row["status"], language),
    )
    mark = Markup(
        '<mark id="words-{0}" class="k-{1} s-{2}"><a href="#claim-{0}" title="{3}">{4}</a></mark>'
    ).format(row["claim"], row["kind"], row["status"], said, visible(text[piece.start : piece.end]))
    return _anchored(piece.anchors, mark)


def legend(claims: pd.DataFrame, language: str) -> Shown:
    """The kinds and statuses that occur, each as it is marked in the text."""
    words = wording(language)["article"]
    item = Markup('<li><mark class="{}">{}</mark></li>')
    kinds = [
        item.format(f"k-{kind}", style.kind_label(kind, language))
        for kind in dict.fromkeys(claims["kind"])
    ]
    statuses = [
        item.format(f"s-{status}", style.status_label(status, language))
        for status in dict.fromkeys(claims["status"])
    ]
    html = Markup('<div class="legend">\n<p>{}</p>\n<ul>{}</ul>\n</div>').format(
        words["legend_lead"], Markup("").join(kinds + statuses)
    )
    return Shown(html, words["legend_lead"])


def _cut(n: int, language: str) -> Iterator[Shown]:
    if n > ARTICLES:
        words = Markup(wording(language)["article"]["cut"])
        shown, total = (counted(style.count(each, language)) for each in (ARTICLES, n))
        yield paragraph(words.format(shown=shown, n=total))
