"""Counts as intervals: what holds for every number that the inputs allow."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.intervals import Interval, inside, minus, over, overlap, plus, rounding, within

RANK = {"exact": 0, "about": 1}
COUNTS = st.integers(0, 10**7)


@st.composite
def intervals(draw):
    low, high = sorted((draw(COUNTS), draw(COUNTS)))
    bound = draw(st.sampled_from(["exact", "about", "range", "at_least", "more_than",
                                  "at_most", "fewer_than"]))  # fmt: skip
    if bound in ("exact", "about"):
        return Interval(low, low, bound)
    if bound in ("at_least", "more_than"):
        return Interval(low, None, bound)
    if bound in ("at_most", "fewer_than"):
        return Interval(None, high, bound)
    return Interval(low, high, bound)


def members(value: Interval) -> st.SearchStrategy[int]:
    """Numbers that an interval allows."""
    low = 0 if value.low is None else value.low + (value.bound == "more_than")
    high = low + 10**6 if value.high is None else value.high - (value.bound == "fewer_than")
    assume(low <= high)
    return st.integers(low, high)


@pytest.mark.parametrize("operation, reckoned", [
    (plus, lambda a, b: a + b),
    (minus, lambda a, b: a - b),
    (over, lambda a, b: a / b if b else None),
])  # fmt: skip
@given(data=st.data(), a=intervals(), b=intervals())
def test_what_the_inputs_allow_lies_in_the_result(operation, reckoned, data, a, b):
    number = reckoned(data.draw(members(a)), data.draw(members(b)))
    result = operation(a, b)
    if number is not None and not result.empty:
        assert result.low is None or number >= result.low or number == pytest.approx(result.low)
        assert result.high is None or number <= result.high or number == pytest.approx(result.high)


@given(a=intervals(), b=intervals())
def test_open_ends_stay_open(a, b):
    assert (plus(a, b).low is None) == (a.low is None or b.low is None)
    assert (plus(a, b).high is None) == (a.high is None or b.high is None)
    assert (minus(a, b).low is None) == (a.low is None or b.high is None)
    if a.high is None or b.low is None:
        assert over(a, b).high is None


@given(a=intervals(), b=intervals())
def test_no_result_is_firmer_than_its_inputs(a, b):
    weakest = max(RANK.get(one.bound, 2) for one in (a, b))
    for result in (plus(a, b), minus(a, b), over(a, b)):
        assert RANK.get(result.bound, 2) >= weakest


@given(a=intervals(), b=intervals())
def test_ends_are_in_order_and_inside_means_overlap(a, b):
    for result in (plus(a, b), over(a, b)):
        if result.low is not None and result.high is not None:
            assert result.low <= result.high
    assert overlap(a, b) == overlap(b, a)
    if inside(a, b) and not a.empty:
        assert overlap(a, b)


@given(value=intervals())
def test_rounding_only_widens_what_is_about(value):
    rounded = rounding(value)
    if value.bound != "about":
        assert rounded == value
    assert value.low is None or rounded.low <= value.low
    assert value.high is None or rounded.high >= value.high


@pytest.mark.parametrize("number, low, high", [
    (11_000, 10_500, 11_500), (4_000, 3_500, 4_500), (12_500, 12_450, 12_550),
    (30, 25, 35), (31, 31, 31), (0, 0, 0),
])  # fmt: skip
def test_rounding_goes_to_the_last_significant_digit(number, low, high):
    rounded = rounding(Interval(number, number, "about"))
    assert (rounded.low, rounded.high) == (low, high)


def test_division_by_none_leaves_the_end_open():
    assert over(Interval(5, 5), Interval(0, 10, "range")) == Interval(0.5, None, "at_least")
    assert over(Interval(5, 5), Interval(0, 0)).empty


def test_within_moves_closed_ends_only():
    assert within(Interval(0.9, 1.2, "range"), 0, 1).high == 1
    assert within(Interval(0.9, None, "at_least"), 0, 1).high is None
