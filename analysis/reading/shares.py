"""Parts of a whole: "deux tiers", "40 %", "one soldier in five"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading.atoms import PLAIN, Number, merge
from analysis.reading.numbers import is_number, runs
from analysis.reading.text import Text


def find(text: Text, numbers: list[Number]) -> list[Number]:
    """The numbers, with those that are shares put together."""
    for step in (_fractions, _spoken, _mixed, _percents, _ratios):
        numbers = step(text, numbers)
    return numbers


def fractions(text: Text) -> Iterator[tuple[int, int, float]]:
    """The lexicon's words for a fraction ("half", "tiers"): first token, token after, value."""
    for i in text.at["fraction"]:
        if hit := text.has(i, "fraction"):
            top, bottom = map(int, hit.value.split("/"))
            yield i, hit.j, top / bottom


def _fractions(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Deux tiers", "la moitié", "one fifth of"."""
    by_end = {n.j: n for n in numbers}
    drop: set[int] = set()
    added: list[Number] = []
    inside = {k for n in numbers for k in range(n.i, n.j)}  # "one and a half million"
    for i, j, part in fractions(text):
        if i not in inside:
            _one_fraction(text, i, j, part, by_end, drop, added)
    for number in numbers if text.lexicon.grammar["fraction_endings"] else ():
        j = number.j
        value = _by_ending(text, j) if j < len(text.words) and text.words[j][0].isalpha() else None
        if value:
            _one_fraction(text, j, j + 1, 1 / value, by_end, drop, added)
    for number in numbers:
        denominator = _denominator(text, number)
        if denominator and number.i in by_end:
            _one_fraction(text, number.i, number.j, 1 / denominator, by_end, drop, added)
    taken = {k for n in added for k in range(n.i, n.j)}
    kept = [n for n in numbers if id(n) not in drop and n.i not in taken]
    return sorted(kept + added, key=lambda n: n.i)


def _denominator(text: Text, number: Number) -> float | None:
    part = text.has(number.j, "function", "of") or _closed(text, number.j)
    if number.form == "ordinal" and number.low and number.low > 2:
        return number.low if part else None
    return None


def _by_ending(text: Text, i: int) -> float | None:
    """A number word with the ending of a fraction: "zwanzigstel"."""
    word, language = text.words[i], text.lexicon.language
    for ending in text.lexicon.grammar["fraction_endings"]:
        stem = word.removesuffix(ending)
        if stem and stem != word and is_number(stem, language):
            value = runs((stem,), language)[0][2]
            return value if value > 2 else None
    return None


def _one_fraction(text, i, j, unit, by_end, drop, added) -> None:
    before = by_end.get(i) or _hyphened(text, i, by_end)
    article = i > 0 and text.has(i - 1, "function", "article")
    followed = text.has(j, "function", "of")
    ordinal = is_number(text.words[i], text.lexicon.language)
    if before is None and not (followed or (article and not ordinal)):
        return
    start, times = i, 1.0
    if any(n.i <= i < n.j for n in added):
        return
    if before is not None and before.low is not None and before.form != "ordinal":
        start, times = before.i, before.low
        drop.add(id(before))
    value = times * unit
    added.append(Number(start, j, value, value, share=value <= 1, form="words"))


def _hyphened(text: Text, i: int, by_end: dict[int, Number]) -> Number | None:
    """As in "two-thirds": the numerator before a hyphen."""
    before = by_end.get(i - 1) if text.words[i - 1 : i] == ["-"] else None
    return before if before is not None and before.form != "article" else None


def _spoken(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "three over four": number words, and nothing that is counted after them."""

    def join(top: Number, bottom: Number) -> Number | None:
        over = text.has(top.j, "ratio", "over")
        words = top.form in ("words", "article") and bottom.form in ("words", "article")
        if not (over and over.j == bottom.i and words and _closed(text, bottom.j)):
            return None
        value = top.value / bottom.value if bottom.value else None
        return Number(top.i, bottom.j, value, value, share=bool(value and value < 1), form="token")

    return merge(numbers, join)


def _closed(text: Text, i: int) -> bool:
    return i >= len(text.words) or not (text.words[i][0].isalnum() or text.words[i] == "-")


def _mixed(text: Text, numbers: list[Number]) -> list[Number]:
    """A whole and a fraction: "1 1/2", "un et demi", "two and a half"."""

    def join(before: Number, number: Number) -> Number | None:
        low = number.low or 0
        improper = low > 1 and (number.form == "token" or (number.form == "words" and low % 1))
        if (
            not (number.share or improper)
            or before.share
            or before.form not in PLAIN
            or before.low is None
        ):
            return None
        between = text.words[before.j : number.i]
        joined = not between or (len(between) == 1 and text.has(before.j, "function", "and"))
        written = number.form == "token" or bool(between) or before.form == "article"
        if not joined or not written or before.low != int(before.low) or before.low > 1000:
            return None
        if text.has(before.i - 1, "month") or text.has(number.j, "function", "of"):
            return None
        value = before.low + (number.low or 0)
        return Number(before.i, number.j, value, value, form="digits")

    return merge(numbers, join)


def _percents(text: Text, numbers: list[Number]) -> list[Number]:
    signs: set[int] = set()  # "pour cent" holds a number
    for number in numbers:
        hit = text.has(number.j, "percent")
        if hit and number.low is not None and number.form in ("digits", "words"):
            number.low = number.high = round(number.low / 100, 6)
            number.share, number.j, number.core_end = True, hit.j, hit.j
            signs.update(range(hit.i, hit.j))
    return [number for number in numbers if number.i not in signs]


def _ratios(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Un soldat sur trois", "one in five", "jeder dritte"."""
    kept: list[Number] = []
    for number in numbers:
        each = number.i > 0 and text.has(number.i - 1, "ratio", "each")
        if each and number.low and number.form == "ordinal":
            share = 1 / number.low
            kept.append(Number(number.i - 1, number.j, share, share, share=True, form="words"))
            continue
        ratio = _ratio(text, kept[-1], number) if kept else None
        if ratio:
            kept[-1] = ratio
        else:
            kept.append(number)
    return kept


def _ratio(text: Text, top: Number, bottom: Number) -> Number | None:
    plain = ("digits", "words", "article")
    if top.share or bottom.share or top.form not in plain or bottom.form not in plain:
        return None
    if not (top.low and bottom.low and top.low < bottom.low <= 100 and top.low <= 10):
        return None
    noun = None
    join = top.j
    if person := text.has(join, "person"):
        noun = (join, person.j)
        join = person.j
    hit = text.has(join, "ratio", "join")
    if hit is None or hit.j != bottom.i or (bottom.form == "digits" and not noun):
        return None
    if text.has(bottom.j, "role"):
        return None
    share = top.low / bottom.low
    made = Number(top.i, bottom.j, share, share, share=True, form="words")
    made.noun = noun
    return made
