"""Sources that stand apart from a verb: in a headline, and at the beginning of a sentence."""

from __future__ import annotations

from analysis.reading import asides, extents, names
from analysis.reading.attribution import Attribution, only_document
from analysis.reading.lexicon import Hit
from analysis.reading.numbers import is_number
from analysis.reading.text import QUOTES, Sentence, Text

SPEAKER = 20  # tokens before a colon that name who is quoted
DATELINE = 8  # tokens of the place and the agency before a dash
HEAD = 6  # tokens at a headline's end that name who says it


def heading(text: Text, sentence: Sentence) -> list[Attribution]:
    """As in "Intelligence service: up to 60,000 dead": a body, and what it says."""
    if sentence.section != "headline" and not _line(text, sentence):
        return _quoted(text, sentence)
    credited = _credited(text, sentence)
    if credited:
        return [credited]
    span = range(sentence.i + 1, min(sentence.i + 5, sentence.j))
    colon = next((k for k in span if text.words[k] == ":"), None)
    if colon is None:
        return []
    span = range(sentence.i, colon)
    speaks = any(text.has(k, "source", "body", "medium") for k in span)
    counts = any(text.words[k][0].isdecimal() for k in span)
    if not speaks or counts or only_document(text, sentence.i, colon):
        return []
    name = names.words_of(text, sentence.i, colon)
    return [Attribution(sentence.i, colon, colon, name, leads=True)]


def _line(text: Text, sentence: Sentence) -> bool:
    """A heading within the text: a paragraph of one sentence that nothing ends."""
    number = text.sentence_of(sentence.i)
    near = (*text.sentences[max(0, number - 1) : number], *text.sentences[number + 1 : number + 2])
    alone = all(other.paragraph != sentence.paragraph for other in near)
    return alone and len(near) == 2 and text.words[sentence.j - 1][0].isalnum()


def _quoted(text: Text, sentence: Sentence) -> list[Attribution]:
    """As in 'Ana Prado, 34: "We lost 40 men."': a name, a colon, and its words."""
    i = sentence.i
    span = range(i + 1, min(i + SPEAKER, sentence.j - 1))
    colon = next((k for k in span if text.words[k] == ":"), None)
    if colon is None or text.words[colon + 1] not in QUOTES:
        return []
    j = extents.end_of(text, i, colon)
    whole = j == colon or text.words[j] == "," or asides.preposition(text, j)
    kind = text.has(i, "function", "article") or text.has(i, "person")
    someone = names.names_someone(text, i, j) or (kind and names.has_noun(text, i, j))
    if not (whole and someone) or any(_verb(text, k) for k in range(i, colon)):
        return []
    j = asides.named_after(text, i, j)
    return [Attribution(i, j, colon, names.words_of(text, i, j), leads=True)]


def _verb(text: Text, k: int) -> bool:
    """A word that makes a clause of what stands before a colon."""
    told = text.has(k, "source", "said", "told", "according", "by")
    return told is not None or text.helps(k)


def _credited(text: Text, sentence: Sentence) -> Attribution | None:
    """As in "Toll rises to 2,000: army officials": who says it, at a headline's end."""
    colon = next((k for k in range(sentence.j - 1, sentence.i, -1) if text.words[k] == ":"), None)
    if colon is None or not 0 < sentence.j - colon - 1 <= HEAD:
        return None
    i, j = colon + 1, sentence.j
    span = range(sentence.i, colon)
    counts = any(text.words[k][0].isdecimal() or text.has(k, "vague", "words") for k in span)
    named = all(_naming(text, k) for k in range(i, j)) and names.names_someone(text, i, j)
    speaks = any(text.has(k, "source", "body", "medium") for k in range(i, j)) or j - i <= 2
    if not (counts and named and speaks):
        return None
    return Attribution(i, j, colon, names.words_of(text, i, j))


def opening(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "The army bombed the town, claiming ...": the name that opens the sentence."""
    i, j = _first(text, sentence, hit.i)
    if names.is_pronoun(text, i, j):
        role = names.words_of(text, i, j) if j - i > 1 else None
        return Attribution(i, j, hit.i, None, pronoun=True, role=role, leads=True)
    if not names.names_someone(text, i, j):
        return None
    return Attribution(i, j, hit.i, names.words_of(text, i, j), leads=True)


def named_first(text: Text, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """The tokens of the name that opens a sentence, before token `last`; None without one."""
    i, j = _first(text, sentence, last)
    named = not names.is_pronoun(text, i, j) and names.names_someone(text, i, j)
    return (i, j) if named else None


def past_dateline(text: Text, sentence: Sentence) -> int:
    """As in "ORSK, Belmar (AFP) - The army": where the sentence begins after place and agency."""
    bracket = False
    for k in range(sentence.i, min(sentence.i + DATELINE, sentence.j - 1)):
        word = text.words[k]
        if word == "-" and not text.joined(k) and k > sentence.i:
            return k + 1
        bracket = word == "(" or (bracket and word != ")")
        if not (bracket or text.capital(k) or word in ",)/-"):
            break
    return sentence.i


def _first(text: Text, sentence: Sentence, last: int) -> tuple[int, int]:
    i = min(past_dateline(text, sentence), last)
    if text.has(i, "function", "preposition"):  # "Dans un communiqué, le porte-parole ..."
        i = next((k + 1 for k in range(i, last) if text.words[k] == ","), i)
    topic = text.has(i, "source", "topic")  # "As for the army, it ..."
    i = topic.j if topic and topic.j < last else i
    j = extents.end_of(text, i, last)
    apposed = asides.named_after(text, i, j)
    if apposed > j:
        return i, apposed
    j = i
    while j < last and (_naming(text, j) or (j > i and _office(text, j))):
        known = text.has(j, "source", "body", "medium")
        j = known.j if known else j + 1
    return i, j


def _office(text: Text, k: int) -> bool:
    """As in "Kremlin propagandist Gil Ode", "a senior official": an unknown word within."""
    if k + 1 >= len(text.words) or k in text.hits:
        return text.words[k] == "." and extents.dotted(text, k)
    if text.words[k] == "s":
        return text.words[k - 1] == "'"
    between = text.capital(k - 1) and text.capital(k + 1)
    article = text.has(k - 1, "function", "article")
    led = article and text.has(k + 1, "source", "body", "medium")
    word = text.words[k]
    number = is_number(word, text.lexicon.language)
    return word[0].isalpha() and not number and bool(between or led)


def _naming(text: Text, k: int) -> bool:
    part = text.has(k, "function", "article", "of") or text.has(k, "person")
    known = text.has(k, "source", "body", "medium") or text.has(k, "demonym")
    return bool(part or known or text.capital(k) or text.words[k] == "'")
