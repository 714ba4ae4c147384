"""The parts of sentences: a figure with its link, its source, a list in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from analysis import style
from analysis.checks.evidence import Evidence
from analysis.checks.origins import Mention, by_side, mentions
from analysis.intervals import Interval
from analysis.model import LOSSES
from analysis.pairing import countable, interval
from analysis.phrases import between, joined, phrase, sentence
from analysis.records import Row, listed, missing, records
from analysis.shown import claim_link, counted, derived_link, exempt, quoted, visible
from analysis.wording import country

FEW = 4  # figures that a sentence lists; more are counted by kind
NUMBER = re.compile(r"\d+(?:[\s.,–’'\u2009\u202f]*\d+)*(?:\s?%)?")


@dataclass
class Teller:
    """A corpus as sentences need it."""

    corpus: Any

    @property
    def language(self) -> str:
        return self.corpus.language

    @cached_property
    def claims(self) -> list[Row]:
        return records(self.corpus.claims)

    @cached_property
    def every(self) -> dict[str, Row]:
        return {claim["claim"]: claim for claim in self.claims}

    @cached_property
    def charted(self) -> list[Row]:
        charted = set(self.corpus.charted["claim"])
        return [claim for claim in self.claims if claim["claim"] in charted]

    @cached_property
    def sides(self) -> list[list[Mention]]:
        """The origins that figures rest on, in all articles together."""
        return by_side(mentions(Evidence({}, tuple(self.claims))))

    @cached_property
    def dates(self) -> list[Row]:
        return records(self.corpus.dates)

    @cached_property
    def articles(self) -> list[Row]:
        return records(self.corpus.articles)

    @cached_property
    def spoken(self) -> dict[str, str]:
        """The language of each article."""
        return {row["article"]: row["language"] for row in self.articles}

    def say(self, key: str, count: int | None = None, **values: Any) -> Markup:
        """A sentence of the page's language."""
        return phrase(key, self.language, count, **values)

    def all_of(self, parts: Iterable[str | Markup]) -> Markup:
        """A list in words."""
        return joined(parts, self.language)

    def clauses(self, parts: Iterable[Markup]) -> Markup:
        """A sentence of several clauses."""
        return sentence(parts, self.language)

    def between(self, parts: Iterable[Markup]) -> Markup:
        """Clauses of a longer sentence."""
        return between(parts, self.language)

    def words(self, text: str, row: Row | None = None) -> Markup:
        """The text's words in quotation marks, in the language of their article."""
        return quoted(text, self.spoken.get(row["article"]) if row else self.only_language())

    def only_language(self) -> str | None:
        """The language of the articles where all have the same."""
        languages = set(self.spoken.values())
        return languages.pop() if len(languages) == 1 else None

    def figure(self, claim: Row) -> Markup:
        """A claim's figure as told, or its words, leading to its row."""
        if interval(claim).empty:
            return claim_link(claim["claim"], self.words(claim["quote"], claim))
        return claim_link(claim["claim"], self.amount(interval(claim), claim["unit"]))

    def figures(self, claims: Iterable[Row]) -> Markup:
        """Some claims' figures, in a list."""
        return self.all_of(self.figure(claim) for claim in claims)

    def value(self, row: Row) -> Markup:
        """A derived figure, leading to its row; "about" is kept in a range too."""
        return derived_link(row["derived"], self.number(row))

    def number(self, row: Row) -> str:
        """The number of a derived figure without its link."""
        told = self.amount(interval(row), row["unit"])
        if row["approximate"] and row["low"] != row["high"]:
            return str(self.say("told.approximate", value=told))
        return told

    def amount(self, value: Interval, unit: str = "persons") -> str:
        """An interval in the reader's locale."""
        return style.amount(value.low, value.high, value.bound, unit, self.language)

    def rounded(self, row: Row) -> Markup | None:
        """What a derived figure may be if its inputs are rounded, None where nothing changes."""
        if missing(row["rounding_low"]) and missing(row["rounding_high"]):
            return None
        value = Interval(row["rounding_low"], row["rounding_high"], "range")
        return derived_link(row["derived"], self.amount(value, row["unit"]))

    def linked(self, text: str, derived_id: str) -> Markup:
        """A sentence about a derived figure, its numbers leading to that figure's row."""
        found = NUMBER.sub(lambda one: str(derived_link(derived_id, one[0])), str(escape(text)))
        return Markup(found)

    def told(self, claim: Row) -> Markup:
        """A figure with its kind, status and source."""
        values = {"figure": self.figure(claim), "source": self.source(claim)}
        if _ahead(claim):
            return self.say("told.planned", **values)
        values["kind"] = self.say(f"kind.{claim['kind']}", size(claim))
        values["status"] = style.status_label(claim["status"], self.language)
        group = self.every.get(claim["of"])
        if group:
            return self.say("told.of", group=self.figure(group), **values)
        return self.say("told.plain", **values)

    def list_of(self, claims: list[Row]) -> Markup:
        """A few claims in full; many are counted by kind, and their numbers never added."""
        if len(claims) <= FEW:
            return self.all_of(self.told(claim) for claim in claims)
        return self.by_kind(claims)

    def by_kind(self, claims: list[Row]) -> Markup:
        """How many figures there are of each kind."""
        kinds = Counter((one["kind"], _ahead(one)) for one in claims)
        return self.all_of(self._kind(*kind, number) for kind, number in kinds.most_common())

    def _kind(self, kind: str, ahead: bool, number: int) -> Markup:
        if ahead:
            return self.say("count.to_deploy", number)
        return self.say("count.of_kind", number, kind=style.kind_label(kind, self.language))

    def source(self, claim: Row) -> Markup:
        """Whom a claim rests on and who relays it, as told."""
        who = listed(claim["who"])
        if not who:
            return self.say("told.unattributed")
        told = self.all_of(self.words(word, claim) for word in who)
        if self.is_party(listed(claim["who_code"])):
            told = self.say("told.party", who=told)
        if listed(claim["via"]):
            via = self.all_of(self.words(word, claim) for word in listed(claim["via"]))
            told = self.say("told.relayed", who=told, via=via)
        if {"who", "via"} & set(claim["inherited"] or {}):
            told = self.say("told.carried", source=told)
        return told

    def is_party(self, codes: Iterable[str | None]) -> bool:
        """True where one of the countries is marked as a party to the war."""
        return bool(set(codes) & set(getattr(self.corpus, "parties", ()) or ()))

    def country(self, code: str) -> str:
        """The name of a country in the page's language, or its code."""
        return country(code, self.language)

    def date(self, edtf: str) -> Markup:
        """A date in the reader's locale."""
        return exempt(style.date_text(edtf, self.language))

    def article(self, article: str) -> Markup:
        """An article's name."""
        return exempt(visible(str(article)))

    def count(self, number: int) -> Markup:
        """A count of rows."""
        return counted(style.count(number, self.language))


def _ahead(claim: Row) -> bool:
    return claim["kind"] == "deployed" and claim["status"] == "planned"


def size(row: Row) -> int:
    """A number for the plural: of one person, or of more.

    >>> size({"low": 1.0, "high": 1.0, "unit": "persons"})
    1
    """
    return 1 if row["unit"] == "persons" and row["low"] == row["high"] == 1 else 2


def first_told(claims: Iterable[Row]) -> list[Row]:
    """Claims that say no other again and are not denied, but for persons counted otherwise."""
    return [
        one
        for one in claims
        if missing(one["restates"]) and one["status"] != "denied" and one["kind"] != "other"
    ]


def planned(claims: Iterable[Row]) -> list[Row]:
    """Figures of persons to be deployed, each told for the first time."""
    return [one for one in first_told(claims) if _ahead(one)]


def deployed(claims: Iterable[Row]) -> list[Row]:
    """Figures of persons told as deployed."""
    return [
        one
        for one in first_told(claims)
        if one["kind"] == "deployed" and one["status"] != "planned"
    ]


def lost(claims: Iterable[Row]) -> list[Row]:
    """Figures of losses told as done."""
    return [
        one for one in first_told(claims) if one["kind"] in LOSSES and one["status"] != "planned"
    ]


def in_numbers(claims: Iterable[Row]) -> list[Row]:
    """Those that are numbers of persons, not words or shares."""
    return [claim for claim in claims if countable(claim)]


def capital(text: Markup) -> Markup:
    """The first letter large, unless an article's words or its name stand there.

    >>> capital(Markup('<a href="#x">about 5</a> are'))
    Markup('<a href="#x">About 5</a> are')
    """
    opening = re.match(r"(?:<(?![^>]*data-no-claim)[^>]*>)*", str(text))
    start = opening.end()
    return Markup(str(text)[:start] + str(text)[start : start + 1].upper() + str(text)[start + 1 :])
