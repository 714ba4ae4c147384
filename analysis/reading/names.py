"""The names of those who speak: where a name begins and ends, and whether it names someone."""

from __future__ import annotations

from analysis.model import LOSSES
from analysis.reading.lexicon import SPEAKING, Hit
from analysis.reading.text import QUOTES, Text

WHEN = frozenset(("month", "weekday", "relative", "season", "place", "date"))
ENDING = SPEAKING | {
    "particle",
    "continues",
    "split",
    "told",
}  # of [source]: what a name does not go past
DAYS = frozenset(("month", "weekday", "relative", "season"))
GRAMMAR = frozenset(
    ("function", "source", "relative", "modal", "date", "place", "month", "weekday", "qualifier")
)
ENDED = frozenset(("said", "told", "past", "none", "ahead"))  # a name begins after these
LONGEST = 16  # tokens a source's name may have


def end_of(text: Text, i: int, last: int) -> int:
    """Where a name that begins at token i ends."""
    j = i
    while j < min(last, i + LONGEST):
        word = text.words[j]
        if word in ",;:()[]!?…" or word in QUOTES:
            break
        if word == "-" and not text.joined(j):
            break
        if word == "." and not (j + 1 < last and j and _dotted(text, j)):
            break
        if j > i and (_breaks(text, j) or _another(text, j)):
            break
        of = text.has(j, "function", "of")
        j = min(of.j, last) if of else j + 1
    while j > i and text.has(j - 1, "function", "article"):
        j -= 1
    if j > i and j + 2 < last and text.words[j] == "(" and text.words[j + 2] == ")":
        j += 3 if text.capital(j + 1) else 0
    return j


def _dotted(text: Text, k: int) -> bool:
    """As in "U.N.", "Gen. Gil", "lettre.example": the dot at token k belongs to a name."""
    inside = k + 1 < len(text.words) and text.joined(k) and text.joined(k + 1)
    return len(text.words[k - 1]) <= 3 or inside


def _another(text: Text, j: int) -> bool:
    """As in "Behörden | ein Hubschrauber": an article that begins another noun phrase."""
    if not text.lexicon.grammar["nouns_capitalised"]:
        return False
    article = text.has(j, "article_one") or text.has(j, "function", "article")
    if not article:
        unknown = text.words[j][0].isalpha() and j not in text.hits and not text.capital(j)
        return unknown and text.capital(j - 1) and not text.capital(min(j + 1, len(text.words) - 1))
    return not text.has(j, "function", "of") and not text.has(
        j - 1, "function", "of", "agent", "stop"
    )


def _breaks(text: Text, j: int) -> bool:
    for hit in text.hits.get(j, ()):
        if hit.group == "source" and hit.value in ENDING:
            paper = hit.value == "told" and text.has(j, "source", "body", "document")
            if not paper:  # "le communiqué", which is no participle
                return True
        if hit.group == "function" and hit.value in ("stop", "relative", "contrast"):
            of_these = text.has(j, "function", "article") and text.has(j - 1, "function", "of")
            return not (of_these or text.has(j, "function", "of") or _inside_name(text, j))
        if hit.group in ("qualifier.before", "relative", "modal", "status"):
            return not text.has(j, "source", "body", "document")
        if hit.group == "part" and hit.value in ("including", "of_them", "more"):
            return not text.capital(j)
        if hit.group.startswith("cue.") and hit.value in ("done", "bare", "future"):
            named = text.capital(j) and not text.lexicon.grammar["nouns_capitalised"]
            return not (named or text.has(j, "source", "body") or text.has(j, "person"))
    return text.words[j][0].isdecimal() or bool(text.has(j, "vague", "words"))


def _inside_name(text: Text, j: int) -> bool:
    """As in "Institute for the Study of War": such a word goes on with the name of a body."""
    if not text.capital(j - 1):
        return False
    foreign = j + 1 < len(text.words) and text.capital(j + 1) and not text.has(j, "place")
    return bool(text.has(j, "function", "inside")) or (foreign and len(text.words[j]) <= 3)


def start_of(text: Text, j: int, first: int) -> int:
    """Where a name that ends before token j begins."""
    i = j
    while i > max(first, j - LONGEST):
        word = text.words[i - 1]
        if word == ")" and i >= 3 and text.words[i - 3] == "(":
            i -= 3
            continue
        if word in ",;:()[]!?…" or word in QUOTES:
            break
        if word[0].isdecimal() and not _numbered(text, i - 1):
            break
        if word == "-" and not text.joined(i):
            break
        if word == "." and not (i >= 2 and _dotted(text, i - 1)):
            break
        if _stops_left(text, i - 1):
            break
        i -= 1
    return i


def _numbered(text: Text, k: int) -> bool:
    """As in "G5", "Resolution 17": the number at token k belongs to a name."""
    if k == 0:
        return False
    glued = text.joined(k) and text.capital(k - 1)
    return glued or (text.capital(k - 1) and text.has(k - 1, "source", "document") is not None)


def _stops_left(text: Text, k: int) -> bool:
    for hit in text.hits.get(k, ()):
        if hit.group == "function" and hit.value in ("relative", "contrast", "and", "stop"):
            if hit.value == "and" and text.has(k + 1, "function", "of"):
                return False
            inner = text.has(k, "place") and text.has(k - 1, "source", "body", "document", "medium")
            return not (
                inner or text.has(k, "function", "of") or text.has(k, "function", "article")
            )
        if hit.group.startswith("cue.") and hit.value in ("done", "future"):
            return not text.has(k, "person") and not text.has(k, "source", "body")
        if hit.group in ("relative", "source") and hit.value in ENDED:
            return not (text.has(k, "source", "body") or _noun(text, k))
    return False


def _noun(text: Text, k: int) -> bool:
    """As in "Angaben", which is no "angaben" where nouns have a capital; "an estimate of"."""
    if not text.has(k, "source", "document"):
        return False
    capital = text.lexicon.grammar["nouns_capitalised"] and text.capital(k)
    return capital or text.has(k - 1, "function", "article") is not None


def verb_start(text: Text, i: int, first: int) -> int:
    """Where the verb's group begins: its auxiliary, adverbs, the day and the place between."""
    for k in range(i - 1, max(first, i - 4) - 1, -1):
        if text.has(k, "function", "auxiliary"):
            i = k
            while i - 1 > first and text.has(i - 1, "function", "auxiliary"):
                i -= 1
            break
        if not text.words[k][0].isalpha() or text.hits.get(k):
            break
    while i > first and _beside_the_verb(text, i - 1, first):
        i -= 1
    while i > first + 1:
        if any(h.group in ("weekday", "relative") and h.j == i for h in text.hits.get(i - 1, ())):
            i -= 1
        elif text.has(i - 2, "place", "at", "to") and text.capital(i - 1):
            i -= 2
        elif text.has(i - 1, "place") and i < len(text.words) and text.has(i, "weekday"):
            i -= 1
        else:
            break
    return i


def _beside_the_verb(text: Text, k: int, first: int) -> bool:
    """An adverb between subject and verb: "probably", "however"."""
    told = any(h.group in ("status", "modal") for h in text.hits.get(k, ()))
    told = told and not text.has(k, "source", "document", "estimate")  # "an estimate put the toll"
    if text.adverb(k):
        return k > first
    return told or (k > first and text.has(k, "function", "contrast") is not None)


def past_when(text: Text, i: int, last: int) -> int:
    """Past a day between a verb and its subject: "a dit jeudi 3 mai l'état-major"."""
    j = i
    if text.words[i : i + 1] == [","]:
        return _past_aside(text, i, last)
    while j < last and j < i + 6:
        hits = text.hits.get(j, ())
        when = next((h for h in hits if h.group in DAYS), None)
        if when:
            j = when.j
        elif _in_date(text, j, i):
            j += 1
        elif (told := _told_to(text, j)) is not None:
            j = told
        else:
            break
    return j


def _past_aside(text: Text, i: int, last: int) -> int:
    """As in "a annoncé, le 16 janvier, un porte-parole": past the day between commas."""
    for k in range(i + 1, min(i + 7, last)):
        if text.words[k] == "," and k > i + 1:
            return k + 1
        day = text.words[k].isdecimal() or text.has(k, "function", "article")
        if not (day or any(h.group in DAYS for h in text.hits.get(k, ()))):
            return i
    return i


def _in_date(text: Text, j: int, i: int) -> bool:
    """The number of a day, or "ce" before a weekday."""
    if text.words[j].isdecimal():
        return j > i
    return text.has(j, "function", "article") is not None and bool(text.has(j + 1, "weekday"))


def before_when(text: Text, j: int, first: int) -> int:
    """Back past a day that stands after a name: "Presseberichten vom Sonntag zufolge"."""
    k = j
    while k > first + 1 and any(h.group in DAYS for h in text.hits.get(k - 1, ())):
        k -= 1
    if k < j and (text.has(k - 1, "function", "stop") or text.has(k - 1, "place")):
        k -= 1
    return k


def _told_to(text: Text, j: int) -> int | None:
    """Past whom it is said to: "a confié à la radio le maire", before the subject."""
    towards = text.has(j, "place", "to")
    if not (towards or text.has(j, "function", "preposition")):
        return None
    k = j + 1
    article = text.has(k, "function", "article")
    k = article.j if article else k
    k += text.words[k : k + 1] == ["'"]
    medium = text.has(k, "source", "medium", "body") or _initials(text, k)
    heard = medium or (k < len(text.words) and text.capital(k) and towards)
    named = medium and k + 2 < len(text.words) and text.capital(k + 1) and text.capital(k + 2)
    return k + 1 if heard and (named or text.has(k + 1, "function", "article")) else None


def _initials(text: Text, k: int) -> bool:
    """As in "AFP": an agency by its initials."""
    return k < len(text.words) and len(text.words[k]) > 2 and text.quote(k, k + 1).isupper()


def names_someone(text: Text, i: int, j: int) -> bool:
    """A body, a proper name, a country or its people: not a pronoun, not a bare adverb."""
    if j <= i or _of_losses(text, i, j) or any(text.has(k, "zero") for k in range(i, j)):
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
    medium = any(text.has(k, "source", "medium") for k in range(i, min(i + 3, j)))
    if medium and not text.lexicon.grammar["nouns_capitalised"]:
        k = j
        while k > i and (text.capital(k - 1) or (text.words[k - 1] == "-" and text.joined(k))):
            k -= 1
        if i < k < j:
            i = k
    return " ".join(text.quote(i, j).split())
