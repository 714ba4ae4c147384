"""What follows a verb of saying: a day, a place, who heard it, or what is said."""

from __future__ import annotations

from analysis.model import LOSSES
from analysis.reading import around, asides
from analysis.reading.lexicon import Hit
from analysis.reading.numbers import is_number
from analysis.reading.text import QUOTES, Sentence, Text

PAPER = 10  # tokens from "put" to the estimate that is put
PLACE = 7  # tokens of the place after a subject
OPENS = frozenset("«“„")  # marks that open a quotation


def pronoun_after(text: Text, k: int) -> bool:
    """As in "Ihre Verluste bezifferten sie mit": the pronoun alone after the verb."""
    if not text.lexicon.grammar["verb_second"] or text.has(k, "function", "article"):
        return False
    pronoun = text.has(k, "source", "pronoun")
    return pronoun is not None and pronoun.j == k + 1


def tells_of(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "berichteten von 300": a figure is what is told of."""
    of = text.has(hit.j, "function", "of") or text.has(hit.j, "place", "from")
    ended = text.has(hit.j - 1, "function", "of") is not None
    j = of.j if of else hit.j
    return (of is not None or ended) and j < sentence.j and text.words[j][0].isdecimal()


def past_where(text: Text, j: int, last: int) -> int:
    """Past the day and place that follow a subject: "das Ministerium in Orsk am Freitag"."""
    placed = False
    while j < last and text.words[j][0].isalnum():
        if _in_paper(text, j) or _heard_by(text, j):
            return next((k for k in range(j, last) if not text.words[k][0].isalnum()), last)
        when = asides.when(text, j) or (
            text.has(j, "function", "stop") and asides.when(text, j + 1)
        )
        elided = _elided(text, j)
        dated = text.words[j].isdecimal() and (placed or asides.when(text, j + 1))
        if elided or not (when or (placed and text.capital(j)) or dated):
            break
        placed = bool(when)
        j += 1
    return j


def _elided(text: Text, j: int) -> bool:
    """As in "d'avoir": the apostrophe before a word that is no name."""
    k = j + 2
    return text.words[j + 1 : k] == ["'"] and k < len(text.words) and not text.capital(k)


def _heard_by(text: Text, j: int) -> bool:
    """As in "sagten Bewohner der Agentur Minope": to which medium it was said."""
    medium = text.has(j, "function", "article") and text.has(j + 1, "source", "medium")
    return bool(medium or text.has(j, "source", "heard"))


def _in_paper(text: Text, j: int) -> bool:
    """As in "in a statement": where it was said."""
    paper = any(text.has(k, "source", "document") for k in range(j + 1, j + 4))
    return paper and bool(text.has(j, "function", "preposition"))


def closed(text: Text, j: int, last: int) -> bool:
    """Whether the subject that ends at token j ends its clause, but for a day or place."""
    end = past_where(text, j, last)
    dated = around.past_days(text, j, last)
    return end + 3 >= last or not text.words[end][0].isalnum() or _attribute(text, dated, last)


def _attribute(text: Text, j: int, last: int) -> bool:
    """As in "said officials | in the port of Orsk.": no more than a place up to the mark."""
    end = next((k for k in range(j, last) if not text.words[k][0].isalnum()), last)
    said = any(text.has(k, "source", "said") or text.words[k][0].isdecimal() for k in range(j, end))
    clause = any(text.has(k, "function", "relative", "auxiliary", "be") for k in range(j, end))
    return asides.preposition(text, j) and end - j <= PLACE and not said and not clause


def trails(text: Text, sentence: Sentence, hit: Hit, i: int) -> bool:
    """As in "300 have died, Ana Prado said in a rare talk of losses": no figure comes after."""
    if i == sentence.i or not (text.words[i - 1] == "," or text.words[i - 1] in QUOTES):
        return False
    if text.lexicon.grammar["verb_second"] and text.words[i - 1] == "," and i < hit.i:
        return False  # ", die Polizei korrigierte die Zahlen": a clause of its own
    before = any(text.words[k][0].isdecimal() for k in range(sentence.i, i))
    language = text.lexicon.language
    rest = (text.words[k] for k in range(hit.j, sentence.j))
    after = any(word[0].isdecimal() or is_number(word, language) for word in rest)
    return before and not after


def gives_estimate(text: Text, hit: Hit) -> bool:
    """As in "put the army's estimate at 300": what is given is called an estimate."""
    for k in range(hit.j, min(hit.j + PAPER, len(text.words))):
        if text.words[k][0].isdecimal() or text.words[k] in ",.;:":
            return False
        if text.has(k, "source", "estimate"):
            return True
    return False


def relative_follows(text: Text, hit: Hit) -> bool:
    """As in "Says that": what is said follows, not who says it."""
    return any(text.has(k, "function", "relative") is not None for k in (hit.j - 1, hit.j)) and (
        not text.lexicon.grammar["verb_second"]
    )


def goes_further(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """Whether what is said stands after the verb: more than a few words, a day, a place follow."""
    start = past_where(text, hit.j, sentence.j)
    for j in range(start, min(start + 5, sentence.j)):
        if text.words[j] in QUOTES - OPENS:
            return j + 1 < sentence.j and text.joined(j + 1) and not text.joined(j)
        if text.words[j] in ",.;!?-":
            return False
        if text.has(j, "function", "relative") or text.words[j][0].isdecimal():
            return True
        if text.has(j, "person", *LOSSES):
            return True
    return start + 5 < sentence.j


def ends_clause(text: Text, j: int, last: int) -> bool:
    return j >= last or not text.words[j][0].isalnum()
