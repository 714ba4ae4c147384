"""Who says it: names after "selon", before or after verbs of saying, and who relays whom."""

from __future__ import annotations

from analysis.reading import ascribed, asides, extents, names, openings
from analysis.reading.attribution import (
    Attribution,
    claims_to_have,
    document,
)
from analysis.reading.following import ends_clause
from analysis.reading.lexicon import SPEAKING, Hit
from analysis.reading.relays import relays
from analysis.reading.said import said
from analysis.reading.text import QUOTES, Sentence, Text
from analysis.reading.unfit import unfit

INTRODUCES = SPEAKING | {
    "by",
    "told",
    "split",
    "claiming",
    "self",
}  # of [source]: what names who says it
PAPER = 6  # tokens from a sentence's beginning to the document that it is about
FRAME = 20  # tokens from an auxiliary to the verb that ends its clause
ONLY = 8  # tokens after who said it, where nothing is said
OWN = 6  # tokens from "by their own account" to the subject after it


def find(text: Text, sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence, in order."""
    found = openings.heading(text, sentence)
    for i in text.within("source", sentence.i, sentence.j):
        for hit in text.hits.get(i, ()):
            introduces = hit.group == "source" and hit.value in INTRODUCES
            after = not found or hit.i >= found[-1].j
            if after and (owned := _owned(text, sentence, hit)):
                found.append(owned)
                break
            if introduces and after:
                if unfit(text, sentence, hit):
                    continue
                hit = _whole_verb(text, sentence, hit)
                made = _attribution(text, sentence, hit, found)
                within = made and found and found[-1].at < made.i < found[-1].j
                if made and not within and _decides(text, hit, made):
                    found.append(made)
                    break
    if text.has(sentence.i, "source", "adding"):  # "Claiming that 40 had died, X warned"
        for one in found:
            one.leads = False
    _point_back(text, sentence, found)
    kept = relays(text, found)
    if len(kept) == 1 and _only_says(text, sentence, kept[0]):
        kept[0].backward = True
    return kept


def _owned(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "the army's claim that 40 had died": whose word for it that is."""
    noun = text.has(hit.i, "source", "document")
    told = text.has(hit.j, "function", "that") or text.has(hit.j, "source", "pronoun")
    if not (noun and told):
        return None
    mark = next((k for k in (hit.i - 2, hit.i - 1) if text.words[k] == "'"), None)
    if mark is None or not (mark == hit.i - 1 or text.words[mark + 1] == "s"):
        return None
    i = extents.start_of(text, mark, sentence.i)
    if not names.names_someone(text, i, mark):
        return None
    return Attribution(i, mark, hit.i, names.words_of(text, i, mark))


def _only_says(text: Text, sentence: Sentence, one: Attribution) -> bool:
    """As in "This was reported by X.", "X said this.": it says nothing but who said it."""
    counts = any(text.words[k][0].isdecimal() for k in range(sentence.i, sentence.j))
    if one.who is None or one.leads or counts:
        return False
    last = sentence.j - 1
    while last > sentence.i and not text.words[last][0].isalnum():
        last -= 1
    this = text.has(sentence.i, "source", "this")
    opens = this is not None and max(one.j, one.at) > last - ONLY
    ends = one.at + 1 >= last and text.has(last, "source", "said", "this") is not None
    return opens or (ends and one.i == sentence.i and one.j <= one.at)


def _point_back(text: Text, sentence: Sentence, found: list[Attribution]) -> None:
    """As in "The figures were given by X": a sentence without one, of the one before."""
    span = range(sentence.i, min(sentence.i + PAPER, sentence.j))
    paper = next((k for k in span if document(text, k)), None)
    counts = any(text.words[k][0].isdecimal() for k in range(sentence.i, sentence.j))
    if paper is None or counts or any(text.has(k, "person") for k in range(paper, sentence.j)):
        return
    opens = not any(_named(text, k) for k in range(sentence.i, paper))
    for one in found:
        told = bool(one.who or one.role) and one.i > paper
        one.backward = one.backward or (opens and told)


def _named(text: Text, k: int) -> bool:
    """A name, a body, or who speaks, before the document that a sentence is about."""
    body = text.has(k, "source", "body", "medium", "said", "according", "before", "by")
    led = text.has(k, "function", "preposition") or text.has(k, "country")
    return body is not None or led is not None


def _whole_verb(text: Text, sentence: Sentence, hit: Hit) -> Hit:
    """A verb in two parts as one of saying: "ont également déclaré", "kündigte ... an"."""
    if text.has(hit.i, "source", "told"):
        reach = FRAME if text.lexicon.grammar["verb_second"] else 6
        last = asides.aside_before(text, hit.i, sentence.i)
        for k in range(last - 1, max(sentence.i, last - reach) - 1, -1):
            if text.has(k, "function", "have"):
                return Hit(k, k + 1 if _inverted(text, sentence, k) else hit.j, "source", "said")
            other = text.has(k, "season") or text.has(k, "source", "told", "said")
            if other or not (text.words[k][0].isalnum() or text.words[k] in "()'"):
                break
    if hit.value == "claiming" and claims_to_have(text, hit.i):
        return Hit(hit.i, hit.j, "source", "said")
    if hit.value == "split":
        for k in range(hit.j, sentence.j):
            if text.has(k, "source", "particle") and ends_clause(text, k + 1, sentence.j):
                return Hit(hit.i, hit.j, "source", "said")
    return hit


def _inverted(text: Text, sentence: Sentence, k: int) -> bool:
    """As in "Zuvor hatte das Ministerium ... angegeben": the subject follows the auxiliary."""
    if not text.lexicon.grammar["verb_second"]:
        return False
    i, j = extents.start_of(text, k, sentence.i), extents.end_of(text, k + 1, sentence.j)
    before = names.names_someone(text, i, k) or names.is_pronoun(text, i, k)
    role = names.is_pronoun(text, k + 1, j) and names.has_role(text, k + 1, j)
    someone = names.has_noun(text, k + 1, j) or names.names_someone(text, k + 1, j)
    return not before and (role or someone)


def _attribution(
    text: Text, sentence: Sentence, hit: Hit, found: list[Attribution]
) -> Attribution | None:
    if any(longer.j > hit.j for longer in ascribed.fixed(text, hit.i)):
        return None
    if hit.value in ("before", "according"):
        return ascribed.before(text, sentence, hit)
    if hit.value == "by":
        return ascribed.by(text, sentence, hit)
    if hit.value == "after":
        return ascribed.left(text, sentence, hit)
    if hit.value == "cite":
        return ascribed.cited(text, sentence, hit)
    if hit.value == "said" and (agent := _by_whom(text, sentence, hit)):
        return ascribed.before(text, sentence, Hit(hit.i, agent.j, "source", "before"))
    if hit.value == "said" and _adds(text, hit):
        if found and found[-1].who:
            return Attribution(hit.i, hit.j, hit.i, None, pronoun=True, leads=True)
        return openings.opening(text, sentence, hit)
    if hit.value == "said":
        return said(text, sentence, hit)
    if hit.value == "claiming":
        return ascribed.as_heard(text, sentence, hit)
    if hit.value == "self":
        return _subject(text, sentence, hit)
    if hit.value == "said_that":
        if verb := _before_a_clause(text, sentence, hit):
            return said(text, sentence, verb)
        nobody = Attribution(hit.i, hit.j, hit.i, None, pronoun=True)
        return ascribed.in_paper(text, sentence, hit) or nobody
    return None


def _before_a_clause(text: Text, sentence: Sentence, hit: Hit) -> Hit | None:
    """As in "The president said he would": a verb with its subject before it, then a clause."""
    verb = text.has(hit.i, "source", "said")
    inner = sentence.i < hit.i and hit.j < sentence.j and not text.lexicon.grammar["verb_second"]
    return verb if inner and all(text.words[k][0].isalpha() for k in (hit.i - 1, hit.j)) else None


def _by_whom(text: Text, sentence: Sentence, hit: Hit) -> Hit | None:
    """As in ", said by witnesses": the agent after a participle of saying."""
    agent = text.has(hit.j, "function", "agent")
    finite = text.lexicon.grammar["verb_second"] or text.words[hit.i - 1] != ","
    if agent is None or finite or asides.apposed(text, sentence, hit.i, strict=False):
        return None  # "Ana Prado, a nurse, said by telephone"
    return agent


def _adds(text: Text, hit: Hit) -> bool:
    """As in ", adding that": a participle of whoever speaks in the sentence."""
    aside = text.words[hit.i - 1] == "," or text.words[hit.i - 1] in QUOTES
    return bool(aside and text.has(hit.i, "source", "adding"))


def _decides(text: Text, hit: Hit, made: Attribution) -> bool:
    """Mark who decides, as in "The council agreed to send 300": it yields to who says so."""
    verbs = (text.has(k, "source", "decided") for k in range(hit.i, hit.j))
    if hit.value != "said" or not any(verb and verb.j == hit.j for verb in verbs):
        return True
    made.decides = True
    person = any(text.has(k, "person") for k in range(made.i, made.j))
    number = made.i > 0 and text.words[made.i - 1][0].isdecimal()
    counted = person and (
        number or any(text.has(k, "ratio", "join") for k in range(made.i, made.j))
    )
    leading = made.backward or made.j <= hit.i
    return (made.who or made.role) is not None and leading and not counted


def _clause_of(text: Text, sentence: Sentence, i: int) -> int:
    """Where the clause of token i begins: past a dateline, past ", but"."""
    contrasts = (k for k in text.within("contrast", sentence.i + 1, i) if text.words[k - 1] == ",")
    return max((k + 1 for k in contrasts), default=openings.past_dateline(text, sentence))


def _subject(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "By its own account": the source is the subject of the sentence."""
    first = _clause_of(text, sentence, hit.i)
    fronted = (first, first + 2) if text.helps(first + 1) else (first,)  # "Überdies haben die ..."
    starts = fronted if hit.i > sentence.i else range(hit.j, min(hit.j + OWN, sentence.j))
    if hit.i > sentence.i and ascribed.stops(text, sentence.i):
        starts = (extents.start_of(text, hit.i, sentence.i),)
    for i in starts:
        j = extents.end_of(text, i, sentence.j)
        opens = i in fronted or text.has(i, "function", "article") or names.proper(text, i)
        named = names.names_someone(text, i, j) or (j == hit.i and names.has_noun(text, i, j))
        role = names.is_pronoun(text, i, j) and names.has_role(text, i, j)
        if opens and (named or role):
            words = names.words_of(text, i, j)
            made = Attribution(i, j, hit.i, None if role else words, pronoun=role)
            made.role = words if role else None
            return made
    return None
