"""Numbers as each language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plugins.tools.numbers import compact_words, count_words, large_words, money_words, number_words, percent_words


@pytest.mark.parametrize(
    ("value", "lang", "decimals", "expected"),
    [
        ("342900", "en", 0, "342,900"),
        ("342900", "es", 0, "342.900"),
        ("342900", "fr", 0, "342\u00a0900"),
        ("1234.5", "en", 1, "1,234.5"),
        ("1234.5", "es", 2, "1234,50"),
        ("0", "en", 0, "0"),
        ("-5", "en", 0, "-5"),
        ("0.5", "en", 0, "0"),
        ("1.5", "en", 0, "2"),
        ("123456789012345678901", "en", 0, "123,456,789,012,345,678,901"),
    ],
)
def test_a_number_in_full(value, lang, decimals, expected):
    said = number_words(Decimal(value), lang, decimals)
    assert said in {expected, expected.replace("1234,50", "1.234,50")}


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        ("0", "en", "0"),
        ("0.05", "en", "0.05"),
        ("9999", "en", "9,999"),
        ("45000", "en", "45K"),
        ("1200000", "en", "1.2M"),
        ("2500000000", "en", "2.5B"),
        ("-20000", "en", "-20K"),
        ("1200000", "es", "1,2\u00a0M"),
    ],
)
def test_a_mark_of_an_axis_is_short(value, lang, expected):
    assert compact_words(Decimal(value), lang) == expected


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [
        ("999999", "en", "999,999"),
        ("1234567", "en", "1.2 million"),
        ("1000000", "en", "1 million"),
        ("3400000000", "en", "3.4 billion"),
        ("1234567", "es", "1,2 millones"),
        ("1000000", "es", "1 millón"),
    ],
)
def test_a_large_number_in_words(value, lang, expected):
    assert large_words(Decimal(value), lang).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("value", "lang", "decimals", "expected"),
    [
        ("49.8", "en", 1, "49.8%"),
        ("49.8", "en", 0, "50%"),
        ("49.8", "es", 1, "49,8\u00a0%"),
        ("100", "en", 0, "100%"),
        ("-3", "en", 0, "-3%"),
        ("0.04", "en", 2, "0.04%"),
    ],
)
def test_thirty_nine_percent_is_the_value_39(value, lang, decimals, expected):
    assert percent_words(Decimal(value), lang, decimals) == expected


@pytest.mark.parametrize(
    ("value", "currency", "lang", "decimals", "expected"),
    [
        ("1250", "USD", "en", 0, "$1,250"),
        ("1250.5", "USD", "en", 2, "$1,250.50"),
        ("12.5", "EUR", "es", 2, "12,50\u00a0€"),
        ("99", "GBP", "en", 0, "£99"),
    ],
)
def test_money_stands_as_people_write_it(value, currency, lang, decimals, expected):
    assert money_words(Decimal(value), currency, lang, decimals) == expected


@pytest.mark.parametrize(
    ("number", "lang", "expected"),
    [
        (0, "en", "zero"),
        (7, "en-US", "seven"),
        (20, "en", "twenty"),
        (21, "en", "21"),
        (1234, "en", "1,234"),
        (-1, "en", "-1"),
        (7, "es", "siete"),
        (16, "es", "dieciséis"),
        (7, "ar", "7"),
    ],
)
def test_a_small_number_has_a_word(number, lang, expected):
    assert count_words(number, lang) == expected
