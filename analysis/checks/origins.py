"""Mentions against origins: several mentions of one side are not several confirmations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from analysis.checks.evidence import (
    Evidence,
    Finding,
    normal,
    nothing,
    speakers,
)
from analysis.records import listed


@dataclass(slots=True)
class Mention:
    """A source in the text's words, the side it speaks for, and the figures that rest on it."""

    words: str
    code: str | None = None
    claims: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)  # claims whose source is inherited


def origins(evidence: Evidence) -> list[Finding]:
    """Distinct sources by country where it is known, each with its mentions and figures."""
    found = mentions(evidence)
    if not found and not evidence.claims:
        return nothing("no_source")
    grouped = by_side(found)
    unattributed = tuple(row["claim"] for row in evidence.claims if not listed(row["who"]))
    relays = dict.fromkeys(word for row in evidence.claims for word in listed(row["via"]))
    details = {
        "mentions": len(found),
        "origins": len(grouped),
        "sides": tuple(_side(side) for side in grouped),
        "unattributed": unattributed,
        "relays": tuple(relays),
    }
    inputs = tuple(row["claim"] for row in evidence.claims)
    return [Finding(_code(grouped), inputs, details=details)]


def mentions(evidence: Evidence) -> list[Mention]:
    """Each source once in its own words, in the order of the text.

    >>> row = {"start": 1, "claim": "c1", "who": ("Seoul",), "who_code": ("KR",)}
    >>> mentions(Evidence({}, (row,)))[0].words
    'Seoul'
    """
    found: dict[str, Mention] = {}
    for row in sorted((*evidence.claims, *evidence.dates), key=lambda row: row["start"]):
        for words, code in speakers(row, evidence.codes):
            mention = found.setdefault(normal(words), Mention(words, code))
            if "low" in row:
                mention.claims.append(row["claim"])
                if "who" in (row.get("inherited") or {}):
                    mention.carried.append(row["claim"])
    return list(found.values())


def by_side(found: list[Mention]) -> list[list[Mention]]:
    """Mentions of one country together, those of no known country each alone."""
    groups: dict[Any, list[Mention]] = {}
    for mention in found:
        groups.setdefault(mention.code or mention.words, []).append(mention)
    return sorted(groups.values(), key=len, reverse=True)


def _side(side: list[Mention]) -> dict[str, Any]:
    return {
        "code": side[0].code,
        "mentions": tuple(mention.words for mention in side),
        "claims": tuple(dict.fromkeys(one for mention in side for one in mention.claims)),
        "carried": tuple(dict.fromkeys(one for mention in side for one in mention.carried)),
    }


def _code(grouped: list[list[Mention]]) -> str:
    if not grouped:
        return "none_named"
    if any(len(side) > 1 for side in grouped):
        return "repeated"
    return "single" if len(grouped) == 1 else "separate"
