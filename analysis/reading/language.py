"""The language of a text, told by the function words that the lexicons state."""

from __future__ import annotations

import re
from functools import cache

from analysis.reading.lexicon import languages, lexicon

SAMPLE = 4_000  # characters looked at
LEAST = 0.22  # share of the words that must be function words of the language
LEAD = 1.3  # how much more than the next best language

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {name: lexicon(name).words("language") for name in languages()}


def detect(text: str) -> str:
    """The language of a text in two letters; `und` where no lexicon fits it.

    >>> detect("Les soldats ont été envoyés dans la région par le gouvernement.")
    'fr'
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    if not words:
        return "und"
    shares = {
        name: sum(word in known for word in words) / len(words)
        for name, known in _function_words().items()
    }
    ranked = sorted(shares.items(), key=lambda item: -item[1])
    best, share = ranked[0]
    following = ranked[1][1] if len(ranked) > 1 else 0
    return best if share >= LEAST and share >= LEAD * following else "und"
