"""The kind of each figure: of its own noun or verb, or its neighbour's."""

from __future__ import annotations

from analysis.model import KINDS, LOSSES
from analysis.reading.elision import BODILY, FEW, STATES, Mention, included
from analysis.reading.kinds import Cue, Scope, nearest
from analysis.reading.people import SERVING
from analysis.reading.text import Text

KNOWN = 100  # people: "the 45,000 soldiers" are a force, "the 12 soldiers" were named before
FAR_OFF = 8  # cost of a verb that is farther from a figure than that of the one before it
LEADS = 2  # cost from a verb to the refugees whom it says were killed
ATTACK = 8  # tokens from those who attack to the verb that says so
BESIDE = 3  # cost from people to the participle that tells which they are
FOLLOWS = 4  # cost from the refugees to the verb that says it
ENDS = 8  # the same where the verb ends the clause
REACHES = 20  # cost from what tells people apart to the verb of their sentence
DIED = 12  # cost from the wounded to the verb that says they died


def own_cue(text, made: Scope, persons: list[Mention], k: int, left: int, right: int) -> Cue | None:
    """The figure's own cue: its noun, or the nearest one that no neighbour is closer to."""
    mention = persons[k]
    noun = mention.counted
    if noun.person is not None and noun.person in KINDS:
        told = _told_of_state(text, made, mention, right)
        if told:
            mention.cost = 1
            return told
        mention.cost = 0
        return Cue(noun.i, noun.j, noun.person, "state")
    if mention.cue is not None:
        return mention.cue
    died = _died(text, made, mention, right) if _of_wounded(text, mention) else None
    befallen = died or _described(text, made, mention)
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
    later = _befell(text, made, mention, cue, right)
    if later:
        cue, cost = later, 1
    mention.cost = cost
    following = persons[k + 1] if k + 1 < len(persons) else None
    if following is not None and mention.number.j <= cue.i < following.number.i:
        ahead = made.between(cue.j, following.number.i)
        if ahead == 0 and following.counted.person not in KINDS and _governs(cue):
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
    head = next((c for c in made.cues if c.heads == i and c.i >= left), None)
    if head is None or head is cue:
        return None
    finite = cue.form in ("bare", "future") or _auxiliary(text, mention.noun_end, cue.i)
    return None if head.kind == cue.kind and finite else (head, 0)


def _aside_ends(text: Text, mention: Mention, right: int) -> int:
    """As in ", including three children, and injured 11": the next comma ends the aside."""
    span = range(mention.noun_end, right)
    return next((k for k in span if text.words[k] == ","), right)


def _befell(text: Text, made: Scope, mention: Mention, cue: Cue, right: int) -> Cue | None:
    """As in "soldiers stationed in Mali were killed": the finite verb, not which soldiers."""
    first = mention.noun_end
    if cue.kind != "deployed" or cue.form != "done" or cue.i < first:
        return None
    if made.between(first, cue.i) > BESIDE and not text.has(cue.i - 1, "person"):
        return None
    if _auxiliary(text, first, cue.i):
        return None
    i = mention.number.i
    before = nearest(made, i, first, left=made.i, right=i)
    if before and before[0].kind in BODILY and _governs(before[0]) and before[1] <= LEADS:
        return before[0]  # "killed 18 soldiers patrolling on the island"
    for later in made.cues:
        if later.i < cue.j or later.kind not in STATES or later.form != "done":
            continue
        if later.i >= right or made.between(cue.j, later.i) > REACHES:
            return None
        final = text.lexicon.grammar["verb_second"]
        if final or _auxiliary(text, max(cue.j, later.i - 3), later.i):
            return later
    return None


def _auxiliary(text: Text, i: int, j: int) -> bool:
    return any(text.has(k, "function", "auxiliary") for k in range(i, j))


def _described(text: Text, made: Scope, mention: Mention) -> Cue | None:
    """As in "10,000 injured soldiers": the state stands between the number and its noun."""
    first, last = mention.number.j, mention.counted.i
    if mention.counted.person is None:
        return None
    mixed = text.has(first, "person", "killed_or_wounded", "out_of_action")
    if mixed and mixed.j < mention.counted.j:  # "dead and missing soldiers"
        return Cue(mixed.i, mixed.j, mixed.value, "state")
    within = [c for c in made.cues if first <= c.i and c.j <= last]
    before = nearest(made, mention.number.i, first, left=made.i, right=mention.number.i)
    led = before is not None and before[1] <= LEADS and _governs(before[0])
    if led and before[0].kind in BODILY and {c.kind for c in within} & {"displaced", "captured"}:
        return before[0]  # "killing 40 displaced people"
    told = [c for c in within if c.kind in STATES and c.form == "done"]
    kinds = {c.kind for c in told}
    if len(kinds) > 1:
        both = "killed_or_wounded" if kinds == {"killed", "wounded"} else "out_of_action"
        return Cue(told[0].i, told[-1].j, both, "done")
    return told[0] if told else None


def _told_of_state(text: Text, made: Scope, mention: Mention, right: int) -> Cue | None:
    """As in "40 prisoners were killed": what befell them counts, not what they were."""
    person = mention.counted.person
    if person == "wounded":
        return _died(text, made, mention, right)
    if person not in ("killed", "captured", "displaced", "missing", "other"):
        return None
    i, end = mention.number.i, mention.noun_end
    if person == "killed":
        return _saved(made, mention)
    after = nearest(made, i, end, left=end, right=right)
    before = nearest(made, i, end, left=made.i, right=end)
    reach = ENDS if text.lexicon.grammar["verb_second"] else FOLLOWS
    for best, far in ((before, LEADS), (after, reach)):
        if best is None or not _governs(best[0]):
            continue
        finite = best is after and _auxiliary(text, max(end, best[0].i - 2), best[0].i)
        if best[1] > (DIED if finite else far):
            continue
        kind = best[0].kind
        if kind in BODILY or (person == "other" and kind != "other" and best is after):
            return best[0]
    return None


def _saved(made: Scope, mention: Mention) -> Cue | None:
    """As in "saved 40 lives": the verb before those who would else be dead."""
    i = mention.number.i
    best = nearest(made, i, mention.noun_end, left=made.i, right=i)
    near = best is not None and best[0].j <= i and made.between(best[0].j, i) <= LEADS
    return best[0] if best and near and best[0].kind == "other" else None


def _of_wounded(text: Text, mention: Mention) -> bool:
    """As in "Ten of the wounded", "of the victims": the part, and what they were part of."""
    of = text.has(mention.number.j, "function", "of")
    near = range(of.j, of.j + 3) if of else ()
    states = ("wounded", "out_of_action")
    return any(text.has(k, f"cue.{state}") for k in near for state in states) or any(
        text.has(k, "person", *states) for k in near
    )


def _died(text: Text, made: Scope, mention: Mention, right: int) -> Cue | None:
    """As in "Ten of the wounded have died": a verb of their own after them."""
    first = mention.noun_end
    for cue in made.cues:
        told = cue.kind == "killed" and cue.form == "done" and first <= cue.i < right
        if told and _auxiliary(text, max(first, cue.i - 2), cue.i):
            return cue if made.between(first, cue.i) <= DIED else None
    return None


def _governs(cue: Cue) -> bool:
    return cue.form in ("done", "bare", "future")


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
    if neighbour.number.j <= neighbour.cue.i < neighbour.counted.i:  # "12 injured soldiers"
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
    gap = range(before.noun_end, mention.number.i)
    joined = len(gap) == 1 and text.has(gap.start, "function", "and") is not None
    verb = before.cue is not None and before.cue.j <= before.number.i and before.cost <= LEADS
    return joined and verb and mention.cost > FAR_OFF


def share_fate(text: Text, mention: Mention, following: Mention) -> None:
    """As in "23 hostages and 32 gunmen were killed": the verb after both tells of both."""
    own, verb = mention.cue, following.cue
    if own is None or verb is None or own.form != "state" or verb.kind not in BODILY:
        return
    gap = range(mention.noun_end, following.number.i)
    joined = len(gap) == 1 and text.has(gap.start, "function", "and") is not None
    if joined and own.kind in ("captured", "displaced") and verb.i >= following.noun_end:
        mention.cue = verb


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
        return "deployed" if _force(text, mention) else "other"
    if mention.cue.kind == "deployed" and _still_held(mention):
        return "captured"
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
    known = definite and (number.low or 0) < KNOWN  # "the two soldiers": those named before
    return mention.counted.person == "troops" and not few and not known


def _attacks(text: Text, mention: Mention) -> bool:
    """As in "400 rebels attacked the base": who does it, unless it is said of them by a passive."""
    first = mention.noun_end
    told = mention.cue is None or mention.cue.kind in ("other", "deployed")
    if mention.counted.person not in SERVING or not told:
        return False
    reach = range(first, min(first + ATTACK, text.sentences[mention.sentence].j))
    verb = next((k for k in reach if text.has(k, "attack")), None)
    if verb is None or any(text.words[k] in ",.;:-" for k in range(first, verb)):
        return False
    apart = ("be", "passive_after", "relative")
    return not any(text.has(k, "function", *apart) for k in range(first, verb + 2))


def _agent(text: Text, mention: Mention) -> bool:
    """As in "Killed by 30 rebels": those named by "by" did it."""
    i = mention.number.i
    hit = text.has(i - 1, "function", "agent") if i else None
    cue = mention.cue
    passive = cue is not None and cue.j <= i and cue.kind in STATES and cue.form == "done"
    return bool(hit) and passive
