"""The findings of the checks as sentences, one function a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis import checks as checking
from analysis import derived, style
from analysis.checks.evidence import NOTHING
from analysis.intervals import Interval
from analysis.records import Row
from analysis.say import counts, differences
from analysis.say.teller import Teller, capital
from analysis.shown import derived_link

TABLES = ("claims", "dates", "figures", "articles")
MANY = 50  # sentences of one check; the table of checks holds all


def run(teller: Teller, frame: pd.DataFrame | None = None, *checks: str) -> list[Row]:
    """The findings of a corpus, all or of some checks, with the derived figures given or made."""
    corpus = teller.corpus
    if frame is None:
        frame = derived.figures(corpus.claims, corpus.dates, language=corpus.language)
    tables = {name: getattr(corpus, name) for name in TABLES} | {"derived": frame}
    return list(checking.findings(tables, *checks))


def told_rows(teller: Teller, rows: list[Row]) -> list[Markup]:
    """The sentences of one check: article by article, those with nothing to check counted."""
    found = [row for row in rows if row["finding"] != NOTHING]
    several = len({row["article"] for row in rows}) > 1
    parts = _lines(teller, found[:MANY], several)
    if len(found) > MANY:
        parts.append(teller.say("checks.more", len(found) - MANY))
    empty = [row for row in rows if row["finding"] == NOTHING]
    return parts + (list(_idle(teller, empty)) if several else [told(teller, r) for r in empty])


def told(teller: Teller, row: Row) -> Markup:
    """The sentence of one row of the checks."""
    if row["finding"] == NOTHING:
        reason = teller.say(f"checks.reason.{row['details']['reason']}")
        return teller.say("checks.nothing", reason=reason)
    return TOLD[row["check"]](teller, row)


def _lines(teller: Teller, rows: list[Row], several: bool) -> list[Markup]:
    """A line each; what holds for several articles alike is said once."""
    if not several:
        return [capital(told(teller, row)) for row in rows]
    alike: dict[Markup, list[Markup]] = {}
    for row in rows:
        alike.setdefault(told(teller, row), []).append(teller.article(row["article"]))
    return [
        teller.say("checks.article", article=teller.all_of(dict.fromkeys(names)), finding=finding)
        for finding, names in alike.items()
    ]


def _idle(teller: Teller, rows: list[Row]) -> Iterable[Markup]:
    reasons = Counter(row["details"]["reason"] for row in rows)
    for reason, number in reasons.most_common():
        text = teller.say(f"checks.reason.{reason}")
        yield capital(teller.say("checks.nothing_in", number, reason=text))


def _share(teller: Teller, row: Row) -> Markup:
    claimed, part, whole = (teller.every[one] for one in row["inputs"])
    details, (derived_id,) = row["details"], row["derived"]
    key = "checks.share_against_figures."
    values = {
        "claimed": teller.figure(claimed),
        "part": teller.figure(part),
        "whole": teller.figure(whole),
        "share": derived_link(derived_id, _amount(teller, details["share"], "share")),
    }
    parts = [teller.say(f"{key}{row['finding']}", **values)]
    if details["agrees"] and not details["proved"]:
        parts.append(teller.say(f"{key}not_proved"))
    if details["rounded"]:
        rounded = _amount(teller, (*details["rounded"], "range"), "share")
        parts.append(teller.say(f"{key}rounded", rounded=derived_link(derived_id, rounded)))
    parts += _flips(teller, details, values["part"], derived_id)
    parts += _basis(teller, claimed, details)
    return teller.clauses(parts)


def _flips(teller: Teller, details: Row, part: Markup, derived_id: str) -> Iterable[Markup]:
    """The base at which the answer changes."""
    edges = {"fails": details["fails_from"], "holds": details["holds_from"]}
    for verb, base in edges.items():
        if base is not None:
            side = "from" if details["strict"] == (verb == "fails") else "above"
            number = teller.amount(Interval(round(base), round(base)))
            values = {"part": part, "base": derived_link(derived_id, number)}
            yield teller.say(f"checks.share_against_figures.{verb}_{side}", **values)


def _basis(teller: Teller, claimed: Row, details: Row) -> Iterable[Markup]:
    key = "checks.share_against_figures."
    if not details["same_kind"]:
        kinds = [style.kind_label(kind, teller.language) for kind in details["kinds"]]
        yield teller.say(f"{key}kinds", claimed=kinds[0], figures=kinds[1])
    base = teller.every.get(details["bases"][0])
    if details["same_base"]:
        yield teller.say(f"{key}same_base")
    elif base:
        yield teller.say(f"{key}base", base=teller.figure(base))
    else:
        yield teller.say(f"{key}no_base")


def _amount(teller: Teller, ends: tuple[Any, Any, str], unit: str) -> str:
    return teller.amount(Interval(*ends), unit)


TOLD: dict[str, Callable[[Teller, Row], Markup]] = {
    "share_against_figures": _share,
    "headline_against_body": differences.headline,
    "forecasts_apart": differences.forecasts,
    "denied_then_confirmed": differences.denials,
    "publication_date": counts.publication,
    "all_numbers": counts.numbers,
    "origins": counts.origins,
}
