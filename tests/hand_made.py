"""Tables made by hand: the seed's as its readers marked them, and others of a few rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd

from analysis.model import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    FIGURE_COLUMNS,
    PROBLEM_COLUMNS,
)

ARTICLE = "000_a7640c446b55ff17"
HUR = "les services secrets militaires ukrainiens Hur"
AGENCIES = "agences gouvernementales ukrainiennes"
KOREA = {"actor": "nord-coréens", "actor_code": "KP"}
RUSSIA = {"destination": "Russie", "destination_code": "RU"}
UKRAINE = {"destination": "Ukraine", "destination_code": "UA"}


def claim(claim: str, low: float | None, high: float | None = None, **given: Any) -> dict[str, Any]:
    """A row of claims: a point where no high end is given."""
    row = dict.fromkeys(CLAIM_COLUMNS)
    row |= {"claim": claim, "article": ARTICLE, "start": int(claim[1:]), "low": low}
    row |= {"high": low if high is None else high, "bound": "exact", "unit": "persons"}
    row |= {"kind": "deployed", "status": "reported", "section": "body"}
    row["quote"] = "" if low is None else f"{low:g}"
    row |= {"hedge": (), "who": (), "who_code": (), "via": (), "flags": (), "inherited": {}}
    row |= {"additional": False, "sentence": "…"}
    return row | given


def seed_claims() -> list[dict[str, Any]]:
    """The seed's six figures of persons."""
    ukraine = {"who": (AGENCIES,), "who_code": ("UA",), "status": "estimated", "bound": "about"}
    return [
        claim("c66", 30_000, status="planned", section="headline", additional=True, quote="30 000",
              sentence="La Corée du Nord envoie 30 000 autres soldats en Ukraine",
              restates="c775", inherited={"status": [775, 790]}, **KOREA, **UKRAINE),
        claim("c132", None, bound="vague", quote="Des milliers", date="2024/..",
              date_start="2024", **KOREA),
        claim("c234", 0.3333, float("nan"), bound="more_than", unit="share", kind="out_of_action",
              status="estimated", hedge=("devraient",), of="c132", quote="Plus d’un tiers"),
        claim("c775", 25_000, 30_000, bound="range", status="planned", who=(HUR,),
              who_code=("UA",), via=("CNN",), quote="25 000 à 30 000",
              inherited={"who": [616, 662], "via": [590, 593]},
              date_text="dans les prochains mois", **KOREA, **RUSSIA),
        claim("c1942", 11_000, quote="environ 11 000", date="2024-23", date_start="2024-09",
              date_end="2024-11", **ukraine, **KOREA, **RUSSIA),
        claim("c1993", 4_000, kind="killed_or_wounded", hedge=("auraient",), of="c1942",
              quote="Environ 4 000", inherited={"who": [1880, 1917]}, **ukraine),
    ]  # fmt: skip


def date(start: int, quote: str, edtf: str | None = None, **given: Any) -> dict[str, Any]:
    """A row of dates."""
    row = dict.fromkeys(DATE_COLUMNS)
    row |= {"article": ARTICLE, "start": start, "end": start + len(quote), "quote": quote}
    row |= {
        "date": edtf,
        "date_start": edtf,
        "date_end": edtf,
        "tense": "none",
        "who": (),
        "who_code": (),
    }
    return row | {"sentence": "…", "section": "body"} | given


def seed_dates() -> list[dict[str, Any]]:
    """The seed's ten dates, and the denial that has none."""
    july_or_august = {"date_start": "2025-07", "date_end": "2025-08", "tense": "ahead"}
    return [
        date(221, "depuis 2024", "2024/..", date_start="2024", date_end=None, claim="c132"),
        date(272, "maintenant", claim="c234"),
        date(381, "bientôt", tense="ahead", who=("Les services secrets ukrainiens",),
             who_code=("UA",)),
        date(845, "dans les prochains mois", tense="ahead", claim="c775"),
        date(1442, "octobre 2024", "2024-10", tense="past"),
        date(1706, "à l’époque", tense="past", who=("sources ukrainiennes",), who_code=("UA",)),
        date(1741, "nié", status="denied", tense="past", who=("La Russie",), who_code=("RU",)),
        date(1838, "avril 2025", "2025-04", status="confirmed", tense="past",
             who=("La Russie",), who_code=("RU",)),
        date(1979, "automne 2024", "2024-23", date_start="2024-09", date_end="2024-11",
             tense="past", claim="c1942"),
        date(2110, "au cours des dernières semaines", tense="past",
             who=("Les services secrets sud-coréens",), who_code=("KR",)),
        date(2296, "juillet ou août 2025", "[2025-07,2025-08]",
             who=("Les services secrets sud-coréens",), who_code=("KR",), **july_or_august),
    ]  # fmt: skip


def figure(start: int, quote: str, role: str, **given: Any) -> dict[str, Any]:
    """A row of figures."""
    row = dict.fromkeys(FIGURE_COLUMNS)
    return row | {"article": ARTICLE, "start": start, "quote": quote, "role": role} | given


def seed_figures(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The seed's numbers: its claims, five years and an ordinal."""
    years = [figure(at, "2024", "year") for at in (228, 1450, 1987)]
    years += [figure(at, "2025", "year") for at in (1844, 2312)]
    rest = [*years, figure(1459, "premiers", "ordinal", reason="an order, no number")]
    taken = [
        figure(one["start"], one["quote"], "claim", claim=one["claim"], article=one["article"])
        for one in claims
    ]
    return [*taken, *(row | {"article": (taken or rest)[0]["article"]} for row in rest)]


def corpus(
    claims: list[dict[str, Any]] | None = None,
    dates: list[dict[str, Any]] | None = None,
    language: str = "en",
    **given: Any,
) -> Any:
    """What a notebook works with, as far as sentences need it; the seed where nothing is given."""
    claims = seed_claims() if claims is None else claims
    dates = seed_dates() if dates is None else dates
    figures = seed_figures(claims)
    names = dict.fromkeys([row["article"] for row in [*claims, *dates]] or [ARTICLE])
    base = {"language": "fr", "source": "a.txt", "sha256": "00", "claims": 1, "figures": 1}
    articles = [dict.fromkeys(ARTICLE_COLUMNS) | base | {"article": name} for name in names]
    frames = {
        "claims": frame(claims, CLAIM_COLUMNS),
        "dates": frame(dates, DATE_COLUMNS),
        "figures": frame(figures, FIGURE_COLUMNS),
        "articles": frame(articles, ARTICLE_COLUMNS),
        "problems": frame([], PROBLEM_COLUMNS),
    }
    charted = frames["claims"][frames["claims"]["kind"] != "other"]
    made = {"charted": charted, "parties": (), "language": language, **frames, **given}
    return SimpleNamespace(**made)


def frame(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> pd.DataFrame:
    """Rows as a table, cells as they are."""
    return pd.DataFrame(rows, columns=list(columns))


def changed(rows: list[dict[str, Any]], claim: str, **given: Any) -> list[dict[str, Any]]:
    """The rows with one of them altered."""
    return [row | given if row["claim"] == claim else row for row in rows]


def without(rows: list[dict[str, Any]], *claims: str) -> list[dict[str, Any]]:
    """The rows without some of them, and without what refers to these."""
    kept = [row for row in rows if row["claim"] not in claims]
    return [row | {"restates": None} if row.get("restates") in claims else row for row in kept]


def second_contingent(claim_id: str = "c2403", low: float = 3_000, **given: Any) -> dict[str, Any]:
    """Another contingent of the same people at the same destination."""
    return claim(claim_id, low, **{**KOREA, **RUSSIA, **given})


def forty() -> list[dict[str, Any]]:
    """The seed's figures forty times, in articles of different names."""
    rows = []
    for number in range(40):
        for row in seed_claims():
            renamed = {k: f"{row[k]}9{number:02}" for k in ("claim", "of", "restates") if row[k]}
            rows.append(row | renamed | {"article": f"article-{number:02}"})
    return rows
