"""Forecasts of different sources, which are never merged into one."""

from __future__ import annotations

from typing import Any

from analysis.checks.evidence import Evidence, Finding, nothing, sides
from analysis.records import Row, listed, missing


def forecasts_apart(evidence: Evidence) -> list[Finding]:
    """Plans in numbers beside what another source expects, with or without a number."""
    plans = [claim for claim in evidence.claims if _planned(claim)]
    if not plans:
        return nothing("no_plan")
    known = evidence.codes
    taken = {side for plan in plans for side in sides(plan, known)}
    ahead = [row for row in evidence.dates if row["tense"] == "ahead" and missing(row["claim"])]
    ahead = [row for row in ahead if listed(row["who"]) or not missing(row["date"])]
    others = [row for row in ahead if not sides(row, known) & taken]
    if not others and len({sides(plan, known) for plan in plans}) < 2:
        return nothing("one_forecast", *plans)
    named = any(listed(row["who"]) for row in others) or not others
    details = {
        "plans": tuple(_plan(plan) for plan in plans),
        "others": tuple(_other(row) for row in others),
    }
    inputs = tuple(plan["claim"] for plan in plans)
    return [Finding("apart" if named else "apart_unattributed", inputs, details=details)]


def _planned(claim: Row) -> bool:
    return (
        claim["status"] == "planned" and claim["kind"] == "deployed" and missing(claim["restates"])
    )


def _plan(plan: Row) -> dict[str, Any]:
    return {
        "claim": plan["claim"],
        "who": listed(plan["who"]),
        "date": plan["date"],
        "words": plan["date_text"],
    }


def _other(row: Row) -> dict[str, Any]:
    return {"who": listed(row["who"]), "date": row["date"], "words": row["quote"]}
