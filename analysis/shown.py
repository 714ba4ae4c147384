"""What a notebook cell displays: HTML for the page, plain text for nbval, numbers as links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
CONTROLS |= {0x7F: "\u2421"} | {code: "\ufffd" for code in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of a page: its HTML and the same in plain text.

    >>> Shown(Markup("<p>7 &lt; 9</p>"), "7 < 9")
    7 < 9
    """

    html: Markup
    text: str
    about: dict[str, Any] | None = None  # told to the page's exporter, not to the reader

    def _repr_mimebundle_(self, include=None, exclude=None) -> Any:
        bundle = {"text/html": str(self.html), "text/plain": self.text}
        return (bundle, {"text/html": {"effectifs": self.about}}) if self.about else bundle

    def _repr_html_(self) -> str:
        return str(self.html)

    def __html__(self) -> str:
        return str(self.html)

    def __repr__(self) -> str:
        return self.text

    def __add__(self, other: Shown) -> Shown:
        return together((self, other))


def together(parts: Iterable[Shown]) -> Shown:
    """Several pieces as one, each on its own lines.

    >>> together([paragraph("one"), paragraph("two")])
    one
    <BLANKLINE>
    two
    """
    parts = tuple(parts)
    html = Markup("\n").join(part.html for part in parts)
    return Shown(html, "\n\n".join(part.text for part in parts if part.text))


def paragraph(content: str | Markup, css: str | None = None) -> Shown:
    """A sentence or several in a paragraph; plain strings are escaped.

    >>> paragraph("a < b").html
    Markup('<p>a &lt; b</p>')
    """
    opening = Markup('<p class="{}">').format(css) if css else Markup("<p>")
    return Shown(opening + escape(content) + Markup("</p>"), plain(content))


def plain(content: str | Markup) -> str:
    """The text of a piece of HTML; a plain string is its own text.

    >>> plain(claim_link("c01", "11,000"))
    '11,000'
    """
    return content.striptags() if isinstance(content, Markup) else visible(str(content))


def claim_link(claim_id: str, text: str | Markup) -> Markup:
    """A number that leads to its claim's row on the same page.

    >>> claim_link("c01", "11,000")
    Markup('<a class="n" href="#claim-c01">11,000</a>')
    """
    return Markup('<a class="n" href="#claim-{}">{}</a>').format(claim_id, text)


def derived_link(derived_id: str, text: str | Markup) -> Markup:
    """A number that leads to the derived figure's row on the same page.

    >>> derived_link("d01", "36 %")
    Markup('<a class="n" href="#derived-d01">36 %</a>')
    """
    return Markup('<a class="n" href="#derived-{}">{}</a>').format(derived_id, text)


def counted(text: str | Markup) -> Markup:
    """A count of rows: a number that no claim has to answer for.

    >>> counted("6")
    Markup('<span class="n" data-count>6</span>')
    """
    return Markup('<span class="n" data-count>{}</span>').format(text)


def exempt(text: str | Markup) -> Markup:
    """Dates, numbering and provenance: numbers that are no figures of persons.

    >>> exempt("April 2025")
    Markup('<span data-no-claim>April 2025</span>')
    """
    return Markup("<span data-no-claim>{}</span>").format(text)


def quoted(text: str, language: str | None = None) -> Markup:
    """The words of an article, in their own language, escaped.

    >>> quoted("d’entre <eux>", "fr")
    Markup('<q lang="fr" data-no-claim>d’entre &lt;eux&gt;</q>')
    """
    return Markup("<q{} data-no-claim>{}</q>").format(lang(language), visible(text))


def lang(language: str | None) -> Markup:
    """The `lang` attribute of an article's words, with nothing for a language not known.

    >>> lang("fr"), lang("und")
    (Markup(' lang="fr"'), Markup(''))
    """
    if not language or language == "und":
        return Markup("")
    return Markup(' lang="{}"').format(language)


def carried_id(claim_id: str, column: str) -> str:
    """The anchor of the words that a value was carried over from.

    >>> carried_id("c01", "who")
    'carried-c01-who'
    """
    return f"carried-{claim_id}-{column}"


def visible(text: str) -> str:
    """The text with its control characters (ANSI codes) as pictures: same length, no effect.

    >>> visible("\x1b[31mred")
    '␛[31mred'
    """
    return text.translate(CONTROLS)
