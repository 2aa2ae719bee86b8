"""Where values stand, and the round numbers beside them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.infographics.scale import Scale, ends, nice_step, ticks


@pytest.mark.parametrize(
    ("span", "count", "step"),
    [
        ("10", 5, "2"),
        ("42186", 4, "20000"),
        ("100", 5, "20"),
        ("7", 5, "2"),
        ("1", 4, "0.5"),
        ("0.003", 3, "0.001"),
        ("12345678901234", 5, "5000000000000"),
        ("0", 5, "1"),
        ("-3", 5, "1"),
    ],
)
def test_a_step_is_one_two_or_five_times_a_power_of_ten(span, count, step):
    assert nice_step(Decimal(span), count) == Decimal(step)


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        ("0", "42186", 4, "0 20000 40000 60000"),
        ("0", "100", 4, "0 50 100"),
        ("0", "100", 5, "0 20 40 60 80 100"),
        ("90", "97", 5, "90 92 94 96 98"),
        ("-1200", "5600", 4, "-2000 0 2000 4000 6000"),
        ("-9", "-3", 3, "-10 -8 -6 -4 -2"),
        ("0.0012", "0.0049", 4, "0.001 0.002 0.003 0.004 0.005"),
        ("1000000000", "5000000000", 4, "1000000000 2000000000 3000000000 4000000000 5000000000"),
        ("0", "0", 4, "0 1"),
        ("7", "7", 4, "0 2 4 6 8"),
        ("-7", "-7", 4, "-8 -6 -4 -2 0"),
    ],
)
def test_round_numbers_hold_all_values_between_them(low, high, count, expected):
    assert ticks(Decimal(low), Decimal(high), count) == tuple(map(Decimal, expected.split()))


@pytest.mark.parametrize(("high", "expected"), [("1", "0 1"), ("2", "0 1 2"), ("3", "0 1 2 3")])
def test_there_is_no_half_of_a_visit(high, expected):
    assert ticks(Decimal(0), Decimal(high), 4, whole=True) == tuple(map(Decimal, expected.split()))


@given(st.decimals(-(10**12), 10**12, places=3), st.decimals(-(10**12), 10**12, places=3), st.integers(2, 8))
def test_whatever_the_values_the_marks_are_few_even_and_hold_them(one, other, count):
    low, high = sorted((one, other))
    found = ticks(low, high, count)
    assert 2 <= len(found) <= count + 3
    assert len({after - before for before, after in pairwise(found)}) == 1
    assert found[0] <= low or low == high
    assert found[-1] >= high or low == high


@pytest.mark.parametrize(
    ("value", "place"), [("0", 100.0), ("50", 200.0), ("100", 300.0), ("-50", 0.0), ("150", 400.0)]
)
def test_a_value_stands_in_its_share_of_the_way(value, place):
    assert Scale(low=Decimal(0), high=Decimal(100), start=100, end=300).at(Decimal(value)) == place


def test_on_an_axis_of_no_length_all_stand_at_its_start():
    assert Scale(low=Decimal(5), high=Decimal(5), start=10, end=20).at(Decimal(5)) == 10


@pytest.mark.parametrize(
    ("values", "from_zero", "expected"),
    [
        (("3", "7"), True, ("0", "7")),
        (("3", "7"), False, ("3", "7")),
        (("-3", "7"), True, ("-3", "7")),
        (("-3", "-7"), True, ("-7", "0")),
        ((None, "7"), False, ("7", "7")),
        ((None, None), False, ("0", "0")),
        ((), True, ("0", "0")),
    ],
)
def test_the_ends_leave_out_what_is_not_known(values, from_zero, expected):
    given_ = [None if value is None else Decimal(value) for value in values]
    assert ends(given_, from_zero=from_zero) == tuple(map(Decimal, expected))
