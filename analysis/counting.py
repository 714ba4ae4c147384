"""Counts and dates in the words of a chart, marked so that a page tells them from figures.

The marks are control characters: an article's own are shown as pictures and mark nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

COUNT, DATE = ("\x02", "\x03"), ("\x0e", "\x0f")
MARKED = re.compile("\x02([^\x03]*)\x03|\x0e([^\x0f]*)\x0f")
MARKS = str.maketrans(dict.fromkeys("".join(COUNT + DATE)))


def counted(text: str) -> str:
    """A count of rows, which no claim has to answer for."""
    return text.join(COUNT)


def dated(text: str) -> str:
    """A date, which is no figure of persons."""
    return text.join(DATE)


def unmarked(text: str) -> str:
    """The words without their marks.

    >>> unmarked(counted("2") + " dates, in " + dated("2031"))
    '2 dates, in 2031'
    """
    return text.translate(MARKS)


def parts(text: str) -> Iterator[tuple[str, str]]:
    """The words in pieces, each "text", "count" or "date".

    >>> list(parts(counted("2") + " dates"))
    [('count', '2'), ('text', ' dates')]
    """
    at = 0
    for found in MARKED.finditer(text):
        if found.start() > at:
            yield "text", text[at : found.start()]
        yield ("date", found[2]) if found[1] is None else ("count", found[1])
        at = found.end()
    if at < len(text):
        yield "text", text[at:]
