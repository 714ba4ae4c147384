"""Words of saying that do not tell who says it: nouns, passives, blame, lives claimed."""

from __future__ import annotations

from analysis.reading.attribution import denies_blame
from analysis.reading.lexicon import Hit
from analysis.reading.negation import nobody
from analysis.reading.text import Sentence, Text

LIVES = 5  # tokens from "claimed" to the lives
CLAUSE = 8  # tokens from "werden" to the participle at the end of its clause


def unfit(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """Whether a word of saying introduces nobody."""
    if hit.value in ("said", "told") and _said_by_nobody(text, sentence, hit):
        return True
    spoken_of = _is_noun(text, sentence, hit) or _passive(text, hit) or _takes(text, hit)
    return spoken_of or _of_a_noun(text, sentence, hit) or _of_blame(text, hit)


def _said_by_nobody(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "Neither side confirmed": what denies the verb opens the clause, as its subject."""
    k = nobody(text, hit.i)
    return k is not None and (k <= sentence.i or not text.words[k - 1][0].isalnum())


def _of_blame(text: Text, hit: Hit) -> bool:
    """As in "claimed responsibility", "declared war": no word of how many."""
    near = range(hit.j, hit.j + 2)
    claims = any(text.has(k, "blame") and not text.has(k, "source", "body") for k in near)
    return claims or denies_blame(text, hit)


def _is_noun(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "die Angaben", which is no "angaben" where nouns have a capital; "Le juge"."""
    if hit.value not in ("said", "told", "split") or hit.i == sentence.i:
        return False
    if text.words[hit.i - 2 : hit.i] == ["'", "s"]:  # "the community's estimate"
        return True
    if text.has(hit.i, "source", "document") and text.has(hit.j, "source", "said"):
        return True  # "reports said"
    if text.lexicon.grammar["nouns_capitalised"]:
        return text.capital(hit.i)
    if _part_of_a_name(text, sentence, hit):
        return True
    within = any(  # "news conference", "NATO member states"
        longer.j > hit.i
        and (longer.group == "role" or (longer.group, longer.value) == ("source", "document"))
        for k in range(max(sentence.i, hit.i - 2), hit.i)
        for longer in text.hits.get(k, ())
    )
    article = text.has(hit.i - 1, "function", "article") is not None
    paper = article and text.has(hit.i, "source", "document") is not None  # "le chiffre"
    clitic = text.has(hit.i - 2, "source", "pronoun") is not None  # "il le chiffre à"
    return within or (article and hit.i - 1 == sentence.i) or (paper and not clitic)


def _part_of_a_name(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "in Kaduna State that": a capital after a capital, in no headline."""
    named = text.capital(hit.i) and hit.i - 1 > sentence.i and text.capital(hit.i - 1)
    return named and sentence.section != "headline"


def _takes(text: Text, hit: Hit) -> bool:
    """As in "has claimed hundreds of lives": the verb kills, it does not say."""
    near = range(hit.j, hit.j + LIVES)
    return bool(text.has(hit.i, "cue.killed")) and any(
        text.has(k, "person", "killed") for k in near
    )


def _of_a_noun(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """As in "un réseau de sources": the words for a source belong to the noun before them."""
    k = hit.i - 1
    of = text.has(hit.i, "function", "of")
    noun = k >= sentence.i and text.words[k][0].isalpha() and k not in text.hits
    return of is not None and noun


def _passive(text: Text, hit: Hit) -> bool:
    """As in "The forces are estimated to have lost": who is spoken of does not speak."""
    if hit.value != "said":
        return False
    k = hit.i - 1
    if text.has(k, "function", "be"):
        return True
    if any(h.group == "status" or h.value == "turn" for h in text.hits.get(k, ())):
        k -= 1  # "were also reported"
    if text.has(k, "function", "be"):
        return True
    if not text.lexicon.grammar["verb_second"] or not text.has(hit.i, "source", "told"):
        return False
    for m in range(k, max(text.sentences[text.sentence_of(k)].i, k - CLAUSE) - 1, -1):
        if text.words[m] in ",;:":
            return False
        if text.has(m, "modal", "plan") and text.has(m, "function", "be"):
            return True  # "noch immer werden neue Fälle registriert"
    return False
