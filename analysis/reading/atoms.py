"""Single numbers: digits, number words, dozens, magnitudes: "4,7 mille", "two dozen"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.model import BOUNDS
from analysis.reading.numbers import LARGEST, digits, is_number, number_words, runs
from analysis.reading.text import Text

LEXICAL = ("collective", "zero", "article_one")
JOINS = 4  # tokens that may stand between number words: "vingt-et-un"
PLAIN = ("digits", "words", "article")


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
    """The single numbers of a text, in order."""
    numbers = _atoms(text)
    for step in (_spaced, _unsaid, _collectives, _decimals, _magnitudes, _sums, _coins):
        numbers = step(text, numbers)
    return numbers


def merge(numbers: list[Number], join: Callable[[Number, Number], Number | None]) -> list[Number]:
    """Neighbours made one wherever `join` gives a number for the two."""
    kept: list[Number] = []
    for number in numbers:
        joined = join(kept[-1], number) if kept else None
        if joined is None:
            kept.append(number)
        else:
            kept[-1] = joined
    return kept


def _atoms(text: Text) -> list[Number]:
    words, language = text.words, text.lexicon.language
    decimal = text.lexicon.grammar["decimal"]
    found: list[Number] = []
    listed = {i for group in LEXICAL for i in text.at[group]}
    vague = {i: hit.j for i in text.at["vague"] if (hit := text.has(i, "vague", "words"))}
    known = number_words(language, words)
    end = 0
    for i, word in enumerate(words):
        if i < end:
            continue
        if i in vague:
            end = vague[i]
            found.append(Number(i, end, None, None, "vague", form="vague"))
        elif word in known:
            run = _run(text, i)
            found.extend(run)
            end = run[-1].j
        elif word[0].isdecimal() or (word[0] == decimal and word[1:].isdecimal()):
            found.append(_digit_atom(text, i))
        elif i in listed:
            _lexical_atom(text, i, found)
    return found


def _lexical_atom(text: Text, i: int, found: list[Number]) -> None:
    for hit in text.hits[i]:
        bare = i > 0 and text.has(i - 1, "place") is not None  # "en quarantaine"
        if hit.group == "collective" and not bare and not any(n.i <= i < n.j for n in found[-1:]):
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
    if re.fullmatch(r"\d{1,9}/\d{1,9}", word):
        top, bottom = map(int, word.split("/"))
        value = top / bottom if bottom else None
        return Number(i, i + 1, value, value, share=bool(value and value <= 1), form="token")
    value = digits(word, text.lexicon.grammar["decimal"])
    if value is not None and _thousands(text, i, word):
        value *= 1000
    return Number(i, i + 1, value, value, form="token" if value is None else "digits")


def _thousands(text: Text, i: int, word: str) -> bool:
    """As in "20,000 personnes": the decimal mark of the language, but people are no fractions."""
    mark = re.escape(text.lexicon.grammar["decimal"])
    people = text.has(i + 1, "person") or text.has(i + 2, "person")
    return people is not None and re.fullmatch(rf"[1-9]\d{{0,2}}{mark}\d{{3}}", word) is not None


def _run(text: Text, i: int) -> list[Number]:
    """Number words that follow each other, hyphens and "and" between them included."""
    words, language, lexicon = text.words, text.lexicon.language, text.lexicon
    joins = lexicon.words("function", "and") | {"-"}
    j = end = i + 1
    while j < len(words) and j - end < JOINS:
        if is_number(words[j], language):
            end = j + 1
        elif words[j] not in joins:
            break
        j += 1
    j = end
    ones = lexicon.words("article_one")
    found = []
    for start, end, value, ordinal in runs(tuple(words[i:j]), language):
        alone = end - start == 1
        form = "ordinal" if ordinal else "words"
        if alone and words[i + start] in ones:
            form = "article"
        found.append(Number(i + start, i + end, value, value, form=form))
    return found or [Number(i, i + 1, None, None, form="ordinal")]


def _spaced(text: Text, numbers: list[Number]) -> list[Number]:
    """A thousand with a space after its mark: "nearly 45, 000 people", "around 6, 700 men"."""
    mark = "," if "," in text.lexicon.grammar["thousands"] else None

    def join(before: Number, number: Number) -> Number | None:
        i, j, words = before.i, number.i, text.words
        if mark is None or j != i + 2 or words[i + 1] != mark or not text.joined(i + 1):
            return None
        short = words[i].isdecimal() and len(words[i]) <= 3 and words[i][0] != "0"
        if not (short and words[j].isdecimal() and len(words[j]) == 3):
            return None
        qualified = _qualified(text, i) and any(text.has(k, "person") for k in range(j + 1, j + 4))
        if words[j][0] != "0" and not qualified:
            return None  # "On May 5, 700 troops"
        value = (before.low or 0) * 1000 + (number.low or 0)
        return Number(i, number.j, value, value)

    return merge(numbers, join)


def _qualified(text: Text, i: int) -> bool:
    """Whether a qualifier, or "additional", ends right before token i."""
    near = (h for k in range(max(0, i - 4), i) for h in text.hits.get(k, ()))
    told = (("part", "more"), *(("qualifier.before", bound) for bound in BOUNDS))
    return any(h.j == i and (h.group, h.value) in told for h in near)


def _unsaid(text: Text, numbers: list[Number]) -> list[Number]:
    """The hundred left out: "one twenty two soldiers" are 122."""
    spoken = text.lexicon.grammar["hundred_unsaid"]

    def join(before: Number, number: Number) -> Number | None:
        tens = number.form == "words" and 20 <= number.value < 100
        few = before.form in ("words", "article") and 0 < before.value < 10
        if not (spoken and tens and few and before.j == number.i and before.j - before.i == 1):
            return None
        follows = number.j < len(text.words) and text.words[number.j] == "-"
        if follows or text.has(number.j, "role") or text.has(before.i, "function", "article"):
            return None
        value = before.value * 100 + number.value
        return Number(before.i, number.j, value, value, form="words")

    return merge(numbers, join)


def _collectives(text: Text, numbers: list[Number]) -> list[Number]:
    """Multiply: "une vingtaine" is about twenty, "two dozen" twice twelve."""
    about = text.lexicon.grammar["collectives_are_about"]

    def join(before: Number, number: Number) -> Number | None:
        hit = text.has(number.i, "collective")
        if hit is None or before.j != number.i or before.form not in PLAIN:
            return None
        if number.form == "vague" and before.form == "article":
            return None
        product = before.value * float(hit.value)
        bound = "about" if before.form == "article" and about else "exact"
        return Number(before.i, number.j, product, product, bound, form="collective")

    return merge(numbers, join)


def _decimals(text: Text, numbers: list[Number]) -> list[Number]:
    """Words for the decimal mark: "two point five million"."""

    def join(before: Number, number: Number) -> Number | None:
        mark = text.has(before.j, "range", "decimal")
        if mark is None or mark.j != number.i or before.form not in PLAIN:
            return None
        hit = text.has(number.j - 1, "magnitude") if number.j - number.i > 1 else None
        scale = float(hit.value) if hit else 1.0
        part = number.value / scale
        if number.form not in PLAIN or part != int(part) or not 0 <= part < 100:
            return None
        value = (before.value + part / 10 ** len(str(int(part)))) * scale
        value = round(value, 6)
        return Number(before.i, number.j, value, value, form="digits")

    return merge(numbers, join)


def _magnitudes(text: Text, numbers: list[Number]) -> list[Number]:
    """Multiply by the magnitude that follows: "4,7 mille", "un million", "2.5bn"."""
    kept: list[Number] = []
    for number in numbers:
        if kept and number.i < kept[-1].j:
            continue
        hit = text.has(_past_hyphen(text, number), "magnitude") if number.form in PLAIN else None
        if hit and number.low is not None and not _is_word_of_other(text, hit.i):
            value = round(number.low * float(hit.value), 6)
            if value < LARGEST:
                number = Number(number.i, hit.j, value, value, form="digits")
        kept.append(number)
    return kept


def _past_hyphen(text: Text, number: Number) -> int:
    """The token that a number multiplies, as in "5-million" too."""
    j = number.j
    bound = number.form == "digits" and text.words[j : j + 1] == ["-"] and text.joined(j)
    follows = bound and text.joined(j + 1) and len(text.words[j + 1]) > 1
    return j + 1 if follows else j


def _is_word_of_other(text: Text, i: int) -> bool:
    """One letter stands for a magnitude only where it touches its number, and no metre ends so."""
    if len(text.words[i]) > 1:
        return False
    unit = text.has(i, "role") and not text.has(i - 2, "currency")
    alone = i + 1 >= len(text.words) or not text.words[i + 1][0].isalnum()
    return not text.joined(i) or bool(unit and (alone or text.has(i + 1, "function", "stop")))


def _sums(text: Text, numbers: list[Number]) -> list[Number]:
    """Add what follows a magnitude directly: "eine Million zweihunderttausend"."""

    def join(before: Number, number: Number) -> Number | None:
        if before.j != number.i or before.form == "vague" or number.form not in ("words", "digits"):
            return None
        hit = text.has(before.j - 1, "magnitude")
        if hit is None or before.low is None or number.low is None or text.joined(number.i):
            return None
        if not 0 < number.low < float(hit.value) or number.low != int(number.low):
            return None
        value = before.low + number.low
        return Number(before.i, number.j, value, value, form="digits")

    return merge(numbers, join)


def _coins(text: Text, numbers: list[Number]) -> list[Number]:
    """Add hundredths of a currency: "one dollar and 42 cents" is 1.42."""

    def join(before: Number, number: Number) -> Number | None:
        unit = text.has(before.j, "role")
        joined = unit and text.has(unit.j, "function", "and")
        if not joined or joined.j != number.i or not text.has(number.j, "currency", "minor"):
            return None
        if before.low is None or number.low is None or not 0 < number.low < 100:
            return None
        value = round(before.low + number.low / 100, 2)
        return Number(before.i, number.j, value, value, form="digits")

    return merge(numbers, join)
