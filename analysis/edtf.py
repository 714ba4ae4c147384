"""Dates in EDTF in words, as precise as they are and no more."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date

SEASONS = ("spring", "summer", "autumn", "winter")
POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
YEARLESS = re.compile(r"(?:XXXX-|--)(\d\d)-(\d\d)")
ROUND = re.compile(r"(\d{2,3})(X{1,2})")

Words = dict[str, Any]


def in_words(edtf: str | None, language: str, words: Words) -> str:
    """A date in EDTF in words of a language; what is not EDTF stays as it is."""
    if not isinstance(edtf, str) or not edtf.strip():
        return words["none"]
    text = edtf.strip()
    if text[0] in "[{" and text[-1] in "]}":
        return _list(text, language, words)
    if "/" in text:
        return _interval(text, language, words)
    return _qualified(text, language, words)


def _list(text: str, language: str, words: Words) -> str:
    """One of, or all of: what the parts share is said once."""
    parts = [part.strip() for part in text[1:-1].split(",")]
    joint = words["or" if text[0] == "[" else "and"]
    if ".." not in text:
        return _joined(parts, joint, language, words)
    return f" {joint} ".join(in_words(part.replace("..", "/"), language, words) for part in parts)


def _joined(parts: list[str], joint: str, language: str, words: Words) -> str:
    said = [_qualified(part, language, words) for part in parts]
    years = {part[:4] for part in parts}
    if len(years) == 1 and all(one.endswith(f" {parts[0][:4]}") for one in said):
        said[:-1] = [one[:-5] for one in said[:-1]]
    listed = ", ".join(said[:-1])
    return f"{listed} {joint} {said[-1]}" if listed else said[-1]


def _interval(text: str, language: str, words: Words) -> str:
    start, _, end = text.partition("/")
    opened, closed = start.strip(". "), end.strip(". ")
    shown = {
        "start": _qualified(opened, language, words) if opened else None,
        "end": _qualified(closed, language, words) if closed else None,
    }
    if not (opened or closed):
        return words["none"]
    key = "span" if opened and closed else "since" if opened else "until"
    return words[key].format(**shown)


def _qualified(text: str, language: str, words: Words) -> str:
    bare = text.rstrip("~?%")
    said = _point(bare, language, words)
    marks = text[len(bare) :]
    if "~" in marks or "%" in marks:
        said = words["about"].format(date=said)
    return words["uncertain"].format(date=said) if "?" in marks or "%" in marks else said


def _point(text: str, language: str, words: Words) -> str:
    if match := YEARLESS.fullmatch(text):
        return _day(2000, int(match[1]), int(match[2]), language, words) or text
    if match := ROUND.fullmatch(text):
        return words["decade"].format(year=match[1] + "0" * len(match[2]))
    match = POINT.fullmatch(text)
    if not match:
        return text
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if day:
        said = _day(int(year), month, day, language, words)
        return f"{said} {year}" if said else text
    return _month(year, month, language, words) if month else year


def _month(year: str, month: int, language: str, words: Words) -> str:
    if 1 <= month <= 12:
        return format_date(date(2000, month, 1), "LLLL", locale=language) + f" {year}"
    if 21 <= month <= 32:
        return words["season"].format(season=words[SEASONS[(month - 21) % 4]], year=year)
    if 33 <= month <= 36:
        quarter = Locale.parse(language).quarters["format"]["wide"][month - 32]
        return words["quarter"].format(quarter=quarter, year=year)
    return f"{year}-{month}"


def _day(year: int, month: int, day: int, language: str, words: Words) -> str | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    said = format_date(made, "d MMMM", locale=language)
    return words["first"] + said[1:] if day == 1 else said
