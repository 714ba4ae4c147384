"""A page's title and its stand-first, computed."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis import derived, parameters
from analysis.checks.origins import Mention
from analysis.pairing import sorted_out
from analysis.phrases import shown
from analysis.records import Row, listed, missing, records
from analysis.say.teller import (
    Teller,
    capital,
    deployed,
    first_told,
    in_numbers,
    lost,
    planned,
    size,
)
from analysis.shown import Shown

PAGES = ("deployments", "casualties", "sources")
SPACE = Markup(" ")


def title(corpus: Any, page: str, derived_figures: pd.DataFrame | None = None) -> Shown:
    """The page's first heading as a sentence: what the articles claim on its question.

    `page`: one of "deployments", "casualties", "sources"; anything else raises `model.Problem`.
    """
    teller = Teller(corpus)
    page = parameters.choice("page", page, PAGES)
    if not teller.articles:
        sentence = teller.say("title.no_article")
    elif page == "deployments":
        sentence = _deployments(teller)
    elif page == "casualties":
        sentence = _casualties(teller, following(teller, derived_figures))
    else:
        sentence = resting(teller)
    return shown(capital(sentence), teller.language, "h1")


def summary(corpus: Any, page: str = "deployments") -> Shown:
    """The stand-first: articles, claims and origins; what is planned, told as done, not known."""
    teller = Teller(corpus)
    page = parameters.choice("page", page, PAGES)
    told = {"deployments": _forces, "casualties": _losses, "sources": _origins}[page]
    parts = [*_counts(teller), *(told(teller) if teller.claims else ()), *_unknown(teller)]
    return shown(SPACE.join(parts), teller.language, "p", "lead")


def following(teller: Teller, frame: pd.DataFrame | None) -> list[Row]:
    """The derived figures given, else those that follow without assumptions."""
    if frame is None:
        corpus = teller.corpus
        frame = derived.figures(corpus.claims, corpus.dates, language=corpus.language)
    return records(frame)


def _deployments(teller: Teller) -> Markup:
    done, plans = in_numbers(deployed(teller.charted)), in_numbers(planned(teller.charted))
    if not done and not plans:
        return teller.say("title.none_deployed")
    sentence = teller.say("title.both", done=_done(teller, done), planned=_planned(teller, plans))
    return of_country(teller, [*done, *plans], sentence)


def of_country(teller: Teller, claims: list[Row], sentence: Markup) -> Markup:
    """The sentence with the country's name before it where all figures are of its people."""
    codes = {claim["actor_code"] for claim in claims}
    if len(codes) > 1 or codes <= {None}:
        return sentence
    return teller.say("title.of_country", country=teller.country(*codes), sentence=sentence)


def _done(teller: Teller, claims: list[Row]) -> Markup:
    whole = [one for one in claims if one["of"] not in teller.every] or claims
    if len(whole) == 1:
        one = whole[0]
        return teller.say(f"title.done.{one['status']}", size(one), figure=teller.figure(one))
    return teller.say("title.done.many", len(claims)) if claims else teller.say("title.done.none")


def _planned(teller: Teller, claims: list[Row]) -> Markup:
    if len(claims) == 1:
        more = "more" if sorted_out(teller.claims).additional(claims[0]) else "one"
        values = {"figure": teller.figure(claims[0])}
        return teller.say(f"title.planned.{more}", size(claims[0]), **values)
    key = "title.planned.many" if claims else "title.planned.none"
    return teller.say(key, len(claims)) if claims else teller.say(key)


def _casualties(teller: Teller, rows: list[Row]) -> Markup:
    losses = in_numbers(lost(teller.charted))
    shares = [row for row in rows if row["name"] == "share_lost" and row["computed"]]
    if len(losses) == 1 and [row["inputs"][0] for row in shares] == [losses[0]["claim"]]:
        whole = teller.every[shares[0]["inputs"][1]]
        return of_country(teller, [whole], part_of_whole(teller, shares[0], "title.lost.of"))
    if len(losses) == 1:
        values = {"part": teller.figure(losses[0]), **suffered(teller, losses[0])}
        return of_country(teller, losses, teller.say("title.lost.one", size(losses[0]), **values))
    if not losses:
        return teller.say("title.lost.none")
    return teller.say("title.lost.many", len(losses))


def part_of_whole(teller: Teller, share: Row, key: str) -> Markup:
    """The sentence of a share: part, whole, and what follows."""
    part, whole = (teller.every[one] for one in share["inputs"])
    values = {"part": teller.figure(part), "whole": teller.figure(whole)}
    values |= {"share": teller.value(share), **suffered(teller, part)}
    return teller.say(key, size(part), **values)


def suffered(teller: Teller, claim: Row) -> dict[str, Markup]:
    """Status and kind of a loss as a sentence says them."""
    kind = teller.say(f"lost.{claim['kind']}", size(claim))
    return {"status": teller.say(f"said.{claim['status']}"), "kind": kind}


def resting(teller: Teller) -> Markup:
    """How many figures rest on how many origins, and how many on none that is named."""
    claims, sides = teller.claims, teller.sides
    if not claims:
        return teller.say("title.sources.empty")
    if not sides:
        return teller.say("title.sources.none", len(claims))
    told = teller.say("count.claims", len(claims))
    rest = teller.say("title.sources.rest", len(claims), n="")
    some = teller.say("title.sources.some", len(sides), claims=told, rest=rest)
    unattributed = _unattributed(teller)
    if not unattributed:
        return some
    values = {"some": some, "unattributed": teller.say("count.unattributed", unattributed)}
    return teller.say("title.sources.and_unattributed", **values)


def _unattributed(teller: Teller) -> int:
    return sum(not listed(claim["who"]) for claim in teller.claims)


def _counts(teller: Teller) -> list[Markup]:
    articles = teller.say("count.articles", len(teller.articles))
    if not teller.claims:
        return [teller.say("summary.empty", articles=articles)]
    sides = teller.sides
    claims = teller.say("count.claims", len(teller.claims))
    origins = teller.say("count.origins", len(sides))
    key = "summary.counts" if sides else "summary.counts_none"
    parts = [teller.say(key, articles=articles, claims=claims, origins=origins)]
    again = sum(not missing(claim["restates"]) for claim in teller.claims)
    numbers = {"unattributed": _unattributed(teller), "again": again}
    return parts + _where_any(teller, numbers)


def _where_any(teller: Teller, numbers: dict[str, int]) -> list[Markup]:
    return [teller.say(f"summary.{key}", number) for key, number in numbers.items() if number]


def _forces(teller: Teller) -> list[Markup]:
    plans, done = planned(teller.charted), deployed(teller.charted)
    return [_listed(teller, "planned", plans), _listed(teller, "deployed", done), *_denied(teller)]


def _losses(teller: Teller) -> list[Markup]:
    return [_listed(teller, "lost", lost(teller.charted)), *_denied(teller)]


def _denied(teller: Teller) -> list[Markup]:
    denied = [claim for claim in teller.charted if claim["status"] == "denied"]
    return [_listed(teller, "denied", denied)] if denied else []


def _listed(teller: Teller, key: str, claims: list[Row]) -> Markup:
    if not claims:
        return teller.say(f"summary.{key}_none")
    return teller.say(f"summary.{key}", list=teller.list_of(claims))


def _origins(teller: Teller) -> list[Markup]:
    sides = [side for side in teller.sides if side[0].code]
    relays = dict.fromkeys(word for claim in teller.claims for word in listed(claim["via"]))
    parts = []
    if 0 < len(sides) <= 8 and len(sides) == len(teller.sides):
        named = [_origin(teller, side) for side in sides]
        parts.append(teller.say("summary.origins", list=teller.all_of(named)))
    if 0 < len(relays) <= 8:
        words = teller.all_of(teller.words(word) for word in relays)
        parts.append(teller.say("summary.relays", list=words))
    return parts


def _origin(teller: Teller, side: list[Mention]) -> Markup:
    country = teller.country(side[0].code)
    if teller.is_party([side[0].code]):
        country = teller.say("told.party", who=country)
    told = teller.say("count.mentions", len(side))
    return teller.say("summary.origin", side=country, mentions=told)


def _unknown(teller: Teller) -> list[Markup]:
    unstated = sum(missing(row["published"]) or not row["published"] for row in teller.articles)
    told = first_told(teller.charted)
    vague = sum(claim["bound"] == "vague" for claim in told)
    parts = _where_any(teller, {"vague": vague})
    if told and not any(claim["status"] == "confirmed" for claim in told):
        parts.append(teller.say("summary.unconfirmed"))
    numbers = {"unpublished": unstated, "problems": len(teller.corpus.problems)}
    return parts + _where_any(teller, numbers)
