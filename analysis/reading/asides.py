"""Subjects with words between them and their verb: a relative clause, an apposition."""

from __future__ import annotations

from itertools import pairwise

from analysis.reading import extents, names
from analysis.reading.attribution import only_document
from analysis.reading.extents import LONGEST, WHEN
from analysis.reading.text import QUOTES, Sentence, Text

TOLD = 16  # tokens from "as" to the verb at the end of its clause
ASIDE = 16  # tokens between an auxiliary and its verb
APPOSED = 24  # tokens between the commas of an apposition
AGE = 4  # tokens of an age between commas
OFFICE = 5  # tokens after a name that tell what the person is


def when(text: Text, j: int) -> bool:
    return any(h.group in WHEN for h in text.hits.get(j, ()))


def related(text: Text, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """As in "Asmara, which at the time claimed": the subject stands before the relative clause."""
    second = text.lexicon.grammar["verb_second"]
    for k in range(verb - 1, max(sentence.i, verb - 12), -1):
        bare = text.has(k, "function", "relative") and (
            names.proper(text, k - 1) or text.has(k - 1, "source", "body")
        )
        comma = text.words[k] == "," and text.has(k + 1, "function", "relative")
        if comma and second and text.words[verb + 1 : verb + 2] != [","]:
            return None
        if comma or (bare and not second):
            if not second and names.names_someone(text, k + 1 + bool(comma), verb):
                return None  # "which officials could not confirm": it has a subject of its own
            start = _past_papers(text, extents.start_of(text, k, sentence.i), k)
            return (start, k) if names.names_someone(text, start, k) else None
        if text.words[k] in ",;:()" or text.words[k] in QUOTES:
            return None
    return None


def aside_before(text: Text, i: int, first: int) -> int:
    """As in "has, for its part, said": where the aside before token i begins; i without one."""
    if i - 1 <= first or text.words[i - 1] != ",":
        return i
    opened = next((k for k in range(i - 2, max(first, i - ASIDE), -1) if text.words[k] == ","), i)
    named = text.words[opened - 2] == "'"  # "dans l'Est, ..., ont dit"
    return opened if not named and text.has(opened - 1, "function", "have", "auxiliary") else i


def as_told(text: Text, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """As in ", wie Ana Prado nach einem Besuch erklärte": who stands right after "as"."""
    if not text.lexicon.grammar["verb_second"]:
        return None
    for k in range(verb - 2, max(sentence.i, verb - TOLD), -1):
        if text.words[k] == "," and text.has(k + 1, "source", "pronoun") and k + 2 < verb:
            end = next((m for m in range(k + 3, verb) if preposition(text, m)), verb)
            one = text.has(k + 2, "article_one") and names.has_noun(text, k + 2, end)
            named = one or (end < verb and names.names_someone(text, k + 2, end))
            return (k + 2, end) if named else None
        if text.words[k] in ",;:()" or text.words[k] in QUOTES:
            return None
    return None


def preposition(text: Text, k: int) -> bool:
    """A preposition, those of places included."""
    return bool(text.has(k, "place") or text.has(k, "function", "preposition"))


def _past_papers(text: Text, i: int, j: int) -> int:
    """As in "drawn from the statements of X, who said": whose statements they are."""
    for k in range(j - 1, i, -1):
        paper = text.has(k, "source", "document", "estimate")
        of = text.has(paper.j, "function", "of") if paper else None
        if of and names.names_someone(text, of.j, j):
            return of.j
    return i


def apposed(text: Text, sentence: Sentence, verb: int, strict: bool) -> tuple[int, int] | None:
    """As in "Le ministre, X, a déclaré", "les rebelles, qui ..., disent": before the comma.

    `strict`: a name follows the verb as well, so the commas must hold a relative clause.
    """
    close = verb - 1
    while close > sentence.i and text.words[close][0].isalnum() and when(text, close):
        close -= 1
    dash = text.words[close] == "-" and not text.joined(close)
    if close <= sentence.i or not (dash or text.words[close] == ","):
        return None
    return _apposed(text, sentence, close, strict)


def _apposed(text: Text, sentence: Sentence, close: int, strict: bool) -> tuple[int, int] | None:
    mark = text.words[close]
    opened = next((k for k in range(close - 1, sentence.i, -1) if text.words[k] == mark), None)
    if strict and (opened is None or not _apposes(text, sentence, opened)):
        return None
    first = _first_name(text, sentence, close)
    if first and not strict:
        return first
    k = opened if opened is not None and close - opened <= APPOSED else close
    k = _past_age(text, _initials(text, k), sentence.i)
    i = extents.start_of(text, k, sentence.i)
    placed = i == sentence.i + 1 and text.has(i - 1, "function", "preposition")
    named = k < close and names.names_someone(text, k + 1, close)
    if placed and named and extents.end_of(text, k + 1, close) == close:
        return k + 1, close  # "In New York, the spokesman X, said"
    placed = i - 1 > sentence.i and text.has(i - 1, "place", "at", "to")
    if placed and not text.has(i, "source", "body"):
        i = past_place(text, i - 1, sentence.i)  # "the chief in Orsk, Ana Prado, said"
        if i >= placed.i:
            return None
    named = k < close and _names(text, k + 1, close)
    pronoun = close == k + 2 and text.has(k + 1, "source", "pronoun") is not None  # ", eux,"
    related = k < close and text.has(i, "function", "article") and _relative(text, k + 1)
    if not names.names_someone(text, i, k) and not (
        (named or pronoun or related) and names.has_noun(text, i, k)
    ):
        return None
    return i, close if named else k


def _relative(text: Text, k: int) -> bool:
    return text.has(k, "function", "relative") is not None


def _past_age(text: Text, k: int, first: int) -> int:
    """As in "Ana Prado, 34, a nurse, said": back past the age that ends at the comma k."""
    for m in range(k - 1, max(first, k - AGE - 1), -1):
        if text.words[m] == ",":
            return m if text.words[m + 1].isdecimal() and k > m + 1 else k
    return k


def _apposes(text: Text, sentence: Sentence, opened: int) -> bool:
    """As in "X, who ..., said", "Ana Prado, of the ministry, said": a subject and its aside."""
    if _relative(text, opened + 1):
        return True
    i = extents.start_of(text, opened, sentence.i)
    opens = all(not text.words[k][0].isalnum() for k in range(sentence.i, i))
    if not opens or not names.names_someone(text, i, opened):
        return False
    if text.has(opened + 1, "function", "of"):
        return True
    if named_after(text, i, opened) > opened:  # "The spokesman, Ana Prado, accused"
        return True
    person = all(names.proper(text, k) for k in range(i, opened)) and opened - i > 1
    office = range(opened + 1, opened + OFFICE)
    return person and any(text.has(k, "source", "body", "role") for k in office)


def named_after(text: Text, i: int, j: int) -> int:
    """As in "their chief, General Ivan Loukine.": where the name after an office ends; or j."""
    if text.words[j : j + 1] != [","] or _person(text, i, j):
        return j
    span = range(j + 1, min(j + 2 + LONGEST // 2, len(text.words)))
    end = next((k for k in span if not text.words[k][0].isalnum()), None)
    if end is None or not _names(text, j + 1, end):
        return j
    whole = names.proper(text, end - 1) and names.proper(text, end - 2)
    return end if whole and text.words[end] in ",.;:" else j


def _person(text: Text, i: int, j: int) -> bool:
    """Whether tokens i to j name a person: two names in a row, or no office but a name."""
    named = [k for k in range(i, j) if names.proper(text, k)]
    office = any(text.has(k, "source", "body", "role") for k in range(i, j))
    return bool(named) and (not office or any(b == a + 1 for a, b in pairwise(named)))


def _initials(text: Text, k: int) -> int:
    """Past ", or CSIS" at the comma k: the short name is part of the name."""
    short = text.has(k + 1, "function", "or") and text.words[k + 3 : k + 4] == [","]
    return k + 3 if short and text.quote(k + 2, k + 3).isupper() else k


def _names(text: Text, i: int, j: int) -> bool:
    """As in ", le général Marc Ille,": the aside holds the name itself."""
    if text.has(i, "function", "relative") or j - i > LONGEST // 2:
        return False
    return any(names.proper(text, k) and not text.has(k, "country") for k in range(i, j))


def _first_name(text: Text, sentence: Sentence, close: int) -> tuple[int, int] | None:
    """A name that opens the sentence, with several asides before its verb."""
    if close - sentence.i > 3 * LONGEST:
        return None
    commas = [k for k in range(sentence.i, close) if text.words[k] == ","]
    if len(commas) < 2:
        return None
    i, j = sentence.i, _initials(text, commas[0])
    named = [k for k in range(i, j) if text.capital(k)]
    plain = not any(
        text.has(k, "function", "auxiliary", "agent")
        or (text.has(k, "function", "preposition") and not text.capital(k - 1))
        for k in range(i, j)
    )
    plain = plain and not any(text.words[k] in QUOTES for k in range(i, j))
    return (i, j) if len(named) > 1 and plain and names.names_someone(text, i, j) else None


def past_place(text: Text, k: int, first: int) -> int:
    """As in "Officers in the north of Orsk told": where the noun before the place k begins.

    Without one it is the token k + 1; k itself where what comes "from" someone is spoken of.
    """
    end = k
    i = extents.start_of(text, end, first)
    if i == k and k - 1 > first:  # "a woman rescued off Kivo said"
        end = k - 1
        i = extents.start_of(text, end, first)
    led = text.has(i - 1, "function", "contrast") is not None
    opens = i < end and (i == first or led or not text.words[i - 1][0].isalnum())
    if opens and not text.words[i][0].isdecimal() and _speaks(text, i, end):
        return i
    return k if text.has(k, "place", "from") else k + 1


def _speaks(text: Text, i: int, j: int) -> bool:
    """An office or a name at tokens i to j, or "a woman": no bare document."""
    someone = names.has_role(text, i, j) or names.names_someone(text, i, j)
    one = text.has(i, "article_one") is not None and names.has_noun(text, i, j)
    return (someone or one) and not only_document(text, i, j)
