"""What follows: derived figures with their expression, checks with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from analysis import style
from analysis.checks import NOTHING
from analysis.phrases import phrase
from analysis.sheets import cells
from analysis.sheets.evidence import by_article
from analysis.sheets.table import Column, table
from analysis.shown import Shown, claim_link, derived_link, exempt, visible
from analysis.wording import label, wording


def derived(corpus: Any, frame: pd.DataFrame) -> Shown:
    """Derived figures, those computed first, each row the place that its number leads to."""
    language = corpus.language
    words, known = wording(language)["derived"], cells.figures(corpus)
    columns = [
        Column(words["name"], lambda row: _name(row, language)),
        Column(words["value"], lambda row: _value(row, language), "num"),
        Column(words["expression"], lambda row: _text(row["expression"])),
        Column(words["inputs"], lambda row: _inputs(row, known, language), "links"),
        Column(words["assumption"], lambda row: _text(row["assumption"] or row["reason"]), "long"),
        Column(words["rounded"], lambda row: _rounded(row, language), "num"),
        *by_article(corpus),
    ]
    shown = frame.sort_values("computed", ascending=False, kind="stable")
    return table("derived", shown, columns, language, _derived_id)


def _derived_id(row: dict[str, Any]) -> str:
    return f"derived-{row['derived']}"


def checks(corpus: Any, frame: pd.DataFrame) -> Shown:
    """Checks with their finding and the figures that each rests on."""
    language = corpus.language
    words, known = wording(language)["checks"], cells.figures(corpus)
    columns = [
        Column(words["check"], lambda row: label("checks", row["check"], language)),
        Column(words["finding"], lambda row: label("finding", row["finding"], language)),
        Column(
            wording(language)["derived"]["inputs"],
            lambda row: _inputs(row, known, language),
            "links",
        ),
        Column(words["rests_on"], lambda row: _tables(row["rests_on"], language)),
        *by_article(corpus),
    ]
    shown = frame.sort_values("finding", key=lambda code: code == NOTHING, kind="stable")
    return table("checks", shown.drop(columns="details"), columns, language)


def _tables(names: Iterable[str], language: str) -> str:
    return ", ".join(label("frame", name, language) for name in names)


def _name(row: dict[str, Any], language: str) -> Markup:
    shown = escape(label("derived", row["name"], language))
    if row["scenario"]:
        shown += Markup(' <span class="scenario">{}</span>').format(
            wording(language)["derived"]["scenario"]
        )
    return shown


def _value(row: dict[str, Any], language: str) -> Markup:
    if not row["computed"]:
        return escape(wording(language)["derived"]["not_computed"])
    shown = cells.amount(row, language)
    if row["approximate"] and row["low"] != row["high"]:
        return phrase("told.approximate", language, value=shown)
    return escape(shown)


def _rounded(row: dict[str, Any], language: str) -> Markup:
    low, high = row["rounding_low"], row["rounding_high"]
    if cells.missing(low) or cells.missing(high):
        return Markup("")
    return escape(style.amount(low, high, "range", row["unit"], language))


def _text(value: Any) -> Markup:
    return Markup("") if cells.missing(value) else escape(visible(str(value)))


def _inputs(row: dict[str, Any], known: dict[str, cells.Row], language: str) -> Markup:
    rows = [known[claim] for claim in row["inputs"] if claim in known]
    links = [claim_link(one["claim"], cells.amount(one, language)) for one in rows]
    links += [derived_link(other, exempt(other)) for other in row.get("derived_from", ())]
    return Markup(", ").join(links)
