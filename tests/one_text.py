"""One text read as an article of its own: the rows of its tables."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis import tables
from analysis.model import Article
from analysis.reading import read
from analysis.reading.lexicon import lexicon

Rows = list[dict[str, Any]]


def article(text: str, language: str = "fr") -> Article:
    """The text as an article."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("a", text, digest, "a.txt", language)


def rows(text: str, language: str = "fr", folder: Path | None = None) -> tuple[Rows, Rows, Rows]:
    """Its claims, dates and figures."""
    made = article(text, language)
    reading = read(made, lexicon(language, folder) if folder else lexicon(language))
    return tuple(getattr(tables, name)(made, reading) for name in ("claims", "dates", "figures"))


def claims(text: str, language: str = "fr") -> Rows:
    """Its figures of persons."""
    return rows(text, language)[0]


def dates(text: str, language: str = "fr") -> Rows:
    """Its dates."""
    return rows(text, language)[1]


def figures(text: str, language: str = "fr") -> Rows:
    """All its numbers."""
    return rows(text, language)[2]
