"""What is done in a process of its own: `read LANGUAGE SIZE`, `hostile NAME SIZE` and `articles`.

A process that is started counts the memory of the one that starts it into its own peak, so the one
that measures holds no text.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from tests.bench import texts

DIGITS = re.compile(r"\d+")


def reading(language: str, pieces: list[str]) -> tuple[float, int]:
    """Seconds for the claims of some texts, the lexicon's loading included, and their number."""
    from analysis.model import Article
    from analysis.reading import read
    from analysis.reading.lexicon import lexicon

    start = time.perf_counter()
    known = lexicon(language)
    named = [Article(str(n), words, "0" * 64, "", language) for n, words in enumerate(pieces)]
    claims = sum(len(read(article, known).claims) for article in named)
    return time.perf_counter() - start, claims


def _cutting(language: str, pieces: list[str]) -> float:
    """Seconds for the tokens alone, before anything is looked up: no reader is faster."""
    from analysis.reading.lexicon import lexicon
    from analysis.reading.text import token_pattern

    grammar = lexicon(language).grammar
    pattern = token_pattern(grammar["thousands"], grammar["decimal"])
    start = time.perf_counter()
    for words in pieces:
        [match.span() for match in pattern.finditer(words)]
    return time.perf_counter() - start


def read_articles(language: str, size: str) -> dict[str, float]:
    pieces = texts.pieces(language, int(size))
    seconds, claims = reading(language, pieces)
    start = time.perf_counter()
    digits = sum(1 for words in pieces for _ in DIGITS.finditer(words))
    by_re = time.perf_counter() - start
    megabytes = sum(len(words.encode()) for words in pieces) / 1e6
    numbers = 1000 * digits / sum(map(len, pieces))
    cut = megabytes / _cutting(language, pieces)
    rates = {"rate": megabytes / seconds, "re": megabytes / by_re, "cut": cut}
    return {**rates, "claims": claims, "numbers": numbers}


def read_hostile(name: str, size: str) -> dict[str, float]:
    seconds, claims = reading("fr", [texts.HOSTILE[name](int(size))])
    return {"seconds": seconds, "claims": claims}


def write_articles(path: str, count: str) -> dict[str, float]:
    return {"bytes": texts.articles(Path(path), int(count)).stat().st_size}


if __name__ == "__main__":
    run = {"read": read_articles, "hostile": read_hostile, "articles": write_articles}[sys.argv[1]]
    print(json.dumps(run(*sys.argv[2:])))
