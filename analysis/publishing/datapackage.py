"""The tables of a report as CSV, with a datapackage.json that says what each column holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis import model
from analysis.publishing import parameters
from analysis.sheets.data import csv_text
from analysis.sheets.inputs import versions

NUMBERS = ("low", "high", "rounding_low", "rounding_high")
WHOLE = ("start", "end", "characters", "claims", "figures")
BOOLEANS = ("additional", "scenario", "computed", "approximate")
LISTS = ("hedge", "who", "who_code", "via", "flags", "inputs", "derived_from", "rests_on")
OBJECTS = ("inherited", "details")
VOCABULARIES = {
    "bound": model.BOUNDS,
    "unit": model.UNITS,
    "kind": model.KINDS,
    "status": model.STATUSES,
    "section": model.SECTIONS,
    "tense": model.TENSES,
}
RATIO = (*model.UNITS, "ratio")
KEYS = {"claims": "claim", "articles": "article", "derived": "derived"}
REQUIRED = {
    "claims": ("claim", "article", "start", "end", "quote", "bound", "unit", "kind", "status"),
    "dates": ("article", "start", "end", "quote"),
    "figures": ("article", "start", "end", "quote", "bound", "unit", "role"),
    "articles": ("article", "source", "sha256"),
    "derived": ("derived", "name"),
    "checks": ("check", "finding"),
    "problems": ("article", "problem"),
}


def files(values: Mapping[str, Any], key: str | None = None) -> Iterator[tuple[str, str]]:
    """Names and texts: a CSV for each table that follows from the parameters, then the package."""
    frames = tables(values)
    for name, frame in frames.items():
        yield f"{name}.csv", csv_text(frame)
    yield "datapackage.json", package(frames, values, key)


def tables(values: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """The seven tables by name; raises Problem where nothing can be read."""
    import analysis

    corpus = analysis.load(values.get("seeds", "seeds"), **parameters.of_corpus(values))
    assumed = {name: values[name] for name in parameters.ASSUMPTIONS if name in values}
    assumed["language"] = corpus.language
    derived = analysis.derived.figures(corpus.claims, corpus.dates, **assumed)
    return {
        "claims": corpus.claims,
        "dates": corpus.dates,
        "figures": corpus.figures,
        "articles": corpus.articles,
        "derived": derived,
        "checks": analysis.checks.run(
            corpus.claims, corpus.dates, corpus.figures, corpus.articles, derived
        ),
        "problems": corpus.problems,
    }


def package(
    frames: Mapping[str, pd.DataFrame], values: Mapping[str, Any], key: str | None = None
) -> str:
    """The Frictionless description of the tables as JSON."""
    described: dict[str, Any] = {
        "name": "effectifs",
        "title": "Troop and casualty figures claimed in news articles",
        "profile": "tabular-data-package",
        "parameters": parameters.shown(values),
        "versions": versions(),
        "resources": [resource(name, frame) for name, frame in frames.items()],
    }
    if key:
        described["key"] = key
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def resource(name: str, frame: pd.DataFrame) -> dict[str, Any]:
    """One table: its file, its columns, its keys."""
    schema: dict[str, Any] = {
        "fields": [field(name, column) for column in frame.columns],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = KEYS[name]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def field(table: str, column: str) -> dict[str, Any]:
    """One column: its type and what its values are held to.

    >>> field("claims", "unit")["constraints"]
    {'enum': ['persons', 'share'], 'required': True}
    """
    limits: dict[str, Any] = {}
    counted = column in WHOLE and (column in ("start", "end", "characters") or table == "articles")
    if column in VOCABULARIES:
        limits["enum"] = list(RATIO if (table, column) == ("derived", "unit") else _words(column))
    if column in NUMBERS or counted:
        limits["minimum"] = 0
    if column in REQUIRED.get(table, ()):
        limits["required"] = True
    kind = "integer" if counted else _type(column)
    return {"name": column, "type": kind} | ({"constraints": limits} if limits else {})


def _words(column: str) -> tuple[str, ...]:
    return VOCABULARIES[column]


def _type(column: str) -> str:
    groups = {"number": NUMBERS, "boolean": BOOLEANS, "array": LISTS, "object": OBJECTS}
    return next((name for name, columns in groups.items() if column in columns), "string")
