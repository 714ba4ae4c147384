"""A claim's sentence in its place: what stands before it, after it, and where it was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from analysis import annotate, style
from analysis.corpus import latest
from analysis.jupyter import in_jupyter
from analysis.model import Article, Problem
from analysis.parameters import guess
from analysis.reading.lexicon import lexicon
from analysis.reading.text import prepare
from analysis.sheets import cells
from analysis.shown import Shown, claim_link, lang, plain, visible
from analysis.wording import wording

ALIKE = 0.8  # ids are chance letters: only a slip of one or two is the same id meant
Part = tuple[int, int]


def show(claim: str | Mapping[str, Any], corpus: Any = None) -> Shown:
    """The sentence of a claim between its neighbours, its words marked, and its source below.

    `claim`: an id, or a row of `corpus.claims`; `corpus`: by default the one loaded last.
    Sentences that a value was carried over from are shown too; with `evidence="sentences"` only
    the claim's own. Raises Problem for an id that the corpus does not have.

    >>> import analysis
    >>> corpus = analysis.load("seeds")
    >>> claim = corpus.claims.iloc[0]
    >>> claim["quote"] in analysis.show(claim).text
    True
    """
    corpus = _corpus(corpus)
    row = _row(claim, corpus)
    document = next(each for each in corpus.documents if each.id == row["article"])
    parts = _parts(document, row, corpus.evidence)
    source = _source(row, corpus, document.language)
    html = Markup(
        '<article class="words place" aria-label="{0}">\n<p class="name" data-no-claim>{0}</p>\n'
        '<blockquote class="passage"{1} data-no-claim>\n{2}\n</blockquote>\n'
        '<p class="below">{3}</p>\n</article>'
    ).format(
        visible(document.id),
        lang(document.language),
        Markup("\n").join(_paragraphs(document.text, parts, row, corpus.language)),
        source,
    )
    lines = [visible(document.id), *_lines(document.text, parts, row, corpus.language)]
    return in_jupyter(Shown(html, "\n".join([*lines, plain(source)])))


def _corpus(corpus: Any) -> Any:
    found = latest() if corpus is None else corpus
    if found is None:
        raise Problem("show: no corpus is loaded; write corpus = analysis.load(), or pass one")
    return found


def _row(claim: Any, corpus: Any) -> dict[str, Any]:
    name = claim.get("claim") if hasattr(claim, "get") else claim
    if not isinstance(name, str):
        raise Problem("show: give a claim's id or one row, such as corpus.claims.iloc[0]")
    found = corpus.claims[corpus.claims["claim"] == name].to_dict("records")
    if not found:
        mend = guess(name, corpus.claims["claim"], ALIKE) or "; corpus.claims lists them"
        raise Problem(f"show: no claim {name!r} in {corpus.source}{mend}")
    return found[0]


def _parts(document: Article, row: dict[str, Any], evidence: str) -> list[Part]:
    """The stretches to show, in order: sentences that follow on each other made one."""
    if evidence == "sentences":
        return annotate.sentences(document.text, [row])
    sentences = prepare(document.text, lexicon(document.language)).sentences
    starts = [row["start"], *(start for start, _ in (row["inherited"] or {}).values())]
    own, *carried = (_at(sentences, start) for start in starts)
    wanted = {own - 1, own, own + 1, *carried} & set(range(len(sentences)))
    return list(_joined(sentences, sorted(wanted)))


def _at(sentences: list[Any], start: int) -> int:
    """The number of the sentence that holds a place of the text."""
    return max(n for n, sentence in enumerate(sentences) if n == 0 or sentence.span.start <= start)


def _joined(sentences: list[Any], wanted: list[int]) -> Iterator[Part]:
    first = wanted[0]
    for at, following in pairwise([*wanted, None]):
        apart = following != at + 1
        if apart or sentences[following].paragraph != sentences[at].paragraph:
            yield sentences[first].span.start, sentences[at].span.end
            first = following


def _paragraphs(text: str, parts: list[Part], row: Any, language: str) -> Iterator[Markup]:
    gap = Markup('<span class="gap">{}</span> ').format(wording(language)["article"]["gap"])
    for skipped, (start, end) in zip(_skipped(text, parts), parts, strict=True):
        pieces = annotate.pieces(start, end, [row])
        words = Markup("").join(_words(text, piece, language) for piece in pieces)
        yield Markup("<p>{}{}</p>").format(gap if skipped else "", words)


def _skipped(text: str, parts: list[Part]) -> list[bool]:
    """Whether words are left out before each of the stretches."""
    ends = [0, *(end for _, end in parts)]
    return [bool(text[end:start].strip()) for end, (start, _) in zip(ends, parts, strict=False)]


def _words(text: str, piece: annotate.Piece, language: str) -> Markup:
    # No anchors here: the article itself, elsewhere on a page, has them
    shown, words = visible(text[piece.start : piece.end]), wording(language)["article"]
    if piece.row is not None:
        css = f"k-{piece.row['kind']} s-{piece.row['status']}"
        return Markup('<mark class="{}">{}</mark>').format(css, shown)
    if piece.anchors and shown:
        carried = Markup('<span class="carried-from" title="{}">{}</span>')
        return carried.format(words["carried"], shown)
    return Markup("{}").format(shown)


def _lines(text: str, parts: list[Part], row: Any, language: str) -> Iterator[str]:
    gap = wording(language)["article"]["gap"] + " "
    for skipped, (start, end) in zip(_skipped(text, parts), parts, strict=True):
        pieces = annotate.pieces(start, end, [row])
        told = "".join(
            f"⟦{text[a:b]}⟧" if marked is not None else text[a:b] for a, b, marked, _ in pieces
        )
        yield (gap if skipped else "") + visible(" ".join(told.split()))


def _source(row: dict[str, Any], corpus: Any, spoken: str) -> Markup:
    """Figure, kind, status with its hedge, who says so and who relays it."""
    language = corpus.language
    here = row | {"inherited": {}}
    status = Markup("{}{}{}").format(
        style.status_label(row["status"], language),
        cells.hedged(row, spoken),
        _carried(row, "status", language),
    )
    words = wording(language)["sheet"]
    said = Markup(words["said"]).format(
        name=words["who"],
        who=cells.who(here, corpus.parties, language, spoken)
        + (_carried(row, "who", language) or _carried(row, "via", language)),
    )
    figure = claim_link(row["claim"], cells.amount(row, language))
    return Markup(" · ").join([figure, cells.kind(row, language), status, said])


def _carried(row: dict[str, Any], column: str, language: str) -> Markup:
    if column not in (row["inherited"] or {}):
        return Markup("")
    words = wording(language)["sheet"]
    shown = Markup(' <span class="carried" title="{}">({})</span>')
    return shown.format(words["carried_title"], words["carried"])
