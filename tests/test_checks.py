"""The seven checks: the seed's findings, altered copies, and answers where nothing can be run."""

from itertools import chain

import pandas as pd
import pytest
from hand_made import (
    ARTICLE,
    KOREA,
    changed,
    claim,
    corpus,
    date,
    figure,
    forty,
    seed_claims,
    seed_dates,
    without,
)

from analysis import checks, derived
from analysis.checks.evidence import normal, speakers
from analysis.checks.periods import first_day, last_day

NAMES = [check.__name__ for check in checks.CHECKS]


def table(claims=None, dates=None, **given):
    """The rows of all checks of some claims and dates, by check."""
    made = corpus(claims, dates, **given)
    frame = derived.figures(made.claims, made.dates)
    found = checks.run(made.claims, made.dates, made.figures, made.articles, frame)
    rows = {}
    for row in found.to_dict("records"):
        rows.setdefault(row["check"], []).append(row)
    return rows


def one(check, claims=None, dates=None, **given):
    (row,) = table(claims, dates, **given)[check]
    return row


def test_every_check_answers_and_says_what_it_rests_on():
    rows = table()
    assert list(rows) == NAMES
    assert all(row["rests_on"] and row["article"] == ARTICLE for row in chain(*rows.values()))


@pytest.mark.parametrize("name", NAMES)
def test_one_check_alone_finds_what_it_finds_among_all(name):
    made = corpus()
    tables = {one: getattr(made, one) for one in ("claims", "dates", "figures", "articles")}
    tables["derived"] = derived.figures(made.claims, made.dates)
    rows = [row for row in checks.findings(tables) if row["check"] == name]
    used = {one: tables[one] for one in {"articles", *rows[0]["rests_on"]}}
    assert list(checks.findings(used, name)) == rows


def test_the_claimed_share_is_compatible_and_not_proved():
    row = one("share_against_figures")
    assert row["finding"] == "compatible" and row["inputs"] == ("c234", "c1993", "c1942")
    told = row["details"]
    assert told["fails_from"] == pytest.approx(12_000) and told["holds_from"] is None
    assert not told["proved"] and not told["same_kind"] and not told["same_base"]
    assert told["kinds"] == ("out_of_action", "killed_or_wounded")
    assert told["bases"] == ("c132", "c1942")
    assert row["derived"] == (derived.figures(corpus().claims)["derived"][0],)


@pytest.mark.parametrize("base, finding", [
    (11_000, "compatible"), (11_900, "compatible"), (12_000, "undecided"), (12_500, "undecided"),
    (40_000, "undecided"),
])  # fmt: skip
def test_the_base_decides_and_another_kind_is_never_contradicted(base, finding):
    claims = changed(seed_claims(), "c1942", low=base, high=base)
    assert one("share_against_figures", claims)["finding"] == finding


@pytest.mark.parametrize("base, finding", [
    (12_500, "undecided"), (40_000, "contradicted"), (8_000, "compatible"),
])  # fmt: skip
def test_the_same_kind_can_be_contradicted_if_rounding_does_not_help(base, finding):
    claims = changed(seed_claims(), "c234", kind="killed_or_wounded", of="c1942")
    row = one("share_against_figures", changed(claims, "c1942", low=base, high=base))
    assert row["finding"] == finding
    assert row["details"]["proved"] == (finding == "compatible")


def test_a_share_at_most_holds_from_a_base_on():
    given = {"low": None, "high": 0.25, "bound": "at_most"}
    row = one("share_against_figures", changed(seed_claims(), "c234", **given))
    assert row["details"]["holds_from"] == 16_000 and row["details"]["fails_from"] is None


def test_a_share_of_other_people_is_not_compared():
    claims = changed(seed_claims(), "c234", actor="russes", actor_code="RU")
    row = one("share_against_figures", claims)
    assert (row["finding"], row["details"]["reason"]) == ("nothing_to_check", "other_people")


def test_the_headline_is_the_top_of_the_range_and_tells_it_otherwise():
    row = one("headline_against_body")
    assert row["finding"] == "top_of_range" and row["inputs"] == ("c66", "c775")
    told = row["details"]
    assert told["status_carried"] and told["restates"] and told["destination_differs"]
    assert told["destinations"] == ("Ukraine", "Russie")


@pytest.mark.parametrize("given, finding", [
    ({"low": 25_000, "high": 25_000}, "bottom_of_range"),
    ({"low": 27_000, "high": 27_000}, "inside"),
    ({"low": 25_000, "bound": "range"}, "equal"),
    ({"low": 40_000, "high": 40_000}, "differs"),
    ({"low": 20_000, "bound": "range"}, "overlaps"),
])  # fmt: skip
def test_where_the_headline_lies(given, finding):
    claims = changed(seed_claims(), "c66", **given)
    assert one("headline_against_body", claims)["finding"] == finding


def test_a_headline_that_restates_nothing_looks_for_its_kind():
    claims = changed(seed_claims(), "c66", restates=None, low=11_000, high=11_000)
    row = one("headline_against_body", claims)
    assert (row["finding"], row["inputs"]) == ("qualifier_differs", ("c66", "c1942"))
    lone = changed(seed_claims(), "c66", restates=None, kind="captured")
    assert one("headline_against_body", lone)["finding"] == "not_in_body"


def test_forecasts_of_two_sources_stay_apart():
    row = one("forecasts_apart")
    assert row["finding"] == "apart" and row["inputs"] == ("c775",)
    (other,) = row["details"]["others"]
    assert other["who"] == ("Les services secrets sud-coréens",)
    assert other["date"] == "[2025-07,2025-08]"
    assert row["details"]["plans"][0]["words"] == "dans les prochains mois"


def test_forecasts_of_one_source_or_of_nobody():
    mine = [row | {"who": (), "who_code": ()} for row in seed_dates()]
    assert one("forecasts_apart", None, mine)["finding"] == "apart_unattributed"
    none = [row for row in seed_dates() if row["tense"] != "ahead"]
    assert one("forecasts_apart", None, none)["details"]["reason"] == "one_forecast"
    assert one("forecasts_apart", without(seed_claims(), "c66", "c775"))["finding"] == (
        "nothing_to_check"
    )


def test_two_plans_of_two_sources_stay_apart_without_any_date():
    other = claim("c2500", 9_000, status="planned", who=("Séoul",), who_code=("KR",), **KOREA)
    row = one("forecasts_apart", [*seed_claims(), other], [])
    assert row["finding"] == "apart" and row["inputs"] == ("c775", "c2500")


def test_russia_denied_then_confirmed_without_a_number():
    row = one("denied_then_confirmed")
    assert row["finding"] == "denied_then_confirmed" and not row["details"]["numbers"]
    told = [(one["status"], one["date"]) for one in row["details"]["statements"]]
    assert told == [("denied", None), ("confirmed", "2025-04")]


def test_two_speakers_are_two_findings_and_dates_give_the_order():
    dates = [
        date(10, "mai 2025", "2025-05", status="denied", who=("Kyiv",)),
        date(20, "mars 2025", "2025-03", status="confirmed", who=("Kyiv",)),
        date(30, "juin 2025", "2025-06", status="denied", who=("Séoul",)),
    ]
    rows = table([], dates)["denied_then_confirmed"]
    assert [row["finding"] for row in rows] == ["confirmed_then_denied", "denied"]


def test_a_denied_figure_is_a_denial_with_a_number():
    claims = [claim("c5", 600, status="denied", who=("Moscou",), who_code=("RU",))]
    row = one("denied_then_confirmed", claims, [])
    assert row["finding"] == "denied" and row["inputs"] == ("c5",) and row["details"]["numbers"]


def test_the_publication_date_is_bounded_by_the_text():
    row = one("publication_date")
    assert row["finding"] == "bounded"
    assert (row["details"]["after"], row["details"]["before_end"]) == ("2025-04", "2025-08")


@pytest.mark.parametrize("dates, finding", [
    ([], "unknown"),
    ([date(1, "2024", "2024", tense="past")], "bounded_below"),
    ([date(1, "mai 2025", "2025-05", tense="ahead")], "bounded_above"),
    ([date(1, "2026", "2026", tense="past"), date(9, "2025", "2025", tense="ahead")],
     "contradictory"),
    ([date(1, "bientôt", tense="ahead"), date(9, "hier", tense="past")], "unknown"),
])  # fmt: skip
def test_other_bounds_of_publication(dates, finding):
    assert one("publication_date", [], dates)["finding"] == finding


def test_a_year_told_as_past_does_not_outdate_a_month_ahead():
    dates = [date(1, "en 2025", "2025", tense="past"), date(9, "août", "2025-08", tense="ahead")]
    assert one("publication_date", [], dates)["finding"] == "bounded"


@pytest.mark.parametrize("published, finding", [
    ("2025-07-10", "stated"), ("2025-03", "stated_contradicted"), ("2026", "stated_contradicted"),
])  # fmt: skip
def test_a_stated_date_is_taken_and_compared(published, finding):
    made = corpus()
    articles = made.articles.assign(published=published)
    frame = derived.figures(made.claims)
    found = checks.run(made.claims, made.dates, made.figures, articles, frame)
    assert found.set_index("check").loc["publication_date", "finding"] == finding


def test_all_numbers_add_up():
    row = one("all_numbers")
    assert row["finding"] == "all_read"
    assert row["details"]["digit_groups"] == {"claim": 5, "year": 5}
    assert row["details"]["words"] == 3 and row["details"]["unread"] == ()


def test_unread_numbers_are_listed_and_missing_claims_told():
    made = corpus()
    lost = made.figures.iloc[1:]
    unread = pd.DataFrame([figure(9, "7e5", "unread", reason="no number known")])
    empty = derived.figures(made.claims)
    for figures, finding in ((lost, "does_not_add_up"),
                             (pd.concat([made.figures, unread]), "some_unread")):  # fmt: skip
        found = checks.run(made.claims, made.dates, figures, made.articles, empty)
        row = found.set_index("check").loc["all_numbers"]
        assert row["finding"] == finding
    assert row["details"]["unread"] == (("7e5", "no number known"),)


def test_four_ukrainian_mentions_are_perhaps_one_origin():
    row = one("origins")
    sides = {side["code"]: side["mentions"] for side in row["details"]["sides"]}
    assert row["finding"] == "repeated"
    assert len(sides["UA"]) == 4 and len(sides["KR"]) == len(sides["RU"]) == 1
    assert row["details"]["relays"] == ("CNN",)
    assert row["details"]["unattributed"] == ("c66", "c132", "c234")
    assert row["details"]["sides"][0]["carried"] == ("c775", "c1993")


def test_words_without_a_country_stand_alone_and_articles_do_not_count():
    claims = [claim("c1", 5, who=("les médecins",)), claim("c2", 6, who=("Médecins",)),
              claim("c3", 7, who=("des habitants",))]  # fmt: skip
    row = one("origins", claims, [])
    assert row["finding"] == "separate" and row["details"]["origins"] == 2


def test_a_country_known_from_one_row_is_known_for_the_same_words():
    claims = [claim("c1", 5, who=("L'état-major",), who_code=("UA",))]
    dates = [date(50, "hier", who=("l'état-major",)), date(60, "jeudi", who=("Kyiv",))]
    row = one("origins", claims, dates)
    assert row["details"]["sides"][0]["mentions"] == ("L'état-major",)
    assert row["details"]["sides"][0]["code"] == "UA"


def test_no_claims_at_all_and_no_article_at_all():
    rows = table([], [])
    assert {name: row[0]["finding"] for name, row in rows.items()} == {
        **dict.fromkeys(NAMES, "nothing_to_check"), "all_numbers": "all_read",
        "publication_date": "unknown",
    }  # fmt: skip
    nothing = pd.DataFrame()
    found = checks.run(nothing, nothing, nothing, nothing, nothing)
    assert list(found["finding"]) == ["nothing_to_check"] * 7


@pytest.mark.parametrize("left_out", [("c66", "c775"), ("c234", "c1993"), ("c1942", "c1993")])
def test_every_check_answers_for_poorer_articles(left_out):
    rows = table(without(seed_claims(), *left_out))
    assert list(rows) == NAMES
    for row in chain(*rows.values()):
        assert row["finding"] != "nothing_to_check" or row["details"]["reason"]


def test_forty_articles_have_forty_answers_each():
    rows = table(forty(), [])
    assert {name: len(found) for name, found in rows.items()} == dict.fromkeys(NAMES, 40)


def test_sources_and_codes_run_side_by_side():
    assert speakers({"who": ("A", "B"), "who_code": ("UA",)}) == (("A", "UA"), ("B", "UA"))
    assert speakers({"who": ("A", "B"), "who_code": ()}) == (("A", None), ("B", None))
    assert normal("The  Army") == normal("army") != normal("CNN army")


@pytest.mark.parametrize("edtf, first, last", [
    ("2024-24", (2024, 12, 1), (2025, 2, 28)), ("2024", (2024, 1, 1), (2024, 12, 31)),
    ("2024/..", (2024, 1, 1), None), ("../2024", None, (2024, 12, 31)),
    ("2024-02-03", (2024, 2, 3), (2024, 2, 3)), ("2024-33", (2024, 1, 1), (2024, 12, 31)),
    ("", None, None),
])  # fmt: skip
def test_days_at_the_ends_of_dates(edtf, first, last):
    assert (first_day(edtf), last_day(edtf)) == (first, last)
