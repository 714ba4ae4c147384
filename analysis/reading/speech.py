"""Who speaks in each sentence of an article: named there, or carried over from another one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.reading import antecedents, roles, sources
from analysis.reading.attribution import Attribution
from analysis.reading.text import QUOTES, Sentence, Text

PHRASE = 3  # words a quotation of a count has at least
NEXT = 2  # sentences from a name to the pronoun that means it


@dataclass(slots=True)
class Speech:
    """Who speaks in each sentence: named there, or carried over from another one."""

    named: dict[int, list[Attribution]] = field(default_factory=dict)
    carried: dict[int, Attribution] = field(default_factory=dict)

    def of(self, number: int) -> Attribution | None:
        """The first source of a sentence, its own before one carried over."""
        return next(iter(self._all(number)), None)

    def last(self, number: int) -> Attribution | None:
        """The last source of a sentence, or one carried over to it."""
        return next(reversed(self._all(number)), None)

    def _all(self, number: int) -> list[Attribution]:
        own = [a for a in self.named.get(number, ()) if a.who and not a.backward and not a.decides]
        carried = self.carried.get(number)
        return own or ([carried] if carried else [])


def listen(text: Text) -> Speech:
    """Find the sources of all sentences, and the sentences that rest on another's source."""
    speech = Speech()
    last: tuple[Attribution, int] | None = None
    quoted = _quoted(text)
    heard: list[Attribution] = []
    for number, sentence in enumerate(text.sentences):
        named = sources.find(text, sentence) if _may_name(text, sentence) else []
        if named:
            speech.named[number] = named
        near = last and text.sentences[last[1]].paragraph + 1 >= sentence.paragraph
        before = last[0] if last and near else None
        _name_roles(text, named, before)
        antecedents.name_pronouns(text, number, named, last)
        _name_pronouns(named, before)
        _name_heads(text, named, heard)
        speaking = [a for a in named if a.who and not a.decides]
        heard += speaking
        telling = next((a for a in named if a in speaking or (a.who and a.backward)), None)
        if telling:
            _carry_back(text, speech, quoted, number, telling)
        if speaking:
            people = [a for a in speaking if not a.document] or speaking
            last = _at_its_name(([a for a in people if not a.named] or people)[-1]), number
        elif last and last[1] == number - 1 and _announces(text, number - 1):
            speech.carried.setdefault(number, last[0])
        elif (decided := _decided(text, speech, number)) is not None:
            speech.carried.setdefault(number, decided)
        elif last:
            meant = any(a.pronoun for a in named)
            goes_on = meant or _goes_on(text, sentence, number, quoted)
            if goes_on and (near or (meant and number - last[1] <= NEXT)):
                speech.carried.setdefault(number, last[0])
    return speech


def _decided(text: Text, speech: Speech, number: int) -> Attribution | None:
    """As in "The council agreed. Accordingly, 300 may go": who decided in the sentence before."""
    sentence = text.sentences[number]
    span = text.within("source", sentence.i, sentence.j)
    goes_on = any(text.has(k, "source", "continues") and not _mood(text, k) for k in span)
    before = speech.named.get(number - 1, ()) if goes_on else ()
    return next((one for one in before if one.decides and one.who), None)


def _mood(text: Text, k: int) -> bool:
    return text.has(k, "modal", "indirect") is not None


def _announces(text: Text, number: int) -> bool:
    """As in "The paper reported that:": what is said comes in the next line."""
    return text.words[text.sentences[number].j - 1] == ":"


def _at_its_name(one: Attribution) -> Attribution:
    """A source that a pronoun named, at the name itself."""
    return replace(one, i=one.named[0], j=one.named[1]) if one.named else one


def _name_roles(text: Text, named: list[Attribution], before: Attribution | None) -> None:
    """A role is a source by itself where nobody, or a bare other one, spoke shortly before."""
    for one in named:
        if one.role and (before is None or roles.bare_other(text, one, before)):
            one.who, one.pronoun = one.role, False


def _name_heads(text: Text, named: list[Attribution], heard: list[Attribution]) -> None:
    """As in "le patron de l'ONU": whoever was named with the body before."""
    for one in named:
        person = roles.person_meant(text, one, heard) if one.who else None
        if person:
            one.who, one.named = person.who, (person.i, person.j)


def _name_pronouns(named: list[Attribution], before: Attribution | None) -> None:
    """As in "The committee says ...; it counted": the pronoun is who spoke first.

    Beside a document that names nobody it is who spoke in the sentences before.
    """
    first = before if any(one.who for one in named) else None
    inside = False
    for one in named:
        if one.who and not one.document and not one.decides:
            first, inside = (first if inside else one), True
        elif one.pronoun and first is not None:
            one.who, one.via, one.relay = first.who, first.via, first.relay
            one.named = first.named or (first.i, first.j)


def _carry_back(
    text: Text, speech: Speech, quoted: dict[int, int], number: int, one: Attribution
) -> None:
    """As in "Cela rapporte CNN", or a speaker after his words: said of the sentences before."""
    silent = number - 1 not in speech.named
    if number in quoted and not one.leads:
        for n in range(quoted[number], number):
            if n not in speech.named:
                speech.carried[n] = one
    at_start = one.at <= text.sentences[number].i + 2
    if one.backward or (silent and number - 1 in quoted and (number in quoted or at_start)):
        speech.carried.setdefault(number - 1, one)
    n = number - 2
    while one.backward and n not in speech.named and _indirect(text, n) and _indirect(text, n + 1):
        speech.carried.setdefault(n, one)
        n -= 1


def _indirect(text: Text, number: int) -> bool:
    """Whether a sentence is told in the mood of indirect speech: "Die Armee habe ..."."""
    if number < 0:
        return False
    sentence = text.sentences[number]
    span = range(sentence.i, sentence.j)
    mood = any(text.has(k, "modal", "indirect") or text.has(k, "source", "continues") for k in span)
    return mood and bool(text.lexicon.grammar["verb_second"])


def _goes_on(text: Text, sentence: Sentence, number: int, quoted: dict[int, int]) -> bool:
    if text.has(sentence.i, "part", "including", "of_them"):  # "Among them are 40 children."
        return True
    span = text.within("source", sentence.i, sentence.j)
    goes_on = number in quoted or any(text.has(k, "source", "continues") for k in span)
    return goes_on or _quotes_count(text, sentence)


def _quotes_count(text: Text, sentence: Sentence) -> bool:
    """As in 'The troops "killed dozens of rebels"': whoever spoke is quoted once more."""
    marks = [k for k in range(sentence.i, sentence.j) if text.words[k] in QUOTES]
    return any(
        j - i > PHRASE
        and _opens(text, i)
        and not _opens(text, j)
        and any(text.words[k][0].isdecimal() or text.has(k, "vague") for k in range(i, j))
        for i, j in pairwise(marks)
    )


def _may_name(text: Text, sentence: Sentence) -> bool:
    said = text.within("source", sentence.i, sentence.j)
    return bool(said) or ":" in text.words[sentence.i : sentence.j]


def _quoted(text: Text) -> dict[int, int]:
    """The sentences within a quotation, each with the one where it opens.

    A paragraph closes what it left open.
    """
    opened, paragraph, quoted = -1, -1, {}
    for number, sentence in enumerate(text.sentences):
        if sentence.paragraph != paragraph:
            opened, paragraph = -1, sentence.paragraph
        if opened >= 0:
            quoted[number] = opened
        for k in range(sentence.i, sentence.j):
            if text.words[k] in QUOTES:
                opened = number if _opens(text, k) else -1
                if opened >= 0 and k <= sentence.i + 1:
                    quoted[number] = number
    return quoted


def _opens(text: Text, k: int) -> bool:
    """Whether a quotation mark opens: by its shape, or by the side that it touches."""
    word = text.words[k]
    if word in "«»„":
        return word != "»"
    if word == "“" and not text.lexicon.grammar["nouns_capitalised"]:
        return True
    touches = k + 1 < len(text.words) and text.joined(k + 1)
    return touches and not (text.joined(k) and text.words[k - 1] not in "(:")
