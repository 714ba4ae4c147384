"""When the article came out: stated, bounded by what it tells as past and ahead, or unknown."""

from __future__ import annotations

from typing import Any

from analysis.checks.evidence import Evidence, Finding, nothing
from analysis.checks.periods import first_day, last_day
from analysis.records import Row, missing


def publication_date(evidence: Evidence) -> list[Finding]:
    """Stated, or after what is told as past and no later than what is told as still ahead."""
    if evidence.article["article"] is None:
        return nothing("no_article")
    past, ahead = _told(evidence, "past"), _told(evidence, "ahead")
    stated = evidence.article.get("published")
    if not missing(stated) and stated:
        return [_stated(str(stated), past, ahead)]
    after = max(past, key=_begins, default=None)
    ends = [row for row in ahead if _ends(row)]
    before = min(ends, key=_ends, default=None)
    details = {"after": _start(after), "before": _date(before), "before_end": _end(before)}
    if after and before:
        details["conflict"] = _begins(after) > _ends(before)
        return [Finding("contradictory" if details["conflict"] else "bounded", details=details)]
    code = "bounded_below" if after else "bounded_above" if before else "unknown"
    return [Finding(code, details=details)]


def _told(evidence: Evidence, tense: str) -> list[Row]:
    rows = [row for row in evidence.dates if row["tense"] == tense and not missing(row["date"])]
    return [row for row in rows if _begins(row)]


def _begins(row: Row) -> Any:
    return first_day(row["date_start"] or row["date"])


def _ends(row: Row) -> Any:
    return last_day(row["date_end"] or row["date"])


def _date(row: Row | None) -> str | None:
    return row["date"] if row else None


def _start(row: Row | None) -> str | None:
    return (row["date_start"] or row["date"]) if row else None


def _end(row: Row | None) -> str | None:
    return (row["date_end"] or row["date"]) if row else None


def _stated(published: str, past: list[Row], ahead: list[Row]) -> Finding:
    first, last = first_day(published), last_day(published)
    late = [row for row in past if last and _begins(row) > last]
    early = [row for row in ahead if first and _ends(row) and _ends(row) < first]
    details = {
        "published": published,
        "past_after": tuple(row["date"] for row in late),
        "ahead_before": tuple(row["date"] for row in early),
    }
    return Finding("stated_contradicted" if late or early else "stated", details=details)
