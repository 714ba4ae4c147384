"""Who says it: names after "selon", before or after verbs of saying, and who relays whom."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading import names
from analysis.reading.lexicon import Hit
from analysis.reading.names import LONGEST, WHEN
from analysis.reading.text import QUOTES, Sentence, Text


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
    role: str | None = None  # "le ministère": a role that stands for a name given before
    estimate: bool = False
    backward: bool = False  # "Cela rapporte ...": said of the sentence before
    leads: bool = False  # what it says follows: it does not speak of what stands before


def find(text: Text, sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence, in order."""
    found: list[Attribution] = []
    for i in text.within("source", sentence.i, sentence.j):
        for hit in text.hits.get(i, ()):
            if hit.group == "source" and (not found or hit.i >= found[-1].j):
                made = _attribution(text, sentence, hit)
                if made:
                    found.append(made)
                    break
    return _relays(text, found)


def _attribution(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    if hit.value == "before":
        return _before(text, sentence, hit)
    if hit.value == "after":
        return _left(text, sentence, hit)
    if hit.value == "cite":
        return _cited(text, sentence, hit)
    if hit.value == "said":
        return _said(text, sentence, hit)
    if hit.value == "self":
        return _subject(text, sentence, hit)
    if hit.value == "said_that":
        return Attribution(hit.i, hit.j, hit.i, None, pronoun=True)
    return None


def _before(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Selon les estimations des agences": the name goes on to the next mark or verb."""
    i, estimate = _past_documents(text, hit.j, sentence.j)
    of = text.has(i, "function", "of")
    i = of.j if of else i
    j = names.end_of(text, i, sentence.j)
    if names.is_pronoun(text, i, j) or (j <= i and text.has(i, "source", "pronoun")):
        role = names.words_of(text, i, j) if _role(text, i, j) else None
        made = Attribution(i, max(j, i + 1), hit.i, None, pronoun=True, role=role)
        made.estimate = estimate
        return made
    estimate = estimate or bool(text.has(hit.i, "source", "estimate"))
    if not names.names_someone(text, i, j):
        return None
    opens = hit.i == sentence.i or text.words[hit.i - 1] in ";:"
    return Attribution(i, j, hit.i, names.words_of(text, i, j), estimate=estimate, leads=opens)


def _cited(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Citing X" names the source; "officials quoted by X" names the relay."""
    made = _before(text, sentence, hit)
    if made is None or text.words[hit.j - 1] not in text.lexicon.words("function", "agent"):
        return made
    i = names.start_of(text, hit.i, sentence.i)
    if not names.names_someone(text, i, hit.i):
        return made
    name, relay = names.words_of(text, i, hit.i), (made.i, made.j)
    return Attribution(i, made.j, hit.i, name, via=made.who, relay=relay, leads=True)


def _past_documents(text: Text, i: int, last: int) -> tuple[int, bool]:
    """Step over "les estimations des": what matters is whose estimates they are."""
    estimate = False
    k = i
    while k < min(i + 5, last):
        hit = text.has(k, "source", "document") or text.has(k, "source", "estimate")
        if hit:
            estimate = estimate or bool(text.has(k, "source", "estimate"))
            of = (
                text.has(hit.j, "function", "of")
                or text.has(hit.j, "function", "agent")
                or text.has(hit.j, "place", "from")
            )
            if of and names.names_someone(text, of.j, names.end_of(text, of.j, last)):
                return of.j, estimate
            return i, estimate
        if text.words[k] in ",.;:" or text.words[k] in QUOTES:
            break
        k += 1
    return i, estimate


def _left(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "X zufolge": the name stands before the word."""
    i = names.start_of(text, hit.i, sentence.i)
    if not names.names_someone(text, i, hit.i):
        return None
    return Attribution(i, hit.i, hit.i, names.words_of(text, i, hit.i))


def _said(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """The subject of a verb of saying: before it, or after it where they are inverted."""
    verb = names.verb_start(text, hit.i, sentence.i)
    i = names.start_of(text, verb, sentence.i)
    while i < verb and (text.words[i] in (".", "-", "'") or _leads_in(text, i)):
        i += 1
    follows = names.end_of(text, hit.j, sentence.j)
    after = names.names_someone(text, hit.j, follows) and not _that_follows(text, hit)
    if not text.lexicon.grammar["inverts_freely"]:
        after = after and _closed(text, follows, sentence.j)
    backward = hit.i <= sentence.i + 1 and bool(text.has(sentence.i, "source", "pronoun"))
    if i == verb or (backward and after):
        if text.has(hit.j, "source", "said_that"):
            return Attribution(hit.i, hit.j + 1, hit.i, None, pronoun=True)
        apposed = _apposed(text, sentence, verb, strict=after)
        if apposed:
            return _leading(text, sentence, hit, *apposed)
        if not after:
            return None
        made = Attribution(hit.j, follows, hit.i, names.words_of(text, hit.j, follows))
        made.estimate = bool(text.has(hit.i, "status", "estimated"))
        made.backward = backward and i != hit.i
        return made
    related = _related(text, sentence, verb)
    if related:
        return _leading(text, sentence, hit, *related)
    if names.names_someone(text, i, verb):
        return _leading(text, sentence, hit, i, verb)
    if after:
        return Attribution(hit.j, follows, hit.i, names.words_of(text, hit.j, follows))
    if any(text.has(k, "source", "pronoun") for k in range(i, verb)):
        role = names.words_of(text, i, verb) if _role(text, i, verb) else None
        leads = _goes_further(text, sentence, hit)
        return Attribution(i, verb, hit.i, None, pronoun=True, role=role, leads=leads)
    return None


def _role(text: Text, i: int, j: int) -> bool:
    """Whether a pronoun is more than one: it names a body by its role."""
    return any(text.has(k, "source", "body", "medium") for k in range(i, j))


def _leads_in(text: Text, i: int) -> bool:
    """A preposition or conjunction before a name."""
    if text.has(i, "function", "article"):
        return False
    return text.has(i, "place") is not None or text.has(i, "function", "and", "or") is not None


def _closed(text: Text, j: int, last: int) -> bool:
    """Whether the subject that ends at token j ends its clause, but for a day or place."""
    while j < last and any(h.group in WHEN for h in text.hits.get(j, ())):
        j += 1
    return j >= last or not text.words[j][0].isalpha() or j + 3 >= last


def _leading(text: Text, sentence: Sentence, hit: Hit, i: int, j: int) -> Attribution:
    leads = _goes_further(text, sentence, hit)
    estimate = bool(text.has(hit.i, "status", "estimated"))
    return Attribution(i, j, hit.i, names.words_of(text, i, j), estimate=estimate, leads=leads)


def _that_follows(text: Text, hit: Hit) -> bool:
    """As in "Says that": what is said follows, not who says it."""
    return any(text.has(k, "function", "relative") is not None for k in (hit.j - 1, hit.j)) and (
        not text.lexicon.grammar["verb_second"]
    )


def _goes_further(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """Whether what is said stands after the verb: more than a few words or a day follow."""
    for j in range(hit.j, min(hit.j + 5, sentence.j)):
        if text.words[j] in ",.;!?" or text.words[j] in QUOTES - {"«", "“", "„"}:
            return False
        if text.has(j, "function", "relative") or text.words[j][0].isdecimal():
            return True
    return hit.j + 5 < sentence.j


def _related(text: Text, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """As in "Asmara, which at the time claimed": the subject stands before the relative clause."""
    for k in range(verb - 1, max(sentence.i, verb - 12), -1):
        if text.words[k] == "," and text.has(k + 1, "function", "relative"):
            if text.lexicon.grammar["verb_second"] and text.words[verb + 1 : verb + 2] != [","]:
                return None
            start = names.start_of(text, k, sentence.i)
            return (start, k) if names.names_someone(text, start, k) else None
        if text.words[k] in ",;:()" or text.words[k] in QUOTES:
            return None
    return None


def _apposed(text: Text, sentence: Sentence, verb: int, strict: bool) -> tuple[int, int] | None:
    """As in "Le ministre, X, a déclaré", "les rebelles, qui ..., disent": before the comma.

    `strict`: a name follows the verb as well, so the commas must hold a relative clause.
    """
    close = verb - 1
    while close > sentence.i and any(h.group in WHEN for h in text.hits.get(close, ())):
        close -= 1
    if close <= sentence.i or text.words[close] != ",":
        return None
    opened = next((k for k in range(close - 1, sentence.i, -1) if text.words[k] == ","), None)
    if strict and (opened is None or not text.has(opened + 1, "function", "relative")):
        return None
    first = _first_name(text, sentence, close)
    if first and not strict:
        return first
    k = opened if opened is not None and close - opened <= LONGEST else close
    i = names.start_of(text, k, sentence.i)
    if not names.names_someone(text, i, k):
        return None
    named = k < close and text.capital(k + 1) and not text.has(k + 1, "function")
    return i, close if named else k


def _first_name(text: Text, sentence: Sentence, close: int) -> tuple[int, int] | None:
    """A name that opens the sentence, with several asides before its verb."""
    commas = [k for k in range(sentence.i, close) if text.words[k] == ","]
    if len(commas) < 2 or close - sentence.i > 3 * LONGEST:
        return None
    i, j = sentence.i, commas[0]
    named = [k for k in range(i, j) if text.capital(k)]
    plain = not any(text.has(k, "function", "auxiliary", "agent") for k in range(i, j))
    return (i, j) if len(named) > 1 and plain and names.names_someone(text, i, j) else None


def _subject(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "By its own account": the source is the subject of the sentence."""
    j = names.end_of(text, sentence.i, sentence.j)
    if j > sentence.i and names.names_someone(text, sentence.i, j):
        return Attribution(sentence.i, j, hit.i, names.words_of(text, sentence.i, j))
    return None


def _relays(text: Text, found: list[Attribution]) -> list[Attribution]:
    """Tell source from relay: in "CNN, citing X" the source is X, in "X, quoted by AFP" too."""
    kept: list[Attribution] = []
    for one in found:
        cites = text.has(one.at, "source", "cite")
        if cites and kept and kept[-1].who and one.who and not one.via:
            relay = kept.pop()
            one.via, one.backward, one.leads = relay.who, relay.backward, relay.leads
            one.relay = (relay.i, relay.j)
        kept.append(one)
    return kept
