"""Sentences that count: the dates that bound publication, numbers by role, mentions by side."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from analysis.phrases import sentences
from analysis.records import Row
from analysis.say.teller import FEW, Teller
from analysis.wording import label


def publication(teller: Teller, row: Row) -> Markup:
    """Stated, bounded by the text, or unknown."""
    details, key = row["details"], "checks.publication_date."
    values = {}
    for name, column in (("published", "published"), ("after", "after"), ("before", "before_end")):
        if details.get(column):
            values[name] = teller.date(details[column])
    if row["finding"] == "stated_contradicted":
        values["conflict"] = teller.all_of(_conflicts(teller, details))
    return teller.say(f"{key}{row['finding']}", **values)


def _conflicts(teller: Teller, details: Row) -> list[Markup]:
    names = [name for name in ("past_after", "ahead_before") if details[name]]
    return [
        teller.say(f"checks.publication_date.{name}", list=_dates(teller, details[name]))
        for name in names
    ]


def _dates(teller: Teller, dates: tuple[str, ...]) -> Markup:
    return teller.all_of(teller.date(date) for date in dates)


def numbers(teller: Teller, row: Row) -> Markup:
    """Groups of digits by what they are, numbers in words, and those not read."""
    details, key = row["details"], "checks.all_numbers."
    unread = [(row["article"], *one) for one in details["unread"]]
    parts = _numbers(teller, details["digit_groups"], details["words"], unread)
    if row["finding"] == "does_not_add_up":
        values = {name: teller.count(details[name]) for name in ("claimed", "claims")}
        parts.append(teller.say(f"{key}does_not_add_up", **values))
    return teller.clauses(parts)


def _digits(teller: Teller, groups: dict[str, int]) -> Markup:
    if not groups:
        return teller.say("checks.all_numbers.no_digits")
    told = teller.all_of(_role(teller, role, number) for role, number in groups.items())
    return teller.say("checks.all_numbers.digits", sum(groups.values()), list=told)


def _role(teller: Teller, role: str, number: int) -> Markup:
    known = role in sentences(teller.language)["role"]
    label = teller.say(f"role.{role}", number, n="") if known else role.replace("_", " ")
    return teller.say("checks.all_numbers.role", number, role=label)


def all_numbers(teller: Teller, rows: list[Row]) -> Markup:
    """The numbers of several articles together."""
    groups: Counter[str] = Counter()
    for row in rows:
        groups.update(row["details"]["digit_groups"])
    words = sum(row["details"]["words"] for row in rows)
    unread = [(row["article"], *one) for row in rows for one in row["details"]["unread"]]
    return teller.clauses(_numbers(teller, dict(groups.most_common()), words, unread))


def _numbers(
    teller: Teller, groups: dict[str, int], words: int, unread: list[tuple]
) -> list[Markup]:
    parts = [_digits(teller, groups)]
    if words:
        parts.append(teller.say("checks.all_numbers.words", words))
    return [*parts, _unread(teller, unread)]


def _unread(teller: Teller, unread: list[tuple]) -> Markup:
    key = "checks.all_numbers."
    if not unread:
        return teller.say(f"{key}nothing_unread")
    told = [_unread_one(teller, *one) for one in unread[:FEW]]
    if len(unread) > FEW:
        told.append(Markup("…"))
    return teller.say(f"{key}unread", len(unread), list=teller.all_of(told))


def _unread_one(teller: Teller, article: str, quote: str, reason: str | None) -> Markup:
    why = label("reason", reason, teller.language) if reason else None
    why = why or teller.say("checks.all_numbers.no_reason")
    words = teller.words(quote, {"article": article})
    return teller.say("checks.all_numbers.unread_one", quote=words, reason=why)


def origins(teller: Teller, row: Row) -> Markup:
    """Mentions by side, figures without a source, relays."""
    details, key = row["details"], "checks.origins."
    place = {"article": row["article"]}
    parts = [_side(teller, side, place) for side in details["sides"] if side["code"]]
    unknown = [side["mentions"][0] for side in details["sides"] if not side["code"]]
    if unknown:
        words = teller.all_of(teller.words(word, place) for word in unknown)
        parts.append(teller.say(f"{key}unknown", len(unknown), list=words))
    if not parts:
        parts = [teller.say(f"{key}none_named")]
    if row["finding"] == "repeated":
        parts.append(teller.say(f"{key}not_confirmations"))
    if details["unattributed"]:
        parts.append(teller.say(f"{key}unattributed", len(details["unattributed"])))
    if details["relays"]:
        relays = teller.all_of(teller.words(word, place) for word in details["relays"])
        parts.append(teller.say(f"{key}relays", list=relays))
    return teller.clauses(parts)


def _side(teller: Teller, side: Row, place: Row) -> Markup:
    key = "checks.origins."
    name = teller.country(side["code"])
    if teller.is_party([side["code"]]):
        name = teller.say(f"{key}party", side=name)
    words = teller.all_of(teller.words(word, place) for word in side["mentions"])
    return teller.say(f"{key}side", len(side["mentions"]), side=name, list=words)
