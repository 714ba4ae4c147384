"""Date expressions to EDTF: days, months, seasons, alternatives, intervals; no day is invented."""

from __future__ import annotations

from analysis.reading.days import NAMED, NUMBERED, Found, day_at
from analysis.reading.text import Text

SEASON_MONTHS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "02")}


def find(text: Text) -> list[Found]:
    """Absolute and relative dates, in order; the longest wins where two begin together."""
    found = _joined(text, _absolute(text))
    taken = {k for date in found for k in range(date.i, date.j)}
    for i in text.at["relative"]:
        hit = text.has(i, "relative")
        if hit and not taken & set(range(hit.i, hit.j)):
            j = hit.j + _day_follows(text, hit.j)
            found.append(Found(hit.i, j, tense=hit.value))
            taken |= set(range(hit.i, j))
    return sorted(found, key=lambda d: d.i)


def _day_follows(text: Text, j: int) -> bool:
    """As in "last February | 6": the day of a month just named."""
    months = text.lexicon.tables["month"]
    named = any(text.words[j - 1] in text.lexicon.words("month", key) for key in months)
    day = text.words[j] if j < len(text.words) else ""
    return named and text.lexicon.grammar["month_first"] and day.isdecimal() and 0 < int(day) <= 31


def interval(date: str | None) -> tuple[str | None, str | None]:
    """First and last day, month or year of an EDTF date, as precise as the date is.

    >>> interval("2024-23")
    ('2024-09', '2024-11')
    """
    if date is None:
        return None, None
    if date.startswith("["):
        parts = date.strip("[]").split(",")
        return interval(parts[0])[0], interval(parts[-1])[1]
    if "/" in date:
        first, last = date.split("/")
        start = None if first == ".." else interval(first)[0]
        return start, None if last == ".." else interval(last)[1]
    year, _, rest = date.partition("-")
    if rest in SEASON_MONTHS:
        first, last = SEASON_MONTHS[rest]
        return f"{year}-{first}", f"{int(year) + (rest == '24')}-{last}"
    return date, date


def _absolute(text: Text) -> list[Found]:
    found: list[Found] = []
    named = {*text.at["month"], *text.at["season"]}
    numbers = [i for i, word in enumerate(text.words) if word[0].isdecimal()]
    for i in sorted(named.union(numbers)):
        if found and i < found[-1].j:
            continue
        forms = NAMED if i in named else NUMBERED
        date = next((d for form in forms if (d := form(text, i))), None)
        if date and (not found or date.i >= found[-1].j):
            found.append(date)
    return found


def _joined(text: Text, dates: list[Found]) -> list[Found]:
    """Alternatives, intervals, "since" and "until"."""
    joined: list[Found] = []
    for date in dates:
        if joined and _join(text, joined[-1], date):
            continue
        joined.append(date)
    for date in joined:
        _open(text, date)
        date.start, date.end = interval(date.date)
    return joined


def _join(text: Text, first: Found, second: Found) -> bool:
    if second.i - first.j > 2 or second.date is None or "/" in (first.date or ""):
        return False
    between = None if not first.i else text.has(first.i - 1, "date", "between")
    hit = next(
        (h for h in text.hits.get(first.j, ()) if h.group == "date" and h.j == second.i), None
    )
    if hit is None and text.words[first.j : first.j + 1] != ["-"]:
        return False
    start = _complete(text, first, second.date)
    if start is None:
        return False
    values = {h.value for h in text.hits.get(first.j, ()) if h.group == "date"}
    if "or" in values:
        first.date = f"[{start.strip('[]')},{second.date}]"
    elif start.startswith("["):
        return False
    elif "to" in values or text.words[first.j] == "-" or ("and" in values and between):
        first.date = f"{start}/{second.date}"
    else:
        return False
    first.j = second.j
    return True


def _complete(text: Text, first: Found, second: str) -> str | None:
    """A month or day that shares the year of the date after it."""
    if first.date:
        return first.date
    month = next((h for k in range(first.i, first.j) if (h := text.has(k, "month"))), None)
    year = second[:4]
    if month is None or not year.isdecimal():
        return None
    day, _ = day_at(text, first.i)
    return f"{year}-{month.value}-{day}" if day else f"{year}-{month.value}"


def _open(text: Text, date: Found) -> None:
    if date.date is None or "/" in date.date:
        return
    i = date.i
    if i and text.has(i - 1, "function", "article"):
        i -= 1
    for k in range(max(0, i - 5), i):
        for hit in text.hits.get(k, ()):
            if hit.group == "date" and hit.j in (i, date.i) and hit.value in ("since", "until"):
                since = hit.value == "since"
                date.date = f"{date.date}/.." if since else f"../{date.date}"
                date.i = k
                return
