"""A figure of losses with the contingent it belongs to, and the shares claimed beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.model import LOSSES
from analysis.pairing import differ
from analysis.records import Row, by_article, missing, records

FEW = 4  # claimed shares drawn beside one pair
Shares = dict[Any, list[Row]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one article and what follows from them."""

    part: Row
    whole: Row
    share: Row  # derived
    rest: Row  # derived

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.whole, self.part, self.share, self.rest


def pairs(derived: pd.DataFrame, claims: pd.DataFrame) -> list[Pair]:
    """The pairs for which both the share and what is left were computed."""
    if derived.empty or claims.empty:
        return []
    made = records(derived[derived["computed"].astype(bool)])
    named = {claim for row in made for claim in row["inputs"]}
    known = {row["claim"]: row for row in records(claims[claims["claim"].isin(named)])}
    rests = {frozenset(row["inputs"]): row for row in made if row["name"] == "not_reported_lost"}
    found = []
    for share in (row for row in made if row["name"] == "share_lost"):
        rest, inputs = rests.get(frozenset(share["inputs"])), share["inputs"]
        if rest and len(inputs) == 2 and known.keys() >= set(inputs):
            found.append(Pair(known[inputs[0]], known[inputs[1]], share, rest))
    return found


def shares_by_article(claims: pd.DataFrame) -> Shares:
    """The shares of losses that each article claims: looked for once, for all pairs."""
    shares = claims if claims.empty else claims[claims["unit"] == "share"]
    return dict(by_article(row for row in records(shares) if _claimed(row)))


def claimed_shares(pair: Pair, shares: Shares) -> list[Row]:
    """The shares that the article of a pair claims, of the same people or not said so."""
    return [
        row
        for row in shares.get(pair.part["article"], ())
        if not any(differ(row, other, "actor") for other in (pair.part, pair.whole))
    ]


def few(pair: Pair, claimed: list[Row]) -> list[Row]:
    """The claimed shares that are drawn beside a pair, those of its own contingent first chosen."""
    apart = [row["of"] != pair.whole["claim"] for row in claimed]
    chosen = sorted(range(len(claimed)), key=apart.__getitem__)[:FEW]
    return [claimed[number] for number in sorted(chosen)]


def _claimed(row: Row) -> bool:
    return (
        row["kind"] in LOSSES
        and row["status"] not in ("planned", "denied")
        and missing(row["restates"])
        and not (missing(row["low"]) and missing(row["high"]))
    )
