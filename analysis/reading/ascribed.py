"""Sources that a preposition names: "selon X", "nach ersten Angaben", "X zufolge", "citing X"."""

from __future__ import annotations

from analysis.reading import around, asides, extents, names
from analysis.reading.attribution import Attribution, document, only_document, past_documents
from analysis.reading.clauses import both
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Sentence, Text

PAPERS = 3  # tokens from "by" to the document; more, as in "nach den seltenen Kiewer Angaben"


def as_heard(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in ", wie es aus dem Kreml hieß": it was heard from somebody."""
    comma = next((k for k in range(hit.i - 1, sentence.i, -1) if text.words[k] == ","), sentence.i)
    opens = comma + (text.words[comma] == ",")
    if not (text.has(opens, "source", "pronoun") and text.has(opens + 1, "source", "pronoun")):
        return None
    for k in range(opens + 2, hit.i - 1):
        place = text.has(k, "place", "from")
        if place and names.names_someone(text, place.j, hit.i):
            return Attribution(place.j, hit.i, hit.i, names.words_of(text, place.j, hit.i))
    return None


def in_paper(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "In einem Bericht der WHO heißt es": whose paper opens the sentence."""
    if not text.lexicon.grammar["verb_second"] or not asides.preposition(text, sentence.i):
        return None
    i, estimate = past_documents(text, sentence.i + 1, hit.i)
    j = extents.end_of(text, i, hit.i)
    paper = any(document(text, k) for k in range(sentence.i + 1, hit.i))
    paper = paper and not only_document(text, i, j)
    if not paper or j != hit.i or not names.names_someone(text, i, j):
        return None
    return Attribution(i, j, hit.i, names.words_of(text, i, j), estimate=estimate, leads=True)


def before(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Selon les estimations des agences": the name goes on to the next mark or verb."""
    adverb = hit.j not in text.hits and text.has(hit.j + 1, "function", "article")
    i, estimate = past_documents(text, hit.j + bool(adverb), sentence.j)
    of = text.has(i, "function", "of")
    i = of.j if of else i
    quoted = i + 1 < sentence.j and text.words[i] in QUOTES  # 'laut "Post"'
    i += quoted and text.capital(i + 1)
    j = extents.end_of(text, i, sentence.j)
    named = any(names.proper(text, k) for k in range(i + 1, j))  # "nos confrères de RFI"
    if text.has(i, "source", "ours") and not named:
        return None  # "according to our figures": who speaks is named elsewhere
    j += j > i and text.has(j, "source", "document") is not None  # "... the department report"
    what = text.has(i, "function", "relative") and not text.lexicon.grammar["verb_second"]
    i += bool(what and j > i + 1)  # "according to what survivors said"
    j = _alone(text, i, j)
    theirs = text.has(i, "source", "pronoun") and (j <= i or only_document(text, i, j))
    if names.is_pronoun(text, i, j) or _meant(text, i, j) or theirs:
        role = names.words_of(text, i, j) if names.has_role(text, i, j) else None
        made = Attribution(i, max(j, i + 1), hit.i, None, pronoun=True, role=role)
        made.estimate = estimate
        return made
    estimate = estimate or bool(text.has(hit.i, "source", "estimate"))
    known = names.names_someone(text, i, j)
    cited = text.has(i, "function", "article") or any(text.has(k, "person") for k in range(i, j))
    bare = hit.value == "before" or (hit.value == "cite" and not cited)  # "citing bad weather"
    if not known and (bare or not names.has_noun(text, i, j)):
        return None
    if text.has(hit.j - 1, "source", "body"):
        i = hit.j - 1
    made = _introduced(text, sentence, hit, i, asides.named_after(text, i, j))
    made.estimate, made.document = estimate, made.document or not known
    return made


def _alone(text: Text, i: int, j: int) -> int:
    """As in "selon lui | de complaisance": a pronoun has nothing of its own after it."""
    pronoun = text.has(i, "source", "pronoun")
    if pronoun is None or names.has_role(text, i, pronoun.j):
        return j
    return pronoun.j if text.has(pronoun.j, "function", "of", "preposition") else j


def _introduced(text: Text, sentence: Sentence, hit: Hit, i: int, j: int) -> Attribution:
    """The source at tokens i to j; what it says follows where it opens the clause."""
    opens = hit.i == sentence.i or text.words[hit.i - 1] in ";:"
    made = Attribution(i, j, hit.i, names.words_of(text, i, j), leads=opens)
    made.document = only_document(text, i, j)
    return made


def stops(text: Text, k: int) -> bool:
    return bool(text.has(k, "function", "stop")) and not text.has(k, "function", "article")


def by(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "nach ersten Angaben": a document after it, or whose document it is."""
    last = min(hit.j + PAPERS + bool(text.lexicon.grammar["verb_second"]), sentence.j)
    if text.has(hit.j, "source", "ours"):
        return None
    k = next((k for k in range(hit.j, last) if document(text, k)), None)
    if k is None or any(stops(text, m) for m in range(hit.j, k)):
        return None
    i, estimate = past_documents(text, k, sentence.j)
    if i == hit.j and estimate:
        return None
    if text.has(hit.j, "source", "pronoun") and i == k:
        return Attribution(hit.j, k + 1, hit.i, None, pronoun=True, estimate=estimate)
    i = hit.j if i == k else i
    j = max(k + 1, extents.end_of(text, i, sentence.j))
    if _meant(text, i, j):
        made = Attribution(i, j, hit.i, None, pronoun=True, role=names.words_of(text, i, j))
    else:
        made = _introduced(text, sentence, hit, i, j)
    made.estimate = estimate
    return made


def _meant(text: Text, i: int, j: int) -> bool:
    """As in "Angaben des Ministeriums": one spoken of before, whose papers they are."""
    of = text.has(i - 1, "function", "of") is not None
    return of and names.is_pronoun(text, i - 1, j)


def cited(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Citing X" names the source; "officials quoted by X" names the relay."""
    made = before(text, sentence, hit)
    if made is None or text.words[hit.j - 1] not in text.lexicon.words("function", "agent"):
        return made
    end = hit.i - (text.words[hit.i - 1] == ",")  # "X, quoted by Y,"
    i = extents.start_of(text, end, sentence.i)
    if not (names.names_someone(text, i, end) or (end < hit.i and names.has_role(text, i, end))):
        return made
    name, relay = names.words_of(text, i, end), (made.i, made.j)
    return Attribution(i, made.j, hit.i, name, via=made.who, relay=relay, leads=True)


def left(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "X zufolge": the name stands before the word."""
    if any(h.j == hit.j for k in range(hit.i - 3, hit.i) for h in fixed(text, k)):
        return None
    j = around.before_when(text, hit.i, sentence.i)
    i = both(text, extents.start_of(text, j, sentence.i), j, sentence.i)
    if not names.names_someone(text, i, j) and not names.has_noun(text, i, j):
        return None
    if any(text.has(k, "status") and not text.has(k, "source") for k in range(i, j)):
        return None  # "Fälschlich hieß es"
    nobodys = only_document(text, i, j)
    return Attribution(i, j, hit.i, names.words_of(text, i, j), document=nobodys)


def fixed(text: Text, i: int) -> list[Hit]:
    """Longer phrases that begin at a source's first word: "nach eigenen Angaben"."""
    return [
        hit
        for hit in text.hits.get(i, ())
        if hit.group == "source" and hit.value in ("continues", "self")
    ]
