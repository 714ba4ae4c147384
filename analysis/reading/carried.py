"""What the sentences before say of the figures of a sentence: their state, and who says it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import LOSSES
from analysis.reading.elision import Mention
from analysis.reading.nouns import PEOPLE
from analysis.reading.speech import Speech
from analysis.reading.tallies import state_in
from analysis.reading.text import Text

ABOVE = 3  # sentences, from a heading back, that may name who says it
OPENING = 4  # tokens before a count that may be repeated from the sentence before
LISTED = 40  # tokens from "include" to the last of those who are told of
WHOLE = 3  # tokens before "include" that name those who do
STATE = 2  # tokens after "among the" that name the state of those told of
DEFINITE = 3  # tokens of "of all the" before the whole that opens a sentence
ITEM = 24  # tokens that an item of a list has at most


@dataclass(slots=True)
class Heading:
    """A line that announces a list of people, and what befell them."""

    sentence: int
    kind: str


def headings(text: Text, numbers: dict[int, list[Mention]]) -> dict[int, Heading]:
    """The line with a colon that announces a state, for the items of the list that follows."""
    found: dict[int, Heading] = {}
    heading: Heading | None = None
    for number, sentence in enumerate(text.sentences):
        if text.words[sentence.j - 1] == ":":
            kind = state_in(text, sentence.i, sentence.j) if number not in numbers else None
            heading = Heading(number, kind) if kind else None
        elif sentence.j - sentence.i > ITEM:
            heading = None
        elif heading:
            found[number] = heading
    return found


def under_heading(
    persons: list[Mention], number: int, headings: dict[int, Heading], heard: Speech
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


def among_them(text: Text, persons: list[Mention], before: list[Mention]) -> None:
    """As in "Among them were 13 soldiers": what befell them is said in the sentence before."""
    number = persons[0].sentence
    first = text.sentences[number].i
    opens = text.has(first, "part", "including", "of_them") or any(
        text.has(k, "part", "these") for k in range(first, persons[0].number.i)
    )
    if not opens or not before or before[0].sentence != number - 1:
        return
    for mention in persons:
        if mention.cue is None:
            mention.kind = before[-1].kind


def among_the_dead(text: Text, persons: list[Mention]) -> None:
    """As in "Among the injured were a doctor, four cooks and nine guards": all of them are."""
    opening = text.has(text.sentences[persons[0].sentence].i, "part", "among")
    kind = state_in(text, opening.j, opening.j + STATE) if opening else None
    if opening and text.has(opening.j, "part", "victims"):
        kind = "killed"
    for mention in persons:
        plain = mention.counted.person in (*PEOPLE, "nationals")
        told = kind if opening and mention.number.i > opening.j else _they_include(text, mention)
        if told and plain:
            mention.kind = told


def of_the_first(text: Text, persons: list[Mention]) -> None:
    """As in "Of the 73 wounded, we count 53 soldiers and 20 rebels": the rest are parts of it."""
    whole, *rest = persons
    i, first = whole.number.i, text.sentences[whole.sentence].i
    of = text.has(first, "function", "of") or text.has(first, "part", "among")
    if not of or of.j > i or i - first > DEFINITE or whole.kind not in LOSSES:
        return
    if not (text.has(i - 1, "part", "definite") or text.has(i - 1, "function", "article")):
        return
    for mention in rest:
        plain = mention.counted.person in (*PEOPLE, "nationals", None)
        if plain and (mention.cue is None or mention.cue.kind in ("deployed", whole.kind)):
            mention.kind, mention.of = whole.kind, whole


def _they_include(text: Text, mention: Mention) -> str | None:
    """As in "The hostages include three nurses and two guards": the state of those who include."""
    first = text.sentences[mention.sentence].i
    span = range(mention.number.i - 1, max(first, mention.number.i - LISTED), -1)
    verb = next((k for k in span if text.has(k, "part", "includes")), None)
    return state_in(text, max(first, verb - WHOLE), verb) if verb else None


def goes_straight_on(
    text: Text, persons: list[Mention], before: list[Mention], heard: Speech
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
    if same and same.facts["source"] and same.facts["source"].who:
        heard.carried.setdefault(number, same.facts["source"])


def _put_alike(text: Text, before: Mention, i: int, j: int) -> bool:
    """Whether the words at i to j stand right before the other figure too."""
    k = before.number.i
    return k >= j - i and text.words[k - (j - i) : k] == text.words[i:j]
