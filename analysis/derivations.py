"""The five derived figures, one function each: pairs of one article in, intervals out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from analysis.intervals import Interval, minus, over, plus, rounding, within
from analysis.pairing import NAMED, Figures, Match, contingent_of, interval, whole_of
from analysis.records import Row

NAMES = (
    "share_lost",
    "not_reported_lost",
    "plan_ratio",
    "strength_if_planned",
    "sent_in_all_if_planned",
)
SCENARIOS = ("strength_if_planned", "sent_in_all_if_planned")

Lost = dict[str, list[Match]]  # parts of each contingent, by its claim id


@dataclass(frozen=True, slots=True)
class Assumed:
    """What the analyst assumes in a scenario, in persons."""

    further_losses: float = 0
    returned: float = 0
    arrivals: float = 0


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived figure, or the reason why there is none; texts are still codes with values."""

    name: str
    article: str
    inputs: tuple[Row, ...] = ()
    kind: str | None = None  # of the losses that it counts
    value: Interval | None = None
    rounded: Interval | None = None
    expression: tuple[tuple[str, Interval], ...] = ()  # (operator before it, number)
    assumptions: tuple[tuple[str, dict], ...] = ()
    reason: tuple[str, dict] | None = None

    @property
    def id(self) -> str:
        """Stable: hash of the name and the ids of the inputs."""
        parts = [claim["claim"] for claim in self.inputs] or [str(self.article), str(self.kind)]
        return "d" + sha256("\0".join([self.name, *parts]).encode()).hexdigest()[:10]


def derive(article: str, figures: Figures, assumed: Assumed) -> Iterator[Derived]:
    """All derived figures of one article, computed or with the reason why not."""
    if not (figures.contingents or figures.losses or figures.plans):
        return
    parts = [whole_of(loss, figures) for loss in figures.losses]
    lost: Lost = {}
    for part in parts:
        if part.other:
            lost.setdefault(part.other["claim"], []).append(part)
    sent = [contingent_of(plan, figures) for plan in figures.plans]
    yield from _of_parts(article, figures, parts)
    if figures.contingents or figures.plans:
        yield from _of_plans(article, figures, sent, lost, assumed)


def _of_parts(article: str, figures: Figures, parts: list[Match]) -> Iterator[Derived]:
    for name, make in (("share_lost", share_lost), ("not_reported_lost", not_reported_lost)):
        if not parts:
            yield Derived(name, article, reason=("no_losses", {}))
        elif all(part.reason == "no_contingent" for part in parts):
            yield Derived(name, article, reason=("no_contingent", {}))
        else:
            yield from (_paired(name, article, part) or make(article, part) for part in parts)


def _of_plans(
    article: str,
    figures: Figures,
    sent: list[Match],
    lost: Lost,
    assumed: Assumed,
) -> Iterator[Derived]:
    makers = {
        "plan_ratio": plan_ratio,
        "strength_if_planned": partial(strength_if_planned, losses=lost, assumed=assumed),
        "sent_in_all_if_planned": partial(sent_in_all_if_planned, figures=figures, assumed=assumed),
    }
    lacking = "no_plan" if not sent else None if figures.contingents else "no_contingent"
    for name, make in makers.items():
        if lacking:
            yield Derived(name, article, reason=(lacking, {}))
        else:
            yield from (_paired(name, article, match) or make(article, match) for match in sent)


def _paired(name: str, article: str, match: Match) -> Derived | None:
    """The row that says why a pair was not made, or None where it was."""
    if match.reason is None:
        return None
    kind = match.claim["kind"] if name in NAMES[:2] else None
    inputs = (match.claim, *match.candidates)
    count = match.count or len(match.candidates)
    values = {"claim": match.claim, "candidates": match.candidates, "count": count}
    return Derived(name, article, inputs, kind, reason=(match.reason, values))


def share_lost(article: str, match: Match) -> Derived:
    """The part over its whole; a part cannot be larger than its whole."""
    part, whole = interval(match.claim), interval(match.other)
    made = Derived(
        "share_lost",
        article,
        (match.claim, match.other),
        match.claim["kind"],
        over(part, whole),
        over(rounding(part), rounding(whole)),
        (("", part), ("over", whole)),
        (_part(match),),
    )
    return _checked(made, 0, 1)


def not_reported_lost(article: str, match: Match) -> Derived:
    """The whole without the part: not known to be well, only not reported lost."""
    part, whole = interval(match.claim), interval(match.other)
    made = Derived(
        "not_reported_lost",
        article,
        (match.other, match.claim),
        match.claim["kind"],
        minus(whole, part),
        minus(rounding(whole), rounding(part)),
        (("", whole), ("minus", part)),
        (_by(match), *(() if match.by == "of" else (_part(match),))),
    )
    return _checked(made, 0)


def plan_ratio(article: str, match: Match) -> Derived:
    """The plan over the contingent sent before."""
    plan, before = interval(match.claim), interval(match.other)
    made = Derived(
        "plan_ratio",
        article,
        (match.claim, match.other),
        value=over(plan, before),
        rounded=over(rounding(plan), rounding(before)),
        expression=(("", plan), ("over", before)),
    )
    return _checked(made, 0)


def strength_if_planned(article: str, match: Match, losses: Lost, assumed: Assumed) -> Derived:
    """Those not reported lost and those planned, with what the analyst assumes."""
    lost = losses.get(match.other["claim"], [])
    inputs = (match.other, *(part.claim for part in lost[:NAMED]), match.claim)
    if len(lost) != 1:
        values = {"candidates": inputs[1:-1], "count": len(lost)}
        reason = ("several_losses" if lost else "no_losses_of_it", values)
        return Derived("strength_if_planned", article, inputs, reason=reason)
    left = not_reported_lost(article, lost[0])
    if left.reason:
        return Derived("strength_if_planned", article, inputs, reason=left.reason)
    plan = interval(match.claim)
    terms = (("", left.value), ("plus", plan), *_terms(assumed))
    made = Derived(
        "strength_if_planned",
        article,
        inputs,
        lost[0].claim["kind"],
        _total(terms),
        _total((("", left.rounded or left.value), ("plus", rounding(plan)), *_terms(assumed))),
        terms,
        (("strength", {"assumed": assumed}),),
    )
    return _checked(made, 0)


def sent_in_all_if_planned(
    article: str, match: Match, figures: Figures, assumed: Assumed
) -> Derived:
    """Those sent before and those planned, whatever became of them."""
    plan, before = interval(match.claim), interval(match.other)
    arrivals = _terms(replace(assumed, further_losses=0, returned=0))
    terms = (("", before), ("plus", plan), *arrivals)
    rounded = (("", rounding(before)), ("plus", rounding(plan)), *arrivals)
    said = figures.additional(match.claim)
    notes = [("additional" if said else "additional_unsaid", {"claim": said})]
    if assumed.arrivals:
        notes.append(("arrivals", {"assumed": assumed}))
    made = Derived(
        "sent_in_all_if_planned",
        article,
        (match.other, match.claim),
        value=_total(terms),
        rounded=_total(rounded),
        expression=terms,
        assumptions=tuple(notes),
    )
    return _checked(made, 0)


def _terms(assumed: Assumed) -> tuple[tuple[str, Interval], ...]:
    signed = (
        ("minus", assumed.further_losses),
        ("minus", assumed.returned),
        ("plus", assumed.arrivals),
    )
    return tuple((sign, Interval(number, number)) for sign, number in signed if number)


def _total(terms: tuple[tuple[str, Interval], ...]) -> Interval:
    total = terms[0][1]
    for sign, number in terms[1:]:
        total = plus(total, number) if sign == "plus" else minus(total, number)
    return total


def _checked(made: Derived, floor: float, ceiling: float | None = None) -> Derived:
    """The figure inside what is possible; none where nothing possible is left."""
    value = made.value
    if value.empty:
        return _refused(made, "open_at_both_ends")
    if value.high is not None and value.high < floor:
        return _refused(made, "less_than_none")
    if ceiling is not None and value.low is not None and value.low > ceiling:
        return _refused(made, "part_above_whole")
    bounded = within(value, floor, ceiling)
    rounded = within(made.rounded, floor, ceiling) if made.rounded else None
    notes = made.assumptions if bounded == value else (*made.assumptions, ("bounded", {}))
    rounded = None if rounded in (bounded, value) else rounded
    return replace(made, value=bounded, rounded=rounded, assumptions=notes)


def _refused(made: Derived, reason: str) -> Derived:
    return replace(made, value=None, rounded=None, assumptions=(), reason=(reason, {}))


def _part(match: Match) -> tuple[str, dict]:
    code = "part_said" if match.by == "of" else "part_taken"
    return code, {"claim": match.claim, "whole": match.other}


def _by(match: Match) -> tuple[str, dict]:
    part, whole = match.claim["who"], match.other["who"]
    code = "by_two_sources" if part != whole else "by_this_source" if part else "by_no_source"
    return code, {"claim": match.claim}
