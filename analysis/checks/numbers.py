"""All numbers of the text accounted for: what each became, and those not read."""

from __future__ import annotations

import re
from collections import Counter

from analysis.checks.evidence import Evidence, Finding, nothing
from analysis.records import Row

DIGITS = re.compile(r"\d+(?:[\s.,'’]\d{3}(?!\d))*")  # thousands apart, as in "30 000"


def all_numbers(evidence: Evidence) -> list[Finding]:
    """Counts by role, digits and words apart; what was not read, with the reason."""
    rows = evidence.figures
    if not rows:
        return nothing("no_number")
    unread = [row for row in rows if row["role"] == "unread"]
    claimed = [row for row in rows if row["role"] == "claim"]
    details = {
        "numbers": len(rows),
        "roles": dict(Counter(row["role"] for row in rows).most_common()),
        "digit_groups": _digits(rows),
        "words": sum(not DIGITS.search(row["quote"]) for row in rows),
        "unread": tuple((row["quote"], row["reason"]) for row in unread),
        "claims": len(evidence.claims),
        "claimed": len(claimed),
    }
    code = "all_read" if not unread else "some_unread"
    if len(claimed) != len(evidence.claims):
        code = "does_not_add_up"
    return [Finding(code, tuple(row["claim"] for row in evidence.claims), details=details)]


def digit_groups(quote: str) -> int:
    """How many numbers in digits a quote holds.

    >>> digit_groups("25 000 à 30 000"), digit_groups("un tiers")
    (2, 0)
    """
    return len(DIGITS.findall(quote))


def _digits(rows: tuple[Row, ...]) -> dict[str, int]:
    groups: Counter[str] = Counter()
    for row in rows:
        groups[row["role"]] += digit_groups(row["quote"])
    return {role: number for role, number in groups.most_common() if number}
