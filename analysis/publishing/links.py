"""The links of a page: figures and tables numbered, no link without its place."""

from __future__ import annotations

import re

ID = re.compile(r'\bid="([^"]+)"')
ANCHOR = re.compile(r'<a\b([^>]*?)\b((?:xlink:)?href)="#([^"]*)"([^>]*)>(.*?)</a>', re.S)
PLACE = re.compile(
    r'<figure class="(sheet|chart)" id="([^"]+)"[^>]*>|<span class="number" data-no-claim></span>'
)
FALLBACK = (("claim-", "words-"), ("claim-", "table-claims"), ("derived-", "table-derived"))


def numbered(html: str, words: dict[str, str]) -> str:
    """The page with "Table 2." before each caption and "(table 2)" after each reference to it."""
    labels: dict[str, str] = {}
    counts, current = {"sheet": 0, "chart": 0}, ["", ""]

    def write(match: re.Match[str]) -> str:
        if match[1]:
            current[:] = match[1], match[2]
            return match[0]
        counts[current[0]] += 1
        word = words["table" if current[0] == "sheet" else "figure"]
        labels[current[1]] = f"{word} {counts[current[0]]}"
        return f'<span class="number" data-no-claim>{labels[current[1]]}. </span>'

    html = PLACE.sub(write, html)

    def refer(match: re.Match[str]) -> str:
        if match[3] not in labels or 'class="n' in match[0]:
            return match[0]
        reference = f" <span data-no-claim>({labels[match[3]].lower()})</span></a>"
        return match[0].removesuffix("</a>") + reference

    return ANCHOR.sub(refer, html)


def whole(html: str) -> str:
    """The page with each link led to a place that is there; a link without one loses its tag.

    A claim cut from its table is found in its words, or in the table that holds the download.

    >>> whole('<a class="n" href="#claim-c1">7</a> <p id="words-c1">x</p>')
    '<a class="n" href="#words-c1">7</a> <p id="words-c1">x</p>'
    """
    places = set(ID.findall(html))

    def mend(match: re.Match[str]) -> str:
        before, attribute, target, after, inner = match.groups()
        if target in places:
            return match[0]
        other = _other(target, places)
        if other:
            return f'<a{before}{attribute}="#{other}"{after}>{inner}</a>'
        return inner

    return ANCHOR.sub(mend, html)


def _other(target: str, places: set[str]) -> str | None:
    for start, instead in FALLBACK:
        if target.startswith(start):
            other = instead + target.removeprefix(start) if instead.endswith("-") else instead
            if other in places:
                return other
    return None
