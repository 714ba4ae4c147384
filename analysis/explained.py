"""Expression, assumption and reason of a derived figure, in the reader's language."""

from __future__ import annotations

from typing import Any

from analysis import style
from analysis.derivations import Assumed, Derived
from analysis.intervals import Interval
from analysis.pairing import interval
from analysis.phrases import joined, phrase, plain, quotation_marks, sentences
from analysis.records import Row

SIGNS = {"": "", "over": " / ", "minus": " − ", "plus": " + "}


def expression(one: Derived, language: str) -> str | None:
    """The reckoning in numbers: "11,000 − 4,000"."""
    terms = [SIGNS[sign] + bare(number, language) for sign, number in one.expression]
    return "".join(terms) or None


def bare(number: Interval, language: str) -> str:
    """A number without its "about"; an open end keeps its words.

    >>> bare(Interval(11_000, 11_000, "about"), "en")
    '11,000'
    """
    bound = "exact" if number.point else number.bound
    return style.amount(number.low, number.high, bound, "persons", language)


def assumption(one: Derived, language: str, dated: dict[str, str]) -> str | None:
    """What must be granted for the figure to hold, in one line."""
    parts = [_assumed(code, values, language, dated) for code, values in one.assumptions]
    return sentences(language)["marks"]["between"].join(parts) or None


def reason(one: Derived, language: str) -> str | None:
    """Why there is no figure, in one line, or None where there is one."""
    if one.reason is None:
        return None
    code, values = one.reason
    candidates = values.get("candidates", ())
    amounts = [named(claim, language) for claim in candidates]
    amounts += ["…"] * (values.get("count", 0) > len(candidates))
    told = {"amounts": joined(amounts, language)}
    if values.get("claim"):
        told["claim"] = named(values["claim"], language)
    return _text(f"derived.reason.{code}", language, values.get("count", 0), **told)


def named(claim: Row, language: str) -> str:
    """A claim's figure as it is told: "about 11,000", or its words in quotation marks."""
    if interval(claim).empty:
        return claim["quote"].join(quotation_marks(language))
    return style.amount(claim["low"], claim["high"], claim["bound"], claim["unit"], language)


def _assumed(code: str, values: dict[str, Any], language: str, dated: dict[str, str]) -> str:
    if code == "strength":
        return _strength(values["assumed"], language)
    if code == "arrivals":
        return _persons("arrivals", values["assumed"].arrivals, language)
    told = {key: bare(interval(claim), language) for key, claim in values.items() if claim}
    text = _text(f"derived.assumption.{code}", language, **told)
    if code.startswith("by_"):
        text += _when(values["claim"], language, dated)
    return text


def _strength(assumed: Assumed, language: str) -> str:
    names = ("further_losses", "returned", "arrivals")
    return ", ".join(_persons(name, getattr(assumed, name), language) for name in names)


def _persons(name: str, number: float, language: str) -> str:
    if not number:
        return _text(f"derived.assumption.{name}.none", language)
    amount = style.amount(number, number, "exact", "persons", language)
    return _text(f"derived.assumption.{name}.some", language, int(number), amount=amount)


def _when(claim: Row, language: str, dated: dict[str, str]) -> str:
    date = claim["date"] or dated.get(claim["claim"])
    if date:
        return f" ({style.date_text(date, language)})"
    return _text("derived.assumption.no_date", language)


def _text(key: str, language: str, count: int | None = None, **values: Any) -> str:
    return plain(phrase(key, language, count, **values), language)
