"""Numbers as people write them, told by the whole column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.infographics.model import Form
from plugins.infographics.read_numbers import is_blank, parse_number, read_numbers


def numbers(*cells: str, delimiter: str = ",") -> list[str]:
    return ["" if one is None else f"{one:f}" for one in read_numbers(cells, delimiter).values]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("12", "0", "00"), ["12", "0", "0"]),
        (("1,234", "56"), ["1234", "56"]),
        (("1,234.5", "2,000"), ["1234.5", "2000"]),
        (("1.234,5", "2.000"), ["1234.5", "2000"]),
        (("3,5", "1.250"), ["3.5", "1250"]),
        (("3.5", "1,250"), ["3.5", "1250"]),
        (("1.234.567", "1.000"), ["1234567", "1000"]),
        (("1,234,567", "1,000"), ["1234567", "1000"]),
        (("12,34,567", "1,000"), ["1234567", "1000"]),
        (("0,125", "1,500"), ["0.125", "1.500"]),
        (("0.125", "1.500"), ["0.125", "1.500"]),
        (("1 234", "1\u00a0234", "1\u202f234", "1'234", "1’234"), ["1234"] * 5),
        (("-3", "−4", "–5", "6-", "(7)", "+8"), ["-3", "-4", "-5", "-6", "-7", "8"]),
        (("39%", "40 %", "-1%"), ["39", "40", "-1"]),
        (("£1,200", "£3.50", "-£2"), ["1200", "3.50", "-2"]),
        (("1.200,50 €", "€ 3"), ["1200.50", "3"]),
        (("USD 12", "12 USD"), ["12", "12"]),
        (("US$12", "A$ 3", "$4"), ["12", "3", "4"]),
        (("٤١٢", "١٢٫٥"), ["412", "12.5"]),
        ((".5", "1"), ["0.5", "1"]),
        (("", "-", "–", "n/a", "N/A", "..", ":", "x", "*", "null", "7"), [""] * 10 + ["7"]),
    ],
)
def test_what_a_column_says(cells: tuple[str, ...], expected: list[str]):
    column = read_numbers(cells)
    assert (numbers(*cells), column.strange, column.mixed) == (expected, (), None)


@pytest.mark.parametrize(
    ("cells", "delimiter", "expected", "unclear"),
    [
        (("1.234", "5.678"), ",", ["1.234", "5.678"], True),
        (("1.234", "5.678"), ";", ["1234", "5678"], False),
        (("1,234", "5,678"), ",", ["1234", "5678"], False),
        (("1,234", "5,678"), ";", ["1.234", "5.678"], True),
        (("1.234", "5.6"), ";", ["1.234", "5.6"], False),
        (("1234", "5"), ";", ["1234", "5"], False),
    ],
)
def test_where_nothing_tells_the_manner_of_the_table_does(cells, delimiter, expected, unclear):
    assert numbers(*cells, delimiter=delimiter) == expected
    assert read_numbers(cells, delimiter).is_unclear is unclear


def test_a_column_that_is_written_in_two_ways_is_told_by_the_first_of_the_fewer():
    assert read_numbers(["1.234,5", "3,5", "1,234.5"]).mixed == 2
    assert read_numbers(["1.234,5", "1,234.5", "3.5"]).mixed == 0


@pytest.mark.parametrize(
    "text", ["Central", "12 boxes", "1.2.3,4,5x", "12:30", "2025-01", "about 40", "1e5", "#REF!", "½"]
)
def test_text_is_no_number(text: str):
    assert read_numbers(["1", text]).strange == (1,)
    assert read_numbers(["1", text]).values == (Decimal(1), None)


@pytest.mark.parametrize(
    ("cells", "form", "currency", "decimals"),
    [
        (("1", "2"), Form.NUMBER, "", 0),
        (("1.25", "2.5"), Form.NUMBER, "", 2),
        (("1.50", "2.0"), Form.NUMBER, "", 1),
        (("39%", "40%", ""), Form.PERCENT, "", 0),
        (("39%", "40", "41"), Form.NUMBER, "", 0),
        (("£1", "£2.50"), Form.MONEY, "GBP", 1),
        (("$5",), Form.MONEY, "USD", 0),
        (("CHF 5",), Form.MONEY, "CHF", 0),
        (("C$5",), Form.MONEY, "CAD", 0),
    ],
)
def test_what_kind_of_numbers_a_column_holds(cells, form, currency, decimals):
    column = read_numbers(cells)
    assert (column.form, column.currency, column.decimals) == (form, currency, decimals)


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1), st.sampled_from(["{}", "{:,}"]))
def test_whole_numbers_come_back_however_they_are_grouped(values: list[int], manner: str):
    assert [int(one or 0) for one in read_numbers([manner.format(one) for one in values]).values] == values


@given(st.lists(st.decimals(0, 10**7, places=2), min_size=1))
def test_prices_come_back_in_both_manners(values: list[Decimal]):
    english = [f"{one:,.2f}" for one in values]
    german = [one.translate(str.maketrans(",.", ".,")) for one in english]
    assert list(read_numbers(english).values) == list(read_numbers(german).values) == values


@pytest.mark.parametrize("cell", ["A£5", "US€ 5", "C¥", "A£"])
def test_a_sign_of_no_currency_is_no_number_and_breaks_nothing(cell):
    assert read_numbers([cell, "1"]).strange == (0,)


@pytest.mark.parametrize("cell", ["9" * 19, "9" * 500, f"{10**18:,}", f"1{'0' * 18}.5"])
def test_what_is_too_long_for_anything_counted_is_a_key_and_no_number(cell):
    assert read_numbers([cell]).strange == (0,)
    assert numbers("9" * 18, "0.30000000000000004") == ["9" * 18, "0.30000000000000004"]


@given(st.lists(st.text(max_size=12)))
def test_any_column_at_all_has_as_many_values_as_cells(cells: list[str]):
    column = read_numbers(cells)
    assert len(column.values) == len(cells)
    assert all(column.values[at] is None for at in column.strange)


def test_one_number_of_an_option():
    assert parse_number("1,000") == 1000
    with pytest.raises(ValueError, match="many"):
        parse_number("many")
    assert is_blank("N/A")
    assert not is_blank("0")
