"""The clause of a verb of saying: where its group begins, and what stands before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading import around, asides, extents, following, names
from analysis.reading.attribution import only_document
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


def clause_at(text: Text, sentence: Sentence, hit: Hit) -> Clause:
    verb = around.verb_start(text, asides.aside_before(text, hit.i, sentence.i), sentence.i)
    quoted = verb > sentence.i + 1 and text.words[verb - 1] in following.OPENS and text.joined(verb)
    verb -= quoted
    verb = _past_participle(text, verb, sentence.i)
    i = extents.start_of(text, verb, sentence.i)
    while i < verb and (text.words[i] in (".", "-", "'") or _leads_in(text, i)):
        i += 1
    i = _past_month(text, i, verb)
    i = both(text, i, verb, sentence.i)
    subject = around.past_when(text, hit.j, sentence.j)
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


def _past_month(text: Text, i: int, verb: int) -> int:
    """As in "Since January the rebels have reported": the name begins after the month."""
    dated = any(hit.group in DAYS for hit in text.hits.get(i, ()))
    return i + 1 if dated and text.has(i + 1, "function", "article") and i + 1 < verb else i


def _leads_in(text: Text, i: int) -> bool:
    """A preposition or conjunction before a name."""
    if text.has(i, "function", "article"):
        return False
    return text.has(i, "place") is not None or text.has(i, "function", "and", "or") is not None


def _framed(text: Text, sentence: Sentence, verb: int, follows: int) -> bool:
    """As in ", a annoncé le rescapé.": what stands apart at the end is who says it."""
    if verb == sentence.i or not (text.words[verb - 1] == "," or text.words[verb - 1] in QUOTES):
        return False
    end = following.past_where(text, follows, sentence.j)
    particle = end + (1 if text.lexicon.grammar["verb_second"] else 0)
    return any(following.ends_clause(text, k, sentence.j) for k in (end, particle))


def _is_subject(text: Text, sentence: Sentence, hit: Hit, clause: Clause) -> bool:
    """Whether what follows the verb can be who says it."""
    i, j = clause.subject, clause.follows
    apart = clause.framed or auxiliary(text, hit)
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
    if clause.verb > sentence.i + 1 and pronoun_before(text, sentence, clause.verb):
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


def _no_name(text: Text, k: int) -> bool:
    """Whether no subject begins at token k: a preposition, pronoun or conjunction."""
    stops = text.has(k, "function", "stop") and not text.has(
        k, "function", "article", "auxiliary", "have", "relative"
    )
    neither = text.has(k, "function", "neither")
    return bool(stops or neither) or asides.preposition(text, k)


def pronoun_before(text: Text, sentence: Sentence, verb: int) -> bool:
    """As in "Il ajoute que": not the "qui" of a relative clause."""
    if verb == sentence.i or text.has(verb - 1, "function", "relative"):
        return False
    return names.is_pronoun(text, verb - 1, verb)


def auxiliary(text: Text, hit: Hit) -> bool:
    """As in "hatte das Ministerium ... angegeben": the verb of saying ends the clause."""
    return hit.j == hit.i + 1 and text.has(hit.i, "function", "have") is not None
