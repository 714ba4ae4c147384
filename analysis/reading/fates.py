"""What befell the people of a figure, beside what they were: "40 prisoners were killed"."""

from __future__ import annotations

from analysis.reading.cues import Cue, of_both
from analysis.reading.elision import BODILY, STATES, Mention
from analysis.reading.kinds import Scope, nearest
from analysis.reading.text import Text

LEADS = 2  # cost from a verb to the refugees whom it says were killed
BESIDE = 3  # cost from people to the participle that tells which they are
FOLLOWS = 4  # cost from the refugees to the verb that says it
ENDS = 8  # the same where the verb ends the clause
REACHES = 20  # cost from what tells people apart to the verb of their sentence
DIED = 12  # cost from the wounded to the verb that says they died
REFINED = ("killed", "captured", "displaced", "missing", "out_of_action", "other")


def befell(text: Text, made: Scope, mention: Mention, cue: Cue, right: int) -> Cue | None:
    """As in "soldiers stationed in Mali were killed": the finite verb, not which soldiers."""
    first = mention.noun_end
    if beside := _in_aside(made, mention, cue):
        return beside
    if cue.kind != "deployed" or cue.form not in ("done", "noun") or cue.i < first:
        return None
    related = text.has(first, "function", "relative") is not None  # "soldiers who were sent"
    beside = BESIDE * (1 + related)
    if made.between(first, cue.i) > beside and not text.has(cue.i - 1, "person"):
        return None
    if auxiliary(text, first, cue.i) and not related:
        return None
    i = mention.number.i
    before = nearest(made, i, first, left=made.i, right=i)
    if before and before[0].kind in BODILY and governs(before[0]) and before[1] <= LEADS:
        return before[0]  # "killed 18 soldiers patrolling on the island"
    for later in made.near(first, cue.j):
        finite = later.kind in STATES and later.form == "done"
        ahead = related and later.kind == "deployed" and later.form in ("future", "bare", "done")
        if later.i < cue.j or not (finite or ahead):
            continue
        if later.i >= right or made.between(cue.j, later.i) > REACHES:
            return None
        final = text.lexicon.grammar["verb_second"] or later.form == "future"
        helped = auxiliary(text, max(cue.j, later.i - 3), later.i)
        if (finite and final) or helped or (related and _alone(text, later)):
            return later
    return None


def _in_aside(made: Scope, mention: Mention, cue: Cue) -> Cue | None:
    """As in "Die 300, die nach Kivo verlegt werden sollen, üben": what the aside says of them."""
    first = mention.noun_end
    end = next((j for i, j in made.asides if i == first and j <= cue.i), first)
    for one in made.near(first, end) if end > first else ():
        ahead = cue.kind == "deployed" and one.kind == "deployed" and one.form == "future"
        told = cue.kind == "other" or (cue.kind == "deployed" and mention.counted.person == "any")
        fled = told and one.kind in STATES and one.form == "done"
        if first <= one.i < end and (ahead or fled):
            return one
    return None


def _alone(text: Text, cue: Cue) -> bool:
    """As in "soldiers who had been sent there died on Monday": a verb without an object."""
    k = cue.j
    return k >= len(text.words) or not (
        text.words[k][0].isdecimal() or text.has(k, "function", "article") or text.capital(k)
    )


def described(text: Text, made: Scope, mention: Mention) -> Cue | None:
    """As in "10,000 injured soldiers": the state stands between the number and its noun."""
    first, last = mention.number.j, mention.counted.i
    if mention.counted.person is None:
        return None
    mixed = text.has(first, "person", "killed_or_wounded", "out_of_action")
    if mixed and mixed.j < mention.counted.j:  # "dead and missing soldiers"
        return Cue(mixed.i, mixed.j, mixed.value, "state")
    within = [c for c in made.near(first, last) if first <= c.i and c.j <= last]
    before = nearest(made, mention.number.i, first, left=made.i, right=mention.number.i)
    led = before is not None and before[1] <= LEADS and governs(before[0])
    if led and before[0].kind in BODILY and {c.kind for c in within} & {"displaced", "captured"}:
        return before[0]  # "killing 40 displaced people"
    told = [c for c in within if c.kind in STATES and c.form == "done"]
    kinds = {c.kind for c in told}
    if len(kinds) > 1:
        return Cue(told[0].i, told[-1].j, of_both(kinds), "done")
    if kinds & {"missing", "captured", "displaced"}:
        return _found_dead(text, made, mention) or told[0]
    return told[0] if told else None


def _found_dead(text: Text, made: Scope, mention: Mention) -> Cue | None:
    """As in "Three missing soldiers found dead": the last that is said of them."""
    first = mention.noun_end
    for cue in made.near(first, first):
        if cue.kind == "killed" and cue.form == "done" and cue.i >= first:
            near = made.between(first, cue.i) <= (DIED if auxiliary(text, first, cue.i) else 1)
            return cue if near else None
    return None


def of_state(text: Text, made: Scope, mention: Mention, right: int) -> Cue | None:
    """As in "40 prisoners were killed": what befell them counts, not what they were."""
    person = mention.counted.person
    if person == "wounded":
        return died(text, made, mention, right)
    one = text.has(mention.counted.i, "person", "out_of_action")
    both = person == "out_of_action" and not one
    if person not in REFINED or both:  # "40 dead and missing"
        return None
    i, end = mention.number.i, mention.noun_end
    if person == "killed":
        return _saved(made, mention)
    after = nearest(made, i, end, left=end, right=right)
    before = nearest(made, i, end, left=made.i, right=end)
    reach = ENDS if text.lexicon.grammar["verb_second"] else FOLLOWS
    for best, far in ((before, LEADS), (after, reach)):
        if best is None or not governs(best[0]):
            continue
        finite = best is after and auxiliary(text, max(end, best[0].i - 2), best[0].i)
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


def of_wounded(text: Text, mention: Mention) -> bool:
    """As in "Ten of the wounded", "of the victims": the part, and what they were part of."""
    of = text.has(mention.number.j, "function", "of")
    near = range(of.j, of.j + 3) if of else ()
    states = ("wounded", "out_of_action")
    return any(text.has(k, f"cue.{state}") for k in near for state in states) or any(
        text.has(k, "person", *states) for k in near
    )


def died(text: Text, made: Scope, mention: Mention, right: int) -> Cue | None:
    """As in "Ten of the wounded have died": a verb of their own after them."""
    first = mention.noun_end
    for cue in made.near(first, first):
        told = cue.kind == "killed" and cue.form == "done" and first <= cue.i < right
        if told and auxiliary(text, max(first, cue.i - 2), cue.i):
            return cue if made.between(first, cue.i) <= DIED else None
    return None


def auxiliary(text: Text, i: int, j: int) -> bool:
    return any(text.has(k, "function", "auxiliary", "be") for k in range(i, j))


def governs(cue: Cue) -> bool:
    return cue.form in ("done", "bare", "future")
