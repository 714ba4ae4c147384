"""Who says it: names after "selon", before or after verbs of saying, and who relays whom."""

from __future__ import annotations

from analysis.reading import asides, extents, names, openings
from analysis.reading.attribution import (
    Attribution,
    claims_to_have,
    document,
    only_document,
    past_documents,
)
from analysis.reading.following import ends_clause
from analysis.reading.lexicon import SPEAKING, Hit
from analysis.reading.relays import relays
from analysis.reading.said import both, said
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
PAPERS = 3  # tokens from "by" to the document; more, as in "nach den seltenen Kiewer Angaben"
OWN = 6  # tokens from "by their own account" to the subject after it


def find(text: Text, sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence, in order."""
    found = openings.heading(text, sentence)
    for i in text.within("source", sentence.i, sentence.j):
        for hit in text.hits.get(i, ()):
            introduces = hit.group == "source" and hit.value in INTRODUCES
            if introduces and (not found or hit.i >= found[-1].j):
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


def _fixed(text: Text, i: int) -> list[Hit]:
    """Longer phrases that begin at a source's first word: "nach eigenen Angaben"."""
    return [
        hit
        for hit in text.hits.get(i, ())
        if hit.group == "source" and hit.value in ("continues", "self")
    ]


def _attribution(
    text: Text, sentence: Sentence, hit: Hit, found: list[Attribution]
) -> Attribution | None:
    if any(longer.j > hit.j for longer in _fixed(text, hit.i)):
        return None
    if hit.value in ("before", "according"):
        return _before(text, sentence, hit)
    if hit.value == "by":
        return _by(text, sentence, hit)
    if hit.value == "after":
        return _left(text, sentence, hit)
    if hit.value == "cite":
        return _cited(text, sentence, hit)
    if hit.value == "said" and (agent := _by_whom(text, sentence, hit)):
        return _before(text, sentence, Hit(hit.i, agent.j, "source", "before"))
    if hit.value == "said" and _adds(text, hit):
        if found and found[-1].who:
            return Attribution(hit.i, hit.j, hit.i, None, pronoun=True, leads=True)
        return openings.opening(text, sentence, hit)
    if hit.value == "said":
        return said(text, sentence, hit)
    if hit.value == "claiming":
        return _as_heard(text, sentence, hit)
    if hit.value == "self":
        return _subject(text, sentence, hit)
    if hit.value == "said_that":
        nobody = Attribution(hit.i, hit.j, hit.i, None, pronoun=True)
        return _in_paper(text, sentence, hit) or nobody
    return None


def _as_heard(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
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


def _in_paper(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
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


def _before(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Selon les estimations des agences": the name goes on to the next mark or verb."""
    adverb = hit.j not in text.hits and text.has(hit.j + 1, "function", "article")
    i, estimate = past_documents(text, hit.j + bool(adverb), sentence.j)
    of = text.has(i, "function", "of")
    i = of.j if of else i
    i += text.words[i] in QUOTES and text.capital(min(i + 1, sentence.j - 1))  # 'laut "Post"'
    if text.has(i, "source", "ours"):  # "according to our figures": who speaks is named elsewhere
        return None
    j = extents.end_of(text, i, sentence.j)
    j += j > i and text.has(j, "source", "document") is not None  # "... the department report"
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


def _stops(text: Text, k: int) -> bool:
    return bool(text.has(k, "function", "stop")) and not text.has(k, "function", "article")


def _by(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "nach ersten Angaben": a document after it, or whose document it is."""
    last = min(hit.j + PAPERS + bool(text.lexicon.grammar["verb_second"]), sentence.j)
    if text.has(hit.j, "source", "ours"):
        return None
    k = next((k for k in range(hit.j, last) if document(text, k)), None)
    if k is None or any(_stops(text, m) for m in range(hit.j, k)):
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


def _cited(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Citing X" names the source; "officials quoted by X" names the relay."""
    made = _before(text, sentence, hit)
    if made is None or text.words[hit.j - 1] not in text.lexicon.words("function", "agent"):
        return made
    end = hit.i - (text.words[hit.i - 1] == ",")  # "X, quoted by Y,"
    i = extents.start_of(text, end, sentence.i)
    if not (names.names_someone(text, i, end) or (end < hit.i and names.has_role(text, i, end))):
        return made
    name, relay = names.words_of(text, i, end), (made.i, made.j)
    return Attribution(i, made.j, hit.i, name, via=made.who, relay=relay, leads=True)


def _left(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "X zufolge": the name stands before the word."""
    if any(h.j == hit.j for k in range(hit.i - 3, hit.i) for h in _fixed(text, k)):
        return None
    j = extents.before_when(text, hit.i, sentence.i)
    i = both(text, extents.start_of(text, j, sentence.i), j, sentence.i)
    if not names.names_someone(text, i, j) and not names.has_noun(text, i, j):
        return None
    if any(text.has(k, "status") and not text.has(k, "source") for k in range(i, j)):
        return None  # "Fälschlich hieß es"
    nobodys = only_document(text, i, j)
    return Attribution(i, j, hit.i, names.words_of(text, i, j), document=nobodys)


def _clause_of(text: Text, sentence: Sentence, i: int) -> int:
    """Where the clause of token i begins: past a dateline, past ", but"."""
    contrasts = (k for k in text.within("contrast", sentence.i + 1, i) if text.words[k - 1] == ",")
    return max((k + 1 for k in contrasts), default=openings.past_dateline(text, sentence))


def _subject(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "By its own account": the source is the subject of the sentence."""
    first = _clause_of(text, sentence, hit.i)
    starts = (first,) if hit.i > sentence.i else range(hit.j, min(hit.j + OWN, sentence.j))
    if hit.i > sentence.i and _stops(text, sentence.i):
        starts = (extents.start_of(text, hit.i, sentence.i),)
    for i in starts:
        j = extents.end_of(text, i, sentence.j)
        opens = i == first or text.has(i, "function", "article") or names.proper(text, i)
        named = names.names_someone(text, i, j) or (j == hit.i and names.has_noun(text, i, j))
        role = names.is_pronoun(text, i, j) and names.has_role(text, i, j)
        if opens and (named or role):
            words = names.words_of(text, i, j)
            made = Attribution(i, j, hit.i, None if role else words, pronoun=role)
            made.role = words if role else None
            return made
    return None
