"""Whose people, from where, to where: the text's words and their country codes."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading.text import Text


@dataclass(slots=True)
class Place:
    """Words of the text and the country they name."""

    words: str | None = None
    code: str | None = None


def actor(
    text: Text, number: int, noun: tuple[int, int], first: int, cue: tuple[int, int] | None
) -> Place:
    """The people counted: named at their noun, or the subject of the verb that sends them."""
    i, j = noun
    left = range(number - 1, _opens(text, number, first) - 1, -1)
    for k in (*range(i, min(j + 4, len(text.words))), *left):
        if k >= j and _left_the_noun(text, k, j):
            continue
        hit = text.has(k, "demonym")
        if hit and text.sentence_of(k) == text.sentence_of(i if i >= 0 else k):
            return Place(text.quote(hit.i, hit.j), hit.value)
    of = text.has(j, "function", "of") if j < len(text.words) else None
    named = _country(text, of.j) if of else None
    if named and not text.has(j, "place", "to"):
        return named
    if cue is not None and cue[0] < i:
        return subject(text, first, cue[0])
    return Place()


def _opens(text: Text, i: int, first: int) -> int:
    """Where the words begin that may still speak of the people whose number is at token i."""
    k = i
    while k > max(first, i - 4) and text.words[k - 1][0].isalpha():
        if text.has(k - 1, "function", "and"):
            break
        k -= 1
    return k


def _left_the_noun(text: Text, k: int, j: int) -> bool:
    between = text.words[j:k]
    return any(not w[0].isalpha() for w in between) or any(
        text.has(m, "function", "stop") for m in range(j, k + 1)
    )


def subject(text: Text, first: int, verb: int, reach: int = 12) -> Place:
    """The country that stands before the verb, nearest to it."""
    for k in reversed(text.within("country", max(first, verb - reach), verb)):
        hit = text.has(k, "country")
        if hit and not _governed(text, k):
            apart = any(text.words[m] in ";:()" for m in range(k + 1, verb))
            start = k - 1 if k > first and text.has(k - 1, "function", "article") else k
            return Place() if apart else Place(text.quote(start, hit.j), hit.value)
    return Place()


def _governed(text: Text, k: int) -> bool:
    """As in "En Russie", "to Ukraine": a place, not somebody who acts."""
    for m in (k - 1, k - 2):
        if m < 0:
            return False
        if any(h.group == "place" and h.j <= k for h in text.hits.get(m, ())):
            return True
        if not text.has(m, "function", "article"):
            return False
    return False


def _country(text: Text, k: int) -> Place | None:
    if k < len(text.words) and text.has(k, "function", "article"):
        k += 1
    hit = text.has(k, "country")
    return Place(text.quote(hit.i, hit.j), hit.value) if hit else None


def destination(text: Text, i: int, j: int, *, kinds: tuple[str, ...] = ("to",)) -> Place:
    """The first country or named place after a word of direction between tokens i and j."""
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            if hit.group == "place" and hit.value in kinds and hit.j < j:
                place = _country(text, hit.j) or _named(text, hit.j, j)
                if place:
                    return place
    return Place()


def _named(text: Text, k: int, last: int) -> Place | None:
    if k < last and text.has(k, "function", "article"):
        k += 1
    end = k
    while end < last and text.capital(end) and text.words[end][0].isalpha():
        if text.has(end, "month") or text.has(end, "relative") or text.has(end, "person"):
            return None
        end += 1
        if end + 1 < last and text.words[end] == "-" and text.joined(end):
            end += 1
    if end == k or (text.lexicon.grammar["nouns_capitalised"] and not _proper(text, k)):
        return None
    return Place(text.quote(k, end), None)


def _proper(text: Text, k: int) -> bool:
    """Where every noun has a capital, a name stands without an article."""
    return not (k and text.has(k - 1, "function", "article"))


def codes(text: Text, i: int, j: int) -> tuple[str, ...]:
    """The countries named in tokens i to j, by name or by adjective."""
    found = []
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            if hit.group in ("country", "demonym") and hit.value not in found:
                found.append(hit.value)
    return tuple(found)
