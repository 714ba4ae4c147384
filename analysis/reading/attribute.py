"""What a sentence says of its figures: status, hedge, source, whose people, where, when."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from analysis.reading import places, ranges, signals, status
from analysis.reading.attribution import Attribution
from analysis.reading.days import Found
from analysis.reading.elision import Mention
from analysis.reading.kinds import Scope, relates
from analysis.reading.speech import Speech
from analysis.reading.text import QUOTES, Text

NEAR_DATE = 24
GRANTS = 8  # cost from "approved" to what is granted, beside who reports it
LIST = 8  # tokens from one item of a list to the next
NOBODYS = 36  # cost of a document that names nobody, beside a speaker
DECIDES = 200  # cost of who only decides, beside who says so
NEXT = 6  # signs, sources, dates looked at on each side of a figure


def fill(
    text: Text, number: int, persons: list[Mention], made: Scope, dates: list[Found], speech: Speech
) -> None:
    """Fill the facts of a sentence's figures of people."""
    sentence = text.sentences[number]
    signs = signals.signals(text, sentence)
    named = speech.named.get(number, [])
    barriers = [
        one.at if one.at < one.i and text.has(one.at, "status") else one.i
        for one in named
        if one.leads and one.i > sentence.i
    ]
    barriers += [one.at for one in named if one.leads and one.at > one.j]
    barriers += text.within("contrast", made.i, made.j)
    wheres = [k for k in range(made.i + 1, made.j) if _tells_of_a_place(text, k)]
    barriers = sorted(barriers + wheres)
    first = bisect_left(dates, sentence.i, key=lambda date: date.i)
    here = dates[first : bisect_left(dates, sentence.j, key=lambda date: date.i)]
    for k, mention in enumerate(persons):
        right = persons[k + 1].number.i if k + 1 < len(persons) else made.j
        facts = mention.facts
        place = (mention.number.i, mention.noun_end)
        facts["status"], facts["hedge"] = status.judge(
            text, made, _near(signs, place), place, mention.cue, barriers
        )
        rejected = facts["rejected"] = _ruled_out(text, mention)
        speaking = _speaking(text, _near(named, place, 2 * NEXT), mention, wheres)
        facts["source"] = None if rejected else _source(made, speaking, place)
        if rejected:
            facts["status"] = "denied"
        if facts["status"] == "reported" and _is_decided(made, mention, speaking):
            facts["status"] = "planned"
        facts["date"] = _date(made, _near(here, place), place)
        _where(text, made, mention, facts, right)
        facts["additional"] = _additional(text, mention)
        if facts["source"] and facts["source"].estimate and facts["status"] == "reported":
            facts["status"] = "estimated"
        if k and _listed(text, made, persons[k - 1], mention):
            facts["status"] = persons[k - 1].facts["status"]
        if facts["date"] and facts["date"].tense == "ahead" and _event_ahead(mention, facts):
            facts["status"] = "planned"
        if facts["status"] == "planned" and _there(text, mention):
            facts["status"] = "reported"


def _there(text: Text, mention: Mention) -> bool:
    """As in "cut from 500 to 300", "join the 1,200": what a plan starts from is no plan."""
    return ranges.left_behind(text, mention.number) or status.joined(text, mention.number.i)


def _is_decided(made: Scope, mention: Mention, speaking: list[Attribution]) -> bool:
    """As in "approved a reinforcement of 400": what somebody orders or grants has yet to come."""
    cue, i = mention.cue, mention.number.i
    source = mention.facts["source"]
    granted = any(o.decides and o.at < i and made.between(o.at, i) <= GRANTS for o in speaking)
    ahead = cue is None or cue.form != "done"
    return mention.kind == "deployed" and ahead and (granted or bool(source and source.decides))


def _listed(text: Text, made: Scope, before: Mention, mention: Mention) -> bool:
    """As in "will have 500 British, 200 Danish and 150 French": a list is planned as a whole."""
    if mention.facts["status"] != "reported":
        return False
    if before.facts["status"] == "estimated":
        return _doubted_too(text, before, mention)
    if mention.kind != before.kind:
        return False
    if before.facts["status"] == "planned" and _brings_to(text, before, mention):
        return True
    if before.facts["status"] != "planned" or (mention.cue and mention.cue.i >= mention.number.i):
        return False
    gap = range(before.noun_end, mention.number.i)
    joined = any(text.words[k] == "," or text.has(k, "function", "and") for k in gap)
    told = any(cue.form == "done" and cue.i in gap for cue in made.cues)
    now = any(text.has(k, "modal", "now") or text.words[k] in ".;:" for k in gap)
    return joined and not told and not now and len(gap) <= LIST


def _doubted_too(text: Text, before: Mention, mention: Mention) -> bool:
    """As in "could have left 27 dead and 124 wounded": one verb for both, or two states joined."""
    if mention.cue is None or before.cue is None:
        return False
    joined = text.has(before.noun_end, "function", "and") is not None
    states = before.cue.form == mention.cue.form == "state"
    own = mention.number.bound == "more_than"  # "dépasseraient ... et dépassent"
    return mention.cue is before.cue or (states and joined and not own)


def _brings_to(text: Text, before: Mention, mention: Mention) -> bool:
    """As in "will send 400, boosting troop numbers to 2,000": what a plan leads to."""
    gap = range(before.noun_end, mention.number.i)
    return any(text.words[k] == "," and text.has(k + 1, "tally", "bringing") for k in gap)


def _ruled_out(text: Text, mention: Mention) -> bool:
    """As in "300, not 700": the figure that is named to be rejected."""
    i = mention.number.i
    near = range(max(0, i - 3), i)
    return any((hit := text.has(k, "function", "not")) is not None and hit.j == i for k in near)


def _event_ahead(mention: Mention, facts: dict) -> bool:
    return mention.kind in ("deployed", "displaced") and facts["status"] in (
        "reported",
        "estimated",
    )


def _tells_of_a_place(text: Text, k: int) -> bool:
    """As in "withdrawals from Mali, where 600 serve": what the article adds on the place."""
    return text.words[k - 1] == "," and text.has(k, "function", "where") is not None


def _speaking(
    text: Text, named: list[Attribution], mention: Mention, wheres: list[int]
) -> list[Attribution]:
    """Who decides speaks of what is decided, not of what stood or is told beside it."""
    i = mention.number.i
    stood = mention.kind == "deployed" and ranges.left_behind(text, mention.number)
    added = max((k for k in wheres if k < i), default=-1)
    return [
        one
        for one in named
        if not one.backward
        and max(one.at, one.i) > added
        and not (_of_an_aside(text, one, i) or _of_the_speaker(text, one, i))
        and not (one.decides and (stood or _aside(text, one.at, i)))
    ]


def _of_an_aside(text: Text, one: Attribution, i: int) -> bool:
    """As in "The mission, which according to X is to end, has 600 men": who is told beside it."""
    opens = text.words[one.at - 2] == "," and relates(text, one.at - 1)
    if not opens or one.at > one.i:
        return False
    commas = (k for k in range(one.j, i) if text.words[k] == ",")
    return any(not text.has(k + 1, "part", "including") for k in commas)


def _of_the_speaker(text: Text, one: Attribution, i: int) -> bool:
    """As in "said X, commander of the 700-strong force": who he is, nothing that he says."""
    inverted = one.at < one.i and text.has(one.at, "source", "said", "told") is not None
    apposed = inverted and one.j < i and text.words[one.j] == ","
    between = range(one.j + 1, i)
    verb = any(text.helps(k) or relates(text, k) or _opens_clause(text, k) for k in between)
    mark = any(text.words[k] in ",;:" or text.words[k] in QUOTES for k in between)
    office = any(text.has(k, "source", "body", "role") for k in between)
    return apposed and office and not (verb or mark)


def _opens_clause(text: Text, k: int) -> bool:
    """A word of saying, or one that leads in a clause."""
    led = text.has(k, "function", "that", "conjunction", "contrast")
    return led is not None or text.has(k, "source", "said", "told", "according") is not None


def _aside(text: Text, i: int, j: int) -> bool:
    """Whether a clause with "who" or "which" opens between tokens i and j."""
    return any(text.words[k] == "," and relates(text, k + 1) for k in range(i, j))


def _source(made: Scope, named: list[Attribution], place: tuple[int, int]) -> Attribution | None:
    """The nearest attribution; one that leads speaks only of what comes after it."""
    near = _near(named, place)
    best, least = None, 10_000
    for one in near:
        if one.j <= place[0]:
            cost = made.between(max(one.j, made.i), place[0])
            hidden = not one.leads and any(o.leads and one.j <= o.i <= place[0] for o in near)
        elif one.i >= place[1]:
            cost = made.between(place[1], min(max(one.at, place[1]), one.i, made.j)) + 1
            hidden = one.leads or any(place[1] <= o.i < one.i and o.leads for o in near)
        else:
            cost, hidden = 5, False
        cost += DECIDES if one.decides else NOBODYS if one.document else 0
        if (cost < least or (cost == least and _again(best, one))) and not hidden:
            best, least = one, cost
    return best


def _again(before: Attribution | None, one: Attribution) -> bool:
    """As in "X, who admits ..., estimates": the second verb of one subject."""
    same = before is not None and (before.i, before.j) == (one.i, one.j)
    return bool(same and before and before.j <= before.at < one.at)


def _near(items: list[Any], place: tuple[int, int], few: int = NEXT) -> list[Any]:
    """The few of the items, in order of the text, that stand next to a figure."""
    k = bisect_left(items, place[0], key=lambda item: item.i)
    return items[max(0, k - few) : k + few]


def _date(made: Scope, here: list[Found], place: tuple[int, int]) -> Found | None:
    best, least = None, NEAR_DATE
    for date in here:
        cost = (
            made.between(date.j, place[0]) if date.j <= place[0] else made.between(place[1], date.i)
        )
        cost += 0 if date.date else 6
        if cost <= least:
            best, least = date, cost
    return best


def _where(text: Text, made: Scope, mention: Mention, facts: dict, right: int) -> None:
    cue = (mention.cue.i, mention.cue.j) if mention.cue else None
    noun = (mention.number.j, mention.noun_end)
    facts["actor"] = places.actor(text, mention.number.i, noun, made.i, cue)
    facts["origin"] = facts["destination"] = places.Place()
    if mention.kind in ("deployed", "displaced", "other"):
        facts["destination"] = places.destination(text, mention.noun_end, right)
        if facts["destination"].words is None and cue and cue[0] < mention.number.i:
            facts["destination"] = places.destination(text, cue[1], mention.number.i)
        facts["origin"] = places.destination(text, mention.noun_end, right, kinds=("from",))


def _additional(text: Text, mention: Mention) -> bool:
    span = range(max(0, mention.number.i - 1), min(mention.noun_end + 2, len(text.words)))
    return any(
        (hit := text.has(k, "part", "more")) is not None and hit.j <= mention.noun_end + 2
        for k in span
        if not (mention.number.i <= k < mention.number.j)
    )
