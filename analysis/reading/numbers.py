"""Number words and digits to values; number words come from text2num."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from text_to_num import find_numbers

LONGEST = 24  # characters; a longer run of digits is no count of anything
LARGEST = 1e12


class _Token:
    """What text2num asks of a token."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word

    def text(self) -> str:
        return self.word

    def text_lowercase(self) -> str:
        return self.word

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def digits(token: str, decimal: str) -> float | None:
    """The value of a token of digits; None for a time, a date or a fraction.

    >>> digits("1.500,5", ",")
    1500.5
    """
    if (
        not token[token[0] == decimal :][:1].isdecimal()
        or len(token) > LONGEST
        or re.search(r"[:h/-]|\d[.]\d+[.]\d{1,2}$|[.]\d{2}[.]", token)
    ):
        return None
    whole, mark, rest = token.partition(decimal) if decimal in token else (token, "", "")
    whole = re.sub(r"\D", "", whole)
    return float(f"{whole}.{rest}") if mark and rest else float(whole)


@lru_cache(maxsize=40_000)
def is_number(word: str, language: str) -> bool:
    """Whether a word is a number, cardinal or ordinal, or a part of one.

    >>> is_number("seize", "fr"), is_number("troisième", "fr"), is_number("maison", "fr")
    (True, True, False)
    """
    return word[0].isalpha() and bool(_occurrences((word,), language))


def number_words(language: str, words: Iterable[str]) -> set[str]:
    """Those of the words that are numbers."""
    return {word for word in set(words) if word[0].isalpha() and is_number(word, language)}


def runs(words: tuple[str, ...], language: str) -> list[tuple[int, int, float, bool]]:
    """Number words among the tokens: from, to (exclusive), value, whether ordinal.

    >>> runs(("vingt", "-", "cinq", "hommes"), "fr")
    [(0, 3, 25.0, False)]
    """
    return [(o.start, o.end, o.value, o.is_ordinal) for o in _occurrences(words, language)]


@cache
def supported(language: str) -> bool:
    """Whether text2num knows the language."""
    try:
        find_numbers([_Token("x")], language, 0)
    except (ValueError, KeyError):
        return False
    return True


@lru_cache(maxsize=4_000)
def _occurrences(words: tuple[str, ...], language: str) -> tuple:
    if not supported(language):
        return ()
    return tuple(find_numbers([_Token(word) for word in words], language, 0))
