"""Where the lines of an article begin something new, and where they only wrap."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.reading.lexicon import Lexicon

WIDTH = range(40, 101)  # characters of the longest line of a text that is wrapped
SLACK = 2  # characters by which a wrapped line may fall short of the longest one
FEW = 3  # lines that show whether a block is wrapped
CLOSES = '.!?:"”»'  # what ends a line that needs no other


def breaks(raw: str, lexicon: Lexicon) -> list[int]:
    """Where a line begins that does not go on from the one before it."""
    found = []
    opens = lexicon.words("function", "article") | lexicon.words("function", "of")
    raw = raw.replace("\r\n", " \n").replace("\r", "\n")
    for block in re.finditer(r"[^\n](?:[^\n]|\n(?![ \t\r]*\n))*", raw):
        found.append(block.start())
        lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]+", block[0])]
        width = _width([line for _, line in lines])
        for (_, before), (start, line) in pairwise(lines):
            goes_on = line.lstrip()[:1].islower() or _last(before) in opens
            wraps = width and not _ends(before) and _full(before, line, width)
            if not (goes_on or wraps):
                found.append(block.start() + start)
    return found


def _last(line: str) -> str:
    """A line's last word: "of", "the" in "off the coast of" go on with the next line."""
    return line.lower().rsplit(None, 1)[-1] if line.strip() else ""


def _width(lines: list[str]) -> int:
    """The width that a block is wrapped at: each line that ends nothing is full; 0 if it is not."""
    longest = max(len(line.strip()) for line in lines)
    if len(lines) < FEW or longest not in WIDTH:
        return 0
    full = [_full(a, b, longest) for a, b in pairwise(lines) if not _ends(a)]
    return longest if full and all(full) else 0


def _full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word had no room on this line."""
    word = following.split(None, 1)[0] if following.strip() else ""
    return len(line.strip()) + 1 + len(word) + SLACK > width


def _ends(line: str) -> bool:
    """Whether a line ends in a mark that closes a sentence."""
    return line.rstrip()[-1:] in CLOSES
