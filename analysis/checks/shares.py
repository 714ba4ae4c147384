"""A share that the text claims, against the share that follows from its figures."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from typing import Any

from analysis.checks.evidence import Evidence, Finding, nothing
from analysis.intervals import STRICT, Interval, inside, overlap
from analysis.model import LOSSES
from analysis.pairing import differ, interval
from analysis.records import Row, missing

FEW = 4  # pairs that one claimed share is compared with
NEAR = 5e-4  # a third is written 0.3333 in the table


def share_against_figures(evidence: Evidence) -> list[Finding]:
    """Compatible, contradicted or undecided, with the base at which the answer changes."""
    shares = [claim for claim in evidence.claims if _claimed(claim)]
    pairs = [row for row in evidence.derived if row["name"] == "share_lost" and row["computed"]]
    if not shares:
        return nothing("no_claimed_share")
    if not pairs:
        return nothing("no_pair", *shares)
    every = {claim["claim"]: claim for claim in evidence.claims}
    return [found for share in shares for found in _against(share, pairs, every)]


def _against(share: Row, pairs: list[Row], every: dict[str, Row]) -> list[Finding]:
    """The share against the pair of its own base, else against the few that may be meant."""
    own = [pair for pair in pairs if pair["inputs"][1] == share["of"]]
    among = own or (pair for pair in pairs if _comparable(share, pair, every))
    found = list(islice(among, FEW + 1))
    if not found:
        return nothing("other_people", share)
    if len(found) > FEW:
        return nothing("many_pairs", share)
    return [_compared(share, pair, every) for pair in found]


def simple(share: float | None) -> float | None:
    """The plain fraction that a rounded share stands for: a third, not 0.3333.

    >>> simple(0.3333) == 1 / 3, simple(0.36)
    (True, 0.36)
    """
    if share is None:
        return None
    plain = float(Fraction(share).limit_denominator(12))
    return plain if abs(plain - share) < NEAR else share


def _claimed(claim: Row) -> bool:
    return (
        claim["unit"] == "share"
        and claim["kind"] in LOSSES
        and claim["status"] not in ("planned", "denied")
        and missing(claim["restates"])
        and not interval(claim).empty
    )


def _comparable(share: Row, pair: Row, every: dict[str, Row]) -> bool:
    return not any(differ(share, every[one], "actor") for one in pair["inputs"])


def _compared(share: Row, pair: Row, every: dict[str, Row]) -> Finding:
    part, whole = (every[one] for one in pair["inputs"])
    claimed = Interval(simple(share["low"]), simple(share["high"]), share["bound"])
    value = interval(pair)
    rounded = _rounded(pair)
    same_kind = share["kind"] == part["kind"]
    same_base = share["of"] == whole["claim"]
    agrees = inside(value, claimed)
    apart = not overlap(rounded or value, claimed)
    details = {
        "claimed": (claimed.low, claimed.high, claimed.bound),
        "share": (value.low, value.high, value.bound),
        "rounded": (rounded.low, rounded.high) if rounded else None,
        "agrees": agrees,
        "apart": not overlap(value, claimed),
        "proved": agrees and same_kind and same_base and inside(rounded or value, claimed),
        "same_kind": same_kind,
        "kinds": (share["kind"], part["kind"]),
        "same_base": same_base,
        "bases": (None if missing(share["of"]) else share["of"], whole["claim"]),
        **_flip(claimed, interval(part)),
    }
    code = "compatible" if agrees else "contradicted" if apart and same_kind else "undecided"
    inputs = (share["claim"], part["claim"], whole["claim"])
    return Finding(code, inputs, (pair["derived"],), details)


def _rounded(pair: Row) -> Interval | None:
    if pair["rounding_low"] is None and pair["rounding_high"] is None:
        return None
    return Interval(pair["rounding_low"], pair["rounding_high"], "range")


def _flip(claimed: Interval, part: Interval) -> dict[str, Any]:
    """The bases, in persons, between which the claimed share holds for this part."""
    until = part.high / claimed.low if claimed.low and part.high else None
    since = part.low / claimed.high if claimed.high and part.low else None
    return {"fails_from": until, "holds_from": since, "strict": claimed.bound in STRICT}
