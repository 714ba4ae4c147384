"""The headline's figures against those of the body: a headline is not a second source."""

from __future__ import annotations

from analysis.checks.evidence import Evidence, Finding, nothing
from analysis.intervals import inside, overlap
from analysis.pairing import differ, interval
from analysis.records import Row, missing


def headline_against_body(evidence: Evidence) -> list[Finding]:
    """Where the headline's figure lies in the body's, and what the two tell differently."""
    heads = [one for one in evidence.claims if one["section"] == "headline" and _numeric(one)]
    if not heads:
        return nothing("no_headline_figure")
    every = {claim["claim"]: claim for claim in evidence.claims}
    body = [one for one in evidence.claims if one["section"] == "body" and _numeric(one)]
    kinds: dict[tuple[str, str], list[Row]] = {}
    for one in body:
        kinds.setdefault((one["kind"], one["unit"]), []).append(one)
    return [_against(head, every, kinds) for head in heads]


def position(head: Row, body: Row) -> str:
    """Where one figure lies in another: a code of the finding.

    >>> body = {"low": 25.0, "high": 30.0, "bound": "range"}
    >>> position({"low": 30.0, "high": 30.0, "bound": "exact"}, body)
    'top_of_range'
    """
    mine, other = interval(head), interval(body)
    if (mine.low, mine.high) == (other.low, other.high):
        return "equal" if mine.bound == other.bound else "qualifier_differs"
    if mine.point and mine.low in (other.low, other.high) and other.bound == "range":
        return "top_of_range" if mine.low == other.high else "bottom_of_range"
    if inside(mine, other):
        return "inside"
    return "overlaps" if overlap(mine, other) and not mine.point else "differs"


def _numeric(claim: Row) -> bool:
    return not interval(claim).empty


def _against(head: Row, every: dict[str, Row], kinds: dict[tuple[str, str], list[Row]]) -> Finding:
    alike = kinds.get((head["kind"], head["unit"]), [])
    if head["restates"] in every:
        other = every[head["restates"]]
    else:
        near = (one for one in alike if position(head, one) not in ("differs", "overlaps"))
        other = next(near, alike[0] if alike else None)
    if other is None:
        return Finding("not_in_body", (head["claim"],))
    inputs = (head["claim"], other["claim"])
    return Finding(position(head, other), inputs, details=_differences(head, other))


def _differences(head: Row, body: Row) -> dict[str, object]:
    return {
        "status_carried": "status" in (head["inherited"] or {}),
        "statuses": (head["status"], body["status"]),
        "status_differs": head["status"] != body["status"],
        "destinations": (head["destination"], body["destination"]),
        "destination_differs": differ(head, body, "destination"),
        "destination_missing": missing(head["destination"]) != missing(body["destination"]),
        "restates": head["restates"] == body["claim"],
    }
