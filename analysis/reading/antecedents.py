"""Whom a pronoun means that says something: who opens its sentence, or the one before."""

from __future__ import annotations

from itertools import pairwise

from analysis.reading import names, openings
from analysis.reading.attribution import Attribution
from analysis.reading.text import Sentence, Text

BACK = 2  # sentences back that may name the person whom a pronoun means


def name_pronouns(
    text: Text, number: int, named: list[Attribution], last: tuple[Attribution, int] | None
) -> None:
    """Name who is meant by pronouns that no speaker of their sentence or the last one explains."""
    if any(one.who and not one.document for one in named):
        return
    spoke = last[1] if last else -1 - BACK
    for one in named:
        if not one.pronoun or one.role or one.who:
            continue
        apart = _apart(text, text.sentences[number], one) and -1 < number - spoke <= BACK
        found = None if apart else _opens(text, text.sentences[number], one)
        if found is None and spoke < number - 1:
            found = _before(text, number, max(spoke, number - BACK - 1))
        if found:
            one.who, one.named = names.words_of(text, *found), found


def _apart(text: Text, sentence: Sentence, one: Attribution) -> bool:
    """As in "The rebels killed 40 soldiers, he added.": no pronoun of who opens the sentence."""
    start = min(one.i, one.at)
    verb = max(sentence.i, start - 2)  # "a-t-il ajouté": the pronoun after its verb
    return "," in text.words[verb:start] and not one.leads


def _opens(text: Text, sentence: Sentence, one: Attribution) -> tuple[int, int] | None:
    """As in "The ministry has been silent since May, when it gave a toll of 300"."""
    found = openings.named_first(text, sentence, one.i)
    if not found or found[1] >= one.i:
        return None
    topic = text.has(sentence.i, "source", "topic")  # "As for the army, it ..."
    return found if topic or _speaks(text, *found) else None


def _before(text: Text, number: int, after: int) -> tuple[int, int] | None:
    """As in "Mr Ode came on Monday. He said": who opens a sentence, or the one person in it."""
    paragraph = text.sentences[number].paragraph
    for n in range(number - 1, max(after, -1), -1):
        sentence = text.sentences[n]
        if sentence.paragraph + 1 < paragraph:
            return None
        found = openings.named_first(text, sentence, sentence.j)
        if found and _speaks(text, *found):
            return found
        if alone := _only_person(text, sentence):
            return alone
    return None


def _only_person(text: Text, sentence: Sentence) -> tuple[int, int] | None:
    """The one person whom a sentence names in full, as in "Ana Prado", "Ana von Ode"."""
    named = [k for k in range(sentence.i, sentence.j) if _name(text, k)]
    pairs = [p for p in pairwise(named) if all(_particle(text, k) for k in range(p[0] + 1, p[1]))]
    if not pairs or any(b != c for (_, b), (c, _) in pairwise(pairs)):
        return None
    return pairs[0][0], pairs[-1][1] + 1


def _name(text: Text, k: int) -> bool:
    word = text.quote(k, k + 1)
    return names.proper(text, k) and not text.hits.get(k) and word[1:].islower()


def _particle(text: Text, k: int) -> bool:
    """A short word within a name: "von", "de"."""
    return len(text.words[k]) <= 3 and text.quote(k, k + 1).islower()


def _speaks(text: Text, i: int, j: int) -> bool:
    """A body, or two names in a row."""
    if any(text.has(k, "source", "body") for k in range(i, j)):
        return True
    plain = [k for k in range(i, j) if text.words[k][0].isalpha()]
    named = [k for k in plain if names.proper(text, k) and not text.hits.get(k)]
    country = any(text.has(k, "country") for k in plain)
    return len(named) > 1 and not country
