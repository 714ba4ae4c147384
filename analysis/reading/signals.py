"""The words of a sentence that speak of plans, estimates, hearsay, denial."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading.attribution import claims_to_have, denies_blame
from analysis.reading.lexicon import Hit
from analysis.reading.negation import negated
from analysis.reading.nouns import PEOPLE
from analysis.reading.text import Sentence, Text

CLAUSE = 24  # tokens from "werden" to the participle at the end of its clause


@dataclass(slots=True)
class Signal:
    """A word of the sentence that speaks of the figure's standing."""

    i: int
    j: int
    says: str  # planned, estimated, confirmed, denied, or a key of [modal]


def signals(text: Text, sentence: Sentence) -> list[Signal]:
    """The words of a sentence that speak of plans, estimates, hearsay, denial."""
    found: list[Signal] = []
    span = sentence.i, sentence.j
    places = {*text.within("status", *span), *text.within("modal", *span)}
    if text.lexicon.grammar["hearsay_endings"] or text.lexicon.grammar["future_endings"]:
        places.update(range(*span))
    past = 0  # what tells who people are ends here
    for i in sorted(places):
        if false := text.has(i, "status", "false"):  # of what stands before: see verdicts
            past = false.j
            continue
        if text.has(i, "month") and text.capital(i):
            continue
        best: Hit | None = None
        for hit in text.hits.get(i, ()):
            if hit.group in ("status", "modal") and (best is None or hit.j > best.j):
                best = hit
        if best is None:
            best = _by_ending(text, i)
        if best and best.value == "estimated" and _of_identity(text, best):
            past = best.j + 1
        if best and _of_something_else(text, best):
            continue
        if best and best.i >= past and not (found and best.i < found[-1].j):
            found.append(Signal(best.i, best.j, best.value))
    return found


def _of_something_else(text: Text, hit: Hit) -> bool:
    """Nobody confirms, a modal verb is that of saying, or who did it is denied."""
    said = _unconfirmed(text, hit) or _of_who_says(text, hit)
    claimed = hit.value in ("planned", "plan") and claims_to_have(text, hit.i)
    other = _glued(text, hit) or denies_blame(text, hit) or _of_a_place(text, hit)
    return said or claimed or other


def _glued(text: Text, hit: Hit) -> bool:
    """As in "the UN-mandated force": a part of an adjective."""
    joined = text.words[hit.i - 1] == "-" and text.joined(hit.i)
    return joined and not text.lexicon.grammar["nouns_capitalised"]


def _of_a_place(text: Text, hit: Hit) -> bool:
    """As in "the disputed Abyei region": the place is disputed, not a figure."""
    owned = text.words[hit.i - 2 : hit.i] == ["'", "s"]
    owned = owned or text.has(hit.i - 1, "function", "article") is not None
    if hit.value != "denied" or not owned or hit.j - hit.i > 1 or hit.j >= len(text.words):
        return False
    paper = text.has(hit.j, "source", "document") or text.has(hit.j, "tally")
    named = not text.lexicon.grammar["nouns_capitalised"] and text.capital(hit.j)
    return named and not paper


def _unconfirmed(text: Text, hit: Hit) -> bool:
    """As in "did not confirm", "neither confirmed nor denied": nobody does."""
    if hit.value not in ("confirmed", "denied"):
        return False
    if text.has(hit.i - 1, "function", "neither") or negated(text, hit):
        return True
    near = (hit.i - 1, hit.i - 2) if hit.value == "confirmed" else ()
    return any(text.has(k, "function", "not") for k in near)


def _of_who_says(text: Text, hit: Hit) -> bool:
    """As in "could not be confirmed": the modal verb is that of saying."""
    if hit.value == "plan" and text.lexicon.grammar["verb_second"]:
        return _told_of(text, hit)
    if hit.value not in ("either", "able"):
        return False
    confirms = any(text.has(k, "status", "confirmed") for k in range(hit.j, hit.j + 4))
    noun = text.lexicon.grammar["nouns_capitalised"]  # "könnten Angaben zufolge"
    near = [k for k in (hit.j, hit.j + 1) if not (noun and k < len(text.words) and text.capital(k))]
    return confirms or any(text.has(k, "source", "said") for k in near)


def _told_of(text: Text, hit: Hit) -> bool:
    """As in "werden auf rund 300 beziffert": the participle of saying ends the clause."""
    last = min(hit.j + CLAUSE, text.sentences[text.sentence_of(hit.i)].j)
    end = next((k for k in range(hit.j, last) if text.words[k] in ",;:.!?"), last)
    told = text.has(end - 1, "source", "told")
    return told is not None and text.has(hit.i, "function", "be") is not None


def _of_identity(text: Text, hit: Hit) -> bool:
    """As in "mutmaßliche Dschihadisten", "thought to be Malian": who they are is in doubt."""
    if text.has(hit.j - 1, "function", "to") and text.has(hit.j, "function", "be"):
        k = hit.j + 1
        who = text.has(k, "article_one") or text.has(k, "demonym") or text.has(k, "person")
        return bool(who or text.has(k, "place", "from"))
    if text.lexicon.grammar["adjectives"] == "before":
        verb = text.has(hit.i, "source", "said") is not None  # "rechnen Helfer mit 300 Toten"
        return not verb and text.has(hit.j, "person", *PEOPLE) is not None
    state = any(h.group.startswith("cue.") for h in text.hits.get(hit.j, ()))
    return text.has(hit.i - 1, "person", *PEOPLE) is not None and not state


def _by_ending(text: Text, i: int) -> Hit | None:
    """A verb whose ending tells hearsay or future: "combattraient", "resteront"."""
    word, grammar = text.words[i], text.lexicon.grammar
    if len(word) < 6 or text.capital(i) or _finished(text, i):
        return None
    if word.endswith(tuple(grammar["hearsay_endings"])):
        return Hit(i, i + 1, "modal", "conditional")
    if word.endswith(tuple(grammar["future_endings"])):
        return Hit(i, i + 1, "modal", "future")
    return None


def _finished(text: Text, i: int) -> bool:
    """As in "retirait": an ending of the future or conditional that is part of the stem."""
    hits = text.hits.get(i, ())
    return any(hit.group.startswith("cue.") and hit.value == "done" for hit in hits)
