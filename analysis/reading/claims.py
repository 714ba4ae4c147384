"""An article to claims, dates and figures: the parts of the reader put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.model import Article, Claim, DateMention, Figure
from analysis.reading import (
    attach,
    attribute,
    carried,
    dates,
    elision,
    events,
    figures,
    nouns,
    people,
    resolve,
    speech,
)
from analysis.reading.days import Found
from analysis.reading.kinds import nearest, scope
from analysis.reading.lexicon import Lexicon
from analysis.reading.text import QUOTES, Text, prepare

CLAUSE = 30  # tokens from a figure to the end of the relative clause round it
RELATED = 8  # tokens from a comma to the figure in the relative clause that it opens
WRITTEN = frozenset(("year", "date", "ordinal", "article", "numbering"))


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


def _mentions(text: Text, numbers: list[figures.Number], found: list[Found], heard):
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
    headings = carried.headings(text, by_sentence)
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
            carried.among_them(text, persons, previous)
            carried.of_the_first(text, persons)
            carried.among_the_dead(text, persons)
            carried.under_heading(persons, number, headings, heard)
            carried.goes_straight_on(text, persons, previous, heard)
            attribute.fill(text, number, persons, made, found, heard)
            previous = persons
    return mentions


def _set_speakers_aside(text: Text, group: list[elision.Mention], named) -> None:
    """As in "deux sources militaires ont déclaré": those who say it are not what is counted."""
    speaks = [one for one in named if one.who and not one.named]
    for mention in group:
        start = mention.number.core
        told = any(one.i <= start < min(one.i + 2, one.j) for one in speaks)
        told = told or _speaks(text, mention)
        if mention.counted.role is None and (told or _introduced(text, mention.number.i)):
            words = text.quote(mention.number.j, mention.noun_end) or text.quote(start, start + 1)
            mention.counted = nouns.Counted(role="count", reason=f"counts {words}")


def _speaks(text: Text, mention: elision.Mention) -> bool:
    """As in '", said one man, ...': the figure after a verb of saying, and a mark after it."""
    i, j = mention.number.i, mention.noun_end
    if mention.counted.person not in nouns.PEOPLE or j >= len(text.words) or i < 2:
        return False
    framed = text.words[i - 2] == "," or text.words[i - 2] in QUOTES
    return framed and text.words[j] in ",.;" and text.has(i - 1, "source", "said") is not None


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
        attach.share_fate(text, persons[k], persons[k + 1])
        if not (persons[k].elided and persons[k].cue):
            attach.borrow(text, persons[k], persons[k + 1])
    for k, mention in enumerate(persons):
        if k and (mention.cue is None or attach.goes_with(text, persons[k - 1], mention)):
            attach.borrow(text, mention, persons[k - 1])
        if mention.cue is None and not mention.acts:
            right = _related_ends(text, made, mention)
            best = nearest(made, mention.number.i, mention.noun_end, left=made.i, right=right)
            taken = best is not None and any(m.describes(best[0].i) for m in persons)
            mention.cue = best[0] if best and not taken else None
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
    ends = {mention.noun_end for mention in persons}
    for mention in reversed(persons):
        bounds.append(min(right, _related_ends(text, made, mention)))
        if not (elision.in_passing(text, mention) or _beside(made, ends, mention)):
            right = mention.number.i
    return bounds[::-1]


def _beside(made, ends: set[int], mention: elision.Mention) -> bool:
    """As in "16 troops - eight of them British - were hurt": told between dashes, of others."""
    i = mention.number.i
    return any(a < i < b and a in ends for a, b in made.asides)


def _related_ends(text: Text, made, mention: elision.Mention) -> int:
    """As in "Kivo, which has 300 men there, lost": where a relative clause round it ends."""
    i = mention.number.i
    before = range(max(made.i + 1, i - RELATED), i)
    opened = max((k for k in before if text.words[k - 1] == ","), default=None)
    if opened is None or not text.has(opened, "function", "relative"):
        return made.j
    held = any(text.has(k, "function", "have") or _holds(text, k) for k in range(opened + 1, i))
    after = range(mention.noun_end, min(mention.noun_end + CLAUSE, made.j))
    closed = next((k for k in after if text.words[k] == ","), made.j)
    return closed if held else made.j


def _holds(text: Text, k: int) -> bool:
    """A verb of the relative clause itself, before the figure."""
    return any(hit.group.startswith("cue.") and hit.value == "done" for hit in text.hits.get(k, ()))


def _figure(text: Text, mention: elision.Mention) -> Figure:
    number, counted = mention.number, mention.counted
    role = "claim" if mention.is_person else counted.role or "unread"
    reason = None if mention.is_person else counted.reason or "no noun of people or things found"
    start, end = text.starts[number.i], text.ends[number.j - 1]
    unit = "share" if number.share else "persons"
    return Figure(start, end, number.low, number.high, number.bound, unit, role, reason)
