"""What follows, in sentences: derived figures, or the reason why there is none."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis import style
from analysis.phrases import plain, shown
from analysis.records import Row
from analysis.say.leads import following
from analysis.say.teller import Teller, capital
from analysis.shown import Shown, derived_link

MANY = 50  # sentences; the table of derived figures holds all


def derived(corpus: Any, derived_figures: pd.DataFrame | None = None) -> Shown:
    """Each derived figure with expression, assumption and rounding; why others are missing.

    `derived_figures`: a frame of `derived.figures`, by default the one without assumptions.
    """
    teller = Teller(corpus)
    rows = following(teller, derived_figures)
    computed = [row for row in rows if row["computed"]]
    if not rows:
        return shown(teller.say("derived.none"), teller.language)
    lines = [capital(_line(teller, row)) for row in computed[:MANY]]
    if len(computed) > MANY:
        lines.append(teller.say("seen.more", len(computed) - MANY))
    return listing(lines + _missing(teller, rows), teller.language)


def listing(lines: list[Markup], language: str, css: str | None = None) -> Shown:
    """Sentences as a list, a line each in plain text."""
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    html = shown(items, language, "ul", css).html
    return Shown(html, "\n".join(f"- {plain(line, language)}" for line in lines))


def named(teller: Teller, row: Row) -> Markup:
    """A derived figure's name, with the kind of losses that it counts."""
    kind = row["kind"] and style.kind_label(row["kind"], teller.language)
    return teller.say(f"derived.name.{row['name']}", kind=kind or teller.say("derived.any_loss"))


def _line(teller: Teller, row: Row) -> Markup:
    value = teller.value(row)
    expression = derived_link(row["derived"], row["expression"])
    line = teller.say("derived.line", name=named(teller, row), value=value, expression=expression)
    if row["assumption"]:
        assumption = teller.linked(row["assumption"], row["derived"])
        line = teller.say("derived.assuming", line=line, assumption=assumption)
    rounded = teller.rounded(row)
    if rounded:
        line = teller.say("derived.rounded", line=line, rounded=rounded)
    return teller.say("derived.scenario", line=line) if row["scenario"] else line


def _missing(teller: Teller, rows: list[Row]) -> list[Markup]:
    """The reasons, each once with what it holds for."""
    reasons: dict[str, list[Row]] = {}
    for row in rows:
        if not row["computed"]:
            reasons.setdefault(row["reason"], []).append(row)
    told = sorted(reasons.values(), key=len, reverse=True)
    lines = [_reason(teller, group) for group in told[:MANY]]
    return lines + ([teller.say("seen.more", len(told) - MANY)] if len(told) > MANY else [])


def _reason(teller: Teller, rows: list[Row]) -> Markup:
    several = {(row["name"], row["kind"]): row for row in rows}
    names = teller.all_of(dict.fromkeys(named(teller, row) for row in several.values()))
    values = {"names": names, "reason": teller.linked(rows[0]["reason"], rows[0]["derived"])}
    articles = len({row["article"] for row in rows})
    if articles == 1:
        return teller.say("derived.not_computed", **values)
    return teller.say("derived.not_computed_many", articles, **values)
