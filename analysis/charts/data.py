"""The data of a chart as text and as a table whose numbers lead to their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from analysis import style
from analysis.grid import grid, line
from analysis.records import Row, listed, missing, records
from analysis.shown import claim_link, derived_link, exempt, lang, quoted, visible

SHOWN = ("figure", "kind", "status", "who", "via", "quote", "date", "expression", "assumption")
CLAIM = ("claim", "article", "kind", "status", "low", "high", "bound", "unit", "who", "via")
SPOKEN = ("hedge", "language")  # what the words of the picture need, beside the data
DERIVED = ("derived", "article", "name", "low", "high", "bound", "unit")
DATES = ("date", "article", "quote", "tense", "status", "who", "claim", "sentence")
SEPARATOR = ", "


def of_claims(rows: Iterable[Row], spoken: Mapping[Any, str], *more: str) -> pd.DataFrame:
    """The drawn claims: whole numbers without a point, quotes with their language."""
    columns = [*CLAIM, "quote", *more, "hedge"]
    made = [{**row, "low": whole(row["low"]), "high": whole(row["high"])} for row in rows]
    frame = pd.DataFrame(made, columns=columns, dtype=object)
    frame["language"] = [spoken.get(row["article"]) for row in made]
    return frame


def of_derived(rows: Iterable[Row]) -> pd.DataFrame:
    """The drawn derived figures: whole numbers without a point."""
    columns = [*DERIVED, "expression", "inputs", "assumption"]
    made = [{**row, "low": whole(row["low"]), "high": whole(row["high"])} for row in rows]
    return pd.DataFrame(made, columns=columns, dtype=object)


def of_dates(rows: Iterable[Row], spoken: Mapping[Any, str]) -> pd.DataFrame:
    """The drawn dates with their words and the claim of the same sentence."""
    rows = list(rows)
    frame = pd.DataFrame(rows, columns=[*DATES], dtype=object)
    frame = frame.astype(object).where(frame.notna(), None)
    frame["language"] = [spoken.get(row["article"]) for row in rows]
    return frame


def of_mixed(rows: Iterable[Row], spoken: Mapping[Any, str]) -> pd.DataFrame:
    """Claims and derived figures in one table, each once."""
    rows = list(rows)
    claims = of_claims([row for row in rows if "derived" not in row], spoken)
    derived = of_derived(row for row in rows if "derived" in row)
    both = pd.concat([claims, derived.drop(columns=["inputs", "assumption"])], ignore_index=True)
    both = both.astype(object).where(both.notna(), None)
    keys = both["claim"].where(both["claim"].notna(), both["derived"])
    return both[~keys.duplicated()].reset_index(drop=True)


def spoken(data: pd.DataFrame, language: str, *more: str) -> dict[str, str]:
    """The words of articles that are in another language than the page, each with its own.

    `more`: columns beside quote, source, relay and hedge.
    """
    found: dict[str, str] = {}
    for row in records(data):
        own = row.get("language")
        if missing(own) or own in (language, "und"):
            continue
        for name in ("quote", "who", "via", "hedge", *more):
            words = row.get(name)
            words = [words] if isinstance(words, str) else listed(words)
            found |= {visible(" ".join(each.split())): own for each in words if each.strip()}
    return found


def whole(value: Any) -> Any:
    """A whole number as an integer, None where there is none.

    >>> whole(4000.0), whole(float("nan")), whole(0.5)
    (4000, None, 0.5)
    """
    if missing(value):
        return None
    return int(value) if float(value).is_integer() else float(value)


def as_text(data: pd.DataFrame) -> str:
    """The data in columns of plain text; the same for the same data, whatever pandas is set to."""
    shown = data.drop(columns=list(SPOKEN), errors="ignore")
    rows = [list(map(str, shown.columns))]
    rows += [[_plain(value) for value in row.values()] for row in records(shown)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join("  ".join(row).rstrip() for row in padded)


def _plain(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return SEPARATOR.join(map(_plain, value)) or "-"
    return "-" if missing(value) else visible(" ".join(str(value).split()))


def as_html(data: pd.DataFrame, language: str) -> Markup:
    """The data as a table: each number a link to its claim or derived figure."""
    names = style.words(language)["column"]
    rows = records(data)
    columns = [name for name in SHOWN if name == "figure" or _held(rows, name)]
    heads = [(names[name], "") for name in columns]
    cells = ([_cell(row, name, language) for name in columns] for row in rows)
    return grid(heads, (line(heads, each) for each in cells))


def _held(rows: list[Row], name: str) -> bool:
    return any(not missing(row.get(name)) and row[name] != () for row in rows)


def _cell(row: Row, name: str, language: str) -> Markup:
    value = row.get(name)
    if name == "figure":
        return _linked(row, _amount(row, language))
    if missing(value) or value == ():
        return Markup("–")
    if name in ("kind", "status"):
        return escape((style.kind_label if name == "kind" else style.status_label)(value, language))
    if name == "quote":
        return quoted(value, row.get("language"))
    if name == "date":
        return exempt(style.date_text(value, language))
    if name in ("who", "via"):
        words = Markup("<span{} data-no-claim>{}</span>")
        return words.format(lang(row.get("language")), visible(SEPARATOR.join(listed(value))))
    return _linked(row, visible(str(value)))


def _amount(row: Row, language: str) -> str:
    if row.get("bound") is None:
        return style.words(language)["chart"]["dash"]
    said = style.amount(
        row["low"], row["high"], row["bound"], row["unit"], language, row.get("quote")
    )
    return visible(said)


def _linked(row: Row, text: str) -> Markup:
    if not missing(row.get("derived")):
        return derived_link(row["derived"], text)
    return claim_link(row["claim"], text) if not missing(row.get("claim")) else exempt(text)
