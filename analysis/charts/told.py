"""What a chart says in words: sentences from data, sources with their relay, names of marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
from babel import Locale
from babel.lists import format_list

from analysis import style
from analysis.charts.pairs import Pair
from analysis.charts.text import one_line
from analysis.counting import counted
from analysis.model import KINDS, STATUSES
from analysis.records import Row, listed, missing, records

MOST = 40  # rows drawn
ALTERNATIVES = 8  # rows told one by one in an alternative
NAMED = 2  # sources named in a title
LONG = 70  # characters of a name in a title


def say(key: str, language: str, n: int | None = None, **values: Any) -> str:
    """The sentence of a dotted key under `chart`; `n` chooses the plural and fills {n}.

    >>> from analysis.counting import unmarked
    >>> unmarked(say("drawn", "en", 2, all="9"))
    '2 of 9 rows are drawn; the tables hold all.'
    """
    found: Any = style.words(language)["chart"]
    for part in key.split("."):
        found = found[part]
    if isinstance(found, dict):
        form = _locale(language).plural_form(n or 0)
        found = found.get(form, found["other"])
    if n is not None:
        values.setdefault("n", counted(style.count(n, language)))
    return found.format(**values)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def listing(parts: Iterable[str], language: str) -> str:
    """Names in a row: "a, b and c"."""
    return format_list(list(parts), locale=language)


def joined(one: str, other: str, language: str) -> str:
    """Two clauses with the semicolon of the language."""
    return style.words(language)["chart"]["join"].format(one, other)


def colon(one: str, other: str, language: str) -> str:
    """Words and what is said of them, with the colon of the language."""
    return style.words(language)["chart"]["colon"].format(one, other)


def sentence(*parts: str) -> str:
    """Clauses as one text, the empty ones left out, each with a capital.

    >>> sentence("one.", "", "two.")
    'One. Two.'
    """
    kept = [part.strip() for part in parts if part and part.strip()]
    return " ".join(part[0].upper() + part[1:] for part in kept)


def amount(row: Row, language: str) -> str:
    """A figure with its bound; a vague one in the article's words."""
    bound, quote = row["bound"], row.get("quote")
    said = style.amount(row["low"], row["high"], bound, row["unit"], language, quote)
    return one_line(said)


def derived_amount(row: Row, language: str) -> str:
    """A derived figure with its bound, "about" where one of its inputs is."""
    said = style.amount(row["low"], row["high"], row["bound"], row["unit"], language)
    return told_about(said, language) if row["approximate"] and row["bound"] == "range" else said


def told_about(said: str, language: str) -> str:
    """A range that rests on an "about"."""
    return style.words(language)["bound"]["about"].format(low=said)


def quote(row: Row, language: str) -> str:
    """The article's words for a figure, in quotation marks."""
    return "" if missing(row["quote"]) else style.quoted(one_line(row["quote"]), language)


def status(row: Row, language: str) -> str:
    """How a figure is told, with the words of doubt: "estimated (“auraient”)"."""
    said = style.status_label(row["status"], language)
    hedge = ", ".join(style.quoted(one_line(word), language) for word in listed(row["hedge"]))
    return f"{said} ({hedge})" if hedge else said


def kind_and_status(row: Row, language: str) -> str:
    """What the figure counts and how it is told."""
    return f"{style.kind_label(row['kind'], language)}, {status(row, language)}"


def is_party(row: Row, parties: Sequence[str]) -> bool:
    """Whether one that the figure rests on is a party to the war."""
    return bool(set(listed(row.get("who_code"))) & set(parties))


def source(row: Row, language: str, parties: Sequence[str] = ()) -> str:
    """Whom a figure rests on, marked where a party or carried over, and who relays it."""
    who = ", ".join(listed(row["who"]))
    if not who:
        said = say("unattributed", language)
    elif is_party(row, parties):
        said = say("party", language, who=who)
    else:
        said = who
    if via := ", ".join(listed(row["via"])):
        said = say("relayed", language, who=said, via=via)
    if carried(row):
        said = say("carried", language, who=said)
    return one_line(said)


def carried(row: Row) -> bool:
    """Whether source or relay come from another sentence."""
    return bool({"who", "via"} & set(row.get("inherited") or {}))


def legend(rows: Sequence[Row], language: str, parties: Sequence[str]) -> str:
    """What the signs beside the sources mean, for those that occur."""
    marked = any(is_party(row, parties) for row in rows)
    return sentence(
        say("legend.carried", language) if any(map(carried, rows)) else "",
        say("legend.party", language) if marked else "",
        say("legend.unmarked", language) if not parties else "",
    )


def origins(rows: Iterable[Row]) -> list[str]:
    """The different named sources, in the order of the text."""
    return list(dict.fromkeys(", ".join(listed(row["who"])) for row in rows if listed(row["who"])))


def sources(rows: Sequence[Row], language: str) -> str:
    """The sources of several figures for a title: named where few, else counted."""
    named = origins(rows)
    bare = sum(not listed(row["who"]) for row in rows)
    if not named:
        return say("sources.none", language)
    if len(named) > NAMED:
        said = say("sources.many", language, len(named))
    else:
        said = say("sources.named", language, names=told_names(named, language))
    return said + say("sources.and_none", language, bare) if bare else said


def told_names(names: Iterable[str], language: str) -> str:
    """The article's words for its sources, for a title."""
    return listing([style.quoted(short(name), language) for name in names], language)


def short(name: str) -> str:
    """A name that fits a title."""
    name = one_line(name)
    return name if len(name) <= LONG else name[: LONG - 1].rstrip() + "…"


def name(row: Row, language: str, parties: Sequence[str] = ()) -> str:
    """A figure in full, for a mark's name and the alternative."""
    said = say(
        "name",
        language,
        figure=amount(row, language),
        kind=kind_and_status(row, language),
        source=source(row, language, parties),
    )
    return said if missing(row.get("restates")) else said + say("again", language)


def apart(row: Row, pair: Pair, language: str) -> str:
    """What a claimed share counts other than a pair of losses and contingent does."""
    kind = style.kind_label(row["kind"], language)
    other = "kind" if row["kind"] != pair.part["kind"] else "same_kind"
    if missing(row["of"]):
        base = "no_base"
    else:
        base = "same_base" if row["of"] == pair.whole["claim"] else "base"
    return joined(
        say(f"differs.{other}", language, kind=kind), say(f"differs.{base}", language), language
    )


def alternative(lead: str, names: Sequence[str], language: str) -> str:
    """What a chart shows: a lead, then row by row, the rest counted."""
    rest = len(names) - ALTERNATIVES
    more = say("more", language, rest) if rest > 0 else ""
    return sentence(lead, *(f"{one}." for one in names[:ALTERNATIVES]), more)


def cut(rows: list[Row], most: int = MOST) -> list[Row]:
    """As many rows as can be drawn, each kind and status with its turn, in their order."""
    if len(rows) <= most:
        return rows
    groups: dict[Any, list[int]] = {}
    for index, row in enumerate(rows):
        groups.setdefault((row.get("kind"), row.get("status")), []).append(index)
    turns = sorted(
        (turn, first, index)
        for first, group in enumerate(groups.values())
        for turn, index in enumerate(group)
    )
    return [rows[index] for index in sorted(index for *_, index in turns[:most])]


def drawn(kept: int, total: int, language: str, what: str = "drawn") -> str:
    """How many rows, or claimed shares, are drawn, where not all are."""
    total_of = counted(style.count(total, language))
    return say(what, language, kept, all=total_of) if kept < total else ""


def by_kind(rows: Iterable[Row]) -> list[Row]:
    """The rows by kind, then status, else in the order of the text."""
    return sorted(rows, key=lambda row: (KINDS.index(row["kind"]), STATUSES.index(row["status"])))


def spoken(articles: pd.DataFrame | None) -> Mapping[Any, str]:
    """The language of each article, where a frame of articles says it."""
    return {row["article"]: row["language"] for row in records(articles)}
