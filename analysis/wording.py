"""The fixed words of a page in the reader's language, from `words/page.*.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

WORDS = Path(__file__).parent / "words"


@cache
def wording(language: str) -> dict[str, dict[str, str]]:
    """Groups of labels and phrases in one of the languages of labels.

    >>> wording("fr")["sheet"]["kind"]
    'nature'
    """
    return tomllib.loads((WORDS / f"page.{language}.toml").read_text("utf-8"))


def label(group: str, key: str, language: str) -> str:
    """The label of a code, or the code with spaces where it has none.

    >>> label("role", "year", "en"), label("role", "not_yet_named", "en")
    ('year', 'not yet named')
    """
    return wording(language).get(group, {}).get(key, str(key).replace("_", " "))


def country(code: str, language: str) -> str:
    """The name of a country, or its code where it has none.

    >>> country("KP", "fr"), country("QX", "fr")
    ('Corée du Nord', 'QX')
    """
    return Locale.parse(language).territories.get(code, code)
