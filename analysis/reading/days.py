"""Days, months and years as an article writes them: "le 3 mai", "May 3-5", "2024-05-03"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.reading import nouns
from analysis.reading.lexicon import Hit
from analysis.reading.numbers import is_number
from analysis.reading.text import Text

LISTED = 5  # days before the one with the month: "3, 4 and 5 May"


@dataclass(slots=True)
class Found:
    """A date expression at tokens i to j."""

    i: int
    j: int
    date: str | None = None
    start: str | None = None
    end: str | None = None
    tense: str = "none"


def year_at(text: Text, i: int) -> str | None:
    """The year that token i is, written as four digits or a decade ("1990er")."""
    if i >= len(text.words):
        return None
    word = text.words[i]
    if len(word) == 4 and word.isdecimal() and 1800 <= int(word) <= 2100:
        glued = text.joined(i) and text.words[i - 1][0].isalnum()
        return None if glued else word
    return None


def _after_filler(text: Text, i: int) -> int:
    if i < len(text.words) and (text.has(i, "date", "filler") or text.words[i] == ","):
        hit = text.has(i, "date", "filler")
        return hit.j if hit else i + 1
    return i


def _with_year(text: Text, j: int) -> tuple[str | None, int]:
    for k in dict.fromkeys(
        (j, j + 1 if text.words[j : j + 1] == ["."] else j, _after_filler(text, j))
    ):
        year = year_at(text, k)
        if year:
            return year, k + 1
    return None, j


def _numeric(text: Text, i: int) -> Found | None:
    word = text.words[i]
    if word.isdecimal():
        return None
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", word)
    if iso and int(iso[2]) <= 12:
        return Found(i, i + 1, f"{iso[1]}-{int(iso[2]):02}-{int(iso[3]):02}")
    day = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", word)
    if not day:
        return None
    first, second, year = int(day[1]), int(day[2]), day[3] if len(day[3]) == 4 else f"20{day[3]}"
    if first > 31 or second > 31:
        return None
    # 07/06/2023 is July or June by country: only the year is sure in a language that writes both.
    if text.lexicon.grammar["decimal"] == "." and first <= 12 and second <= 12 and first != second:
        return Found(i, i + 1, year)
    day_first = second <= 12
    d, m = (first, second) if day_first else (second, first)
    return Found(i, i + 1, f"{year}-{m:02}-{d:02}")


def day_at(text: Text, i: int) -> tuple[str | None, int]:
    """A day of the month at token i, with its ordinal ending or point."""
    if i < 0 or i >= len(text.words):
        return None, i
    word = text.words[i]
    if not (word.isdecimal() and 1 <= len(word) <= 2 and 1 <= int(word) <= 31):
        return None, i
    j = i + 1
    if j < len(text.words) and text.joined(j):
        point = text.words[j] == "." and text.lexicon.grammar["day_point"]
        j += bool(point or text.words[j] in text.lexicon.words("ordinal", "suffixes"))
    return f"{int(word):02}", j


def _day_month(text: Text, i: int) -> Found | None:
    day, j = day_at(text, i)
    month = text.has(_after_filler(text, j), "month") if day else None
    if not month:
        return None
    year, end = _with_year(text, month.j)
    return Found(i, end, f"{year}-{month.value}-{day}" if year else None)


def _days(text: Text, i: int) -> Found | None:
    """As in "Du 3 au 5 mai 2020": the first day has the month and year of the second."""
    first, j = day_at(text, i)
    for _ in range(LISTED if first else 0):
        hit = text.has(j, "date", "to", "and", "or")
        comma = text.words[j : j + 1] == [","]
        if not (hit or comma):
            return None
        k = hit.j if hit else j + 1
        k += bool(text.has(k, "function", "article"))
        later = _day_month(text, k)
        if later:
            return Found(i, later.j, _span_of_days(first, later.date, hit))
        day, j = day_at(text, k)
        if day is None:
            return None
    return None


def _span_of_days(day: str | None, last: str | None, hit: Hit | None) -> str | None:
    """From the first day to the last; with "or" one of them."""
    if last is None:
        return None
    first = f"{last[:8]}{day}"
    return f"[{first},{last}]" if hit and hit.value == "or" else f"{first}/{last}"


def _month(text: Text, i: int) -> Found | None:
    month, season = text.has(i, "month"), text.has(i, "season")
    if season:
        year, end = _with_year(text, season.j)
        return Found(i, end, f"{year}-{season.value}") if year else None
    if not month:
        return None
    short = text.words[i] in text.lexicon.words("abbreviation")
    if short and text.words[i + 1 : i + 2] == ["."] and text.joined(i + 1):
        month = Hit(month.i, month.j + 1, month.group, month.value)
    day, j = day_at(text, month.j) if text.lexicon.grammar["month_first"] else (None, month.j)
    if day and not year_at(text, month.j):
        last, j = _later_day(text, j)
        year, end = _with_year(text, j)
        date = f"{year}-{month.value}-{day}" if year else None
        return Found(i, end, f"{date}/{year}-{month.value}-{last}" if date and last else date)
    year, end = _with_year(text, month.j)
    if not year and not _is_a_month(text, i):
        return None
    return Found(i, end, f"{year}-{month.value}" if year else None)


def _later_day(text: Text, j: int) -> tuple[str | None, int]:
    """As in "February 4 and 10,", "May 3-5": a second day of the month, and no noun after it."""
    dash = text.words[j : j + 1] == ["-"]
    hit = text.has(j, "date", "to", "and")
    k = hit.j if hit else j + 1
    day, end = day_at(text, k) if hit or dash else (None, j)
    noun = day is not None and end < len(text.words) and text.words[end][0].isalpha()
    closed = not noun or text.has(end, "function", "stop") is not None
    return (day, end) if day and closed else (None, j)


def _is_a_month(text: Text, i: int) -> bool:
    """A short name ("May", "mars") is another word too: it needs case and a date word beside."""
    month = text.has(i, "month")
    if month is None or text.capital(i) != text.lexicon.grammar["months_capitalised"]:
        return False
    if len(text.words[i]) > 4:
        return True
    if is_number(text.words[i], text.lexicon.language):  # "sept"
        near = (*text.words[i - 1 : i], *text.words[month.j : month.j + 2])
        return any(word.isdecimal() for word in near)
    beside = text.hits.get(i - 1, ()) + text.hits.get(month.j, ())
    return any(hit.group in ("date", "place", "month") for hit in beside)


def _year(text: Text, i: int) -> Found | None:
    year = year_at(text, i)
    if not year or _counts_people(text, i) or text.has(i + 1, "percent"):
        return None
    following = text.words[i + 1] if i + 1 < len(text.words) else ""
    if following in ("s", "er", "ern") and text.joined(i + 1):
        return Found(i, i + 2, f"{year[:3]}X")
    return Found(i, i + 1, year)


def _counts_people(text: Text, i: int) -> bool:
    """As in "2000 weitere Soldaten": no year where people follow, "more" or whose between.

    Beside its verb it is one: "Paris hatte 2013 Truppen entsandt".
    """
    round_ = int(text.words[i]) % 10 == 0
    if not round_ and text.lexicon.grammar["verb_second"] and text.helps(i - 1):
        return False
    k = i + 1
    while k < i + 3 and (text.has(k, "part", "more") or _describes(text, k)):
        k += 1
    return nouns.people_at(text, k)


def _describes(text: Text, k: int) -> bool:
    """Whose people they are, or an adjective where a capital tells the noun."""
    if text.has(k, "demonym"):
        return True
    plain = text.lexicon.grammar["nouns_capitalised"] and k < len(text.words)
    return bool(plain and text.words[k].isalpha() and not text.capital(k) and not text.hits.get(k))


NUMBERED = (_numeric, _days, _day_month, _year)
NAMED = (_month,)
