"""Source and relay told apart: in "CNN, citing X" the source is X, in "X, quoted by AFP" too."""

from __future__ import annotations

from analysis.reading.attribution import Attribution
from analysis.reading.lexicon import Hit
from analysis.reading.text import Text


def relays(text: Text, found: list[Attribution]) -> list[Attribution]:
    """Tell source from relay: in "CNN, citing X" the source is X, in "X, quoted by AFP" too."""
    kept: list[Attribution] = []
    for one in found:
        before = kept[-1] if kept and kept[-1].who and one.who and not one.via else None
        cites = text.has(one.at, "source", "cite")
        if before and _cites_first(text, before) and _agent(text, before.at):
            one.via, one.relay = before.who, (before.i, before.j)
            kept[-1] = one  # "Cité par l'AFP, le ministre a dit"
            continue
        first = before and (_cites_first(text, before) or _cites_within(text, before, one))
        if before and (_quotes(text, cites, before, one) or first):
            before.via, before.relay = one.who, (one.i, one.j)
            continue
        if before and _passes_on(text, before, one):
            before.via, before.relay = one.who, (one.i, one.j)
            continue
        if before and cites and one.document:
            continue  # "officials said, citing a report": nobody's
        if before and cites:
            kept.pop()
            one.via, one.backward, one.leads = before.who, before.backward, before.leads
            one.relay = (before.i, before.j)
        kept.append(one)
    return kept


def _cites_first(text: Text, one: Attribution) -> bool:
    """As in "Mit Verweis auf den Geheimdienst nennt das Blatt": the relay comes after."""
    opens = one.at <= text.sentences[text.sentence_of(one.at)].i + 1
    return bool(opens and text.has(one.at, "source", "cite") and not one.via)


def _cites_within(text: Text, before: Attribution, one: Attribution) -> bool:
    """As in "wie AFP unter Berufung auf Ärzte berichtete": between the relay and its verb."""
    cites = text.has(before.at, "source", "cite")
    within = one.i < before.at < one.at and "," not in text.words[before.at : one.at]
    return cites is not None and not before.via and within


def _passes_on(text: Text, before: Attribution, one: Attribution) -> bool:
    """As in "Laut Armee ..., wie Agenturen berichteten": a medium tells what others said."""
    opens = before.at <= text.sentences[text.sentence_of(one.at)].i + 3 and not before.via
    named = text.has(before.at, "source", "according", "before", "after", "by")
    as_said = text.words[one.i - 2] == "," and text.has(one.i - 1, "source", "pronoun")
    medium = any(text.noun_of(k, "source", "medium") for k in range(one.i, one.j))
    return bool(opens and named and as_said and medium and one.i < one.at)


def _quotes(text: Text, cites: Hit | None, before: Attribution, one: Attribution) -> bool:
    """As in "le ministre a dit ..., cité par l'agence": who was named before speaks."""
    return cites is not None and one.i > before.j and _agent(text, cites.i)


def _agent(text: Text, k: int) -> bool:
    """Whether the words of citing at token k end in an agent: "cited by"."""
    cites = text.has(k, "source", "cite")
    return cites is not None and text.words[cites.j - 1] in text.lexicon.words("function", "agent")
