"""Who is said to have said something, and the documents that speak for them."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading import around, extents, names
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Text

GIVEN = 7  # tokens from a document to whom it is given by
BLAME = 4  # tokens from "denied" to "responsibility"
CLAUSE = 24  # tokens from a verb to the end of its clause


@dataclass(slots=True)
class Attribution:
    """A source named at tokens i to j; `at` is the word that introduces it."""

    i: int
    j: int
    at: int
    who: str | None
    via: str | None = None
    relay: tuple[int, int] | None = None  # where the relay is named
    pronoun: bool = False
    named: tuple[int, int] | None = None  # where the name stands that a pronoun means
    role: str | None = None  # "le ministère": a role that stands for a name given before
    estimate: bool = False
    backward: bool = False  # "Cela rapporte ...": said of the sentence before
    decides: bool = False  # it orders or agrees: the plan is its own, not what others say
    document: bool = False  # "ersten Angaben": nobody's, so that whoever speaks goes first
    leads: bool = False  # what it says follows: it does not speak of what stands before


def document(text: Text, k: int) -> bool:
    """A document, or a compound of one: "Regierungsangaben"."""
    if text.has(k, "source", "document", "estimate"):
        return True
    unknown = text.capital(k) and k not in text.hits
    return unknown and text.compound_of(k, "source", "document")


def only_document(text: Text, i: int, j: int) -> bool:
    """As in "an initial assessment": a document, and no word of whose it is."""
    paper = any(text.has(k, "source", "document", "estimate") for k in range(i, j))
    first = text.sentences[text.sentence_of(i)].i
    while first < i and not text.words[first][0].isalnum():
        first += 1
    named = any(
        text.has(k, "source", "medium")
        or text.has(k, "country")
        or text.has(k, "demonym")
        or (names.proper(text, k) and k != first)
        for k in range(i, j)
    )
    return paper and not named


def claims_to_have(text: Text, i: int) -> bool:
    """As in "Die Rebellen wollen 40 Soldaten getötet haben": no plan, but what they say."""
    if not text.has(i, "source", "claiming"):
        return False
    last = text.sentences[text.sentence_of(i)].j
    span = range(i + 1, min(i + CLAUSE, last))
    end = next((k for k in span if text.words[k] in ",;:.!?"), last)
    participle = any(h.value in ("done", "told") for h in text.hits.get(end - 2, ()))
    return participle and text.has(end - 1, "modal", "completed") is not None


def denies_blame(text: Text, hit: Hit) -> bool:
    """As in "denied responsibility for the attack": who did it is denied, not what happened."""
    if not text.has(hit.i, "status", "denied"):
        return False
    first = max(text.sentences[text.sentence_of(hit.i)].i, hit.i - BLAME)
    return any(text.has(k, "blame") for k in range(first, hit.j + BLAME))


def _given_by(text: Text, i: int, last: int) -> int | None:
    """As in "les chiffres fournis hier par des témoins": whose they are, after the agent."""
    for k in range(i, min(i + GIVEN, last)):
        agent = text.has(k, "function", "agent")
        if agent and not text.has(k, "function", "of"):
            j = extents.end_of(text, agent.j, last)
            return agent.j if names.names_someone(text, agent.j, j) else None
        if not text.words[k][0].isalnum() or text.has(k, "function", "and", "relative", "have"):
            return None
    return None


def _given_out(text: Text, i: int, last: int) -> int | None:
    """As in "estimates that the army chief released": whose they are, after the relative."""
    relative = text.has(i, "function", "relative")
    if relative is None:
        return None
    j = relative.j
    return j if names.names_someone(text, j, extents.end_of(text, j, last)) else None


def past_documents(text: Text, i: int, last: int) -> tuple[int, bool]:
    """Step over "les estimations des": what matters is whose estimates they are."""
    estimate = False
    k = i
    while k < min(i + 5, last):
        hit = text.has(k, "source", "document") or text.has(k, "source", "estimate")
        if hit:
            estimate = estimate or bool(text.has(k, "source", "estimate"))
            j = around.past_days(text, hit.j, last)  # "un bilan vendredi du chef"
            of = (
                text.has(j, "function", "of")
                or text.has(j, "function", "agent")
                or text.has(j, "place", "from")
            )
            if of and names.names_someone(text, of.j, extents.end_of(text, of.j, last)):
                return of.j, estimate
            given = _given_by(text, hit.j, last) or _given_out(text, hit.j, last)
            return given or i, estimate
        if text.words[k] in ",.;:" or text.words[k] in QUOTES:
            break
        k += 1
    return i, estimate
