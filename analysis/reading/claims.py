"""An article to claims, dates and figures: the parts of the reader put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.model import Article, Claim, DateMention, Figure
from analysis.reading import (
    attach,
    attribute,
    dates,
    elision,
    events,
    figures,
    people,
    resolve,
    speech,
)
from analysis.reading.kinds import nearest, scope
from analysis.reading.lexicon import Lexicon
from analysis.reading.text import Text, prepare

ABOVE = 3  # sentences, from a heading back, that may name who says it
OPENING = 4  # tokens before a count that may be repeated from the sentence before
ITEM = 24  # tokens that an item of a list has at most
WRITTEN = frozenset(("year", "date", "ordinal", "article", "numbering"))


@dataclass(slots=True)
class Heading:
    """A line that announces a list of people, and what befell them."""

    sentence: int
    kind: str


@dataclass(slots=True)
class Reading:
    """What was read in one article, in the order of the text."""

    claims: list[Claim] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Read an article: claims, dates and figures, spans in code points of its text.

    >>> from analysis.reading.lexicon import lexicon
    >>> text = "Environ 300 soldats ont été envoyés au Mali."
    >>> article = Article("a", text, "", "a.txt", "fr")
    >>> [(c.low, c.kind, c.bound) for c in read(article, lexicon("fr")).claims]
    [(300.0, 'deployed', 'about')]
    """
    text = prepare(article.text, lexicon)
    if not text.words:
        return Reading()
    found = dates.find(text)
    heard = speech.listen(text)
    mentions = _mentions(text, figures.find(text), found, heard)
    return Reading(
        claims=resolve.resolve(text, mentions, heard),
        dates=events.rows(text, found, mentions, heard),
        figures=[_figure(text, m) for m in mentions],
    )


def _mentions(text: Text, numbers: list[figures.Number], found: list[dates.Found], heard):
    places = {k for date in found for k in range(date.i, date.j)}
    counted = [people.counted(text, n, places) for n in numbers]
    people.share_units(text, numbers, counted)
    figures.qualify_after(text, numbers, [c.j if c.person else 0 for c in counted])
    mentions = [
        elision.Mention(n, c, text.sentence_of(n.core))
        for n, c in zip(numbers, counted, strict=True)
    ]
    by_sentence: dict[int, list[elision.Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    previous: list[elision.Mention] = []
    headings = _headings(text, by_sentence)
    for number, group in by_sentence.items():
        sentence = text.sentences[number]
        tokens = {m.number.core for m in group if m.counted.role is None}
        made = scope(text, sentence.i, sentence.j, tokens)
        made.numbers = {m.number.core for m in group if m.counted.role not in WRITTEN}
        _set_speakers_aside(text, group, heard.named.get(number, []))
        elision.settle(text, group, made, previous)
        persons = [m for m in group if m.is_person]
        if persons:
            _kinds(text, made, persons)
            _among_them(text, persons, previous)
            _under_heading(persons, number, headings, heard)
            _goes_straight_on(text, persons, previous, heard)
            attribute.fill(text, number, persons, made, found, heard)
            previous = persons
    return mentions


def _headings(text: Text, numbers: dict[int, list[elision.Mention]]) -> dict[int, Heading]:
    """The line with a colon that announces a state, for the items of the list that follows."""
    found: dict[int, Heading] = {}
    heading: Heading | None = None
    for number, sentence in enumerate(text.sentences):
        if text.words[sentence.j - 1] == ":":
            kind = elision.state_in(text, sentence.i, sentence.j) if number not in numbers else None
            heading = Heading(number, kind) if kind else None
        elif sentence.j - sentence.i > ITEM:
            heading = None
        elif heading:
            found[number] = heading
    return found


def _under_heading(
    persons: list[elision.Mention], number: int, headings: dict[int, Heading], heard: speech.Speech
) -> None:
    """An item of a list of the dead says who they were; the rest is said above the list."""
    heading = headings.get(number)
    if heading is None:
        return
    for mention in persons:
        if mention.cue is None:
            mention.kind = heading.kind
    above = (heard.last(n) for n in range(heading.sentence, heading.sentence - ABOVE, -1))
    source = next((one for one in above if one), None)
    if source and not heard.of(number):
        heard.carried[number] = source


def _among_them(text: Text, persons: list[elision.Mention], before: list[elision.Mention]) -> None:
    """As in "Among them were 13 soldiers": what befell them is said in the sentence before."""
    number = persons[0].sentence
    opens = text.has(text.sentences[number].i, "part", "including", "of_them")
    if not opens or not before or before[0].sentence != number - 1:
        return
    for mention in persons:
        if mention.cue is None:
            mention.kind = before[-1].kind


def _goes_straight_on(
    text: Text, persons: list[elision.Mention], before: list[elision.Mention], heard: speech.Speech
) -> None:
    """A count that opens the next sentence, or is put in the same words, has the same source."""
    number = persons[0].sentence
    if not before or before[0].sentence != number - 1 or heard.named.get(number):
        return
    sentence, told = text.sentences[number], text.sentences[number - 1]
    if sentence.paragraph != told.paragraph:
        return
    i = persons[0].number.i
    if i == sentence.i:
        same = before[0] if persons[0].kind == before[0].kind else None
    elif i - sentence.i <= OPENING and any(
        text.has(k, "function", "auxiliary") for k in range(sentence.i, i)
    ):
        same = next((b for b in before if _put_alike(text, b, sentence.i, i)), None)
    else:
        same = None
    if same and same.facts["source"]:
        heard.carried.setdefault(number, same.facts["source"])


def _put_alike(text: Text, before: elision.Mention, i: int, j: int) -> bool:
    """Whether the words at i to j stand right before the other figure too."""
    k = before.number.i
    return k >= j - i and text.words[k - (j - i) : k] == text.words[i:j]


def _set_speakers_aside(text: Text, group: list[elision.Mention], named) -> None:
    """As in "deux sources militaires ont déclaré": those who say it are not what is counted."""
    speaks = [one for one in named if one.who and not one.named]
    for mention in group:
        start = mention.number.core
        told = any(one.i <= start < min(one.i + 2, one.j) for one in speaks)
        if mention.counted.role is None and (told or _introduced(text, mention.number.i)):
            words = text.quote(mention.number.j, mention.noun_end) or text.quote(start, start + 1)
            mention.counted = people.Counted(role="count", reason=f"counts {words}")


def _kinds(text: Text, made, persons: list[elision.Mention]) -> None:
    """Give each figure of a sentence its kind: own noun, own cue, then its neighbours'."""
    rights = _right_bounds(text, made, persons)
    for k, mention in enumerate(persons):
        left = persons[k - 1].number.j if k else made.i
        right = rights[k]
        mention.cue = attach.own_cue(text, made, persons, k, left, right)
    for k, mention in enumerate(persons):
        if mention.elided and k and mention.cue is None:
            attach.borrow(text, mention, persons[k - 1])
    for k in range(len(persons) - 2, -1, -1):
        if not (persons[k].elided and persons[k].cue):
            attach.borrow(text, persons[k], persons[k + 1])
    for k, mention in enumerate(persons):
        if mention.cue is None and k:
            attach.borrow(text, mention, persons[k - 1])
        if mention.cue is None:
            best = nearest(made, mention.number.i, mention.noun_end, left=made.i, right=made.j)
            mention.cue = best[0] if best else None
        mention.kind = attach.kind_of(text, mention)


def _introduced(text: Text, i: int) -> bool:
    """As in "according to two officials": the figure right after the words for a source."""
    return any(
        hit.group == "source" and hit.value in ("according", "cite") and hit.j == i
        for k in range(max(0, i - 4), i)
        for hit in text.hits.get(k, ())
    )


def _right_bounds(text: Text, made, persons: list[elision.Mention]) -> list[int]:
    """For each figure where the next one begins that is not told in passing."""
    bounds, right = [], made.j
    for mention in reversed(persons):
        bounds.append(right)
        if not elision.in_passing(text, mention):
            right = mention.number.i
    return bounds[::-1]


def _figure(text: Text, mention: elision.Mention) -> Figure:
    number, counted = mention.number, mention.counted
    role = "claim" if mention.is_person else counted.role or "unread"
    reason = None if mention.is_person else counted.reason or "no noun of people or things found"
    start, end = text.starts[number.i], text.ends[number.j - 1]
    unit = "share" if number.share else "persons"
    return Figure(start, end, number.low, number.high, number.bound, unit, role, reason)
