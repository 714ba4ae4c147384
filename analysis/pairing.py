"""Which figures of one article belong together: part and whole, plan and contingent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from analysis.intervals import Interval
from analysis.model import LOSSES
from analysis.records import Row, missing

PLACES = ("actor", "destination")  # what a pair must have in common
NAMED = 4  # candidates that a reason names; more are counted


@dataclass(frozen=True, slots=True)
class Match:
    """A part or a plan, and the contingent that it is measured against or why there is none."""

    claim: Row
    other: Row | None = None
    by: str = "of"  # "of": the text says so; "same": the same people and place
    reason: str | None = None
    candidates: tuple[Row, ...] = ()  # the first of those that could be meant
    count: int = 0  # how many could be meant


@dataclass(frozen=True)
class Figures:
    """The figures of one article that can be reckoned with, by what they are."""

    every: dict[str, Row]  # all claims by id
    contingents: tuple[Row, ...]
    plans: tuple[Row, ...]
    losses: tuple[Row, ...]
    groups: tuple[tuple[Row, ...], ...]  # contingents of the same people at the same place

    def additional(self, plan: Row) -> Row | None:
        """The claim that tells a plan as additional: itself, or one that says it again."""
        if plan["additional"]:
            return plan
        return self.said_more.get(plan["claim"])

    @cached_property
    def said_more(self) -> dict[str, Row]:
        """Claims told as additional, by the claim that they say again."""
        return {one["restates"]: one for one in self.every.values() if one["additional"]}


def sorted_out(claims: list[Row]) -> Figures:
    """The claims of one article as contingents, plans and losses.

    Said again, denied, in words only, a share, or part of another contingent: left out.

    >>> sorted_out([]).contingents
    ()
    """
    usable = [claim for claim in claims if countable(claim)]
    forces = {claim["claim"] for claim in claims if claim["kind"] == "deployed"}
    deployed = [one for one in usable if one["kind"] == "deployed" and one["of"] not in forces]
    contingents = tuple(one for one in deployed if one["status"] != "planned")
    return Figures(
        {claim["claim"]: claim for claim in claims},
        contingents,
        tuple(one for one in deployed if one["status"] == "planned"),
        tuple(one for one in usable if one["kind"] in LOSSES and one["status"] != "planned"),
        grouped(contingents),
    )


def grouped(contingents: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...]:
    """Contingents of the same people at the same place together, in the order of the text."""
    groups: dict[tuple, list[Row]] = {}
    for one in contingents:
        names = tuple((key(one, column), _coded(one, column)) for column in PLACES)
        groups.setdefault(names, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def countable(claim: Row) -> bool:
    """True for a number of persons that is told here for the first time and not denied.

    >>> countable({"unit": "share", "low": 0.3, "high": 0.3})
    False
    """
    return (
        claim["unit"] == "persons"
        and not interval(claim).empty
        and missing(claim["restates"])
        and claim["status"] != "denied"
    )


def interval(claim: Row) -> Interval:
    """The numbers of a claim or a derived figure.

    >>> interval({"low": 4000.0, "high": None, "bound": "at_least"})
    Interval(low=4000.0, high=None, bound='at_least')
    """
    low, high = (None if missing(claim[end]) else claim[end] for end in ("low", "high"))
    return Interval(low, high, claim["bound"])


def whole_of(loss: Row, figures: Figures) -> Match:
    """The contingent that a figure of losses is a part of, within one article."""
    if loss["of"] in figures.every:
        return _said(loss, figures)
    return _same(loss, figures)


def contingent_of(plan: Row, figures: Figures) -> Match:
    """The contingent, sent before, that a plan adds to, within one article."""
    return _same(plan, figures)


def original(claim: Row, every: dict[str, Row]) -> Row:
    """The claim that this one says again, or itself.

    >>> a, b = {"claim": "a", "restates": None}, {"claim": "b", "restates": "a"}
    >>> original(b, {"a": a, "b": b})["claim"]
    'a'
    """
    seen: set[str] = set()
    while claim["restates"] in every and claim["claim"] not in seen:
        seen.add(claim["claim"])
        claim = every[claim["restates"]]
    return claim


def group_of(claim: Row, every: dict[str, Row]) -> Row | None:
    """The first figure of persons deployed up the chain of `of`, else the last of the chain."""
    seen: set[str] = set()
    while claim["of"] in every and claim["claim"] not in seen:
        seen.add(claim["claim"])
        claim = original(every[claim["of"]], every)
        if claim["kind"] == "deployed":
            break
    return claim if seen else None


def _said(loss: Row, figures: Figures) -> Match:
    group = group_of(loss, figures.every)
    reason = _unfit(group)
    return Match(loss, None if reason else group, "of", reason, (group,) if reason else ())


def _unfit(group: Row) -> str | None:
    """Why a group can't be a base of shares: a code of `say.*.toml`, or None."""
    if group["kind"] != "deployed":
        return "group_not_deployed"
    if group["unit"] != "persons":
        return "group_is_share"
    if interval(group).empty:
        return "group_in_words"
    return {"planned": "group_planned", "denied": "group_denied"}.get(group["status"])


def _same(claim: Row, figures: Figures) -> Match:
    if not figures.contingents:
        return Match(claim, reason="no_contingent")
    for column in PLACES:
        if key(claim, column) is None:
            return Match(claim, reason=f"no_{column}")
    groups = [group for group in figures.groups if _may_belong(claim, group[0])]
    count = sum(len(group) for group in groups)
    first = tuple(islice(chain.from_iterable(groups), NAMED))
    if count == 1 and all(same(claim, first[0], column) for column in PLACES):
        return Match(claim, first[0], "same")
    reason = ("none_fits", "not_said_same")[count] if count < 2 else "several"
    return Match(claim, reason=reason, candidates=first, count=count)


def _may_belong(claim: Row, other: Row) -> bool:
    return not any(differ(claim, other, column) for column in PLACES)


def differ(a: Row, b: Row, column: str) -> bool:
    """True where both name a country and not the same, or both only words and not the same.

    >>> differ({"actor": "Seoul", "actor_code": "KR"}, {"actor": "the North"}, "actor")
    False
    """
    mine, other = key(a, column), key(b, column)
    if mine is None or other is None or mine == other:
        return False
    return _coded(a, column) == _coded(b, column)


def _coded(claim: Row, column: str) -> bool:
    code = claim.get(f"{column}_code")
    return not missing(code) and bool(code)


def same(a: Row, b: Row, column: str) -> bool:
    """True where both name the same country, or neither code is known and the words agree.

    >>> same({"actor": "North Korea", "actor_code": "KP"}, {"actor_code": "KP"}, "actor")
    True
    """
    mine, other = key(a, column), key(b, column)
    return mine is not None and mine == other


def key(claim: Row, column: str) -> str | None:
    """The country code of an actor or a place, else its words in lower case, else None.

    >>> key({"destination": "the  Kursk region"}, "destination")
    'the kursk region'
    """
    code, words = claim.get(f"{column}_code"), claim.get(column)
    if not missing(code) and code:
        return str(code)
    return " ".join(str(words).casefold().split()) if not missing(words) and words else None
