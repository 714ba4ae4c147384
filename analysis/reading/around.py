"""What stands at a verb of saying: its auxiliary, adverbs, the day, the place, who hears it."""

from __future__ import annotations

from analysis.reading.extents import DAYS
from analysis.reading.text import Text

TURN = 4  # tokens of "for its part"
WHEN_LONG = 3  # tokens of "last year"
ONLY = 4  # tokens from a verb to the "que" of "ne ... que"


def verb_start(text: Text, i: int, first: int) -> int:
    """Where the verb's group begins: its auxiliary, adverbs, the day and the place between."""
    for k in range(i - 1, max(first, i - 4) - 1, -1):
        if text.has(k, "function", "auxiliary"):
            i = k
            while i - 1 > first and text.has(i - 1, "function", "auxiliary"):
                i -= 1
            break
        if not text.words[k][0].isalpha() or text.hits.get(k):
            break
    i = _before_clitics(text, i, first)
    while i > first and _beside_the_verb(text, i - 1, first):
        i -= 1
    i = _before_turn(text, i, first)
    while i > first + 1:
        near = range(i - 1, max(first, i - 1 - WHEN_LONG), -1)
        when = next((k for k in near if _dated(text, k, i)), None)
        if when is not None:
            i = when
        elif text.has(i - 2, "place", "at", "to") and text.capital(i - 1):
            i -= 2
        elif text.has(i - 1, "place") and i < len(text.words) and text.has(i, "weekday"):
            i -= 1
        else:
            break
    return i


def _before_clitics(text: Text, i: int, first: int) -> int:
    """As in "L'armée n'en reconnaît que trois": back past the small words that lean on the verb."""
    k = i
    while k - 1 > first and (text.has(k - 1, "function", "clitic") or text.words[k - 1] == "'"):
        k -= 1
    if k == i:
        return i
    near = range(i, i + ONLY)
    only = any(text.has(m, "function", "that") for m in near)
    denied = any(text.has(m, "function", "negation", "neither") for m in near)
    return k if only and not denied else i


def _before_turn(text: Text, i: int, first: int) -> int:
    """As in "The army, for its part, said": back past the words for whose turn it is."""
    end = i - (text.words[i - 1] == ",")
    for k in range(end - 1, max(first, end - TURN - 1), -1):
        turn = text.has(k, "function", "turn")
        if turn and turn.j == end:
            return k - (text.words[k - 1] == "," and end < i)
    return i


def _dated(text: Text, k: int, j: int) -> bool:
    """Whether a day or "last year" at token k ends before token j."""
    near = j - k <= WHEN_LONG
    return near and any(
        h.group in ("weekday", "relative") and h.j == j for h in text.hits.get(k, ())
    )


def _beside_the_verb(text: Text, k: int, first: int) -> bool:
    """An adverb between subject and verb: "probably", "however"."""
    told = any(h.group in ("status", "modal") for h in text.hits.get(k, ()))
    told = told and not text.has(k, "source", "document", "estimate")  # "an estimate put the toll"
    if text.adverb(k):
        return k > first
    return told or (k > first and text.has(k, "function", "contrast") is not None)


def past_days(text: Text, j: int, last: int) -> int:
    """Past the words of a day that begin at token j."""
    while j < last and any(h.group in DAYS for h in text.hits.get(j, ())):
        j += 1
    return j


def past_when(text: Text, i: int, last: int) -> int:
    """Past a day between a verb and its subject: "a dit jeudi 3 mai l'état-major"."""
    j = i
    if text.words[i : i + 1] == [","]:
        return _past_aside(text, i, last)
    while j < last and j < i + 6:
        hits = text.hits.get(j, ())
        when = next((h for h in hits if h.group in DAYS), None)
        when = when or text.has(j, "function", "turn")
        if when:
            free = when.group == "function" and not text.lexicon.grammar["verb_second"]
            comma = text.words[when.j : when.j + 1] == [","]
            j = when.j + bool(free and comma)  # "a déclaré pour sa part, le ministre"
        elif _in_date(text, j, i):
            j += 1
        elif (told := _told_to(text, j)) is not None:
            j = told
        else:
            break
    return j


def _past_aside(text: Text, i: int, last: int) -> int:
    """As in "a annoncé, le 16 janvier, un porte-parole": past the day between commas."""
    for k in range(i + 1, min(i + 7, last)):
        if text.words[k] == "," and k > i + 1:
            return k + 1
        day = text.words[k].isdecimal() or text.has(k, "function", "article")
        if not (day or any(h.group in DAYS for h in text.hits.get(k, ()))):
            return i
    return i


def _in_date(text: Text, j: int, i: int) -> bool:
    """The number of a day, or "ce" before a weekday."""
    if text.words[j].isdecimal():
        return j > i
    return text.has(j, "function", "article") is not None and bool(text.has(j + 1, "weekday"))


def before_when(text: Text, j: int, first: int) -> int:
    """Back past a day that stands after a name: "Presseberichten vom Sonntag zufolge"."""
    k = j
    while k > first + 1 and any(h.group in DAYS for h in text.hits.get(k - 1, ())):
        k -= 1
    if k < j and (text.has(k - 1, "function", "stop") or text.has(k - 1, "place")):
        k -= 1
    return k


def _told_to(text: Text, j: int) -> int | None:
    """Past whom it is said to: "a confié à la radio le maire", before the subject."""
    towards = text.has(j, "place", "to")
    if not (towards or text.has(j, "function", "preposition")):
        return None
    k = j + 1
    article = text.has(k, "function", "article")
    k = article.j if article else k
    k += text.words[k : k + 1] == ["'"]
    medium = text.has(k, "source", "medium", "body") or _initials(text, k)
    heard = medium or (k < len(text.words) and text.capital(k) and towards)
    named = medium and k + 2 < len(text.words) and text.capital(k + 1) and text.capital(k + 2)
    return k + 1 if heard and (named or text.has(k + 1, "function", "article")) else None


def _initials(text: Text, k: int) -> bool:
    """As in "AFP": an agency by its initials."""
    return k < len(text.words) and len(text.words[k]) > 2 and text.quote(k, k + 1).isupper()
