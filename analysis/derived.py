"""What follows from the figures of one article, each with expression, inputs and assumption."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis import parameters
from analysis.derivations import NAMES, SCENARIOS, Assumed, Derived, derive
from analysis.explained import assumption, expression, reason
from analysis.intervals import Interval
from analysis.pairing import sorted_out
from analysis.records import Row, by_article, records

__all__ = ["COLUMNS", "NAMES", "SCENARIOS", "figures"]

COLUMNS = (
    "derived",
    "article",
    "name",
    "kind",
    "expression",
    "low",
    "high",
    "bound",
    "approximate",
    "unit",
    "inputs",
    "assumption",
    "rounding_low",
    "rounding_high",
    "scenario",
    "computed",
    "reason",
)
TYPES = dict.fromkeys(("low", "high", "rounding_low", "rounding_high"), "float64")
TYPES |= dict.fromkeys(("approximate", "scenario", "computed"), "bool")
UNITS = {"share_lost": "share", "plan_ratio": "ratio"}


def figures(
    claims: pd.DataFrame,
    dates: pd.DataFrame | None = None,
    *,
    further_losses: float = 0,
    returned: float = 0,
    arrivals: float = 0,
    language: str = "en",
) -> pd.DataFrame:
    """Shares, remainders, ratios and scenarios that follow from the claims of each article.

    A row per derived figure, columns as in `COLUMNS`; `low` and `high` in persons, as a share
    (0 to 1) or as a ratio, by `unit`. A pair that cannot be made without doubt has a row with
    `computed` False and the reason. The assumptions of the scenarios are persons; a value that
    is not a number of zero or more raises `model.Problem`.

    >>> import pandas as pd
    >>> from analysis.model import CLAIM_COLUMNS
    >>> rows = [
    ...     {"claim": "c1", "low": 900, "high": 900, "kind": "deployed"},
    ...     {"claim": "c2", "low": 300, "high": 300, "kind": "wounded", "of": "c1"},
    ... ]
    >>> common = {"article": "a", "bound": "about", "unit": "persons", "status": "reported",
    ...           "who": (), "additional": False}
    >>> claims = pd.DataFrame([common | row for row in rows], columns=CLAIM_COLUMNS)
    >>> made = figures(claims).query("computed")
    >>> made[["name", "expression", "bound"]].values.tolist()
    [['share_lost', '300 / 900', 'about'], ['not_reported_lost', '900 − 300', 'about']]
    """
    assumed = Assumed(
        parameters.amount("further_losses", further_losses),
        parameters.amount("returned", returned),
        parameters.amount("arrivals", arrivals),
    )
    dated = _dated(dates)
    found = [
        _row(one, language, dated)
        for article, group in by_article(records(claims))
        for one in derive(article, sorted_out(group), assumed)
    ]
    return pd.DataFrame(found, columns=list(COLUMNS), dtype=object).astype(TYPES)


def _row(one: Derived, language: str, dated: dict[str, str]) -> dict[str, Any]:
    value, rounded = one.value or Interval(None, None, "vague"), one.rounded
    return {
        "derived": one.id,
        "article": one.article,
        "name": one.name,
        "kind": one.kind,
        "expression": expression(one, language),
        "low": value.low,
        "high": value.high,
        "bound": value.bound,
        "approximate": any(claim["bound"] == "about" for claim in one.inputs),
        "unit": UNITS.get(one.name, "persons"),
        "inputs": tuple(claim["claim"] for claim in one.inputs),
        "assumption": assumption(one, language, dated),
        "rounding_low": rounded.low if rounded else None,
        "rounding_high": rounded.high if rounded else None,
        "scenario": one.name in SCENARIOS,
        "computed": one.value is not None,
        "reason": reason(one, language),
    }


def _dated(dates: pd.DataFrame | None) -> dict[str, Row]:
    """The absolute date of each claim that has one in its sentence."""
    rows = [row for row in records(dates) if row["claim"] and row["date"]]
    return {row["claim"]: row["date"] for row in rows}
