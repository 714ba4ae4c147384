"""Sentences from `words/say.*.toml`, filled in: escaped, with the plural of the language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from analysis import style
from analysis.shown import Shown, counted

WORDS = Path(__file__).parent / "words"


@cache
def sentences(language: str) -> dict[str, Any]:
    """The sentence templates of one of the languages of labels."""
    return tomllib.loads((WORDS / f"say.{language}.toml").read_text("utf-8"))


def phrase(key: str, language: str, count: int | None = None, **values: Any) -> Markup:
    """The sentence of a dotted key, its fields escaped; `count` chooses the plural and fills {n}.

    >>> print(plain(phrase("count.articles", "en", 2), "en"))
    2 articles
    """
    template = template_of(key, language)
    if isinstance(template, dict):
        template = template.get(plural(count or 0, language), template["other"])
    if "{" not in template:
        return Markup(template)
    if count is not None:
        values.setdefault("n", counted(style.count(count, language)))
    return Markup(template).format(**values)


def template_of(key: str, language: str) -> Any:
    """The template of a dotted key; a KeyError names the key that is not there."""
    found: Any = sentences(language)
    for part in key.split("."):
        if part not in found:
            raise KeyError(f"say.{language}.toml has no {key}")
        found = found[part]
    return found


def plural(count: int, language: str) -> str:
    """The plural class of a count of rows: one, other ...

    >>> plural(0, "fr"), plural(0, "en")
    ('one', 'other')
    """
    return _locale(language).plural_form(count)


def joined(parts: Iterable[str | Markup], language: str) -> Markup:
    """A list in words: "a, b and c".

    >>> joined(["a", "b", "<c>"], "fr")
    Markup('a, b et &lt;c&gt;')
    """
    escaped = [str(escape(part)) for part in parts]
    return Markup(format_list(escaped, locale=language)) if escaped else Markup("")


def plain(content: str | Markup, language: str) -> str:
    """The text of a piece of HTML, quoted words in the quotation marks of the language.

    >>> plain(Markup("<p>by <q lang='fr'>Séoul</q></p>"), "en")
    'by “Séoul”'
    """
    opening, closing = quotation_marks(language)
    text = str(escape(content))
    if "<" not in text:
        return unescape(text)
    text = re.sub(r"<q\b[^>]*>", opening, text).replace("</q>", closing)
    text = re.sub(r"\s*(?:<ul>)?<li\b[^>]*>", "\n  - ", text)
    return unescape(re.sub(r"<[^>]+>", "", text))


def quotation_marks(language: str) -> tuple[str, str]:
    """What opens and closes a quotation."""
    return tuple(sentences(language)["marks"]["quotation"])


def sentence(parts: Iterable[Markup], language: str) -> Markup:
    """Clauses with a semicolon between them and a full stop after them."""
    return between(parts, language) + Markup(".")


def between(parts: Iterable[Markup], language: str) -> Markup:
    """Clauses with a semicolon between them."""
    return Markup(sentences(language)["marks"]["between"]).join(parts)


def shown(content: Markup, language: str, tag: str = "p", css: str | None = None) -> Shown:
    """One or several sentences in an element of their own, and as plain text."""
    opening = Markup('<{} class="{}">').format(tag, css) if css else Markup("<{}>").format(tag)
    html = opening + content + Markup("</{}>").format(tag)
    return Shown(html, plain(content, language))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
