"""Lines of text that fit the sheet, measured at the size they have on a phone."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from analysis.shown import visible

FAMILY = "DejaVu Sans"
HEAD, SMALL, TITLE = 8.6, 8.2, 10.5  # points at the sheet's width
PHONE, TITLE_PHONE = 1.45, 1.2  # how much larger the page's style makes them on a phone


@lru_cache(maxsize=4096)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in points.

    >>> width("30,000", 10) < width("30,000 and more", 10)
    True
    """
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    with quiet():
        return text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is said of letters that the built-in font lacks: the page has its own fonts."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from")
        yield


def one_line(text: str) -> str:
    """Words of an article on one line, control characters made visible.

    >>> one_line("a\\n b")
    'a b'
    """
    return visible(" ".join(str(text).split()) if "\n" in str(text) else str(text))


def fitted(text: str, room: float, size: float = SMALL, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than the room on a phone.

    >>> fitted("a long name of a source", 60)
    'a long n…'
    """
    size, text = size * PHONE, one_line(text)
    if width(text, size, bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrapped(text: str, room: float, size: float, most: int, bold: bool = False) -> list[str]:
    """The text in lines that fit the room as it is drawn, the last one cut where it must be.

    >>> wrapped("two lines", 40, 10, 2)
    ['two', 'lines']
    """
    lines, words = [""], one_line(text).split(" ")
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = fitted(" ".join(lines[most - 1 :]), room, size / PHONE, bold)
    return [fitted(line, room, size / PHONE, bold) for line in kept]
