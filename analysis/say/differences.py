"""Sentences on what the text tells in two ways: headline and body, forecasts, denials."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from analysis import style
from analysis.records import Row, missing
from analysis.say.teller import Teller


def headline(teller: Teller, row: Row) -> Markup:
    """Where the headline's figure lies in the body's, and how the two differ."""
    key = "checks.headline_against_body."
    head, *others = (teller.every[one] for one in row["inputs"])
    values = {"head": teller.figure(head)}
    if not others:
        return teller.clauses([teller.say(f"{key}not_in_body", **values)])
    values["body"] = teller.figure(others[0])
    parts = [teller.say(f"{key}{row['finding']}", **values)]
    parts += _statuses(teller, head, others[0], row["details"])
    parts += _places(teller, head, others[0], row["details"])
    parts.append(teller.say(f"{key}not_second"))
    return teller.clauses(parts)


def _statuses(teller: Teller, head: Row, body: Row, details: Row) -> Iterable[Markup]:
    key = "checks.headline_against_body."
    status = style.status_label(body["status"], teller.language)
    if details["status_carried"]:
        words = teller.words(head["sentence"], head)
        yield teller.say(f"{key}status_carried", status=status, words=words)
    elif details["status_differs"]:
        own = style.status_label(head["status"], teller.language)
        yield teller.say(f"{key}status_differs", head_status=own, status=status)


def _places(teller: Teller, head: Row, body: Row, details: Row) -> Iterable[Markup]:
    places = {
        name: None if missing(claim["destination"]) else teller.words(claim["destination"], claim)
        for name, claim in (("head_place", head), ("place", body))
    }
    if details["destination_differs"]:
        yield teller.say("checks.headline_against_body.destination", **places)
    elif details["destination_missing"]:
        side = "head" if places["head_place"] else "body"
        yield teller.say(f"checks.headline_against_body.destination_{side}", **places)


def forecasts(teller: Teller, row: Row) -> Markup:
    """Each forecast with its source, number and date, side by side."""
    details = row["details"]
    parts = [_plan(teller, plan) for plan in details["plans"]]
    parts += [_other(teller, row["article"], other) for other in details["others"]]
    told = teller.between(parts)
    return teller.say(f"checks.forecasts_apart.{row['finding']}", list=told)


def _plan(teller: Teller, plan: Row) -> Markup:
    claim = teller.every[plan["claim"]]
    values = {"who": teller.source(claim), "figure": teller.figure(claim)}
    if plan["date"] or plan["words"]:
        when = teller.date(plan["date"]) if plan["date"] else teller.words(plan["words"], claim)
        return teller.say("checks.forecasts_apart.plan_when", when=when, **values)
    return teller.say("checks.forecasts_apart.plan", **values)


def _other(teller: Teller, article: str, other: Row) -> Markup:
    place = {"article": article}
    who = teller.all_of(teller.words(word, place) for word in other["who"])
    when = teller.date(other["date"]) if other["date"] else teller.words(other["words"], place)
    who = who or teller.say("told.unattributed")
    return teller.say("checks.forecasts_apart.other", who=who, when=when)


def denials(teller: Teller, row: Row) -> Markup:
    """Who denied, who confirmed, in which order, and whether a number was meant."""
    details, key = row["details"], "checks.denied_then_confirmed."
    place = {"article": row["article"]}
    who = teller.words(details["who"], place) if details["who"] else teller.say(f"{key}nobody")
    told = [one for one, _ in groupby(_statement(teller, one) for one in details["statements"])]
    numbers = teller.say(f"{key}no_number")
    if details["numbers"]:
        claims = [teller.every[one] for one in row["inputs"]]
        numbers = teller.say(f"{key}number", list=teller.figures(claims))
    order = teller.say(f"{key}then").join(told)
    return teller.say(f"{key}all", who=who, list=order, numbers=numbers)


def _statement(teller: Teller, one: Row) -> Markup:
    key = "checks.denied_then_confirmed."
    verb = teller.say(f"{key}{one['status']}")
    if one["date"] is None:
        return teller.say(f"{key}undated", verb=verb)
    return teller.say(f"{key}dated", verb=verb, date=teller.date(one["date"]))
