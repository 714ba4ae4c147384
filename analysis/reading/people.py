"""What a number counts: people, or something else that is named."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import KINDS
from analysis.reading import ranges, written
from analysis.reading.figures import Number
from analysis.reading.lexicon import SPEAKING, Hit
from analysis.reading.text import QUOTES, Text


@dataclass(slots=True)
class Counted:
    """What stands at the number: a noun of people, a role, or neither."""

    person: str | None = None  # key of [person]
    i: int = -1  # where the noun begins
    j: int = -1  # where it ends; where the look to the right ended
    role: str | None = None
    reason: str | None = None
    stop: str = ""  # why no noun was found: "end", "stop", "cue", "unknown"


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
        hit = text.has(k, "person", *SERVING, *(KINDS if numbers else ()))
        force = text.has(k, "cue.deployed", "noun") or text.has(k, "role", "unit")
        if hit or (numbers and force):
            return Counted(hit.value if hit else "troops", number.j, number.j)
        if not text.words[k][0].isalpha() and not (numbers and text.words[k] == ","):
            return None
    return None


SERVING = ("troops", "staff")  # of [person]: who may be sent somewhere
PEOPLE = ("any", "residents", *SERVING)  # of [person]: nouns that tell no state
SUBJECT = 4  # tokens from "are" back to the people who are so many
ATTRIBUTE = 10  # tokens from a number to the participle that goes with its noun
FORCE = 3  # tokens from "900-man" to the force that has so many
JOINS = (("function", "and"), ("function", "or"), ("function", "to"))
SHARED_ROLES = frozenset(
    ("money", "votes", "distance", "duration", "age", "weapon", "time", "count")
)


def share_units(text: Text, numbers: list[Number], found: list[Counted]) -> None:
    """As in "71 zu 119 Stimmen", "two or three days": a bare number has the next one's unit."""
    for k in range(1, len(numbers)):
        if found[k].person and found[k - 1].role == "unit" and text.has(found[k].i, "role", "unit"):
            found[k] = found[k - 1]  # "4 compagnies et 2 corps"
    for k in range(len(numbers) - 2, -1, -1):
        one, following = found[k], found[k + 1]
        gap = range(numbers[k].j, numbers[k + 1].i)
        if one.role or one.person or one.stop not in ("stop", "end") or not 0 < len(gap) <= 2:
            continue
        joined = all(_joins(text, m) for m in gap)
        if not joined and not ranges.left_behind(text, numbers[k]):
            continue
        if following.role in SHARED_ROLES:
            found[k] = Counted(role=following.role, reason=following.reason)
        elif following.person in PEOPLE and not text.has(numbers[k].j, "function", "of"):
            found[k] = Counted(following.person, numbers[k].j, numbers[k].j)


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
    counted = _noun(text, j, limit, before)
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
            found = _noun(text, k + 1, k + 4, True)
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


THINGS = ("count", "votes", "weapon", "unit")
CLOSING = frozenset(
    ("function", "relative", "weekday", "date", "month", "modal", "qualifier.before")
)


def _noun(text: Text, j: int, limit: int, before: bool) -> Counted:
    words, n = text.words, len(text.words)
    last = text.sentences[text.sentence_of(max(0, min(j, n) - 1))].j
    start, people = j, None
    unknown: list[int] = []
    while j < min(limit, last):
        found = _at(text, j)
        if found and found[0] == "role" and before and _person_next(text, found[2]):
            j = found[2]
            continue
        if found:
            return _kept(text, found, before)
        demonym = text.has(j, "demonym")
        if demonym:
            people, j, limit = demonym, demonym.j, limit + demonym.j - demonym.i - 1
            continue
        if _passes(text, j):
            j, limit = j + 1, limit + (words[j] == ".") * 2  # "U.N." is one word
            continue
        if people and people.j == j and (not before or _closes(text, j)):
            break
        if _cue(text, j) and not (before and _modifies(text, j)):
            return _people_or(text, start, j, "cue", unknown, people)
        if _closes(text, j):
            return _people_or(text, start, j, "stop", unknown, people)
        if not words[j][0].isalpha():
            return _people_or(text, start, j, "end", unknown, people)
        if (
            text.lexicon.grammar["nouns_capitalised"]
            and text.capital(j)
            and not _adjective(text, j)
        ):
            if any(_struck(text, k) for k in range(start, j)):
                return Counted("any", j, j + 1)
            return Counted(j=j, role="count", reason=f"counts {text.quote(j, j + 1)}")
        unknown.append(j)
        j += 1
    return _people_or(text, start, j, "end", unknown, people)


def _struck(text: Text, k: int) -> bool:
    """As in "52 getötete Tiger": who was killed or wounded are people, in a list or not."""
    return text.has(k, "cue.killed", "done") is not None or bool(text.has(k, "cue.wounded", "done"))


def _closes(text: Text, j: int) -> bool:
    """A word of grammar: the noun phrase is over."""
    return any(
        hit.group in CLOSING
        or (hit.group == "source" and hit.value in SPEAKING)
        or (hit.group.startswith("cue.") and hit.j - hit.i > 1)
        for hit in text.hits.get(j, ())
    )


def _modifies(text: Text, j: int) -> bool:
    """As in "Two occupied regions": a participle with a word after it that may be the noun."""
    end = max(hit.j for hit in text.hits[j] if hit.group.startswith("cue."))
    if end >= len(text.words) or not text.words[end][0].isalpha():
        return False
    return not (_closes(text, end) or _cue(text, end))


def _people_or(text: Text, start: int, j: int, why: str, unknown: list[int], people) -> Counted:
    """Nationals named by their demonym, where no other word stands between."""
    if people and not unknown and j < len(text.words) and text.words[j][0].isdecimal():
        return Counted(
            role="count", reason=f"counts {text.quote(people.i, people.j)} ...", stop="unknown"
        )
    first = text.lexicon.grammar["adjectives"] == "before" and people and people.j == j
    if people and (not unknown or (first and unknown[-1] < people.i)):
        return Counted("nationals", people.i, people.j)
    return _nothing(text, start, j, why, unknown)


def _nothing(text: Text, start: int, j: int, why: str, unknown: list[int]) -> Counted:
    """No noun of people: a word that is in no list is what was counted."""
    if unknown and not text.lexicon.grammar["nouns_capitalised"]:
        noun = text.quote(unknown[0], unknown[-1] + 1)
        return Counted(i=start, j=j, role="count", reason=f"counts {noun}", stop="unknown")
    return Counted(i=start, j=j, stop=why)


def _adjective(text: Text, j: int) -> bool:
    """A capitalised word that still goes before a noun: "Berliner Polizisten", "UN-Soldaten"."""
    return bool(text.has(j, "demonym")) or text.words[j + 1 : j + 2] == ["-"]


def _passes(text: Text, j: int) -> bool:
    """Marks inside a noun phrase: hyphens, points of abbreviations, quotation marks, "more"."""
    word = text.words[j]
    if text.has(j, "part", "more"):
        return True
    if j not in text.hits and word.endswith(tuple(text.lexicon.grammar["adverb_endings"])):
        return True
    if word.isdecimal():  # "Leopard-2-Panzer"
        return text.joined(j) and text.words[j - 1] == "-" and text.words[j + 1 : j + 2] == ["-"]
    if word == "." and text.joined(j) and len(text.words[j - 1]) == 1 and text.capital(j - 1):
        return True  # "U.N. troops"
    if word in ("-", ".", "'"):
        return text.joined(j) and j + 1 < len(text.words) and text.joined(j + 1)
    return word in QUOTES or word == "["


def _cue(text: Text, j: int) -> Hit | None:
    for hit in text.hits.get(j, ()):
        if hit.group.startswith("cue.") and hit.value in ("done", "bare", "future"):
            return hit
    return None


def _at(text: Text, j: int) -> tuple[str, str, int] | None:
    """A noun of people or of something else at token j: table, key, end."""
    best = None
    for hit in text.hits.get(j, ()):
        if hit.group not in ("person", "role") or not _noun_case(text, j, hit):
            continue
        likelier = best is not None and hit.j == best[2] and hit.group == "person"
        if best is None or hit.j > best[2] or likelier:
            best = (hit.group, hit.value, hit.j)
    named = text.has(j, "demonym")
    if best is None and named is None and text.lexicon.heads and text.capital(j):
        best = compound(text, j)
    if best and best[0] == "person" and _participle(text, j) and _person_next(text, best[2]):
        return None
    return best


def _noun_case(text: Text, j: int, hit: Hit) -> bool:
    """Where nouns have a capital, "stimmen" is a verb and "Stimmen" are votes."""
    several = hit.j - hit.i > 1
    if several or not text.lexicon.grammar["nouns_capitalised"] or text.capital(j):
        return True
    return hit.group == "role" and (hit.value not in THINGS or len(text.words[j]) <= 3)


def _participle(text: Text, j: int) -> bool:
    return _cue(text, j) is not None


def compound(text: Text, j: int) -> tuple[str, str, int] | None:
    """The head at the end of a compound: "Elitesoldaten" counts soldiers."""
    for tags in text.lexicon.endings(text.words[j]):
        for table, key in tags:
            if table in ("person", "role"):
                return table, key, j + 1
    return None


def _person_next(text: Text, end: int) -> bool:
    k = end
    if k < len(text.words) and text.words[k] == "-" and text.joined(k):
        k += 1
    return k < len(text.words) and any(h.group == "person" for h in text.hits.get(k, ()))


def _kept(text: Text, found: tuple[str, str, int], before: bool) -> Counted:
    table, key, end = found
    glued = text.has(end - 2, "person") if text.words[end - 2] == "-" else None
    headed = glued is not None and glued.j == end and key != "deployed"
    if headed and _is_body(text, end):  # "15-köpfiger Rat": no force
        return Counted(role="count", reason=f"counts {text.quote(end, end + 1)}", j=end)
    if table == "role":
        return Counted(role=key, reason=f"{key}: {text.quote(end - 1, end)}", j=end)
    start = end - 1
    while before and key != "deployed" and end < len(text.words):
        further = next((h for h in text.hits.get(end, ()) if h.group == "person"), None)
        if further and not _verb(text, end):
            key, end = further.value, further.j
            continue
        hit = None if text.lexicon.grammar["nouns_capitalised"] else _thing(text, end)
        if hit and not text.has(end, "function", "stop"):
            return Counted(role=hit.value, reason=f"{hit.value}: {text.quote(hit.i, hit.j)}", j=end)
        break
    return Counted(person=key, i=start, j=end)


def _is_body(text: Text, j: int) -> bool:
    """A body that speaks: "Rat", "Sicherheitsrat"."""
    if j >= len(text.words) or text.has(j, "role", "count"):
        return False
    compound = any(("source", "body") in tags for tags in text.lexicon.endings(text.words[j]))
    return text.has(j, "source", "body") is not None or compound


def _thing(text: Text, j: int) -> Hit | None:
    """As in "enemy depots", "enemy ammunition depots": what is counted comes after."""
    unknown = j + 1 < len(text.words) and text.words[j][0].isalpha() and j not in text.hits
    return text.has(j, "role") or (text.has(j + 1, "role") if unknown else None)


def _verb(text: Text, j: int) -> bool:
    """After a noun of people, "dead" and "wounded" say what became of them: a cue, not the noun."""
    return _cue(text, j) is not None
