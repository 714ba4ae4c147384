"""Derived figures: the seed's five rows, altered copies, and pairs that are not made."""

import pytest
from hand_made import (
    KOREA,
    RUSSIA,
    changed,
    claim,
    corpus,
    forty,
    second_contingent,
    seed_claims,
    without,
)

from analysis import derived
from analysis.model import Problem

LOSS = {"kind": "killed_or_wounded", "bound": "about", "of": "c1942"}


def table(claims=None, **given):
    """Derived figures of some claims, by name; of several of a name the last."""
    made = corpus(claims)
    rows = derived.figures(made.claims, made.dates, **given).to_dict("records")
    return {row["name"]: row for row in rows}


def reasons(claims, **given):
    return {name: row["reason"] for name, row in table(claims, **given).items() if row["reason"]}


@pytest.mark.parametrize("name, expression, low, high, bound, inputs", [
    ("share_lost", "4,000 / 11,000", 4 / 11, 4 / 11, "about", ("c1993", "c1942")),
    ("not_reported_lost", "11,000 − 4,000", 7_000, 7_000, "about", ("c1942", "c1993")),
    ("plan_ratio", "25,000–30,000 / 11,000", 25 / 11, 30 / 11, "range", ("c775", "c1942")),
    ("strength_if_planned", "7,000 + 25,000–30,000", 32_000, 37_000, "range",
     ("c1942", "c1993", "c775")),
    ("sent_in_all_if_planned", "11,000 + 25,000–30,000", 36_000, 41_000, "range",
     ("c1942", "c775")),
])  # fmt: skip
def test_the_seed_gives_five_figures(name, expression, low, high, bound, inputs):
    row = table()[name]
    assert (row["expression"], row["bound"], row["inputs"]) == (expression, bound, inputs)
    assert (row["low"], row["high"]) == pytest.approx((low, high))
    assert row["computed"] and row["approximate"] and row["reason"] is None


def test_the_seed_gives_nothing_else_and_scenarios_are_marked():
    rows = table()
    assert list(rows) == list(derived.NAMES)
    assert [row["name"] for row in rows.values() if row["scenario"]] == list(derived.SCENARIOS)
    assert rows["share_lost"]["kind"] == "killed_or_wounded"
    assert len({row["derived"] for row in rows.values()}) == 5


def test_the_share_says_what_rounding_would_do():
    row = table()["share_lost"]
    assert (row["rounding_low"], row["rounding_high"]) == pytest.approx((35 / 115, 45 / 105))


def test_assumptions_are_printed():
    rows = table()
    assert "as the sentence says" in rows["share_lost"]["assumption"]
    assert rows["not_reported_lost"]["assumption"].startswith("by this source, at its date")
    strength = rows["strength_if_planned"]["assumption"]
    assert strength == "nobody else lost, none returned, no other arrivals"
    assert "additional, as the text says" in rows["sent_in_all_if_planned"]["assumption"]


def test_an_altered_base_changes_all_that_rests_on_it():
    before, after = table(), table(changed(seed_claims(), "c1942", low=12_500, high=12_500))
    assert after["share_lost"]["low"] == pytest.approx(0.32)
    assert after["not_reported_lost"]["low"] == 8_500
    assert (after["plan_ratio"]["low"], after["plan_ratio"]["high"]) == (2, 2.4)
    assert after["strength_if_planned"]["low"] == 33_500
    assert after["sent_in_all_if_planned"]["high"] == 42_500
    for name in derived.NAMES:
        assert before[name]["expression"] != after[name]["expression"]
        assert before[name]["derived"] == after[name]["derived"]


def test_the_order_of_the_rows_does_not_matter():
    assert [str(row) for row in table().values()] == [
        str(row) for row in table(seed_claims()[::-1]).values()
    ]


def test_the_reader_s_assumptions_change_scenarios_only():
    rows = table(further_losses=500, returned=200, arrivals=1_000)
    strength, sent = rows["strength_if_planned"], rows["sent_in_all_if_planned"]
    assert (strength["low"], strength["high"]) == (32_300, 37_300)
    assert strength["expression"] == "7,000 + 25,000–30,000 − 500 − 200 + 1,000"
    assert strength["assumption"] == "500 more lost, 200 returned, 1,000 other arrivals"
    assert (sent["low"], sent["high"]) == (37_000, 42_000)
    assert rows["not_reported_lost"]["low"] == 7_000


@pytest.mark.parametrize("wrong", ["many", -1, True, None, float("nan")])
def test_an_assumption_that_is_no_number_is_refused(wrong):
    with pytest.raises(Problem, match="returned"):
        table(returned=wrong)


def test_more_lost_than_there_were_is_no_strength():
    assert reasons(seed_claims(), further_losses=50_000) == {
        "strength_if_planned": "more would be gone than there were"
    }


def test_without_a_plan_there_are_shares_and_reasons():
    said = reasons(without(seed_claims(), "c66", "c775"))
    assert set(said) == {"plan_ratio", "strength_if_planned", "sent_in_all_if_planned"}
    assert set(said.values()) == {"no plan is given in numbers"}


def test_without_losses_the_plan_is_still_compared():
    rows = table(without(seed_claims(), "c234", "c1993"))
    assert rows["share_lost"]["reason"] == "no figure of losses is given in numbers"
    assert rows["plan_ratio"]["computed"] and not rows["strength_if_planned"]["computed"]


def test_two_contingents_leave_the_plan_unpaired_and_are_named():
    rows = table([*seed_claims(), second_contingent()])
    assert rows["share_lost"]["computed"]
    assert rows["plan_ratio"]["reason"] == "2 contingents could be meant: about 11,000 and 3,000"
    assert rows["plan_ratio"]["inputs"] == ("c775", "c1942", "c2403")


@pytest.mark.parametrize("unsaid", ["actor", "destination"])
def test_a_contingent_that_says_less_could_be_meant_too(unsaid):
    other = second_contingent(**{unsaid: None, f"{unsaid}_code": None})
    assert "could be meant" in table([*seed_claims(), other])["plan_ratio"]["reason"]


def test_another_country_s_contingent_is_no_candidate():
    other = second_contingent(actor="chinois", actor_code="CN")
    assert table([*seed_claims(), other])["plan_ratio"]["computed"]


@pytest.mark.parametrize("given", [
    {"of": "c1942"}, {"status": "denied"}, {"restates": "c1942"},
    {"low": None, "high": None, "bound": "vague"}, {"unit": "share", "low": 0.5, "high": 0.5},
])  # fmt: skip
def test_parts_denials_repetitions_words_and_shares_are_no_base(given):
    assert table([*seed_claims(), second_contingent() | given])["plan_ratio"]["computed"]


@pytest.mark.parametrize("given, reason", [
    ({"actor": None, "actor_code": None}, "does not say whose people"),
    ({"destination": None, "destination_code": None}, "gives no destination"),
    ({"actor": "chinois", "actor_code": "CN"}, "no contingent of the same people"),
    ({"destination": "Chine", "destination_code": "CN"}, "no contingent of the same people"),
])  # fmt: skip
def test_a_plan_without_its_fellow_says_why(given, reason):
    assert reason in table(changed(seed_claims(), "c775", **given))["plan_ratio"]["reason"]


@pytest.mark.parametrize("given, reason", [
    ({"low": None, "high": None, "bound": "vague", "quote": "Des milliers"},
     "part of “Des milliers”, which is no number"),
    ({"kind": "other"}, "no figure of persons deployed"),
    ({"status": "planned"}, "which is planned"),
    ({"status": "denied"}, "which is denied"),
    ({"unit": "share", "low": 0.5, "high": 0.5}, "which is a share"),
])  # fmt: skip
def test_a_group_that_is_no_base_is_named(given, reason):
    group = claim("c2", 800) | given
    claims = [claim("c1", 900), group, claim("c3", 30, kind="killed", of="c2")]
    assert reason in table(claims)["share_lost"]["reason"]


def test_a_loss_of_the_same_people_and_place_is_paired_and_says_so():
    claims = [claim("c1", 900, **KOREA, **RUSSIA),
              claim("c2", 90, kind="killed", **KOREA, **RUSSIA)]  # fmt: skip
    row = table(claims)["share_lost"]
    assert row["low"] == 0.1 and "taken to be among" in row["assumption"]


def test_a_part_of_a_part_counts_among_the_whole_contingent():
    claims = [*seed_claims(), claim("c2100", 1_000, kind="killed", of="c1993")]
    rows = derived.figures(corpus(claims).claims)
    shares = rows[rows["name"] == "share_lost"].set_index("kind")
    assert shares.loc["killed", "inputs"] == ("c2100", "c1942")


def test_losses_of_two_kinds_are_two_shares_and_never_one_sum():
    claims = [*seed_claims(), claim("c2100", 1_000, kind="killed", of="c1942")]
    made = derived.figures(corpus(claims).claims)
    assert set(made[made["name"] == "share_lost"]["kind"]) == {"killed", "killed_or_wounded"}
    strength = made[made["name"] == "strength_if_planned"].iloc[0]
    assert not strength["computed"] and "never added up" in strength["reason"]
    assert 5_000 not in made[["low", "high"]].to_numpy()


def test_a_base_told_twice_is_one_base():
    head = claim("c9", 11_000, section="headline", restates="c1942", **KOREA, **RUSSIA)
    claims = [head, *changed(seed_claims(), "c1993", of="c9")]
    assert table(claims)["share_lost"]["inputs"] == ("c1993", "c1942")


@pytest.mark.parametrize("given, bound, low, high", [
    ({"high": None, "bound": "more_than"}, "more_than", 4 / 11, None),
    ({"low": None, "bound": "at_most"}, "at_most", None, 4 / 11),
])  # fmt: skip
def test_open_ends_stay_open_in_shares(given, bound, low, high):
    row = table(changed(seed_claims(), "c1993", **given))["share_lost"]
    ends = [None if end != end else end for end in (row["low"], row["high"])]
    assert row["bound"] == bound and ends == pytest.approx([low, high])


def test_a_part_larger_than_its_whole_is_refused():
    said = reasons(changed(seed_claims(), "c1993", low=13_000, high=13_000))
    assert said["share_lost"] == "the part is larger than the group"
    assert said["strength_if_planned"] == "more would be gone than there were"


def test_a_part_that_may_be_larger_is_cut_at_the_whole():
    row = table(changed(seed_claims(), "c1993", high=12_000, bound="range"))["share_lost"]
    assert row["high"] == 1 and "not larger than its whole" in row["assumption"]


def test_no_claims_and_claims_of_other_things_give_no_rows():
    for claims in ([], [claim("c1", 50, kind="displaced")]):
        made = derived.figures(corpus(claims).claims)
        assert made.empty and tuple(made.columns) == derived.COLUMNS


def test_losses_alone_are_told_once_an_article():
    claims = [claim(f"c{n}", n, kind="killed") for n in range(1, 9)]
    assert reasons(claims) == dict.fromkeys(
        ("share_lost", "not_reported_lost"),
        "no figure of persons deployed is given in numbers",
    )


def test_forty_articles_never_pair_across_articles():
    made = derived.figures(corpus(forty()).claims)
    assert len(made) == 200 and made["computed"].all() and made["derived"].is_unique
    for inputs in made["inputs"]:
        assert len({one[-3:] for one in inputs}) == 1


def test_french_words_and_numbers():
    row = table(language="fr")["strength_if_planned"]
    assert row["assumption"] == "aucune autre perte, aucun retour, aucune autre arrivée"
    assert "," not in row["expression"]


def test_many_contingents_are_counted_and_a_few_are_named():
    others = [second_contingent(f"c9{n}", n) for n in range(100, 110)]
    row = table([*seed_claims(), *others])["plan_ratio"]
    assert row["reason"].startswith("11 contingents could be meant: about 11,000, 100, 101, 102")
    assert row["reason"].endswith("and …") and len(row["inputs"]) == 5
