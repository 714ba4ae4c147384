"""What did not happen, or not yet: "were not killed", "have not yet arrived"."""

from __future__ import annotations

from analysis.reading.cues import Cue
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Text

MARKS = frozenset(",;:.()")
REACH = 4  # tokens from "not" to the verb that it denies
FAR = 6  # tokens from "n'a pu être", "not been able to be" to "confirmed"
CLAUSE = 16  # tokens from a verb to the "nicht" that ends its clause


def negation(text: Text, place: tuple[int, int], cue: Cue | None) -> str | None:
    """As in "the 300 soldiers were not killed": denied; "have not yet arrived": planned."""
    if _neither(text, place[0] - 1):
        return "denied"
    if cue is None or cue.kind in ("missing", "other") or cue.form == "state":
        return None
    if any(text.words[k] in MARKS for k in range(cue.j, place[0])):
        return None
    follows = text.has(cue.j, "function", "negation", "not_yet") if cue.j < place[0] else None
    k = cue.j if follows else _past_auxiliaries(text, cue.i, max(place[1] - 1, 0, cue.i - REACH))
    for m in (k, k - 1):
        if text.has(m, "function", "not_yet") or text.has(m + 1, "function", "not_yet"):
            return "planned" if cue.kind == "deployed" else None
    return "denied" if _denies(text, k) and not _not_only(text, k) else None


def _neither(text: Text, k: int) -> bool:
    """As in "neither 300 nor 40", "ni 300 ni 40": one of the pair, which "noch" alone is not."""
    if not text.has(k, "function", "neither"):
        return False
    one = len(text.lexicon.words("function", "neither")) == 1
    near = (m for m in range(k - CLAUSE, k + CLAUSE) if m != k)
    return any(
        text.has(m, "function", "neither") and (one or text.words[m] != text.words[k]) for m in near
    )


def _denies(text: Text, k: int) -> bool:
    """A word or phrase of negation that ends at token k: "not", "didn't"."""
    hits = (text.has(m, "function", "negation") for m in (k - 2, k - 1, k))
    return any(hit is not None and hit.j == k + 1 for hit in hits)


def negated(text: Text, hit: Hit) -> bool:
    """As in "could not be confirmed", "n'a pas pu être confirmé", "bestätigte den Tod nicht"."""
    if nobody(text, hit.i) is not None:
        return True
    for k in range(hit.i - 1, max(-1, hit.i - 1 - FAR), -1):
        if text.words[k] in MARKS or text.has(k, "function", "and", "conjunction"):
            break
        if text.has(k, "function", "negation", "not_yet"):
            return text.has(k, "function", "unnegated") is None
    return bool(text.lexicon.grammar["verb_second"]) and _not_at_end(text, hit.j)


def nobody(text: Text, i: int) -> int | None:
    """As in "No official confirmed", "has neither confirmed": what denies the verb at i."""
    for k in range(i - 1, max(-1, i - 1 - CLAUSE), -1):
        if text.words[k] in MARKS or text.has(k, "function", "conjunction", "contrast"):
            break
        if text.has(k, "function", "nobody") or text.has(k, "zero"):
            return k
        if text.has(k, "function", "and") or text.has(k, "source", "said"):
            break
    return None


def _not_at_end(text: Text, j: int) -> bool:
    """As in "bestätigte den Tod von 20 Soldaten nicht": the last word of the clause."""
    span = range(j, min(j + CLAUSE, len(text.words)))
    end = next((k for k in span if text.words[k] in MARKS), None)
    return end is not None and end > j and text.has(end - 1, "function", "negation") is not None


def _past_auxiliaries(text: Text, i: int, first: int) -> int:
    """Back from a verb past "been", "yet" and the like: the token before them."""
    k = i - 1
    while k > first and (
        text.has(k, "function", "be", "have", "auxiliary", "to")
        or text.has(k, "modal")
        or text.words[k] in QUOTES
    ):
        k -= 1
    return k


def _not_only(text: Text, k: int) -> bool:
    """As in "nicht nur", "pas moins": the word at token k denies nothing."""
    return any(text.has(m, "function", "unnegated", "not_yet") for m in (k - 1, k))


def says_instead(text: Text, i: int, j: int) -> int | None:
    """As in "rejected the claim and put the toll at": where one's own figure is told instead."""
    for k in range(i, j):
        if text.has(k, "function", "and"):
            verb = k + 1
            while verb < j and (text.helps(verb) or text.adverb(verb) or _stop(text, verb)):
                verb += 1
            if text.has(verb, "source", "said", "told"):
                return k
    return None


def _stop(text: Text, k: int) -> bool:
    article = text.has(k, "function", "article", "conjunction")
    return text.has(k, "function", "stop") is not None and article is None
