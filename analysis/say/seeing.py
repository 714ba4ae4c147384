"""What we see under each chart, computed from the same rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis import parameters
from analysis.checks import NOTHING
from analysis.checks.periods import first_day, last_day
from analysis.phrases import shown
from analysis.records import Row, missing
from analysis.say.counts import all_numbers
from analysis.say.findings import run, told_rows
from analysis.say.leads import SPACE, following, part_of_whole, resting
from analysis.say.teller import FEW, Teller, capital, size
from analysis.shown import Shown


def seen(corpus: Any, what: str, derived_figures: pd.DataFrame | None = None) -> Shown:
    """What a chart shows, in sentences.

    `what`: "figures", "planned", "left", "share", "timeline", "who", "scenarios" or "not_read";
    anything else raises `model.Problem`. `derived_figures`: those with the reader's assumptions.
    """
    teller = Teller(corpus)
    tell = SEEN[parameters.choice("chart", what, tuple(SEEN))]
    parts = [capital(part) for part in tell(teller, derived_figures)]
    return shown(SPACE.join(parts), teller.language, "p", "seen")


def _figures(teller: Teller, _: pd.DataFrame | None) -> list[Markup]:
    claims = teller.charted
    if not claims:
        return [teller.say("seen.figures_none")]
    parts = [teller.say("seen.figures", len(claims), list=teller.by_kind(claims))]
    vague = sum(claim["bound"] == "vague" for claim in claims)
    again = sum(not missing(claim["restates"]) for claim in claims)
    counts = {"vague": vague, "again": again}
    return parts + [teller.say(f"seen.{key}", n) for key, n in counts.items() if n]


def _planned(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    rows = [row for row in following(teller, frame) if row["name"] == "plan_ratio"]
    parts = _some(teller, rows, _ratio, "seen.planned_none")
    return [*parts, teller.say("seen.planned_apart")] if _computed(rows) else parts


def _ratio(teller: Teller, row: Row) -> Markup:
    plan, done = (teller.figure(teller.every[one]) for one in row["inputs"])
    return teller.say("seen.planned", plan=plan, done=done, ratio=teller.value(row))


def _left(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    rows = following(teller, frame)
    shares = [row for row in rows if row["name"] == "share_lost"]
    parts = _some(teller, shares, _share, "seen.left_none")
    left = [row for row in _computed(rows) if row["name"] == "not_reported_lost"]
    if len(left) == 1:
        parts.append(teller.say("seen.left_rest", size(left[0]), rest=teller.value(left[0])))
    return parts


def _share(teller: Teller, row: Row) -> Markup:
    sentence, rounded = part_of_whole(teller, row, "seen.left"), teller.rounded(row)
    if rounded is None:
        return sentence
    return sentence + SPACE + teller.say("seen.left_rounded", rounded=rounded)


def _against(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    return told_rows(teller, run(teller, frame, "share_against_figures"))


def _timeline(teller: Teller, _: pd.DataFrame | None) -> list[Markup]:
    rows = [row for row in teller.dates if not (missing(row["date"]) and row["status"])]
    if not rows:
        return [teller.say("seen.timeline_none")]
    dated = [row for row in rows if not missing(row["date"]) and first_day(row["date"])]
    relative = sum(missing(row["date"]) for row in rows)
    parts = [teller.say("seen.timeline", len(rows))]
    if dated:
        parts.append(_span(teller, dated))
    if relative:
        parts.append(teller.say("seen.timeline_relative", relative))
    return parts


def _span(teller: Teller, dated: list[Row]) -> Markup:
    if len(dated) == 1:
        return teller.say("seen.timeline_one", first=teller.date(dated[0]["date"]))
    starts = [row["date_start"] or row["date"] for row in dated]
    ends = [row["date_end"] or row["date_start"] or row["date"] for row in dated]
    first = min(starts, key=first_day)
    last = max(ends, key=lambda end: last_day(end) or first_day(end))
    return teller.say("seen.timeline_span", first=teller.date(first), last=teller.date(last))


def _who(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    rows = run(teller, frame, "origins")
    if len(rows) < 2:
        return told_rows(teller, rows)
    repeated = sum(row["finding"] == "repeated" for row in rows)
    parts = [resting(teller) + Markup(".")]
    return [*parts, teller.say("seen.who_many", repeated)] if repeated else parts


def _scenarios(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    rows = [row for row in following(teller, frame) if row["scenario"]]
    parts = _some(teller, rows, _scenario, "seen.scenarios_none")
    return [*parts, teller.say("seen.scenario_apart")] if _computed(rows) else parts


def _scenario(teller: Teller, row: Row) -> Markup:
    values = {"name": teller.say(f"derived.name.{row['name']}"), "value": teller.value(row)}
    if not row["assumption"]:
        return teller.say("seen.scenario_plain", **values)
    assumption = teller.linked(row["assumption"], row["derived"])
    return teller.say("seen.scenario", assumption=assumption, **values)


def _not_read(teller: Teller, frame: pd.DataFrame | None) -> list[Markup]:
    rows = run(teller, frame, "all_numbers")
    found = [row for row in rows if row["finding"] != NOTHING]
    return [all_numbers(teller, found)] if len(found) > 1 else told_rows(teller, rows)


def _computed(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["computed"]]


def _some(
    teller: Teller, rows: list[Row], tell: Callable[[Teller, Row], Markup], none: str
) -> list[Markup]:
    """The first sentences of computed rows and a count of the rest, or why there is none."""
    computed = _computed(rows)
    if computed:
        parts = [tell(teller, row) for row in computed[:FEW]]
        more = len(computed) - FEW
        return parts + ([teller.say("seen.more", more)] if more > 0 else [])
    if not rows:
        return [teller.say(none, reason=teller.say("derived.reason.no_contingent"))]
    reasons = {row["reason"]: row for row in rows}
    if len(reasons) > 2:
        return [teller.say(none, reason=teller.say("seen.unpaired"))]
    told = [teller.linked(reason, row["derived"]) for reason, row in reasons.items()]
    return [teller.say(none, reason=teller.all_of(told))]


SEEN: dict[str, Callable[[Teller, pd.DataFrame | None], list[Markup]]] = {
    "figures": _figures,
    "planned": _planned,
    "left": _left,
    "share": _against,
    "timeline": _timeline,
    "who": _who,
    "scenarios": _scenarios,
    "not_read": _not_read,
}
