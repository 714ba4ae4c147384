"""What a sentence leaves unsaid: "d'entre eux", the whole of a part, a headline's repetition."""

from __future__ import annotations

from analysis.model import KINDS, Claim
from analysis.reading import places, verdicts
from analysis.reading.elision import STATES, Mention
from analysis.reading.nouns import SERVING
from analysis.reading.speech import Speech
from analysis.reading.text import Text

NAMED = frozenset(KINDS) - {"other"}
VERB = 2  # tokens of a verb between "among them" and the figure


def resolve(text: Text, mentions: list[Mention], speech: Speech) -> list[Claim]:
    """The claims of an article, with what is carried over from one sentence to another."""
    persons = [m for m in mentions if m.is_person]
    _parts(text, persons)
    _same_again(text, persons)
    _go_on(text, persons, speech)
    claims = [_claim(text, m, speech) for m in persons]
    by_start = {c.start: c for c in claims}
    _inherit_from_whole(text, persons, by_start)
    _inherit_again(text, persons, by_start)
    _headlines(claims)
    verdicts.deny(text, claims, speech)
    return claims


def _parts(text: Text, persons: list[Mention]) -> None:
    """As in "Environ 4 000 d'entre eux": the whole is the figure of people named last."""
    for k, mention in enumerate(persons):
        j = mention.number.j
        of_them = text.has(j, "part", "of_them") or _before_it(
            text, mention, "of_them", "including"
        )
        if of_them and k:
            mention.of = _whole(persons, k)
            continue
        if k and persons[k - 1].of and _listed(text, persons[k - 1], mention):
            mention.of = persons[k - 1].of
            continue
        of = text.has(j, "function", "of")
        following = persons[k + 1] if k + 1 < len(persons) else None
        if of and following and _leads_to(text, of.j, following):
            mention.of = following
            _stays_whole(text, mention, following)
        elif of and k and mention.counted.person is None:
            mention.of = _same_people(text, persons, k)


def _listed(text: Text, part: Mention, mention: Mention) -> bool:
    """As in "among them five children and 16 women": parts of the same whole."""
    gap = range(part.noun_end, mention.number.i)
    return len(gap) == 1 and (
        text.words[gap[0]] == "," or bool(text.has(gap[0], "function", "and"))
    )


def _leads_to(text: Text, j: int, whole: Mention) -> bool:
    """Nothing but "the" or "the promised" stands between "of" and the figure of the whole."""
    gap = range(j, whole.number.i)
    return len(gap) <= 2 and all(
        text.has(k, "function", "article")
        or text.has(k, "part", "definite")
        or text.has(k, "status")
        for k in gap
    )


def _stays_whole(text: Text, part: Mention, whole: Mention) -> None:
    """As in "12 of the 300 soldiers were wounded": the whole was not wounded."""
    planned = part.facts["status"] == whole.facts["status"] == "planned"
    if planned and not _called(text, whole):
        whole.facts["status"] = "reported"  # "33,000 of the 100,000 will leave"
    if whole.cue is not None and whole.cue is part.cue and whole.cue.kind in STATES:
        whole.kind = "deployed" if whole.counted.person in SERVING else "other"


def _whole(persons: list[Mention], k: int) -> Mention | None:
    mention = persons[k]
    for candidate in reversed(persons[:k]):
        if mention.sentence - candidate.sentence > 2:
            return None
        part = candidate.of is not None and candidate.sentence == mention.sentence
        if not part and not candidate.number.share:
            bigger = (
                candidate.number.low is None
                or mention.number.share
                or (candidate.number.value >= mention.number.value)
            )
            if (bigger and candidate.kind != "other") or (
                bigger and candidate.sentence == mention.sentence
            ):
                return candidate
    return None


def _same_people(text: Text, persons: list[Mention], k: int) -> Mention | None:
    """As in "Four of the guerrillas": the last figure of those people."""
    mention = persons[k]
    noun = next(
        (
            text.words[m]
            for m in range(mention.number.j, min(mention.number.j + 5, len(text.words)))
            if text.has(m, "person")
        ),
        None,
    )
    for candidate in reversed(persons[:k]):
        c = candidate.counted
        if (
            c.person
            and noun in text.words[c.i : c.j]
            and candidate.number.value > mention.number.value
        ):
            return candidate
    return None


def _before_it(text: Text, mention: Mention, *values: str):
    i = mention.number.i
    for k in range(max(0, i - 6), i):
        for hit in text.hits.get(k, ()):
            near = hit.j == i or (hit.value == "of_them" and hit.j < i <= hit.j + VERB)
            if hit.group == "part" and hit.value in values and near:
                return hit
    return None


def _same_again(text: Text, persons: list[Mention]) -> None:
    """As in "The eight guerrillas": a definite figure is the one named before."""
    for k, mention in enumerate(persons):
        number = mention.number
        definite = number.i and text.has(number.i - 1, "part", "definite")
        if not definite or number.low is None or number.share:
            continue
        told = mention.kind != "other" and mention.cue and mention.cue.form == "state"
        kinds = (mention.kind,) if told else NAMED
        for earlier in reversed(persons[:k]):
            same = earlier.number.low == number.low and earlier.number.high == number.high
            if same and earlier.kind in kinds:
                mention.kind, mention.restates = earlier.kind, earlier
                if earlier.kind != "deployed":  # what is planned for them is another thing
                    mention.facts["status"] = earlier.facts["status"]
                break


def _go_on(text: Text, persons: list[Mention], speech: Speech) -> None:
    """An estimate right after a sentence with a source goes on with what that source says."""
    for mention in persons:
        number, facts = mention.sentence, mention.facts
        if facts["status"] != "estimated" or _of_its_own(text, mention) or speech.of(number):
            continue
        before = speech.last(number - 1)
        here, there = text.sentences[number], text.sentences[number - 1]
        if any(text.has(k, "source", "said") for k in text.within("source", here.i, here.j)):
            continue
        if before and here.paragraph == there.paragraph and here.section == "body":
            speech.carried[number] = before


def _of_its_own(text: Text, mention: Mention) -> bool:
    """As in "an estimated 3,600": the figure is called an estimate, whoever speaks."""
    span = range(mention.number.i, mention.number.core)
    return any(text.has(k, "status", "estimated") for k in span)


def _claim(text: Text, mention: Mention, speech: Speech) -> Claim:
    number, facts = mention.number, mention.facts
    sentence = text.sentences[mention.sentence]
    claim = Claim(
        start=text.starts[number.i],
        end=text.ends[number.j - 1],
        sentence=sentence.span,
        section=sentence.section,
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit="share" if number.share else "persons",
        kind=mention.kind,
        status=facts["status"],
        hedge=facts["hedge"],
        additional=facts["additional"],
        of=text.starts[mention.of.number.i] if mention.of else None,
        restates=text.starts[mention.restates.number.i] if mention.restates else None,
    )
    _say_source(text, claim, mention, speech)
    for name in ("actor", "origin", "destination"):
        setattr(claim, name, facts[name].words)
        setattr(claim, f"{name}_code", facts[name].code)
    date = facts["date"]
    if date:
        claim.date, claim.date_start, claim.date_end = date.date, date.start, date.end
        claim.date_text = text.quote(date.i, date.j)
    return claim


def _say_source(text: Text, claim: Claim, mention: Mention, speech: Speech) -> None:
    one = mention.facts["source"]
    if mention.facts["rejected"]:
        return
    if one is None or not one.who:
        one = speech.carried.get(mention.sentence)
        if one is None:
            return
        span = (text.starts[one.i], text.ends[one.j - 1])
        claim.inherited["who"] = span
        if one.via:
            i, j = one.relay or (one.i, one.j)
            claim.inherited["via"] = (text.starts[i], text.ends[j - 1])
        if one.estimate and claim.status == "reported":
            claim.status = "estimated"
        if one.backward and claim.status == "reported" and text.has(one.at, "status", "confirmed"):
            claim.status = "confirmed"
    elif one.named:
        claim.inherited["who"] = (text.starts[one.named[0]], text.ends[one.named[1] - 1])
    claim.who = (one.who,)
    claim.via = (one.via,) if one.via else ()
    claim.who_code = places.codes(text, *(one.named or (one.i, one.j)))


def _inherit_from_whole(text: Text, persons: list[Mention], by_start: dict[int, Claim]) -> None:
    """A part takes whose people they are, and who says so, from the whole."""
    for mention in persons:
        if mention.of is None:
            continue
        part = by_start[text.starts[mention.number.i]]
        whole = by_start[text.starts[mention.of.number.i]]
        span = (whole.start, whole.end)
        if part.kind == "other" or (mention.cost > 8 and mention.counted.person not in KINDS):
            part.kind = whole.kind
            part.inherited["kind"] = span
            if part.status == "reported" and not _called(text, mention.of):
                part.status = whole.status
        same = mention.sentence == mention.of.sentence
        if same and part.status == "reported" and mention.cost > 4 and whole.start < part.start:
            part.status = whole.status
        if not part.who and whole.who and mention.sentence != mention.of.sentence:
            named = mention.of.facts["source"]
            own = (text.starts[named.i], text.ends[named.j - 1]) if named else span
            _inherit_who(part, whole, own)


def _called(text: Text, whole: Mention) -> bool:
    """As in "12 of the promised 300": the word is said of the whole alone."""
    return text.has(whole.number.i - 1, "status") is not None


def _inherit_again(text: Text, persons: list[Mention], by_start: dict[int, Claim]) -> None:
    """A figure said again has the source it had, and so have those it is counted with."""
    said_again: dict[int, Claim] = {}
    for mention in persons:
        claim = by_start[text.starts[mention.number.i]]
        if claim.who:
            continue
        earlier = by_start.get(claim.restates) if claim.restates is not None else None
        whole = by_start.get(claim.of) if claim.of is not None else None
        if earlier and earlier.who:
            _inherit_who(claim, earlier, (earlier.start, earlier.end))
            said_again[mention.sentence] = claim
        elif whole and "who" in whole.inherited:
            _inherit_who(claim, whole, whole.inherited["who"])
        elif claim.additional and mention.sentence in said_again:
            other = said_again[mention.sentence]
            _inherit_who(claim, other, other.inherited["who"])


def _inherit_who(claim: Claim, other: Claim, span: tuple[int, int]) -> None:
    claim.who, claim.via, claim.who_code = other.who, other.via, other.who_code
    claim.inherited["who"] = other.inherited.get("who", span)
    if claim.via:
        claim.inherited["via"] = other.inherited.get("via", span)


def _headlines(claims: list[Claim]) -> None:
    """A headline's figure that lies inside one of the body, of its kind, says that one again."""
    body = [c for c in claims if c.section == "body"]
    for claim in (c for c in claims if c.section == "headline" and c.low is not None):
        for other in body:
            if other.kind == claim.kind and other.unit == claim.unit and _inside(claim, other):
                claim.restates = other.start
                if claim.status not in (other.status, "denied"):
                    claim.status = other.status
                    claim.inherited["status"] = (other.start, other.end)
                    claim.flags = (*claim.flags, "headline differs from body")
                break


def _inside(claim: Claim, other: Claim) -> bool:
    if other.low is None and other.high is None:
        return False
    if claim.bound == "more_than" and other.high is not None:
        return False  # "more than 23" is not the 23 of the day before
    low = other.low if other.low is not None else 0
    high = other.high if other.high is not None else float("inf")
    first = claim.low if claim.low is not None else 0
    last = claim.high if claim.high is not None else first
    closed = other.low is not None and other.high is not None
    return low <= first and last <= high and (closed or first in (other.low, other.high))
