"""The words of articles within other words, each in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

LEAST = 4  # letters of a cut name that are enough to know it
LINE = 12  # letters of a line that are enough to know its sentence
CUT = "…"
AROUND = "“”«»… \u00a0\u202f"


def pieces(text: str, spoken: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, those of an article with their language; `spoken`: words known.

    >>> list(pieces("by “agences d’État”", {"agences d’État": "fr"}))
    [('by “', None), ('agences d’État', 'fr'), ('”', None)]
    """
    at = 0
    for start, end, language in [*_line(text, spoken)] or _found(text, spoken):
        if start > at:
            yield text[at:start], None
        yield text[start:end], language
        at = end
    if at < len(text):
        yield text[at:], None


def _found(text: str, spoken: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    end = 0
    if spoken:
        known = "|".join(re.escape(each) for each in sorted(spoken, key=len, reverse=True))
        for found in re.finditer(rf"(?<!\w)(?:{known})(?!\w)", text):
            end = found.end()
            yield found.start(), end, spoken[found[0]]
    yield from _cut(text, end, spoken)


def _line(text: str, spoken: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """A line of a sentence that was broken into several."""
    core = text.strip(AROUND)
    start = text.find(core)
    if len(core) >= LINE:
        whole = next((words for words in spoken if core in words), None)
        if whole:
            yield start, start + len(core), spoken[whole]


def _cut(text: str, since: int, spoken: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """A name that was cut with an ellipsis at the end of its line."""
    if not text.endswith(CUT):
        return
    for start in range(since, len(text) - LEAST):
        begun = text[start : -len(CUT)]
        if start and text[start - 1].isalnum():
            continue
        for words, language in spoken.items():
            if words.startswith(begun):
                yield start, len(text), language
                return
