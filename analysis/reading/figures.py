"""Every number of a text, with its range, its qualifier and its share: "plus d'un tiers"."""

from __future__ import annotations

from itertools import pairwise

from analysis.reading import atoms, halves, ranges, shares
from analysis.reading.atoms import Number
from analysis.reading.lexicon import Hit
from analysis.reading.ranges import POWERS
from analysis.reading.text import QUOTES, Text

CEILING = 10  # tokens from "ceiling" to the figure
REACH = 6  # tokens a qualifier may have


def find(text: Text) -> list[Number]:
    """All numbers, in order, none overlapping another."""
    numbers = halves.find(text, atoms.find(text))
    numbers = ranges.find(text, shares.find(text, numbers))
    for number, following in pairwise((*numbers, None)):
        _take_article(text, number)
        _qualify(text, number, following.i if following else len(text.words))
        if number.bound == "exact" and _under_a_ceiling(text, number.i):
            _apply(number, "at_most")
    return _apart(numbers)


def _take_article(text: Text, number: Number) -> None:
    """As in "A hundred", "la moitié": the article is part of the figure."""
    i = number.i - 1
    if i < 0 or number.form != "words":
        return
    one = text.has(i, "article_one") and number.low in POWERS
    whole = number.share and text.has(i, "function", "article") and text.words[number.i] != "%"
    if (one or whole) and not text.has(i, "function", "of"):
        number.i = number.core = i


def _apart(numbers: list[Number]) -> list[Number]:
    """Drop an article that a later figure took in; of two that overlap the longer stays."""
    taken = {k for n in numbers if n.form != "article" for k in range(n.i, n.j)}
    kept: list[Number] = []
    for number in numbers:
        if number.form == "article" and number.core in taken:
            continue
        if kept and number.i < kept[-1].j:
            kept[-1] = max(kept[-1], number, key=lambda n: n.j - n.i)
        else:
            kept.append(number)
    return kept


# "Berichte über bis zu 125 Tote": the word farther off is no qualifier of the figure.
CONTRARY = [{up, down} for up in ("at_least", "more_than") for down in ("at_most", "fewer_than")]


def _qualify(text: Text, number: Number, last: int) -> None:
    """Take in the words that open or close the figure: "au moins", "or more", "rund".

    Those that end at the next number, which begins at token `last`, belong to it.
    """
    bounds = []
    for _ in range(2):
        hit = _before(text, number.i)
        if hit is None or hit.value == "exact" or (bounds and {bounds[0], hit.value} in CONTRARY):
            break  # exact: "il n'y a plus que 40", which is not more than 40
        led = text.has(hit.i, "function", "preposition")
        told = hit.value == "more_than" and text.noun_of(hit.i - 1, "source", "document")
        if led and (number.form == "article" or told):
            break  # "unter einem Haus", "Berichte über 16 Tote"
        bounds.append(hit.value)
        number.i = hit.i
    hit = text.has(number.j, "qualifier.after")
    if hit and hit.j != last:
        bounds.append(hit.value)
        number.j = hit.j
    for bound in bounds:
        _apply(number, bound)


def _under_a_ceiling(text: Text, i: int) -> bool:
    """As in "the ceiling of the mandate stands at 800": no more than that."""
    before = text.within("ceiling", i - CEILING, i)
    gap = range(before[-1] + 1, i) if before else ()
    ends = (text.words[k] in ".,;:" or text.words[k][0].isdecimal() for k in gap)
    return bool(before) and not any(ends)


def qualify_after(text: Text, numbers: list[Number], ends: list[int]) -> None:
    """As in "cinq rebelles au moins": the qualifier stands after the noun, which ends there."""
    for number, end in zip(numbers, ends, strict=True):
        hit = text.has(end, "qualifier.after") if end else None
        counts_on = hit and hit.j < len(text.words) and text.words[hit.j][0].isdecimal()
        if hit and not counts_on and number.bound == "exact":
            _apply(number, hit.value)


def _before(text: Text, i: int) -> Hit | None:
    """The longest qualifier that ends at token i, a currency sign between allowed."""
    if i > 0 and (text.has(i - 1, "currency") or text.words[i - 1] in QUOTES):
        i -= 1
    for k in range(max(0, i - REACH), i):
        for hit in text.hits.get(k, ()):
            if hit.group == "qualifier.before" and hit.j == i:
                return hit
    return None


def _apply(number: Number, bound: str) -> None:
    if number.bound in ("vague", "range"):
        return
    if bound == "about":
        if number.bound == "exact":
            number.bound = "about"
    elif bound in ("at_least", "more_than"):
        number.bound, number.high = bound, None
    else:
        number.bound, number.low, number.high = bound, None, number.high
