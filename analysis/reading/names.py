"""The names of those who speak: whether words name someone, and which of them to show."""

from __future__ import annotations

from analysis.model import LOSSES
from analysis.reading.lexicon import Hit
from analysis.reading.text import Text

GRAMMAR = frozenset(
    ("function", "source", "relative", "modal", "date", "place", "month", "weekday", "qualifier")
)


def names_someone(text: Text, i: int, j: int) -> bool:
    """A body, a proper name, a country or its people: not a pronoun, not a bare adverb."""
    if j <= i or text.has(i, "magnitude"):  # "5.9 million Ukrainians"
        return False
    if _of_losses(text, i, j) or any(text.has(k, "zero") for k in range(i, j)):
        return False
    counted = any(text.has(k, "person") for k in range(i, j))
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            national = hit.group == "demonym" and not counted and (j - i > 1 or text.capital(k))
            if hit.group == "country" or national:
                return True
            if hit.group == "source" and hit.value in ("body", "medium", "document"):
                return not is_pronoun(text, i, j)
    if text.lexicon.grammar["nouns_capitalised"] and is_pronoun(text, i, j):
        return False
    first = text.sentences[text.sentence_of(i)].i
    if all(_function(text, k) for k in range(i, j)):
        return False
    if text.lexicon.grammar["nouns_capitalised"]:
        adverb = i == first and j - i > 1 and not text.capital(i + 1)  # "Erst kurz"
        return any(_proper(text, k) for k in range(i + adverb, j)) and not is_pronoun(text, i, j)
    named = [k for k in range(i, j) if text.capital(k) and not (k == first and _function(text, k))]
    if named == [first] and j - i > 1 and text.words[first + 1] != "-":
        return False
    return bool(named) and not is_pronoun(text, i, j)


def _of_losses(text: Text, i: int, j: int) -> bool:
    """As in "the deaths of two soldiers": no name, but "the families of the victims" is one."""
    capitals = text.lexicon.grammar["nouns_capitalised"]
    plain = (k for k in range(i, j) if capitals or k == i or not text.capital(k))
    lost = [k for k in plain if text.has(k, "person", *LOSSES) or _loss(text, k)]
    lost = [k for k in lost if not text.has(k + 1, "source", "document")]  # "a casualty report"
    lost = [k for k in lost if not (text.has(k, "tally") and k > i and proper(text, k - 1))]
    if not lost:
        return False
    governed = text.has(lost[0] - 1, "function", "article", "of")
    counted = any(text.has(k, "tally") for k in range(i, lost[0]))  # "the number of dead"
    return not (governed and lost[0] - i > 2 and not counted)


def _loss(text: Text, k: int) -> bool:
    """As in "deaths of": a noun that tells a loss."""
    hits = text.hits.get(k, ())
    return any(h.group[:4] == "cue." and h.group[4:] in LOSSES and h.value == "noun" for h in hits)


def has_noun(text: Text, i: int, j: int) -> bool:
    """Whether tokens i to j hold a noun that is no pronoun and no loss: "la chercheuse"."""
    if j <= i or not text.words[i][0].isalpha() or is_pronoun(text, i, j):
        return False
    if _of_losses(text, i, j):
        return False
    capitals = text.lexicon.grammar["nouns_capitalised"]
    return any(
        len(text.words[k]) > 2
        and text.words[k][0].isalpha()
        and (text.capital(k) or not capitals)
        and not _function(text, k)
        and not text.adverb(k)
        for k in range(i, j)
    )


def _body(text: Text, k: int) -> bool:
    """A compound that ends in the name of a body: "Rebellenführung"."""
    return text.compound_of(k, "source", "body")


def proper(text: Text, k: int) -> bool:
    """Whether token k is a name: in capitals, and where all nouns are, unknown and bare."""
    if text.lexicon.grammar["nouns_capitalised"]:
        return _proper(text, k)
    return text.capital(k) and not _function(text, k) and not text.has(k, "source", "document")


def _proper(text: Text, k: int) -> bool:
    """Where every noun has a capital, a name is in no list and has no article before it."""
    if not text.capital(k) or text.hits.get(k):
        return False
    if _body(text, k):
        return True
    initials = text.raw[text.starts[k] : text.ends[k]].isupper() and len(text.words[k]) > 1
    if initials or k == text.sentences[text.sentence_of(k)].i:
        return True
    before = text.words[k - 1]
    return not text.has(k - 1, "function", "article") and (
        text.capital(k - 1) or bool(text.hits.get(k - 1)) or not before[0].isalpha()
    )


def _function(text: Text, k: int) -> bool:
    return any(_grammar(h) for h in text.hits.get(k, ())) or (
        not text.raw[text.starts[k] : text.ends[k]][1:].islower() and len(text.words[k]) == 1
    )


def _grammar(hit: Hit) -> bool:
    return hit.group.partition(".")[0] in GRAMMAR and hit.value != "rumour"


def is_pronoun(text: Text, i: int, j: int) -> bool:
    return any(
        h.group == "source" and h.value == "pronoun" and h.j >= j for h in text.hits.get(i, ())
    )


def words_of(text: Text, i: int, j: int) -> str:
    """The words of a source; of "la chaîne d'information américaine CNN" the name alone."""
    while i < j - 1 and text.words[i] in "•*|":
        i += 1
    medium = any(text.has(k, "source", "medium") for k in range(i, min(i + 3, j)))
    if medium and not text.lexicon.grammar["nouns_capitalised"]:
        k = j
        while k > i and (text.capital(k - 1) or (text.words[k - 1] == "-" and text.joined(k))):
            k -= 1
        if i < k < j and text.words[k - 1] != "'":  # "l'agence d'État"
            i = k
    return " ".join(text.quote(i, j).split())


def has_role(text: Text, i: int, j: int) -> bool:
    """Whether a pronoun is more than one: it names a body by its role."""
    return any(text.has(k, "source", "body", "medium") for k in range(i, j))
