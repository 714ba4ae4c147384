"""Publication dates and the limits of a page, in sentences."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from analysis.checks import findings
from analysis.phrases import shown
from analysis.records import Row
from analysis.say import counts
from analysis.say.following import listing
from analysis.say.leads import SPACE
from analysis.say.teller import Teller
from analysis.shown import Shown

FIXED = ("claims", "planned", "kinds", "headline", "model", "words")
GROUPS = {
    "stated": ("stated", "stated_contradicted"),
    "bounded": ("bounded", "bounded_below", "bounded_above"),
    "unknown": ("unknown",),
    "contradictory": ("contradictory", "stated_contradicted"),
}


def published(corpus: Any) -> Shown:
    """Whether publication dates are stated, bounded by the text, or unknown."""
    teller = Teller(corpus)
    tables = {"dates": corpus.dates, "articles": corpus.articles}
    found = findings(tables, "publication_date")
    rows = [row for row in found if row["article"] is not None]
    if not rows:
        return shown(teller.say("published.none"), teller.language)
    if len(rows) == 1:
        finding = counts.publication(teller, rows[0])
        return shown(teller.say("published.line", finding=finding), teller.language)
    return shown(SPACE.join(_grouped(teller, rows)), teller.language)


def _grouped(teller: Teller, rows: list[Row]) -> list[Markup]:
    found = Counter(row["finding"] for row in rows)
    numbers = {name: sum(found[code] for code in codes) for name, codes in GROUPS.items()}
    return [teller.say(f"published.{name}", n) for name, n in numbers.items() if n]


def limits(corpus: Any) -> Shown:
    """What the numbers do not show: fixed rules, parties, what was not read or not usable."""
    teller = Teller(corpus)
    lines = [teller.say(f"limits.{name}") for name in FIXED]
    lines += [_parties(teller), _unread(teller)]
    problems = len(corpus.problems)
    if problems:
        lines.append(teller.say("limits.problems", problems))
    return listing(lines, teller.language)


def _parties(teller: Teller) -> Markup:
    codes = tuple(getattr(teller.corpus, "parties", ()) or ())
    if not codes:
        return teller.say("limits.parties_unmarked")
    return teller.say("limits.parties", list=teller.all_of(teller.country(one) for one in codes))


def _unread(teller: Teller) -> Markup:
    unread = int((teller.corpus.figures["role"] == "unread").sum())
    return teller.say("limits.unread", unread) if unread else teller.say("limits.all_read")
