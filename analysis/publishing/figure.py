"""A chart's output as a figure of the page: its own SVG, the same in words, its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from html import unescape
from typing import Any

from markupsafe import Markup

from analysis import counting
from analysis.counting import unmarked
from analysis.shown import counted, exempt, lang, visible
from analysis.spoken import pieces

PROLOG = re.compile(r"^.*?(?=<svg\b)", re.S)
VIEW = re.compile(r'\bviewBox="[^"]*"')
SIZE = re.compile(r'\s(?:width|height)="[^"]*"')
ANSWERED = re.compile(
    r'<a class="n" href="#[^"]+">[^<]+</a>|<(?P<tag>span|q)\b[^>]*\bdata-no-claim>[^<]+</(?P=tag)>'
)
TAG = re.compile(r"<[^>]+>")
PARTS = re.compile(r"(<[^>]+>)([^<]*)(<[^>]+>)")
MARK = re.compile(r'<a\b[^>]*\bhref="(#(?:claim|derived)-[^"]+)"[^>]*>(.*?)</a>', re.S)
TALL = 2.2  # times as high as wide
NUMBER = r"\d+(?:[.,’\u00a0\u202f]\d+)*(?:\s?[%×])?"
Known = dict[str, Markup]


def chart(svg: str, about: dict[str, Any], words: dict[str, str]) -> Markup:
    """The figure: numbers in its words lead where those of its marks and data lead.

    `about`: name, title, caption, alt, data_html, and untitled, the view box below the title.
    """
    name = about.get("name") or "chart"
    data, title = str(about.get("data_html") or ""), visible(unmarked(about.get("title") or name))
    known = answers(svg, data)
    spoken = about.get("spoken") or {}
    told, caption, alt = (
        answered(about.get(key, ""), known, spoken) for key in ("title", "caption", "alt")
    )
    return Markup(
        '<figure class="chart" id="figure-{0}"{6}>\n<figcaption><span class="number" data-no-claim>'
        '</span><strong>{1}</strong></figcaption>\n<div class="scroll" role="region" tabindex="0" '
        'aria-label="{2}">\n{3}\n</div>\n<p class="below">{4}</p>\n{5}\n</figure>'
    ).format(
        name,
        told,
        title,
        _svg(svg, title, about.get("untitled")),
        caption,
        _folded(title, alt, data, words) if alt or data else Markup(""),
        " data-tall" if _tall(about.get("untitled") or VIEW.search(svg)) else "",
    )


def answers(svg: str, data: str) -> Known:
    """What answers for the words and numbers of a chart: its data, else its marks."""
    known: Known = {}
    for href, inner in MARK.findall(svg):
        for number in re.findall(NUMBER, unescape(TAG.sub(" ", inner))):
            known.setdefault(number, Markup('<a class="n" href="{}">{{}}</a>').format(href))
    for found in ANSWERED.finditer(data):
        before, text, after = PARTS.fullmatch(found[0]).groups()
        if re.search(r"\d", text):
            known[unescape(text).lower()] = Markup(before + "{}" + after)
    return known


def answered(text: str, known: Known, spoken: Mapping[str, str] | None = None) -> Markup:
    """Words of a chart with each number led where its data or marks lead, counts and dates said.

    What none of them answers for stays bare. `spoken`: an article's words with their language.

    >>> known = answers("", '<a class="n" href="#claim-c1">about 900</a>')
    >>> answered(counting.counted("2") + " say: About 900", known)
    Markup('<span class="n" data-count>2</span> say: <a class="n" href="#claim-c1">About 900</a>')
    """
    said = {"count": counted, "date": exempt, "text": partial(_plain, known, spoken or {})}
    return Markup("").join(said[kind](words) for kind, words in counting.parts(text))


def _plain(known: Known, spoken: Mapping[str, str], text: str) -> Markup:
    longest = [re.escape(each) for each in sorted(known, key=len, reverse=True)]
    pattern = "|".join(rf"(?<![\d.,])(?:{each})(?!\d)" for each in [*longest, NUMBER])
    shown, at = Markup(""), 0
    for found in re.finditer(pattern, text, re.IGNORECASE):
        shown += _tongues(text[at : found.start()], spoken) + _answer(found[0], known)
        at = found.end()
    return shown + _tongues(text[at:], spoken)


def _answer(text: str, known: Known) -> str | Markup:
    return known.get(text.lower(), Markup("{}")).format(visible(text))


def _tongues(text: str, spoken: Mapping[str, str]) -> Markup:
    return Markup("").join(
        Markup("<span{}>{}</span>").format(lang(language), words) if language else visible(words)
        for words, language in pieces(text, spoken)
    )


def _tall(view: str | re.Match[str] | None) -> bool:
    """Whether a picture is too tall to be legible on a sheet of paper."""
    numbers = re.findall(r"[\d.]+", view[0] if isinstance(view, re.Match) else view or "")
    return len(numbers) == 4 and float(numbers[3]) > TALL * float(numbers[2])


def _svg(svg: str, title: str, untitled: str | None) -> Markup:
    # Not role=img: the marks inside are links
    opening = str(Markup('<svg role="group" aria-label="{}"').format(title))
    drawn = PROLOG.sub("", svg, count=1).strip()
    if untitled:
        head, rest = drawn.split(">", 1)
        head = VIEW.sub(str(Markup('viewBox="{}"').format(untitled)), SIZE.sub("", head))
        drawn = f"{head}>{rest}"
        opening = opening.replace("<svg", '<svg class="untitled"')
    return Markup(drawn.replace("<svg", opening, 1))


def _folded(title: str, alt: Markup, data: str, words: dict[str, str]) -> Markup:
    table = Markup("")
    if data:
        region = '<div class="scroll sheet" role="region" tabindex="0" aria-label="{}">\n{}\n</div>'
        table = Markup(region).format(words["data"].format(title=title), Markup(data))
    toggle = '<details class="alternative"><summary>{}</summary>\n<p>{}</p>\n{}\n</details>'
    return Markup(toggle).format(words["as_text"], alt, table)
