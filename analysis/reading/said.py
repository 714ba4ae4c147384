"""The subject of a verb of saying: before it, after it, or before a relative clause."""

from __future__ import annotations

from analysis.reading import asides, clauses, following, names, openings
from analysis.reading.attribution import Attribution, document, only_document
from analysis.reading.clauses import Clause
from analysis.reading.extents import DAYS
from analysis.reading.lexicon import Hit
from analysis.reading.text import Sentence, Text


def said(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """The subject of a verb of saying: before it, or after it where they are inverted."""
    if any(text.has(k, "source", "said_that") for k in range(hit.i + 1, hit.j)):
        return Attribution(hit.i, hit.j, hit.i, None, pronoun=True)  # "a-t-il ajouté"
    clause = clauses.clause_at(text, sentence, hit)
    quotes = text.has(hit.j - 1, "source", "quoting") or text.has(hit.i, "source", "quoting")
    if quotes and not text.has(hit.j, "function", "that"):
        return _after(text, hit, clause) if clause.framed and clause.after else None
    second = None if clause.after else _second_verb(text, sentence, hit)
    if second:
        return second
    i, verb = clause.i, clause.verb
    if i == verb and text.has(verb - 1, "function", "relative") and verb > sentence.i:
        before = asides.related(text, sentence, verb)
        if before:
            return _leading(text, sentence, hit, *before)
    backward = _opens_with_this(text, sentence, hit)
    if i == verb or (backward and clause.after):
        made = _nobody_before(text, sentence, hit, clause)
        if made and made.i == clause.subject and made.who:
            made.estimate = bool(text.has(hit.i, "status", "estimated"))
            made.backward = backward and i != hit.i
        return made
    if clause.after and _inverted(text, sentence, hit, clause):
        return _after(text, hit, clause)
    if clause.after and _object_first(text, i, verb):
        made = _after(text, hit, clause)
        made.backward = i == sentence.i
        return made
    before = asides.related(text, sentence, verb) or asides.as_told(text, sentence, verb)
    if before:
        return _leading(text, sentence, hit, *before)
    located, i = _located(text, sentence, i, verb)
    if not located and (
        names.names_someone(text, i, verb) or _plain_subject(text, sentence, hit, i, verb)
    ):
        return _leading(text, sentence, hit, i, verb)
    if clause.after and (clause.framed or not _subject_before(text, sentence, i, verb)):
        return _after(text, hit, clause)
    if any(text.has(k, "source", "pronoun") for k in range(i, verb)):
        return _pronoun(text, i, verb, hit, leads=following.goes_further(text, sentence, hit))
    return None


def _pronoun(text: Text, i: int, j: int, hit: Hit, leads: bool) -> Attribution:
    """A pronoun, or a body named by its role alone: "the ministry"."""
    role = names.words_of(text, i, j) if names.has_role(text, i, j) else None
    return Attribution(i, j, hit.i, None, pronoun=True, role=role, leads=leads)


def _opens_with_this(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "Das schätzt X", "Das jedenfalls schätzt X": the pronoun is what was said."""
    adverb = text.lexicon.grammar["verb_second"] and sentence.i + 1 not in text.hits
    near = hit.i <= sentence.i + 1 + bool(adverb)
    return near and text.has(sentence.i, "source", "pronoun") is not None


def _second_verb(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "The army holds the town, but so far has confirmed no loss": who opens the sentence."""
    k = hit.i - 1
    while k > sentence.i and _in_verb_group(text, k):
        k -= 1
    if k <= sentence.i or not text.has(k, "function", "and", "contrast"):
        return None
    contrasts = text.within("contrast", sentence.i + 1, k)
    if any(text.words[m - 1] == "," for m in contrasts):
        return None  # "..., doch die Verbände zählen 118 und rechnen mit": not who opens the first
    pronoun = text.has(sentence.i, "source", "pronoun")
    if pronoun:  # "Elle avance et reconnaît", "Das Ministerium prüft und meldet"
        return _pronoun(text, pronoun.i, pronoun.j, hit, leads=True)
    opener = openings.named_first(text, sentence, k)
    return _leading(text, sentence, hit, *opener) if opener else None


def _in_verb_group(text: Text, k: int) -> bool:
    """A helping verb, an adverb, or words of time before a verb: "so far have"."""
    timed = ("modal", *DAYS)
    now = any(h.group in timed and h.i <= k < h.j for m in (k - 1, k) for h in text.hits.get(m, ()))
    return now or text.helps(k) or text.adverb(k)


def _inverted(text: Text, sentence: Sentence, hit: Hit, clause: Clause) -> bool:
    """Whether what stands before the verb cannot be its subject, so that what follows is."""
    i, verb = clause.i, clause.verb
    introduced = _introduced(text, sentence, i, verb) or text.has(i - 1, "source", "heard")
    return bool(clauses.auxiliary(text, hit) or introduced or _adverb(text, sentence, i, verb))


def _located(text: Text, sentence: Sentence, i: int, verb: int) -> tuple[bool, int]:
    """Whether tokens i to the verb are only a place, and where the whole subject begins."""
    body = any(text.has(k, "source", "body") for k in range(i, verb))
    leads_in = i > sentence.i and text.has(i - 1, "function", "conjunction") is not None
    place = i if asides.preposition(text, i) and text.has(i, "function", "article") else i - 1
    given = text.has(i - 1, "function", "agent") and document(text, i - 2)  # "a tally by Oxfam"
    spoken_of = body or leads_in or given or place < sentence.i
    if spoken_of or not asides.preposition(text, place):
        return False, i
    whole = asides.past_place(text, place, sentence.i)
    start = max(whole, i) if whole == place else whole  # "numbers from the army say"
    return whole == place + 1, start


def _subject_before(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Le comité a contesté le chiffre": a noun opens the clause, what follows is object."""
    opens = i == sentence.i or not text.words[i - 1][0].isalpha()
    return opens and names.has_noun(text, i, verb)


def _introduced(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Nach Angaben des Ministeriums berichten Medien": another source's words before."""
    before = range(max(sentence.i, i - 3), verb)
    return any(text.has(k, "source", "according", "by", "before") for k in before)


def _object_first(text: Text, i: int, verb: int) -> bool:
    """As in "Diese Angaben machte das Ministerium": what opens the clause is what was said."""
    return bool(text.lexicon.grammar["verb_second"]) and only_document(text, i, verb)


def _adverb(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Zugleich erklärte X": one unknown word opens the sentence, and a name follows."""
    alone = i == sentence.i and verb == i + 1 and not text.hits.get(i)
    return alone and bool(text.lexicon.grammar["verb_second"])


def _nobody_before(text: Text, sentence: Sentence, hit: Hit, clause: Clause) -> Attribution | None:
    """No name stands right before the verb: a pronoun does, an aside, or it follows."""
    if text.has(hit.j, "source", "said_that"):
        return Attribution(hit.i, hit.j + 1, hit.i, None, pronoun=True)
    verb, i, j = clause.verb, clause.subject, clause.follows
    if not clause.after and clauses.pronoun_before(text, sentence, verb):
        leads = following.goes_further(text, sentence, hit)
        return Attribution(verb - 1, verb, hit.i, None, pronoun=True, leads=leads)
    apart = clause.framed or clauses.auxiliary(text, hit)
    if verb > sentence.i and following.pronoun_after(text, hit.j):
        return Attribution(hit.j, hit.j + 1, hit.i, None, pronoun=True)
    if apart and names.is_pronoun(text, i, j) and names.has_role(text, i, j):
        return Attribution(i, j, hit.i, None, pronoun=True, role=names.words_of(text, i, j))
    inverted = clause.after and clause.framed and text.lexicon.grammar["inverts_freely"]
    apposed = asides.apposed(text, sentence, verb, strict=clause.after)
    if apposed and not inverted:
        return _leading(text, sentence, hit, *apposed)
    return _after(text, hit, clause) if clause.after else None


def _after(text: Text, hit: Hit, clause: Clause) -> Attribution:
    i, j = clause.subject, asides.named_after(text, clause.subject, clause.follows)
    return Attribution(i, j, hit.i, names.words_of(text, i, j))


def _plain_subject(text: Text, sentence: Sentence, hit: Hit, i: int, verb: int) -> bool:
    """As in ", the groups claimed." and "Un homme a déclaré que": any noun that so speaks."""
    if not names.has_noun(text, i, verb):
        return False
    opens = i == sentence.i or not text.words[i - 1][0].isalnum()
    opens = opens or text.has(i - 1, "function", "auxiliary") is not None
    opens = opens or any(h.group in DAYS for h in text.hits.get(i - 1, ()))
    as_said = i == sentence.i + 1 and text.has(sentence.i, "source", "pronoun")
    if as_said and hit.j < sentence.j and text.words[hit.j] == ",":
        return True
    if not opens:
        return False
    if i > sentence.i and (hit.j >= sentence.j or text.words[hit.j] in ".!?"):
        return True
    if any(text.has(k, "person") for k in range(i, verb)):
        return True
    colon = hit.j < sentence.j and text.words[hit.j] == ":"
    return (
        colon
        or following.tells_of(text, sentence, hit)
        or any(text.has(k, "function", "that", "relative") for k in range(hit.j, hit.j + 2))
    )


def _leading(text: Text, sentence: Sentence, hit: Hit, i: int, j: int) -> Attribution:
    whom = i > sentence.i and text.has(i - 1, "function", "relative") is not None
    apart = whom or following.trails(text, sentence, hit, i)
    leads = not apart and following.goes_further(text, sentence, hit)
    by = i - 2 if text.has(i - 1, "function", "agent", "of") else i  # "an estimate by the army"
    paper = any(text.has(k, "source", "estimate") for k in range(max(by, sentence.i), j))
    called = bool(text.has(hit.i, "status", "estimated"))
    estimate = paper or called or following.gives_estimate(text, hit)
    made = Attribution(i, j, hit.i, names.words_of(text, i, j), estimate=estimate, leads=leads)
    made.document = only_document(text, i, j)
    return made
