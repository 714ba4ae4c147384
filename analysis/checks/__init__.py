"""What the text says of itself: seven checks, each by a general rule on the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import pandas as pd

from analysis.checks.denials import denied_then_confirmed
from analysis.checks.evidence import NOTHING, Evidence
from analysis.checks.forecasts import forecasts_apart
from analysis.checks.headline import headline_against_body
from analysis.checks.numbers import all_numbers
from analysis.checks.origins import origins
from analysis.checks.publication import publication_date
from analysis.checks.shares import share_against_figures
from analysis.records import Row, by_article, records

__all__ = ["CHECKS", "COLUMNS", "NOTHING", "evidence", "findings", "run"]

COLUMNS = ("check", "article", "finding", "inputs", "derived", "rests_on", "details")
CHECKS = {
    share_against_figures: ("claims", "derived"),
    headline_against_body: ("claims",),
    forecasts_apart: ("claims", "dates"),
    denied_then_confirmed: ("claims", "dates"),
    publication_date: ("articles", "dates"),
    all_numbers: ("figures", "claims"),
    origins: ("claims", "dates"),
}


def run(
    claims: pd.DataFrame,
    dates: pd.DataFrame,
    figures: pd.DataFrame,
    articles: pd.DataFrame,
    derived: pd.DataFrame,
) -> pd.DataFrame:
    """The findings of all checks, at least one row a check and article.

    Columns as in `COLUMNS`: `finding` is a code ("nothing_to_check" where a check cannot be run,
    with `reason` in `details`), `inputs` claim ids, `derived` ids of derived figures, `rests_on`
    names of tables, `details` the values that the finding's sentence is made of.

    >>> nothing = pd.DataFrame()
    >>> run(nothing, nothing, nothing, nothing, nothing)["finding"].unique().tolist()
    ['nothing_to_check']
    """
    tables = {"claims": claims, "dates": dates, "figures": figures, "articles": articles}
    found = list(findings(tables | {"derived": derived}))
    return pd.DataFrame(found, columns=list(COLUMNS), dtype=object)


def findings(tables: Mapping[str, pd.DataFrame], *names: str) -> Iterator[Row]:
    """The rows of `run`, or only those of the named checks, from the tables that they rest on.

    >>> [row["check"] for row in findings({}, "origins", "all_numbers")]
    ['all_numbers', 'origins']
    """
    chosen = {one: CHECKS[one] for one in CHECKS if not names or one.__name__ in names}
    needed = {"articles", *chain.from_iterable(chosen.values())}
    for one in evidence(**{name: tables.get(name) for name in needed}):
        for check, rests_on in chosen.items():
            for finding in check(one):
                yield {
                    "check": check.__name__,
                    "article": one.article["article"],
                    "finding": finding.finding,
                    "inputs": finding.inputs,
                    "derived": finding.derived,
                    "rests_on": rests_on,
                    "details": finding.details,
                }


def evidence(
    claims: pd.DataFrame | None = None,
    dates: pd.DataFrame | None = None,
    figures: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None,
    derived: pd.DataFrame | None = None,
) -> Iterator[Evidence]:
    """The rows of each article together; without any article, one that holds nothing."""
    tables = [dict(by_article(records(frame))) for frame in (claims, dates, figures, derived)]
    known: dict[str, Row] = {row["article"]: row for row in records(articles)}
    names = dict.fromkeys([*known, *(name for table in tables for name in table)])
    for name in names or [None]:
        rows = (tuple(table.get(name, ())) for table in tables)
        yield Evidence(known.get(name, {"article": name}), *rows)
