"""Every number of a text, with its range, its qualifier and its share: "plus d'un tiers"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.reading.numbers import digits, is_number, number_words, runs
from analysis.reading.text import Text

POWERS = frozenset((10, 100, 1_000, 10_000, 100_000, 1_000_000, 1_000_000_000))
LEXICAL = ("collective", "zero", "article_one")
REACH = 5  # tokens a qualifier may have


@dataclass(slots=True)
class Number:
    """Tokens i to j; `core` is where the number itself begins, after its qualifier."""

    i: int
    j: int
    low: float | None
    high: float | None
    bound: str = "exact"
    share: bool = False
    form: str = "digits"  # digits, words, article, ordinal, vague, collective, token, zero
    core: int = -1
    core_end: int = -1
    noun: tuple[int, int] | None = None  # the people inside "un soldat sur trois"

    def __post_init__(self) -> None:
        self.core, self.core_end = self.i, self.j

    @property
    def value(self) -> float:
        return self.low if self.low is not None else (self.high or 0)


def find(text: Text) -> list[Number]:
    """All numbers, in order, none overlapping another."""
    numbers = _atoms(text)
    for step in (_collectives, _magnitudes, _fractions, _percents, _ratios, _ranges, _vague):
        numbers = step(text, numbers)
    for number in numbers:
        _take_article(text, number)
        _qualify(text, number)
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
    """Drop an article that a later figure took in."""
    taken = {k for n in numbers if n.form != "article" for k in range(n.i, n.j)}
    return [n for n in numbers if n.form != "article" or n.core not in taken]


def _atoms(text: Text) -> list[Number]:
    words, language = text.words, text.lexicon.language
    found: list[Number] = []
    listed = {i for group in LEXICAL for i in text.at[group]}
    vague = {i for i in text.at["vague"] if text.has(i, "vague", "words")}
    known = number_words(language, words)
    end = 0
    for i, word in enumerate(words):
        if i < end:
            continue
        if i in vague:
            hit = text.has(i, "vague", "words")
            found.append(Number(i, hit.j, None, None, "vague", form="vague"))
            end = hit.j
        elif word in known:
            run = _run(text, i)
            found.extend(run)
            end = run[-1].j
        elif word[0].isdigit():
            found.append(_digit_atom(text, i))
        elif i in listed:
            _lexical_atom(text, i, found)
    return found


def _lexical_atom(text: Text, i: int, found: list[Number]) -> None:
    for hit in text.hits[i]:
        if hit.group == "collective" and not any(n.i <= i < n.j for n in found[-1:]):
            value = float(hit.value)
            found.append(Number(i, hit.j, value, value, form="collective"))
        elif hit.group == "zero":
            found.append(Number(i, hit.j, 0.0, 0.0, form="zero"))
        elif hit.group == "article_one" and not is_number(text.words[i], text.lexicon.language):
            found.append(Number(i, hit.j, 1.0, 1.0, form="article"))
        else:
            continue
        return


def _digit_atom(text: Text, i: int) -> Number:
    word = text.words[i]
    if re.fullmatch(r"\d+/\d+", word):
        top, bottom = map(int, word.split("/"))
        value = top / bottom if bottom else None
        return Number(i, i + 1, value, value, share=bool(value and value <= 1), form="token")
    value = digits(word, text.lexicon.grammar["decimal"])
    return Number(i, i + 1, value, value, form="token" if value is None else "digits")


def _run(text: Text, i: int) -> list[Number]:
    """Number words that follow each other, hyphens and "and" between them included."""
    words, language, lexicon = text.words, text.lexicon.language, text.lexicon
    joins = lexicon.words("function", "and") | {"-"}
    j = i + 1
    while j < len(words):
        if is_number(words[j], language):
            j += 1
        elif words[j] in joins and j + 1 < len(words) and is_number(words[j + 1], language):
            j += 2
        else:
            break
    ones = lexicon.words("article_one")
    found = []
    for start, end, value, ordinal in runs(tuple(words[i:j]), language):
        alone = end - start == 1
        form = "ordinal" if ordinal else "words"
        if alone and words[i + start] in ones:
            form = "article"
        found.append(Number(i + start, i + end, value, value, form=form))
    return found or [Number(i, i + 1, None, None, form="ordinal")]


def _collectives(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Une vingtaine" is about twenty, "two dozen" twice twelve."""
    kept: list[Number] = []
    for number in numbers:
        before = kept[-1] if kept and kept[-1].j == number.i else None
        if number.form == "collective" and before and before.form in ("digits", "words", "article"):
            product = before.value * number.value
            about = "about" if before.form == "article" else "exact"
            kept[-1] = Number(before.i, number.j, product, product, about, form="collective")
        else:
            kept.append(number)
    return kept


def _magnitudes(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "4,7 mille", "un million", "2.5bn"."""
    kept: list[Number] = []
    for number in numbers:
        previous = kept[-1] if kept else None
        if previous and number.i < previous.j:
            continue
        hit = text.has(number.j, "magnitude") if number.form in ("digits", "article") else None
        if hit and number.low is not None and not _is_word_of_other(text, hit.i):
            value = round(number.low * float(hit.value), 6)
            number = Number(number.i, hit.j, value, value, form="digits")
        kept.append(number)
    return kept


def _is_word_of_other(text: Text, i: int) -> bool:
    """One letter stands for a magnitude only where it touches its number."""
    return len(text.words[i]) == 1 and not text.joined(i)


def _fractions(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Deux tiers", "la moitié", "one fifth of"."""
    by_end = {n.j: n for n in numbers}
    drop: set[int] = set()
    added: list[Number] = []
    for i in text.at["fraction"]:
        hit = text.has(i, "fraction")
        if hit:
            top, bottom = map(int, hit.value.split("/"))
            _one_fraction(text, i, hit.j, top / bottom, by_end, drop, added)
    for number in numbers:
        denominator = _denominator(text, number)
        if denominator and number.i in by_end:
            _one_fraction(text, number.i, number.j, 1 / denominator, by_end, drop, added)
    taken = {k for n in added for k in range(n.i, n.j)}
    kept = [n for n in numbers if id(n) not in drop and n.i not in taken]
    return sorted(kept + added, key=lambda n: n.i)


def _denominator(text: Text, number: Number) -> float | None:
    part = text.has(number.j, "function", "of") or _closed(text, number.j)
    fits = number.form == "ordinal" and number.low and number.low > 2
    return number.low if fits and part else None


def _one_fraction(text, i, j, unit, by_end, drop, added) -> None:
    before = by_end.get(i)
    article = i > 0 and text.has(i - 1, "function", "article")
    followed = text.has(j, "function", "of")
    if before is None and not (article or followed):
        return
    start, times = i, 1.0
    if before is not None and before.low is not None and before.form != "ordinal":
        start, times = before.i, before.low
        drop.add(id(before))
        if times * unit > 1 and before.form == "digits":
            times = before.low
    value = times * unit
    added.append(Number(start, j, value, value, share=value <= 1, form="words"))


def _closed(text: Text, i: int) -> bool:
    return i >= len(text.words) or not (text.words[i][0].isalnum() or text.words[i] == "-")


def _percents(text: Text, numbers: list[Number]) -> list[Number]:
    for number in numbers:
        hit = text.has(number.j, "percent") if number.low is not None else None
        if hit and number.form in ("digits", "words"):
            number.low = number.high = round(number.low / 100, 6)
            number.share, number.j, number.core_end = True, hit.j, hit.j
    return numbers


def _ratios(text: Text, numbers: list[Number]) -> list[Number]:
    """As in "Un soldat sur trois", "one in five", "jeder dritte"."""
    kept: list[Number] = []
    for number in numbers:
        each = number.form == "ordinal" and number.low and number.i > 0
        if each and text.has(number.i - 1, "ratio", "each"):
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
    if text.has(join, "person"):
        noun = (join, text.has(join, "person").j)
        join = noun[1]
    hit = text.has(join, "ratio", "join")
    if hit is None or hit.j != bottom.i or (bottom.form == "digits" and not noun):
        return None
    if text.has(bottom.j, "role"):
        return None
    share = top.low / bottom.low
    return (
        Number(top.i, bottom.j, share, share, share=True, form="words")
        if noun is None
        else (_with_noun(Number(top.i, bottom.j, share, share, share=True, form="words"), noun))
    )


def _with_noun(number: Number, noun: tuple[int, int]) -> Number:
    number.noun = noun
    return number


def _ranges(text: Text, numbers: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for number in numbers:
        joined = _range(text, kept[-1], number) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(number)
    return kept


def _range(text: Text, first: Number, second: Number) -> Number | None:
    """One range of two numbers, where a word or dash joins them."""
    plain = ("digits", "words", "collective", "article")
    if first.form not in plain or second.form not in plain or first.bound == "range":
        return None
    if first.low is None or second.low is None or second.i - first.j > 5:
        return None
    opened = text.has(first.i - 1, "range", "open") if first.i else None
    start, end = first.j, second.j
    repeated = (
        start + 1 < second.i and text.words[start] == text.words[min(end, len(text.words) - 1)]
    )
    if repeated and start != end:
        start += 1
    if text.words[start] == "%" and second.share:
        start += 1
    hit = text.has(start, "range", "join")
    if hit is None or not _reaches(text, hit.j, second.i):
        return None
    if text.words[start] in text.lexicon.words("function", "and") and not opened:
        return None
    if _changes(text, first):
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


def _changes(text: Text, first: Number) -> bool:
    """As in "Passer de 2 900 à 6 500": two figures, one after the other."""
    span = range(max(0, first.i - 5), first.i)
    return any((hit := text.has(k, "range", "change")) and hit.j == first.i for k in span)


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
        and word.isdigit()
        and (1800 <= int(word) <= 2100)
    )


def _shared_thousands(text: Text, first: Number, second: Number) -> float:
    """As in "10 à 12 000", "25-30.000", "2 to 3 million": the first shares the second's thousands."""
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
    if magnitude and first.form == "words" and low < 1000 <= high and low * 1000 < high:
        return low * float(magnitude.value)
    return low


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
    for k in range(max(0, i - 3), i):
        hit = text.has(k, "vague", "several")
        if hit and hit.j == i:
            return k
    return None


def _qualify(text: Text, number: Number) -> None:
    """Take in the words that open or close the figure: "au moins", "or more", "rund"."""
    bounds = []
    for _ in range(2):
        hit = _before(text, number.i)
        if hit is None:
            break
        bounds.append(hit.value)
        number.i = hit.i
    hit = text.has(number.j, "qualifier.after")
    if hit and not text.has(hit.j, "person"):
        bounds.append(hit.value)
        number.j = hit.j
    for bound in bounds:
        _apply(number, bound)


def _before(text: Text, i: int):
    """The longest qualifier that ends at token i, a currency sign between allowed."""
    if i > 0 and text.has(i - 1, "currency"):
        i -= 1
    for k in range(max(0, i - REACH), i):
        hit = text.has(k, "qualifier.before")
        for hit in text.hits.get(k, ()):
            if hit.group == "qualifier.before" and hit.j == i:
                return hit
    return None


def _apply(number: Number, bound: str) -> None:
    if number.bound == "vague":
        return
    if bound == "about":
        if number.bound == "exact":
            number.bound = "about"
    elif bound in ("at_least", "more_than"):
        number.bound, number.high = bound, None
    else:
        number.bound, number.low, number.high = bound, None, number.high
