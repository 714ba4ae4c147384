"""Where the name of who says something begins and ends."""

from __future__ import annotations

from analysis.reading.lexicon import SPEAKING
from analysis.reading.numbers import is_number
from analysis.reading.text import QUOTES, Text, abbreviations

WHEN = frozenset(("month", "weekday", "relative", "season", "place", "date"))
ENDING = SPEAKING | {
    "particle",
    "continues",
    "split",
    "claiming",
    "told",
}  # of [source]: what a name does not go past
DAYS = frozenset(("month", "weekday", "relative", "season"))
ENDED = frozenset(("said", "told", "past", "none", "ahead"))  # a name begins after these
LONGEST = 16  # tokens a source's name may have
ENCLOSED = 4  # tokens in the brackets, or the quotation marks, of a name


def end_of(text: Text, i: int, last: int) -> int:
    """Where a name that begins at token i ends."""
    j = i
    while j < min(last, i + LONGEST):
        word = text.words[j]
        enclosed = _enclosed(text, j, last) if j > i else None
        if enclosed is None and (word in ",;:()[]!?…" or word in QUOTES):
            break
        if word == "-" and not text.joined(j):
            break
        if word == "." and not (j + 1 < last and j and dotted(text, j)):
            break
        if j > i and enclosed is None and (_breaks(text, j) or _another(text, j)):
            break
        of = text.has(j, "function", "of")
        if of and _dated(text, of.j):
            break  # "une résolution de l'ONU | d'août dernier"
        whole = of or text.has(j, "source", "body")
        j = enclosed or (min(whole.j, last) if whole else j + 1)
        if enclosed and not text.has(j, "source", "body"):  # "Northern Command (NC) chief"
            break
    while j > i and (
        text.has(j - 1, "function", "article", "of", "and") or text.words[j - 1] == "'"
    ):
        j -= 1
    return j


def _dated(text: Text, j: int) -> bool:
    """A day or month that is no part of a name, where names are told by their capitals."""
    capitals = text.lexicon.grammar["nouns_capitalised"]
    return not capitals and any(hit.group in DAYS for hit in text.hits.get(j, ()))


def _enclosed(text: Text, j: int, last: int) -> int | None:
    """As in "(NATO)", 'the newspaper "The Sun"': where what belongs to the name at j ends."""
    bracket = text.words[j] == "("
    led = text.lexicon.grammar["nouns_capitalised"] and text.has(j - 1, "function", "article")
    near = range(max(0, j - 2), j)  # "la chaîne locale « Aube »"
    medium = any(text.noun_of(k, "source", "medium") for k in near)
    titled = text.words[j] in QUOTES and (led or medium)
    if not (bracket or titled) or j + 1 >= last or not text.capital(j + 1):
        return None
    for k in range(j + 2, min(j + ENCLOSED + 2, last)):
        if text.words[k] == ")" if bracket else text.words[k] in QUOTES:
            return k + 1
        if text.words[k][0].isdecimal() or text.words[k] in ",.;:":
            return None
    return None


def dotted(text: Text, k: int) -> bool:
    """As in "U.N.", "Gen. Gil", "lettre.example": the dot at token k belongs to a name."""
    inside = k + 1 < len(text.words) and text.joined(k) and text.joined(k + 1)
    before = text.words[k - 1]
    return len(before) <= 3 or inside or before in abbreviations(text.lexicon)


def _another(text: Text, j: int) -> bool:
    """As in "Behörden | ein Hubschrauber": an article that begins another noun phrase."""
    if not text.lexicon.grammar["nouns_capitalised"]:
        return False
    article = text.has(j, "article_one") or text.has(j, "function", "article")
    if not article:
        unknown = text.words[j][0].isalpha() and not text.capital(j) and _no_word(text, j)
        return unknown and text.capital(j - 1) and not text.capital(min(j + 1, len(text.words) - 1))
    return not text.has(j, "function", "of") and not text.has(
        j - 1, "function", "of", "agent", "stop"
    )


def _no_word(text: Text, j: int) -> bool:
    """In no list, or only as the noun that a small letter makes it not: "sitzen", no seats."""
    return all(hit.group in ("role", "person") for hit in text.hits.get(j, ()))


def _hears(text: Text, j: int) -> bool:
    """As in "sagte Ana Prado | der Agentur": to whom it is said, no genitive of an office."""
    heard = text.has(j, "source", "heard")
    if heard is None or not text.has(j + 1, "source", "medium"):
        return heard is not None
    office = text.has(j - 1, "source", "role") or text.noun_of(j - 1, "source", "body")
    return not office


def _breaks(text: Text, j: int) -> bool:
    if text.words[j - 1] == "-" and text.joined(j):  # "Orsk-based"
        return False
    if _hears(text, j):
        return True
    for hit in text.hits.get(j, ()):
        if hit.group == "source" and hit.value in ENDING:
            led = hit.value == "told" or text.has(j - 1, "function", "article")
            paper = led and text.has(j, "source", "body", "document")
            if not paper:  # "le communiqué", "une note", which are no verbs
                return True
        if hit.group == "function" and hit.value in ("stop", "relative", "contrast", "turn"):
            of_these = text.has(j, "function", "article") and text.has(j - 1, "function", "of")
            return not (of_these or text.has(j, "function", "of") or _inside_name(text, j))
        if hit.group in ("qualifier.before", "relative", "modal", "status"):
            return not text.has(j, "source", "body", "document")
        if hit.group == "part" and hit.value in ("including", "of_them", "more"):
            led = hit.value == "more" and text.has(j - 1, "function", "article")
            return not (text.capital(j) or led)  # "a new report"
        if hit.group.startswith("cue.") and hit.value in ("done", "bare", "future"):
            named = text.capital(j) and not text.lexicon.grammar["nouns_capitalised"]
            office = text.has(j, "source", "body", "role") or text.has(j, "person")
            elided = text.words[j - 1] == "'" and text.has(j - 2, "function", "article")
            led = elided or (hit.value == "bare" and text.has(j - 1, "function", "article"))
            noun = led and not text.has(j, "source", "document")
            return not (named or office or noun)
    plain = j not in text.hits and not text.capital(j)
    first = text.has(j - 1, "function", "article") is not None  # "un premier bilan"
    number = plain and not first and is_number(text.words[j], text.lexicon.language)
    return number or text.words[j][0].isdecimal() or bool(text.has(j, "vague", "words"))


def _inside_name(text: Text, j: int) -> bool:
    """As in "Institute for the Study of War": such a word goes on with the name of a body."""
    if not text.capital(j - 1):
        return False
    own = text.has(j, "place") or text.has(j, "function", "preposition")
    foreign = j + 1 < len(text.words) and text.capital(j + 1) and not own
    return bool(text.has(j, "function", "inside")) or (foreign and len(text.words[j]) <= 3)


def start_of(text: Text, j: int, first: int) -> int:
    """Where a name that ends before token j begins."""
    i = j
    while i > max(first, j - LONGEST):
        word = text.words[i - 1]
        if (opened := _opened(text, i, first)) is not None:
            i = opened
            continue
        if word in ",;:()[]!?…" or word in QUOTES:
            break
        if word[0].isdecimal() and not _numbered(text, i - 1):
            break
        if word == "-" and not text.joined(i):
            break
        if word == "." and not (i >= 2 and dotted(text, i - 1)):
            break
        if _stops_left(text, i - 1):
            break
        i -= 1
        if _begins(text, i):
            break
    return i


def _begins(text: Text, i: int) -> bool:
    """As in "removed | its tweet": a noun begins at its article, unless something is "of" it."""
    if text.lexicon.grammar["nouns_capitalised"] or not text.has(i, "function", "article"):
        return False
    if i == 0 or text.has(i, "function", "of") or text.has(i - 1, "function"):
        return False
    return text.words[i - 1].isalpha() and not text.capital(i - 1)


def _opened(text: Text, i: int, first: int) -> int | None:
    """Where the brackets or quotation marks that end before token i open within a name."""
    if text.words[i - 1] != ")" and text.words[i - 1] not in QUOTES:
        return None
    span = range(i - 3, max(first, i - ENCLOSED - 3), -1)
    return next((k for k in span if _enclosed(text, k, i + 1) == i), None)


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
            inside = text.has(k, "place") or text.has(k, "function", "inside")
            inner = inside and text.has(k - 1, "source", "body", "document", "medium")
            return not (
                inner or text.has(k, "function", "of") or text.has(k, "function", "article")
            )
        if hit.group.startswith("cue.") and hit.value in ("done", "future"):
            compound = text.words[k - 1] == "-" and text.joined(k)  # "Orsk-based"
            return not (compound or text.has(k, "person") or text.has(k, "source", "body"))
        if hit.group in ("relative", "source") and hit.value in ENDED:
            return not (text.has(k, "source", "body") or _noun(text, k))
    return False


def _noun(text: Text, k: int) -> bool:
    """As in "Angaben", which is no "angaben" where nouns have a capital; "the UN estimate"."""
    if not text.has(k, "source", "document"):
        return False
    capital = text.lexicon.grammar["nouns_capitalised"] and text.capital(k)
    owned = not text.lexicon.grammar["nouns_capitalised"] and text.capital(k - 1)
    return capital or owned or text.has(k - 1, "function", "article") is not None
