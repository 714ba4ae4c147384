"""Counts in brackets, place by place: "the dead are from Ashford (17), Kenley (3)"."""

from __future__ import annotations

from analysis.reading.text import Text

LONG = 60  # places in a list
NAME = 8  # tokens in the name of a place


def place_by_place(text: Text, i: int) -> int | None:
    """Where the list begins that the number at token i is in: one place and those joined to it."""
    if text.words[i - 1] != "(" or not _alone(text, i - 1):
        return None
    first = i - 1
    for items in range(LONG):
        k = _before_name(text, first)
        if text.has(k, "place"):
            return k if items or _goes_on(text, i + 2) else None
        if not _joins(text, k) or not _alone(text, k - 3):
            break
        first = k - 3
    return None


def _goes_on(text: Text, k: int) -> bool:
    """Whether another name with a number in brackets follows token k."""
    if not _joins(text, k):
        return False
    article = text.has(k + 1, "function", "article")
    first = article.j if article else k + 1
    names = range(first, min(first + NAME, len(text.words)))
    end = next((n for n in names if not text.capital(n)), first)
    return end > first and _alone(text, end)


def _joins(text: Text, k: int) -> bool:
    return text.words[k : k + 1] == [","] or text.has(k, "function", "and") is not None


def _alone(text: Text, k: int) -> bool:
    """A number alone in brackets."""
    words = text.words[k : k + 3] if k >= 0 else []
    return len(words) == 3 and words[0] == "(" and words[1].isdecimal() and words[2] == ")"


def _before_name(text: Text, k: int) -> int:
    """The token before a name, and its article, that end before token k."""
    names = range(k - 1, max(-1, k - NAME), -1)
    i = next((n for n in names if not text.capital(n)), -1)
    article = text.has(i, "function", "article")
    return i - 1 if article and article.j == i + 1 else i
