"""Numbers known by their form or by the words at them: dates, times, ages, names, money."""

from __future__ import annotations

from analysis.reading import nouns
from analysis.reading.days import year_at
from analysis.reading.figures import Number
from analysis.reading.listed import place_by_place
from analysis.reading.numbers import is_number
from analysis.reading.text import QUOTES, Text

QUOTED = 4  # tokens of a name after its number, up to the closing mark
NOTES = 20  # tokens from a bracket to the number of a note
Role = tuple[str, str]  # one of ROLES, and why


def role(text: Text, number: Number, places: set[int]) -> Role | None:
    """What a number is that needs no noun to tell it; `places` are tokens within dates."""
    return (
        _dated(text, number, places)
        or _day_and_month(text, number)
        or _clock(text, number)
        or _repeats(text, number)
        or _numbering(text, number)
        or _left(text, number)
        or _glued(text, number)
        or _age(text, number)
    )


def _dated(text: Text, number: Number, places: set[int]) -> Role | None:
    """Dates, times, ordinals: known by their form."""
    if number.core in places and not number.share:
        year = year_at(text, number.core) and number.core_end - number.core == 1
        return ("year", "a year") if year else ("date", "part of a date")
    if _named_by_year(text, number):
        return "year", "a year"
    if number.form == "token" and number.low is None:
        word = text.words[number.core]
        return ("time", "a time of day") if ":" in word or "h" in word else ("date", "a date")
    if number.form == "ordinal":
        return "ordinal", "an ordinal number"
    if number.low is not None and not number.share and number.low != int(number.low):
        return "decimal", "no whole number"
    if number.form == "article":
        plain = number.i == number.core and number.bound == "exact"
        return ("article", "an article") if plain else None
    return None


def _day_and_month(text: Text, number: Number) -> Role | None:
    """As in "Stand: 26.8.": a day and a month, each with its point."""
    if not text.lexicon.grammar["day_point"] or number.form != "digits":
        return None
    for i in (number.core, number.core - 2):
        words = text.words[i : i + 4] if i >= 0 else []
        day = len(words) == 4 and words[0].isdecimal() and words[2].isdecimal()
        if day and words[1] == words[3] == "." and all(text.joined(k) for k in range(i + 1, i + 4)):
            return ("date", "a day and a month") if int(words[2]) <= 12 else None
    return None


def _repeats(text: Text, number: Number) -> Role | None:
    """As in "trois (03)": the digits only repeat the word."""
    i, j = number.i, number.j
    marks = i > 1 and text.words[i - 1] == "(" and text.words[j : j + 1] == [")"]
    said = is_number(text.words[i - 2], text.lexicon.language) if marks else False
    return ("numbering", "the number before, in digits") if said and j - i == 1 else None


def _clock(text: Text, number: Number) -> Role | None:
    """As in "22 h 50": the minutes after the hour; "04" counts nothing."""
    i = number.core
    padded = text.words[i][0] == "0" and text.words[i][1:2].isdecimal()
    hour = i > 1 and text.words[i - 2].isdecimal() and text.has(i - 1, "role", "time")
    minutes = (
        text.words[i + 1 : i + 2] == ["."]
        and text.words[i + 2 : i + 3]
        and (
            text.words[i + 2].isdecimal() and text.joined(i + 2) and text.has(i + 3, "role", "time")
        )
    )
    hour = hour or bool(minutes)  # "2.30 Uhr"
    return ("time", "a time of day") if hour or padded else None


def _named_by_year(text: Text, number: Number) -> bool:
    """As in "the 2012 Islamist insurgency": no count of people is written so."""
    i = number.core
    year = year_at(text, i) if number.i == i and number.j == i + 1 else None
    round_ = year is None or int(year) % 10 == 0
    return not round_ and i > 0 and text.has(i - 1, "part", "definite") is not None


def _numbering(text: Text, number: Number) -> Role | None:
    """The number of a list item: first on its line, with a point or bracket."""
    i, j = number.core, number.core_end
    if number.form == "digits" and (_captions(text, i) or _captions(text, i - 2)):
        return "numbering", "the number of a picture"
    if number.form == "digits" and _notes(text, i):
        return "numbering", "the number of a note"
    if number.bound != "range" and (_scores(text, i - 2) or _scores(text, i)):
        return "numbering", "a score or a code"
    first = i == text.sentences[text.sentence_of(i)].i
    short = number.form == "digits" and len(text.words[i]) <= 2 and number.i == i
    marked = j < len(text.words) and text.words[j] in ".)" and text.joined(j)
    return ("numbering", "the number of an item") if first and short and marked else None


def _captions(text: Text, i: int) -> bool:
    """As in "1 of 3 |": the first of two numbers before a bar."""
    words = text.words[i : i + 4] if i >= 0 else []
    bar = len(words) == 4 and words[3] == "|" and text.has(i + 1, "function", "of") is not None
    return bar and words[0].isdecimal() and words[2].isdecimal()


def _scores(text: Text, i: int) -> bool:
    """As in "239-6": two numbers and a hyphen that are no range."""
    words = text.words[i : i + 3] if i >= 0 else []
    digits = len(words) == 3 and words[1] == "-" and words[0].isdecimal() and words[2].isdecimal()
    return digits and text.joined(i + 1) and text.joined(i + 2)


def _notes(text: Text, i: int) -> bool:
    """As in "(1,2,3)": numbers alone in brackets, one after the other."""
    before = next((k for k in range(i - 1, max(-1, i - NOTES), -1) if not _listed(text, k)), -1)
    after = next((k for k in range(i + 1, i + NOTES) if not _listed(text, k)), -1)
    brackets = text.words[before] == "(" and text.words[after : after + 1] == [")"]
    return before >= 0 and brackets and after - before > 2


def _listed(text: Text, k: int) -> bool:
    word = text.words[k].replace(",", "") if k < len(text.words) else "."
    return not word or word.isdecimal()


def _age(text: Text, number: Number) -> Role | None:
    """As in "Name, 58, said", "children under 12"."""
    if number.form != "digits" or not 0 < number.value <= 110 or number.share:
        return None
    i, j = number.i, number.j
    words = text.words
    if _after_a_name(text, number):
        return "age", "an age"
    ends = j >= len(words) or words[j] in ",.;)" or text.has(j, "function", "and")
    was = i > 2 and text.has(i - 1, "function", "be") and text.has(i - 2, "function", "relative")
    if was and ends and text.capital(i - 3 - (words[i - 3] == ",")):  # "Ana Prado, who was 34,"
        return "age", "an age"
    limit = number.bound in ("fewer_than", "more_than") and i and text.has(i - 1, "person", "any")
    return ("age", "an age") if limit and not text.has(j, "person") else None


def _after_a_name(text: Text, number: Number) -> bool:
    """As in "Ana Prado, 58, said", "(58)"; at a sentence's end two names stand before it."""
    i, j, words = number.i, number.j, text.words
    if i < 2 or words[i - 1] not in ",(" or number.bound != "exact":
        return False
    if place_by_place(text, i) is not None:
        return False
    if not (text.capital(i - 2) and words[i - 2][0].isalpha()):
        return False
    if j < len(words) and words[j] in ",)":
        return True
    ends = j >= len(words) or words[j] in ".;" or text.has(j, "function", "and")
    named = i > 2 and all(text.capital(k) and not text.hits.get(k) for k in (i - 3, i - 2))
    return bool(ends and named and words[i - 1] == ",")


def _left(text: Text, number: Number) -> Role | None:
    """Money, names and numbering: known by what stands before."""
    i = number.core
    for k in (i - 1, number.i - 1):
        if k >= 0 and text.has(k, "currency"):
            return "money", f"money: {text.words[k]}"
    if text.has(number.j, "currency"):
        return "money", f"money: {text.words[number.j]}"
    for k in range(max(0, i - 4), i):
        hit = text.has(k, "role_before")
        if hit is None or hit.j not in (i, number.i) or _person_follows(text, number):
            continue
        if hit.value != "date" or year_at(text, i):
            return hit.value, f"{hit.value}: {text.quote(hit.i, hit.j)}"
    return None


def _person_follows(text: Text, number: Number) -> bool:
    return any(nouns.people_at(text, k) for k in range(number.j, number.j + 2))


def _glued(text: Text, number: Number) -> Role | None:
    """Letters that touch the digits: "G7", "T-72", "43e", "9-mm", "45-year-old"."""
    i, j = number.core, number.core_end
    words = text.words
    if number.form not in ("digits", "token") or not words[i][0].isdecimal():
        return None
    if text.joined(i):
        if words[i - 1][0].isalpha():
            return "name", f"part of a name: {text.quote(i - 1, i + 1)}"
        many = number.value >= 1000 and _person_follows(text, number)  # a dash, in a headline
        hyphen = (
            not many
            and words[i - 1] == "-"
            and i > 1
            and text.joined(i - 1)
            and words[i - 2][0].isalpha()
        )
        if i > 1 and words[i - 1] == "-" and year_at(text, i - 2) and len(words[i]) == 2:
            return "year", "the second of two years"  # "2012-13"
        if hyphen and not text.has(i - 2, "month"):
            return "name", f"part of a name: {text.quote(i - 2, i + 1)}"
    if number.i == i and number.j == j and _named(text, i, j):
        return "name", f"part of a name: {text.quote(i - 1, j)}"
    if j < len(words) and text.joined(j) and words[j][0].isalpha():
        if words[j] in text.lexicon.words("ordinal", "suffixes"):
            return "ordinal", "an ordinal number"
        hit = text.has(j, "role")
        if hit:
            return hit.value, f"{hit.value}: {words[j]}"
        if not text.has(j, "magnitude"):
            return "name", f"part of a name: {text.quote(i, j + 1)}"
    return ("ordinal", "an ordinal number") if _pointed(text, i, j) else None


def _named(text: Text, i: int, j: int) -> bool:
    """As in "Hill 350.", '"Sea Watch 3"': a name before the number, and no noun after it."""
    if i and _within_quotes(text, i, j):
        return True
    if i == 0 or not text.capital(i - 1) or not text.words[i - 1][0].isalpha():
        return False
    if text.compound_of(i - 1, "role", "unit"):  # "Panzerbataillon 64"
        return not any(text.has(k, "person") for k in (j, j + 1))
    closed = text.words[j : j + 1] and text.words[j] in QUOTES and text.joined(j)
    if closed:
        return i - 1 in text.hits or text.capital(i - 2) or text.words[i - 2] in QUOTES
    if text.lexicon.grammar["nouns_capitalised"] or i - 1 in text.hits:
        return False
    if i > 3 and text.words[i - 3] == "," and text.has(i - 2, "place", "at"):
        return False  # "40 were killed, in Belmar 25"
    first = text.sentences[text.sentence_of(i)].i
    ends = j >= len(text.words) or text.words[j] in ".,;:)" or text.has(j, "function", "and")
    return bool(ends) and i - 1 > first


def _within_quotes(text: Text, i: int, j: int) -> bool:
    """As in 'the "400 Mawazo"': the number opens a quoted name."""
    span = range(j, min(j + QUOTED, len(text.words)))
    end = next((k for k in span if text.words[k] in QUOTES), None)
    opened = text.words[i - 1] in QUOTES and text.joined(i)
    if not opened or end is None or end == j:
        return False
    return all(text.capital(k) and not text.hits.get(k) for k in range(j, end))


def _pointed(text: Text, i: int, j: int) -> bool:
    """A point makes the number an ordinal: "die 22. Brigade"."""
    words = text.words
    if words[j : j + 1] != ["."] or not text.joined(j) or not text.lexicon.grammar["day_point"]:
        return False
    if j + 1 >= len(words) or text.joined(j + 1) or len(words[i]) > 2:
        return False
    noun = text.has(j + 1, "role", "unit", "count") or text.capital(j + 1)
    return bool(noun) and text.sentence_of(j + 1) == text.sentence_of(i)
