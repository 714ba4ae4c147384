"""The subject of a verb of saying: before it, after it, or before a relative clause."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading import asides, extents, following, names, openings
from analysis.reading.attribution import Attribution, document, only_document
from analysis.reading.extents import DAYS
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Sentence, Text


@dataclass(slots=True)
class Clause:
    """A verb of saying, and what stands where its subject may be."""

    verb: int  # where its group begins
    i: int  # the words before it begin here
    subject: int  # the words after it, past the day, from here ...
    follows: int  # ... to here
    framed: bool  # whether verb and subject stand apart at the end of what is said
    after: bool = False  # whether the subject is what follows


def said(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """The subject of a verb of saying: before it, or after it where they are inverted."""
    if any(text.has(k, "source", "said_that") for k in range(hit.i + 1, hit.j)):
        return Attribution(hit.i, hit.j, hit.i, None, pronoun=True)  # "a-t-il ajouté"
    clause = _clause(text, sentence, hit)
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
        role = names.words_of(text, i, verb) if names.has_role(text, i, verb) else None
        leads = following.goes_further(text, sentence, hit)
        return Attribution(i, verb, hit.i, None, pronoun=True, role=role, leads=leads)
    return None


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
    clauses = text.within("contrast", sentence.i + 1, k)
    if any(text.words[m - 1] == "," for m in clauses):
        return None  # "..., doch die Verbände zählen 118 und rechnen mit": not who opens the first
    if names.is_pronoun(text, sentence.i, sentence.i + 1):  # "Elle avance et reconnaît"
        return Attribution(sentence.i, sentence.i + 1, hit.i, None, pronoun=True, leads=True)
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
    return bool(_auxiliary(text, hit) or introduced or _adverb(text, sentence, i, verb))


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


def _auxiliary(text: Text, hit: Hit) -> bool:
    """As in "hatte das Ministerium ... angegeben": the verb of saying ends the clause."""
    return hit.j == hit.i + 1 and text.has(hit.i, "function", "have") is not None


def _subject_before(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Le comité a contesté le chiffre": a noun opens the clause, what follows is object."""
    opens = i == sentence.i or not text.words[i - 1][0].isalpha()
    return opens and names.has_noun(text, i, verb)


def _no_name(text: Text, k: int) -> bool:
    """Whether no subject begins at token k: a preposition, pronoun or conjunction."""
    stops = text.has(k, "function", "stop") and not text.has(
        k, "function", "article", "auxiliary", "have", "relative"
    )
    neither = text.has(k, "function", "neither")
    return bool(stops or neither) or asides.preposition(text, k)


def _introduced(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Nach Angaben des Ministeriums berichten Medien": another source's words before."""
    before = range(max(sentence.i, i - 3), verb)
    return any(text.has(k, "source", "according", "by", "before") for k in before)


def _clause(text: Text, sentence: Sentence, hit: Hit) -> Clause:
    verb = extents.verb_start(text, asides.aside_before(text, hit.i, sentence.i), sentence.i)
    quoted = verb > sentence.i + 1 and text.words[verb - 1] in following.OPENS and text.joined(verb)
    verb -= quoted
    verb = _past_participle(text, verb, sentence.i)
    i = extents.start_of(text, verb, sentence.i)
    while i < verb and (text.words[i] in (".", "-", "'") or _leads_in(text, i)):
        i += 1
    i = _past_month(text, i, verb)
    i = both(text, i, verb, sentence.i)
    subject = extents.past_when(text, hit.j, sentence.j)
    follows = extents.end_of(text, subject, sentence.j)
    made = Clause(verb, i, subject, follows, _framed(text, sentence, verb, follows))
    made.after = _is_subject(text, sentence, hit, made)
    return made


def _past_participle(text: Text, verb: int, first: int) -> int:
    """As in "Un rapport publié dimanche indique": where the subject ends, before its participle."""
    k = verb
    while k - 1 > first and any(h.group in DAYS for h in text.hits.get(k - 1, ())):
        k -= 1
    told = k - 1 > first and text.has(k - 1, "source", "told")
    helped = text.has(k - 2, "function", "have", "auxiliary", "be")
    return k - 1 if told and told.j == k and not helped else verb


def both(text: Text, i: int, verb: int, first: int) -> int:
    """As in "The agency and the government had put": where the first of two names begins."""
    if i <= first + 1 or i == verb or not text.has(i - 1, "function", "and"):
        return i
    k = extents.start_of(text, i - 1, first)
    opens = k == first or not text.words[k - 1][0].isalnum()
    ends = text.capital(i - 2) or text.has(i - 2, "source", "body", "medium")
    named = names.names_someone(text, k, i - 1) and not only_document(text, k, i - 1)
    return k if opens and ends and named else i


def _object_first(text: Text, i: int, verb: int) -> bool:
    """As in "Diese Angaben machte das Ministerium": what opens the clause is what was said."""
    return bool(text.lexicon.grammar["verb_second"]) and only_document(text, i, verb)


def _adverb(text: Text, sentence: Sentence, i: int, verb: int) -> bool:
    """As in "Zugleich erklärte X": one unknown word opens the sentence, and a name follows."""
    alone = i == sentence.i and verb == i + 1 and not text.hits.get(i)
    return alone and bool(text.lexicon.grammar["verb_second"])


def _past_month(text: Text, i: int, verb: int) -> int:
    """As in "Since January the rebels have reported": the name begins after the month."""
    dated = any(hit.group in DAYS for hit in text.hits.get(i, ()))
    return i + 1 if dated and text.has(i + 1, "function", "article") and i + 1 < verb else i


def _is_subject(text: Text, sentence: Sentence, hit: Hit, clause: Clause) -> bool:
    """Whether what follows the verb can be who says it."""
    i, j = clause.subject, clause.follows
    apart = clause.framed or _auxiliary(text, hit)
    kind = text.has(i, "function", "article") or text.has(i, "person")  # "sagten Anwohner"
    led = text.lexicon.grammar["verb_second"] and asides.preposition(text, sentence.i)
    noun = (apart or led) and kind and names.has_noun(text, i, j)
    if not (noun or names.names_someone(text, i, j)):
        return False
    told = text.has(i, "function", "relative") and not text.lexicon.grammar["verb_second"]
    if told or following.relative_follows(text, hit) or not text.words[i][0].isalpha():
        return False
    if not clause.framed and text.has(hit.j - 1, "function", "of"):  # "fait état de deux soldats"
        return False
    if _who(text, clause.verb - 1):
        return False
    if clause.verb > sentence.i + 1 and _pronoun_before(text, sentence, clause.verb):
        return False
    if text.has(hit.i, "source", "hearer") or _heard_by(text, sentence, clause):
        return False  # "told the agency": who follows is who heard it
    if text.has(i, "function", "agent", "to") or text.has(i, "place", "at", "to"):
        return False
    if text.has(i, "modal", "completed") or _no_name(text, i):
        return False
    if only_document(text, i, j) or not text.lexicon.grammar["inverts_freely"]:
        before = text.words[clause.verb - 1] if clause.verb > sentence.i else "."
        related = text.has(j, "function", "relative") and not before[0].isalnum()
        return bool(related) or following.closed(text, j, sentence.j)
    return True


def _heard_by(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """As in "Harn sagte der Agentur AFP": who stands before the verb speaks."""
    k = clause.verb - 1
    before = k >= sentence.i and (
        text.words[k] == "," or names.has_noun(text, clause.i, clause.verb)
    )
    return before and text.has(clause.subject, "source", "heard") is not None


def _who(text: Text, k: int) -> bool:
    """As in "ce qui dément": a relative pronoun that is the subject itself."""
    if text.lexicon.grammar["verb_second"]:  # "das sagte X": no relative clause ends so early
        return False
    relative = text.has(k, "function", "relative") is not None
    return relative and text.has(k, "source", "pronoun") is not None


def _nobody_before(text: Text, sentence: Sentence, hit: Hit, clause: Clause) -> Attribution | None:
    """No name stands right before the verb: a pronoun does, an aside, or it follows."""
    if text.has(hit.j, "source", "said_that"):
        return Attribution(hit.i, hit.j + 1, hit.i, None, pronoun=True)
    verb, i, j = clause.verb, clause.subject, clause.follows
    if not clause.after and _pronoun_before(text, sentence, verb):
        leads = following.goes_further(text, sentence, hit)
        return Attribution(verb - 1, verb, hit.i, None, pronoun=True, leads=leads)
    apart = clause.framed or _auxiliary(text, hit)
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


def _pronoun_before(text: Text, sentence: Sentence, verb: int) -> bool:
    """As in "Il ajoute que": not the "qui" of a relative clause."""
    if verb == sentence.i or text.has(verb - 1, "function", "relative"):
        return False
    return names.is_pronoun(text, verb - 1, verb)


def _framed(text: Text, sentence: Sentence, verb: int, follows: int) -> bool:
    """As in ", a annoncé le rescapé.": what stands apart at the end is who says it."""
    if verb == sentence.i or not (text.words[verb - 1] == "," or text.words[verb - 1] in QUOTES):
        return False
    end = following.past_where(text, follows, sentence.j)
    particle = end + (1 if text.lexicon.grammar["verb_second"] else 0)
    return any(following.ends_clause(text, k, sentence.j) for k in (end, particle))


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


def _leads_in(text: Text, i: int) -> bool:
    """A preposition or conjunction before a name."""
    if text.has(i, "function", "article"):
        return False
    return text.has(i, "place") is not None or text.has(i, "function", "and", "or") is not None


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
