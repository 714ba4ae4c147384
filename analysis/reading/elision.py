"""Figures of people whose noun or verb is left out, and the kind each takes from its neighbours."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.reading.cues import STATES, Cue
from analysis.reading.figures import Number
from analysis.reading.kinds import Scope, nearest
from analysis.reading.listed import place_by_place
from analysis.reading.nouns import PEOPLE, Counted
from analysis.reading.tallies import tallied
from analysis.reading.text import Text
from analysis.reading.unlisted import only_people

THINGS = ("count", "weapon", "votes")
FEW = 5
CHANGE = 4  # tokens from "reduced" to "by"
WHOSE = 6  # tokens from "of" to the number of the whole
LISTED = 4  # tokens from a number of things to the next one, which counts them as well
PASSING = 16  # tokens that a part told in passing goes on
BODILY = ("killed", "wounded", "killed_or_wounded", "missing")


@dataclass(slots=True)
class Mention:
    """A number in its sentence and, step by step, what is said of it."""

    number: Number
    counted: Counted
    sentence: int
    is_person: bool = False
    cue: Cue | None = None
    cost: int = 99  # of attaching the cue
    kind: str = "other"
    of: Mention | None = None
    restates: Mention | None = None
    elided: bool = False
    acts: bool = False  # "100 rebels killed 18 soldiers": the subject of a verb with an object
    after: Mention | None = None  # the figure of people that an elided one goes on from
    facts: dict = field(default_factory=dict)

    @property
    def noun_end(self) -> int:
        return max(self.number.j, self.counted.j if self.counted.person else self.number.j)

    def describes(self, k: int) -> bool:
        """As in "130 injured passengers": token k only tells which people are counted."""
        return self.number.j <= k < self.counted.i


def settle(text: Text, group: list[Mention], made: Scope, previous) -> None:
    """Decide which numbers of a sentence count people."""
    last: Mention | None = None
    thing: Mention | None = None  # the number before, where it counts things
    for mention in group:
        things = False
        if mention.number.share and _of_a_change(text, mention.number):
            mention.counted = Counted(role="percentage", reason="by how much something changes")
        elif mention.counted.person is not None:
            mention.is_person = True
        elif only_people(text, mention.number, mention.counted, made):
            mention.is_person, mention.counted.role = True, None
        elif last is not None and _some_of_them(text, mention):
            mention.is_person, mention.counted.role, mention.elided = True, None, True
            mention.after = last
        elif mention.counted.role is None:
            told = thing is not None and _subject(text, mention.number, made)
            things = _of_things(text, thing, mention) and not told
            whose, before = (None, []) if things else (last, previous)
            mention.after = whose or (before[-1] if before else None)
            part_of_things = things or (thing is not None and whose is None and not told)
            some = part_of_things and included(text, mention.number)
            mention.elided = mention.is_person = not some and _elided(
                text, mention, made, whose, before
            )
            if not mention.is_person and mention.number.share:
                mention.counted.role, mention.counted.reason = (
                    "percentage",
                    "a share of something else",
                )
        if mention.is_person:
            last, thing = mention, None
        elif mention.counted.role in THINGS or things:
            thing = mention
    _set_lonely_ones_aside(group)


def _of_a_change(text: Text, number: Number) -> bool:
    """As in "reduced by a quarter", "a baissé de 70 %": by how much, not how many."""
    i = number.i - 1
    by = (text.has(k, "range", "by") for k in range(max(0, i - 1), number.core))
    led = any(hit is not None and hit.j in (number.i, number.core) for hit in by)
    near = (*range(max(0, i - CHANGE), i), *range(number.j, number.j + CHANGE))
    return led and any(text.has(k, "range", "changing") for k in near)


def _some_of_them(text: Text, mention: Mention) -> bool:
    """As in "25 blessés, dont 5 graves": one word, in no list, of a part."""
    j = mention.number.j
    one = mention.counted.stop == "unknown" and mention.counted.role == "count"
    ends = j + 1 >= len(text.words) or not text.words[j + 1][0].isalnum()
    ends = ends or text.has(j + 1, "function", "of", "preposition") is not None
    return one and ends and mention.number.bound != "vague" and included(text, mention.number)


def _of_things(text: Text, thing: Mention | None, mention: Mention) -> bool:
    """As in "seven bases and two others", "85 units, or 200 in all"."""
    if thing is None:
        return False
    near = mention.number.i - thing.number.j <= LISTED
    i = mention.number.i
    joined = any(text.has(k, "function", "and") for k in range(i - 3, i))
    verb = joined and text.helps(mention.number.j)  # "tents were sent and 250 have been set up"
    return (
        near
        or (verb and thing.sentence == mention.sentence)
        or text.has(mention.number.j, "part", "more") is not None
    )


def _set_lonely_ones_aside(group: list[Mention]) -> None:
    """As in "Aucun" and the like are read only as the figure of a state: no dead, no wounded."""
    for mention in group:
        far = mention.counted.person in (None, *PEOPLE) or mention.counted.i > mention.number.j
        if mention.number.form == "zero" and far:
            mention.is_person = False
            mention.counted.role = mention.counted.role or "none"
            mention.counted.reason = mention.counted.reason or "says that there is none"


def _elided(text, mention, made, last, previous) -> bool:
    number = mention.number
    if number.form in ("zero", "article") and number.i == number.core:
        return False
    if place_by_place(text, number.i) is not None:
        return _is_tallied(text, mention, made)
    if (number.value == 1 and number.i == number.core) or _of_something(text, number):
        return False
    return (
        _part_of_people(text, number)
        or (bool(last) and _as_planned(text, number))
        or _state_follows(text, mention)
        or (included(text, number) and bool(last or previous))
        or _subject(text, number, made)
        or _is_tallied(text, mention, made)
        or _object(mention, made)
        or _coordinated(text, mention, last)
        or _goes_on(text, mention, made, last, previous)
    )


def _of_something(text: Text, number: Number) -> bool:
    """As in "A city of 400,000"."""
    i = number.i
    if i < 2 or not text.has(i - 1, "function", "of"):
        return False
    if any(h.group == "source" and h.j > i - 2 for h in text.hits.get(i - 3, ())):
        return False  # "a fait état de trois"
    return text.has(i - 2, "role", "count", "unit") is not None and not text.has(i - 2, "person")


def _goes_on(
    text: Text, mention: Mention, made: Scope, last: Mention | None, previous: list[Mention]
) -> bool:
    """People were counted just before, nothing else here: "ils étaient 3 000, ils sont 5 000"."""
    before = last or (previous[-1] if previous else None)
    if before is None or mention.sentence - before.sentence > 2:
        return False
    number = mention.number
    if mention.counted.stop not in ("stop", "end", "cue") or number.form in ("ordinal", "token"):
        return False
    known = number.i > 0 and text.has(number.i - 1, "part", "definite")
    if known and number.value < FEW and number.low != before.number.low:
        return False  # "the two were linked": nobody who was counted
    article = text.has(number.j, "function", "article")
    if article and text.has(article.j, "role", *THINGS):
        return False
    since = max(before.noun_end if last else made.i, number.i - 6)
    commas = [k for k in range(since, number.i) if text.words[k] in ",("]
    since = commas[-1] if commas else since
    if any(text.has(k, "role", *THINGS) for k in range(since, number.i)):
        return False
    if number.share:
        return last is not None and number.form != "digits"
    return number.form in ("vague", "collective") or number.value >= 2


def _part_of_people(text: Text, number: Number) -> bool:
    """As in "D'entre eux", "of whom", "of the 30 guerrillas"."""
    j = number.j
    more = text.has(j, "part", "more")
    j = more.j if more else j
    if text.has(j, "part", "of_them"):
        return True
    of = text.has(j, "function", "of")
    if of is None:
        return False
    if _larger(text, of.j):
        return True
    k = of.j
    while k < of.j + 3 and k < len(text.words):
        if text.has(k, "person"):
            return True
        if text.has(k, "role"):
            return False
        qualified = text.has(k, "qualifier.before")
        if qualified:
            k = qualified.j
            continue
        stop = text.has(k, "function", "article") or text.has(k, "part", "definite", "more")
        number_word = text.words[k][0].isdecimal()
        if not (stop or number_word):
            near = range(k, min(k + WHOSE, len(text.words)))
            verb = next((m for m in near if text.has(m, "function", "be", "to", "have")), near.stop)
            people = any(text.has(m, "person") for m in range(k, verb))
            return text.words[k][0].isalpha() and people
        k += 1
    return True


def _as_planned(text: Text, number: Number) -> bool:
    """As in "4489 militaires sur les 6700 prévus": so many of those that are to come."""
    definite = any(text.has(number.i - k, "part", "definite") for k in (1, 2))
    return definite and text.has(number.j, "status", "planned") is not None


def _larger(text: Text, i: int) -> bool:
    """As in "of the army's 200,000 troops": whose they are, their number, and people."""
    for k in range(i, min(i + WHOSE, len(text.words) - 1)):
        if text.words[k] in ",.;:":
            return False
        if text.words[k][0].isdecimal():
            big = text.has(k + 1, "magnitude")
            return text.has(big.j if big else k + 1, "person") is not None
    return False


def _state_follows(text: Text, mention: Mention) -> bool:
    """As in "31 wounded", "plus de 60 blessées", "12 autres sont portés disparus"."""
    j = mention.number.j
    more = text.has(j, "part", "more")
    if more:
        j = more.j
    for hit in text.hits.get(j, ()):
        if hit.group.startswith("cue.") and hit.group[4:] in STATES and hit.value == "done":
            return True
    return False


def included(text: Text, number: Number) -> bool:
    """As in "Dont 300", "including 40", "davon 12"."""
    return any(
        hit.group == "part" and hit.value in ("including", "of_them") and hit.j == number.i
        for k in range(max(0, number.i - 4), number.i)
        for hit in text.hits.get(k, ())
    )


def in_passing(text: Text, mention: Mention) -> bool:
    """As in "12 peacekeepers, including two from Sarn, were killed": a part told between commas."""
    part = included(text, mention.number) or text.has(mention.number.j, "part", "of_them")
    if not part:
        return False
    last = min(text.sentences[mention.sentence].j, mention.noun_end + PASSING)
    return any(text.words[k] == "," for k in range(mention.noun_end, last))


def _is_tallied(text: Text, mention: Mention, made: Scope) -> bool:
    """Give a figure the state that a tally counts."""
    state = tallied(text, mention.number, made)
    if state:
        mention.cue, mention.cost = state, 0
    return state is not None


def _subject(text: Text, number: Number, made: Scope) -> bool:
    """As in "Mindestens 37 starben", "forced 14 to flee": the figure itself is the subject."""
    best = nearest(made, number.i, number.j, left=number.j, right=made.j)
    if best is None or best[0].kind not in STATES or best[0].form not in ("done", "bare"):
        return False
    between = range(number.j, best[0].i)
    plain = all(text.words[k][0].isalpha() and not text.capital(k) for k in between)
    return plain and len(between) <= 3 and best[0].i >= number.j


def _object(mention: Mention, made: Scope) -> bool:
    """As in "Killing three.": the verb stands just before and nothing follows."""
    if mention.counted.stop not in ("end", "stop") or mention.number.share:
        return False
    number = mention.number
    best = nearest(made, number.i, number.j, left=made.i, right=number.i)
    return best is not None and best[1] == 0 and best[0].kind in STATES and best[0].form != "noun"


def _coordinated(text: Text, mention: Mention, last: Mention | None) -> bool:
    """As in "... 20 soldats en mars et 30 en avril"."""
    if last is None or mention.counted.stop not in ("stop", "end"):
        return False
    gap = range(last.number.j, mention.number.i)
    joined = mention.number.i > 0 and text.has(mention.number.i - 1, "function", "and", "or")
    return bool(joined) and len(gap) <= 9
