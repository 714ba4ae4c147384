"""Who denied and who confirmed, in which order, with or without a number."""

from __future__ import annotations

from typing import Any

from analysis.checks.evidence import Evidence, Finding, normal, nothing, speakers
from analysis.checks.periods import first_day
from analysis.records import Row, missing

TOLD = ("denied", "confirmed")


def denied_then_confirmed(evidence: Evidence) -> list[Finding]:
    """One finding per speaker who denied or confirmed anything, in the order told."""
    told = _statements(evidence)
    if not told:
        return nothing("no_denial")
    speaking: dict[str, list[Row]] = {}
    for row in told:
        for word, code in speakers(row, evidence.codes) or (("", None),):
            speaking.setdefault(code or normal(word), []).append({**row, "speaker": word})
    return [_finding(rows) for rows in speaking.values()]


def _statements(evidence: Evidence) -> list[Row]:
    claims = [row for row in evidence.claims if row["status"] in TOLD and missing(row["restates"])]
    numbered = {row["claim"] for row in claims}
    dates = [row for row in evidence.dates if row["status"] in TOLD]
    dates = [row for row in dates if row["claim"] not in numbered]
    return sorted([*claims, *dates], key=lambda row: row["start"])


def _finding(rows: list[Row]) -> Finding:
    rows = _in_time(rows)
    order = [row["status"] for row in rows]
    code = order[0] if len(set(order)) == 1 else "_then_".join(dict.fromkeys(order))
    inputs = tuple(row["claim"] for row in rows if "low" in row)
    details = {
        "who": rows[0]["speaker"],
        "statements": tuple(_statement(row) for row in rows),
        "numbers": bool(inputs),
    }
    return Finding(code, inputs, details=details)


def _in_time(rows: list[Row]) -> list[Row]:
    """By date where each has one, else as told."""
    if any(missing(row["date_start"]) for row in rows):
        return rows
    return sorted(rows, key=lambda row: first_day(row["date_start"]))


def _statement(row: Row) -> dict[str, Any]:
    date = None if missing(row["date"]) else row["date"]
    return {"status": row["status"], "date": date, "words": row["quote"]}
