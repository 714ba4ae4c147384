"""Ranges and vague quantities: "25 000 à 30 000", "plusieurs dizaines de milliers"."""

from __future__ import annotations

import re

from analysis.reading.atoms import Number, merge
from analysis.reading.text import QUOTES, Text

FORMS = ("digits", "words", "collective", "article")
POWERS = frozenset((10, 100, 1_000, 10_000, 100_000, 1_000_000, 1_000_000_000))
SPOKEN = (1e8, 1e6, 1e5, 1e3, 1e2)  # what "two to three hundred thousand" may have in common
WAY = 8  # tokens from what changes to the figure it changes from: "to cut its force from 500"


def find(text: Text, numbers: list[Number]) -> list[Number]:
    """The numbers, with those that are ends of a range or part of a vague quantity put together."""
    return _vague(text, merge(numbers, lambda first, second: join(text, first, second)))


def join(text: Text, first: Number, second: Number) -> Number | None:
    """One range of two numbers, where a word or dash joins them."""
    if first.form not in FORMS or second.form not in FORMS or first.bound == "range":
        return None
    if first.low is None or second.low is None or second.i - first.j > 5:
        return None
    quoted = first.i > 1 and text.words[first.i - 1] in QUOTES
    opened = text.has(first.i - 1 - quoted, "range", "open") if first.i else None
    start, end = first.j, second.j
    repeated = (
        start + 1 < second.i and text.words[start] == text.words[min(end, len(text.words) - 1)]
    )
    if repeated and start != end:
        start += 1
    if text.words[start] == "%" and second.share:
        start += 1
    if text.words[start] == "-" and text.has(start + 1, "range", "join"):
        start += 1  # "zwei- bis dreihundert"
    hit = text.has(start, "range", "join")
    if hit is None or not _reaches(text, hit.j, second.i):
        return None
    if text.words[start] in text.lexicon.words("function", "and") and not opened:
        return None
    if changes(text, first.i) or _changes_from(text, first.i):
        return None
    if first.i and text.has(first.i - 1, "month") and _looks_like_year(text, first):
        return None
    low = _shared_thousands(text, first, second)
    if second.share and not first.share and first.low > 1:
        low = first.low / 100
    if low >= second.low or (second.share and low > 1):
        return None
    if _looks_like_year(text, first) and _looks_like_year(text, second):
        return None
    begin = opened.i if opened and _keeps(text, opened) else first.i
    made = Number(begin, end, low, second.high, "range", second.share, form="digits")
    made.core = first.i
    return made


def changes(text: Text, i: int) -> bool:
    """Whether a number at token i is what something changes from: "passer de 2 900 à 6 500"."""
    span = range(max(0, i - 5), i)
    return any((hit := text.has(k, "range", "change")) and hit.j == i for k in span)


def _changes_from(text: Text, i: int) -> bool:
    """As in "to cut its force from 500 to 300": no range, but what it was and what it will be."""
    change = any(text.has(k, "range", "change", "changing") for k in range(max(0, i - WAY), i))
    return change and _from(text, i)


def _from(text: Text, i: int) -> bool:
    """Whether a word for "from" stands right before token i, or "from now" as in "from now 900"."""
    if text.has(i - 1, "modal", "now"):
        i -= 1
    span = range(max(0, i - 2), i)
    return any((hit := text.has(k, "place", "from")) and hit.j == i for k in span)


def left_behind(text: Text, number: Number) -> bool:
    """What a number is said to change from, which stands: "from around 2,000 to 1,000"."""
    onward = any(_to_figure(text, k) for k in (number.j, number.j + 1))
    return changes(text, number.i) or (onward and _from(text, number.i))


def _to_figure(text: Text, k: int) -> bool:
    """As in "to less than 1,000": a word of direction, and a number in digits soon after."""
    listed = text.has(k, "function", "and")
    if listed or not (text.has(k, "range", "join") or text.has(k, "place")):
        return False
    last = min(k + 5, len(text.words))
    return any(text.words[m][0].isdecimal() for m in range(k + 1, last))


def _keeps(text: Text, opened) -> bool:
    """As in "Entre" belongs to the range; a preposition that is only "from" does not."""
    return not text.has(opened.i, "function", "of") and not text.has(opened.i, "place", "from")


def _reaches(text: Text, i: int, j: int) -> bool:
    """Nothing between, or a qualifier or currency sign of the second number."""
    if i == j:
        return True
    hit = text.has(i, "qualifier.before") or text.has(i, "currency")
    return bool(hit and hit.j == j) or (i + 1 == j and text.words[i] == "~")


def _looks_like_year(text: Text, number: Number) -> bool:
    word = text.words[number.core]
    return (
        number.core_end - number.core == 1
        and len(word) == 4
        and word.isdecimal()
        and (1800 <= int(word) <= 2100)
    )


def _shared_thousands(text: Text, first: Number, second: Number) -> float:
    """As in "10 à 12 000", "25-30.000", "2 to 3 million": the first shares the thousands."""
    low, high = first.low or 0, second.low or 0
    bare = first.core_end - first.core == 1 and low < 1000
    magnitude = text.has(second.core_end - 1, "magnitude")
    if bare and magnitude and first.form == "digits":
        scaled = low * float(magnitude.value)
        return scaled if scaled < high else low
    if bare and high >= 1000 and second.form == "digits" and second.core_end - second.core == 1:
        scaled = low * 1000
        if re.search(r"\D000$", text.words[second.core]) and high / 20 < scaled < high:
            return scaled
    if first.form != "words" or (second.form == "collective" or first.share):
        return low
    if text.words[second.core][0].isdecimal():
        return low * float(magnitude.value) if magnitude and low < 1000 <= high else low
    shared = (low * scale for scale in SPOKEN if high % scale == 0 and low * scale < high)
    return next(shared, low)


def _vague(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Plusieurs dizaines de milliers", "several hundred": a quantity without a value."""
    kept: list[Number] = []
    for number in numbers:
        previous = kept[-1] if kept else None
        if number.form == "vague" and previous and previous.form == "vague":
            of = text.has(previous.j, "function", "of")
            if of and of.j == number.i:
                previous.j = previous.core_end = number.j
                continue
        several = _several(text, number.i)
        if number.form == "vague" and several is not None:
            number.i = number.core = several
        elif (
            several is not None
            and number.form in ("words", "collective")
            and (number.form == "collective" or number.low in POWERS)
            and not number.share
        ):
            number.low = number.high = None
            number.bound, number.form, number.i, number.core = "vague", "vague", several, several
        kept.append(number)
    return kept


def _several(text: Text, i: int) -> int | None:
    for k in text.within("vague", i - 3, i):
        hit = text.has(k, "vague", "several")
        if hit and hit.j == i and not _ends_a_qualifier(text, k, i):
            return k
    return None


def _ends_a_qualifier(text: Text, k: int, i: int) -> bool:
    """As in "le seuil des | mille": the word belongs to a longer one."""
    before = (text.has(m, "qualifier.before") for m in range(max(0, k - 4), k))
    return any(hit is not None and hit.j == i for hit in before)
