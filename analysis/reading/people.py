"""What a number counts: people, or something else that is named."""

from __future__ import annotations

from analysis.model import KINDS
from analysis.reading import nouns, ranges, written
from analysis.reading.figures import Number
from analysis.reading.nouns import PEOPLE, SERVING, Counted
from analysis.reading.text import QUOTES, Text


def counted(text: Text, number: Number, places: set[int]) -> Counted:
    """Tell what a number counts from the words at it; `places` are tokens within dates."""
    role = written.role(text, number, places)
    verb = role and role[0] == "count" and text.has(number.i - 1, "tally", "verb")  # "number 900"
    if role and not verb and not (role[0] == "year" and _in_a_list(text, number)):
        return Counted(role=role[0], reason=role[1])
    found = _whom(text, number)
    lives_there = found.person == "residents" and _of_a_place(text, number)
    if lives_there or _people_of(text, number, found):
        return Counted(role="count", reason=f"population: {text.quote(found.i, found.j)}")
    return found


def _in_a_list(text: Text, number: Number) -> bool:
    """As in "7000 Soldaten, 2000 Polizisten und ...": no year, where people follow at once."""
    listed = number.i > 1 and (
        text.words[number.i - 1] == "," or text.has(number.i - 1, "function", "and")
    )
    counted_before = listed and text.has(number.i - 2, "person") is not None
    return bool(counted_before) and _right(text, number).person is not None


def _of_a_place(text: Text, number: Number) -> bool:
    """As in "une localité de 3000 habitants", "a town of 12,000 souls": who live there."""
    i = number.i
    of = i > 1 and (text.has(i - 1, "function", "of") or text.has(i - 1, "function", "preposition"))
    return bool(of) and text.has(i - 2, "role", "count") is not None


def _people_of(text: Text, number: Number, found: Counted) -> bool:
    """As in "Ukraine's 44 million people", "des 28 millions d'habitants": all who live there."""
    all_of_them = _big(number) and found.person in ("any", "residents")
    i = number.i
    owned = i > 2 and text.words[i - 1] == "s" and text.words[i - 2] == "'"
    owned = owned and text.has(i - 3, "country") is not None
    every = found.person == "residents" and i > 0 and text.has(i - 1, "part", "definite")
    return all_of_them and bool(owned or every)


def _whom(text: Text, number: Number) -> Counted:
    if number.noun and (hit := text.has(number.noun[0], "person")):
        return Counted(hit.value, *number.noun)
    found = _right(text, number)
    if found.person is None and found.stop in ("stop", "end") and not number.share:
        return _predicate(text, number) or found
    return found


def _predicate(text: Text, number: Number) -> Counted | None:
    """As in "the peacekeepers are 1,400", "the hostages, said to number 350": who so many are."""
    verb = number.i - 1
    numbers = verb > 0 and text.has(verb, "tally", "verb") is not None
    several = (number.low or number.value) > 1 and verb > 0
    if not several or text.has(number.j, "function", "of"):
        return None
    if not (numbers or text.has(verb, "function", "be")):
        return None
    for k in range(verb - 1, max(0, verb - SUBJECT - numbers) - 1, -1):
        hit = text.has(k, "person", *SERVING, *KINDS)
        force = text.has(k, "cue.deployed", "noun") or text.has(k, "role", "unit")
        tallied = hit and hit.value in KINDS and not numbers and _of_a_tally(text, k)
        if (hit and not tallied) or (numbers and force):
            return Counted(hit.value if hit else "troops", number.j, number.j)
        if not text.words[k][0].isalpha() and not (numbers and text.words[k] == ","):
            return None
    return None


def _of_a_tally(text: Text, k: int) -> bool:
    """As in "the number of dead or wounded is 1,400": the tally tells more than the noun."""
    return any(text.has(m, "tally") for m in range(max(0, k - TALLY), k))


TALLY = 6  # tokens from "the number of" to the noun
SUBJECT = 4  # tokens from "are" back to the people who are so many
ATTRIBUTE = 10  # tokens from a number to the participle that goes with its noun
FORCE = 3  # tokens from "900-man" to the force that has so many
JOINS = (("function", "and"), ("function", "or"), ("function", "to"))
STATED = (*PEOPLE, *KINDS)
SHARED_ROLES = frozenset(
    ("money", "votes", "distance", "duration", "age", "weapon", "time", "count")
)


def share_units(text: Text, numbers: list[Number], found: list[Counted]) -> None:
    """As in "71 zu 119 Stimmen", "two or three days": a bare number has the next one's unit."""
    for k in range(1, len(numbers)):
        if found[k].person and found[k - 1].role == "unit" and text.has(found[k].i, "role", "unit"):
            found[k] = found[k - 1]  # "4 compagnies et 2 corps"
        elif _named_too(text, numbers[k - 1], numbers[k]) and _bare(found[k]) and found[k - 1].role:
            found[k] = found[k - 1]
    for k in range(len(numbers) - 2, -1, -1):
        one, following = found[k], found[k + 1]
        gap = range(numbers[k].j, numbers[k + 1].i)
        if not _bare(one) or one.stop == "cue" or not 0 < len(gap) <= 2:
            continue
        joined = all(_joins(text, m) for m in gap)
        before = ranges.left_behind(text, numbers[k])
        if not joined and not before:
            continue
        if following.role in SHARED_ROLES:
            found[k] = Counted(role=following.role, reason=following.reason)
        elif following.person in (STATED if before else PEOPLE) and not text.has(
            numbers[k].j, "function", "of"
        ):
            found[k] = Counted(following.person, numbers[k].j, numbers[k].j)


def _bare(counted: Counted) -> bool:
    """Nothing that is counted stands after the number."""
    return not (counted.role or counted.person) and counted.stop in ("stop", "end", "cue")


def _named_too(text: Text, before: Number, number: Number) -> bool:
    """As in "aged 15 and 17", "pages 3 and 5": the word before the first goes with both."""
    led = (text.has(k, "role_before") for k in range(max(0, before.i - 4), before.i))
    joined = number.i == before.j + 1 and text.has(before.j, "function", "and", "or")
    return bool(joined) and any(hit is not None and hit.j == before.i for hit in led)


def _joins(text: Text, k: int) -> bool:
    """Whether token k joins two numbers of one thing: "two or three", "four of the 20"."""
    of = text.has(k, "function", "of") and not text.has(k, "ratio", "join")
    return bool(of) or any(h.group == "range" or h[2:] in JOINS for h in text.hits.get(k, ()))


def _right(text: Text, number: Number) -> Counted:
    """Walk to the right through adjectives to the noun that is counted."""
    j = _past_repeat(text, number)
    before = text.lexicon.grammar["adjectives"] == "before"
    linked = text.has(j, "function", "of")
    definite = False
    if text.has(j, "part", "of_them"):
        return Counted(i=j, j=j, stop="of")
    if linked and (dead := _of_the_dead(text, linked.j)):
        return Counted("killed", dead, dead + 1)
    if linked and (number.form in ("vague", "collective") or number.share or _big(number)):
        j = linked.j
        if text.has(j, "function", "article") or text.has(j, "part", "definite"):
            j, definite = j + 1, True
    elif text.words[j : j + 1] == ["-"] and _forms_a_word(text, j):
        return _compounded(text, j)
    limit = j + (6 if before else 3)
    counted = nouns.walk(text, j, limit, before)
    if counted.person is None and counted.role is None:
        counted = _past_attribute(text, j) or counted
    if definite and counted.person is None and counted.role is None:
        counted.stop = "of"
    return counted


def _of_the_dead(text: Text, j: int) -> int | None:
    """As in "Three of the bodies": where the noun stands."""
    article = text.has(j, "function", "article")
    k = article.j if article else j
    return k if text.has(k, "person", "killed") and not text.has(k, "cue.wounded") else None


def _past_attribute(text: Text, j: int) -> Counted | None:
    """As in "40 in Mali stationierte Soldaten": the noun after a participle and what it governs."""
    endings = tuple(text.lexicon.grammar["attribute_endings"])
    governed = text.has(j, "function", "preposition") or text.has(j, "modal", "now")
    if not endings or not governed:
        return None
    last = text.sentences[text.sentence_of(j)].j
    for k in range(j + 1, min(j + ATTRIBUTE, last - 1)):
        verb = text.has(k, "function", "be", "have")
        if not text.words[k][0].isalpha() or verb:
            return None
        if text.words[k].endswith(endings) and not text.capital(k):
            found = nouns.walk(text, k + 1, k + 4, True)
            if found.person:
                return found
    return None


def _past_repeat(text: Text, number: Number) -> int:
    """Past "(03)" in "trois (03) soldats", and a quotation mark in '"une quinzaine" de gens'."""
    j = number.j
    if text.words[j : j + 1] and text.words[j] in QUOTES and text.joined(j):
        return j + 1 if text.has(j + 1, "function", "of") else j
    marks = text.words[j : j + 1] == ["("] and text.words[j + 2 : j + 3] == [")"]
    again = marks and text.words[j + 1].isdecimal() and number.form == "words"
    return j + 3 if again and float(text.words[j + 1]) == number.low else j


def _forms_a_word(text: Text, j: int) -> bool:
    """A hyphen at the number that is no dash: "34-member", "82 - and 120-mm"."""
    if text.has(j, "person"):
        return False
    return text.joined(j) or text.has(j + 1, "function", "and", "or") is not None


def _compounded(text: Text, j: int) -> Counted:
    """As in "82- and 120-mm", "a 34-member council": but a "900-man force" are people."""
    force = _words(text, j + 2, FORCE)
    if text.has(j + 1, "person", *SERVING) and any(
        text.has(k, "role", "unit") or text.has(k, "cue.deployed", "noun") or text.has(k, "tally")
        for k in force
    ):
        return Counted("troops", j + 1, j + 2)
    hit = text.has(j, "role") or text.has(j + 1, "role")
    word = text.quote(j + 1, j + 2) if j + 1 < len(text.words) else ""
    return Counted(role=hit.value if hit else "count", reason=f"part of a word: {word}")


def _words(text: Text, i: int, count: int) -> range:
    """The tokens of so many words from i on, past the letters and dots of "U.N."."""
    j = i
    while j < min(i + 4, len(text.words)) and len(text.words[j]) == 1:
        j += 1
    return range(i, min(j + count, len(text.words)))


def _big(number: Number) -> bool:
    return number.value >= 1_000_000
