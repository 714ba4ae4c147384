"""The kind of each figure: of its own noun or verb, or its neighbour's."""

from __future__ import annotations

from analysis.model import KINDS, LOSSES
from analysis.reading import fates, ranges
from analysis.reading.cues import Cue
from analysis.reading.elision import BODILY, FEW, STATES, Mention, included
from analysis.reading.kinds import Scope, nearest
from analysis.reading.nouns import SERVING
from analysis.reading.text import Text

KNOWN = 100  # people: "the 45,000 soldiers" are a force, "the 12 soldiers" were named before
FAR_OFF = 8  # cost of a verb that is farther from a figure than that of the one before it
ATTACK = 8  # tokens from those who attack to the verb that says so


def own_cue(text, made: Scope, persons: list[Mention], k: int, left: int, right: int) -> Cue | None:
    """The figure's own cue: its noun, or the nearest one that no neighbour is closer to."""
    mention = persons[k]
    noun = mention.counted
    if noun.person is not None and noun.person in KINDS:
        told = fates.of_state(text, made, mention, right)
        if told:
            mention.cost = 1
            return told
        mention.cost = 0
        return Cue(noun.i, noun.j, noun.person, "state")
    if mention.cue is not None:
        return mention.cue
    if k and noun.person is None and ranges.changes(text, mention.number.i):
        mention.cost = persons[k - 1].cost  # "274 were killed, up from 210"
        return persons[k - 1].cue
    died = fates.died(text, made, mention, right) if fates.of_wounded(text, mention) else None
    befallen = died or fates.described(text, made, mention)
    if befallen:
        mention.cost = 0
        return befallen
    if included(text, mention.number):
        right = _aside_ends(text, mention, right)
    taken = persons[k - 1].cue if k else None
    if taken is not None and left <= taken.i < mention.number.i:
        left = taken.j
    best = nearest(made, mention.number.i, mention.noun_end, left=left, right=right)
    if best is None or (included(text, mention.number) and best[0].kind == "deployed"):
        return None
    cue, cost = _head(text, made, mention, best, left) or best
    later = fates.befell(text, made, mention, cue, right)
    if later:
        cue, cost = later, 1
    mention.cost = cost
    following = persons[k + 1] if k + 1 < len(persons) else None
    if following is not None and mention.number.j <= cue.i < following.number.i:
        ahead = made.between(cue.j, following.number.i)
        if ahead == 0 and following.counted.person not in KINDS and fates.governs(cue):
            if cost > 0:
                return _second(made, mention, left, cue.i)
            if mention.counted.person in SERVING and cue.kind in LOSSES:
                mention.acts = True  # "100 rebels killed 18 soldiers"
                return None
    return cue


def _head(
    text: Text, made: Scope, mention: Mention, best: tuple[Cue, int], left: int
) -> tuple[Cue, int] | None:
    """As in "the murders of 4 villagers stay unsolved": the noun that governs the figure.

    A finite verb of the same kind tells more: "a contingent of 300 will be sent".
    """
    i, cue = mention.number.i, best[0]
    head = next((c for c in made.near(i, i) if c.heads == i and c.i >= left), None)
    if head is None or head is cue:
        return None
    finite = cue.form in ("bare", "future") or fates.auxiliary(text, mention.noun_end, cue.i)
    return None if head.kind == cue.kind and finite else (head, 0)


def _aside_ends(text: Text, mention: Mention, right: int) -> int:
    """As in ", including three children, and injured 11": the next comma ends the aside."""
    span = range(mention.noun_end, right)
    return next((k for k in span if text.words[k] == ","), right)


def _second(made: Scope, mention: Mention, left: int, right: int) -> Cue | None:
    best = nearest(made, mention.number.i, mention.noun_end, left=left, right=right)
    mention.cost = best[1] if best else 99
    return best[0] if best else None


def borrow(text: Text, mention: Mention, neighbour: Mention) -> None:
    """A figure without a cue takes that of the one it is coordinated with."""
    if mention.acts or neighbour.cue is None or neighbour.cost + 4 >= mention.cost:
        return
    first, second = sorted((mention, neighbour), key=lambda m: m.number.i)
    if mention is first and included(text, mention.number):
        return
    if neighbour.describes(neighbour.cue.i):
        return
    gap = range(first.noun_end, second.number.i)
    if len(gap) > 12 or any(text.words[k] in ".;:" for k in gap):
        return
    joins = [k for k in gap if text.words[k] == "," or text.has(k, "function", "and", "or")]
    if mention.cue and mention.cue.form == "done" and mention.cue.i in gap and mention is first:
        return
    part = included(text, second.number) or (mention is first and _of_whole(text, gap))
    if joins or part:
        mention.cue, mention.cost = neighbour.cue, neighbour.cost + 4


def goes_with(text: Text, before: Mention, mention: Mention) -> bool:
    """As in "killing 30 soldiers and eight Afghans in ...": the verb before both, none near."""
    verb = before.cue is not None and before.cue.j <= before.number.i and before.cost <= fates.LEADS
    return verb and mention.cost > FAR_OFF and _and_between(text, before, mention)


def share_fate(text: Text, mention: Mention, following: Mention) -> None:
    """As in "23 hostages and 32 gunmen were killed": the verb after both tells of both."""
    own, verb = mention.cue, following.cue
    if own is None or verb is None or own.form != "state" or verb.kind not in BODILY:
        return
    after = own.kind in ("captured", "displaced") and verb.i >= following.noun_end
    if after and _and_between(text, mention, following):
        mention.cue = verb


def _and_between(text: Text, first: Mention, second: Mention) -> bool:
    """As in "23 hostages and 32 gunmen": nothing but "and" stands between the two."""
    k = first.noun_end
    k += k + 2 == second.number.i and text.words[k].isalpha()  # "six otages étrangers et 8"
    return second.number.i == k + 1 and text.has(k, "function", "and") is not None


def _of_whole(text: Text, gap: range) -> bool:
    """As in "eight of the 100 pupils are missing": what is said of the whole is the part's."""
    of = text.has(gap.start, "function", "of") if gap else None
    return bool(of) and all(text.has(k, "function", "article") for k in range(of.j, gap.stop))


def kind_of(text: Text, mention: Mention) -> str:
    """The kind that a cue gives; people who only act in the sentence are other.

    People who are no force are deployed where they are to be sent, or a contingent has so many.
    """
    person = mention.counted.person
    if mention.acts or _agent(text, mention) or _attacks(text, mention):
        return "deployed" if person in SERVING else "other"
    if mention.cue is None:
        if mention.after is not None:
            return mention.after.kind
        if text.has(mention.counted.i, "part", "victims"):  # "a fait 30 victimes"
            return "out_of_action"
        return "deployed" if _force(text, mention) else "other"
    if mention.cue.kind == "deployed" and _still_held(mention):
        return "captured"
    if person == "audience" and (mention.cue.kind == "deployed" or mention.cue.form == "bare"):
        return "other"  # 40,000 spectators are sent nowhere, their record may fall
    told = mention.cue.form in ("done", "state")
    if mention.cue.kind == "deployed" and (person == "residents" or (person == "any" and told)):
        return "other"
    return mention.cue.kind


def _still_held(mention: Mention) -> bool:
    """As in "251 hostages ... Forty-eight remain": fewer of those captured before."""
    before = mention.after if mention.elided else None
    if before is None or before.kind != "captured" or mention.sentence - before.sentence > 1:
        return False
    return mention.number.low is not None and mention.number.low < before.number.value


def _force(text: Text, mention: Mention) -> bool:
    """Soldiers of whom nothing else is said: a force, where they are more than a few."""
    number = mention.number
    few = number.low is not None and number.low < FEW and not number.share
    definite = number.i > 0 and text.has(number.i - 1, "part", "definite")
    known = definite and number.value < KNOWN  # "the two soldiers": those named before
    return mention.counted.person == "troops" and not few and not known


def _attacks(text: Text, mention: Mention) -> bool:
    """As in "400 rebels attacked the base": who does it, unless it is said of them by a passive."""
    first = mention.noun_end
    if mention.counted.person not in SERVING:
        return False
    if _after_attack(text, mention.number.i):
        return True
    if mention.cue is not None and mention.cue.kind not in ("other", "deployed"):
        return False
    reach = range(first, min(first + ATTACK, text.sentences[mention.sentence].j))
    verb = next((k for k in reach if text.has(k, "attack")), None)
    if verb is None or any(text.words[k] in ",.;:-" for k in range(first, verb)):
        return False
    apart = ("be", "passive_after", "relative")
    return not any(text.has(k, "function", *apart) for k in range(first, verb + 2))


def _after_attack(text: Text, i: int) -> bool:
    """As in "clashes involving | 50 gunmen": who attacks follows at token i."""
    found = (text.has(k, "attack", "noun") for k in range(max(0, i - ATTACK), i))
    return any(hit is not None and hit.j == i for hit in found)


def _agent(text: Text, mention: Mention) -> bool:
    """As in "Killed by 30 rebels": those named by "by" did it."""
    i = mention.number.i
    hit = text.has(i - 1, "function", "agent") if i else None
    cue = mention.cue
    passive = cue is not None and cue.j <= i and cue.kind in STATES and cue.form == "done"
    return bool(hit) and passive
