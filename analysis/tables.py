"""What was read becomes rows: claims, dates, figures, articles, problems."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from analysis.model import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    FIGURE_COLUMNS,
    PROBLEM_COLUMNS,
    Article,
    Claim,
    DateMention,
    Figure,
    Row,
)
from analysis.reading import Reading

COLUMNS = {
    "claims": CLAIM_COLUMNS,
    "dates": DATE_COLUMNS,
    "figures": FIGURE_COLUMNS,
    "articles": ARTICLE_COLUMNS,
    "problems": PROBLEM_COLUMNS,
}
NUMBERS = {"low": "float64", "high": "float64"}
WHOLE = {
    "start": "int64",
    "end": "int64",
    "characters": "int64",
    "claims": "int64",
    "figures": "int64",
}


def claim_id(sha256: str, start: int, end: int) -> str:
    """The id of the claim at a span of an article: the same in each run.

    >>> claim_id("00", 3, 9)
    'c963df96958'
    """
    place = f"{sha256}:{start}:{end}".encode()
    return "c" + hashlib.sha256(place).hexdigest()[:10]


def claims(article: Article, reading: Reading) -> list[Row]:
    """One row per figure of persons, columns as in `model.CLAIM_COLUMNS`."""
    ids = {c.start: claim_id(article.sha256, c.start, c.end) for c in reading.claims}
    return [_claim(article, claim, ids) for claim in reading.claims]


def _claim(article: Article, claim: Claim, ids: dict[int, str]) -> Row:
    row = {name: getattr(claim, name, None) for name in CLAIM_COLUMNS}
    row.update(
        claim=ids[claim.start],
        article=article.id,
        quote=article.text[claim.start : claim.end],
        sentence=article.text[claim.sentence.start : claim.sentence.end],
        low=_rounded(claim.low),
        high=_rounded(claim.high),
        of=ids.get(claim.of),
        restates=ids.get(claim.restates),
        inherited={name: list(span) for name, span in sorted(claim.inherited.items())},
    )
    return row


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def dates(article: Article, reading: Reading) -> list[Row]:
    """One row per date expression, columns as in `model.DATE_COLUMNS`."""
    ids = {c.start: claim_id(article.sha256, c.start, c.end) for c in reading.claims}
    return [_date(article, date, ids) for date in reading.dates]


def _date(article: Article, date: DateMention, ids: dict[int, str]) -> Row:
    row = {name: getattr(date, name, None) for name in DATE_COLUMNS}
    row.update(
        article=article.id,
        quote=article.text[date.start : date.end],
        sentence=article.text[date.sentence.start : date.sentence.end],
        claim=ids.get(date.claim),
    )
    return row


def figures(article: Article, reading: Reading) -> list[Row]:
    """One row per number of the text and what it became."""
    ids = {c.start: claim_id(article.sha256, c.start, c.end) for c in reading.claims}
    return [_figure(article, figure, ids) for figure in reading.figures]


def _figure(article: Article, figure: Figure, ids: dict[int, str]) -> Row:
    row = {name: getattr(figure, name, None) for name in FIGURE_COLUMNS}
    quote = article.text[figure.start : figure.end]
    claim = ids.get(figure.start) if figure.role == "claim" else None
    row.update(
        article=article.id,
        quote=quote,
        low=_rounded(figure.low),
        high=_rounded(figure.high),
        claim=claim,
    )
    return row


def article_row(article: Article, reading: Reading) -> Row:
    """The row of an article: where from, how long, how many figures."""
    row = {name: getattr(article, name, None) for name in ARTICLE_COLUMNS}
    row.update(
        article=article.id,
        characters=len(article.text),
        claims=len(reading.claims),
        figures=len(reading.figures),
    )
    return row


def frame(table: str, rows: Iterable[Row]) -> Any:
    """A DataFrame of one of the tables: its columns in order, list cells as tuples.

    >>> list(frame("problems", []).columns)
    ['article', 'problem', 'mend']
    """
    import pandas as pd

    made = pd.DataFrame(list(rows), columns=list(COLUMNS[table]), dtype=object)
    for name in made.columns:
        if name in NUMBERS and table in ("claims", "figures"):
            made[name] = made[name].astype("float64")
        elif name in WHOLE and not (table == "claims" and name == "claims"):
            made[name] = made[name].astype("int64")
    return made
