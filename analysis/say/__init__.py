"""What a page says in sentences, computed in the page's language."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.records import records
from analysis.say.findings import run, told, told_rows
from analysis.say.following import derived, listing
from analysis.say.leads import summary, title
from analysis.say.limits import limits, published
from analysis.say.seeing import seen
from analysis.say.teller import Teller, capital
from analysis.shown import Shown

__all__ = ["checks", "derived", "limits", "published", "seen", "sentences", "summary", "title"]


def checks(corpus: Any, derived_figures: pd.DataFrame | None = None) -> Shown:
    """All checks with their findings, a line each; many articles are told one after the other."""
    teller = Teller(corpus)
    rows = run(teller, derived_figures)
    checks = dict.fromkeys(row["check"] for row in rows)
    lines = [_line(teller, one, [row for row in rows if row["check"] == one]) for one in checks]
    return listing(lines, teller.language, "checks")


def _line(teller: Teller, check: str, rows: list[dict[str, Any]]) -> Markup:
    """A check's name and its sentences, several as a list of their own."""
    label = Markup("<b>{}</b>").format(teller.say(f"check.{check}"))
    lines = told_rows(teller, rows)
    finding = lines[0] if len(lines) == 1 else listing(lines, teller.language).html
    return teller.say("checks.line", label=label, finding=finding)


def sentences(corpus: Any, findings: pd.DataFrame) -> list[Markup]:
    """The sentence of each row of `checks.run`, in its order, for the cells of a table."""
    teller = Teller(corpus)
    return [capital(told(teller, row)) for row in records(findings)]
