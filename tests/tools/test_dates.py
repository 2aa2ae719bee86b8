"""Dates and times in words: English by the design's patterns, other languages by babel."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.kernel.library import OpeningHours
from plugins.tools.dates import (
    clock_words,
    date_words,
    day_words,
    days_words,
    hour_words,
    hours_words,
    knows_language,
    list_words,
    month_letter,
    month_words,
    months_words,
    range_words,
    short_day,
    span_words,
    weekday,
)

SATURDAY = date(2026, 10, 17)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Saturday 17 October"),
        ("en-US", "Saturday 17 October"),
        ("en-CA", "Saturday 17 October"),
        ("es", "sábado, 17 de octubre"),
        ("es-MX", "sábado, 17 de octubre"),
        ("fr", "samedi 17 octobre"),
        ("de", "Samstag, 17. Oktober"),
        ("vi", "Thứ Bảy, 17 tháng 10"),
        ("ar", "السبت، 17 أكتوبر"),
        ("ru", "суббота, 17 октября"),
        ("zh-Hant", "10月17日 星期六"),
        ("tlh", "Saturday 17 October"),  # a language nobody has dates for
        ("", "Saturday 17 October"),
    ],
)
def test_a_day_has_words(lang, expected):
    assert day_words(SATURDAY, lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Saturday 17 October 2026"),
        ("es", "sábado, 17 de octubre de 2026"),
        ("ar", "السبت، 17 أكتوبر 2026"),
        ("zh-Hant", "2026年10月17日 星期六"),
    ],
)
def test_a_day_may_have_its_year(lang, expected):
    assert day_words(SATURDAY, lang, year=True) == expected


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        (short_day, "en", "Sat 17 Oct"),
        (short_day, "en-US", "Sat 17 Oct"),
        (short_day, "es", "sáb, 17 oct"),
        (weekday, "en", "Saturday"),
        (weekday, "es", "sábado"),
        (month_words, "en", "October 2026"),
        (month_words, "es", "octubre de 2026"),
        (date_words, "en-US", "17 October 2026"),
        (date_words, "es", "17 de octubre de 2026"),
    ],
)
def test_a_day_has_shorter_words(words, lang, expected):
    assert words(SATURDAY, lang) == expected


def test_september_is_short_everywhere_in_english():
    assert {short_day(date(2026, 9, 5), lang) for lang in ("en", "en-GB", "en-CA", "en-AU")} == {"Sat 5 Sep"}


@pytest.mark.parametrize(
    ("first", "last", "lang", "year", "expected"),
    [
        (SATURDAY, SATURDAY, "en", False, "17 October"),
        (SATURDAY, SATURDAY, "en", True, "17 October 2026"),
        (SATURDAY, date(2026, 10, 19), "en", False, "17 to 19 October"),
        (SATURDAY, date(2026, 10, 19), "en-US", True, "17 to 19 October 2026"),
        (SATURDAY, date(2026, 11, 2), "en", False, "17 October to 2 November"),
        (SATURDAY, date(2027, 1, 2), "en", False, "17 October 2026 to 2 January 2027"),
        (SATURDAY, SATURDAY, "es", False, "17 de octubre"),
        (SATURDAY, date(2026, 10, 19), "es", False, "17–19 de octubre"),
        (SATURDAY, date(2026, 10, 19), "vi", False, "17 – 19 thg 10"),
    ],
)
def test_several_days_have_words(first, last, lang, year, expected):
    assert range_words(first, last, lang, year=year) == expected


@pytest.mark.parametrize(
    ("at", "lang", "expected"),
    [
        (time(14), "en", "2:00 pm"),
        (time(0), "en", "12:00 am"),
        (time(12), "en", "12:00 pm"),
        (time(11, 59), "en-CA", "11:59 am"),
        (time(14), "es", "14:00"),
        (time(14), "es-MX", "2:00 p.m."),  # a plain space
        (time(14), "ar", "2:00 م"),
    ],
)
def test_a_time_has_words(at, lang, expected):
    assert clock_words(at, lang) == expected


@pytest.mark.parametrize(
    ("starts", "ends", "lang", "expected"),
    [
        (time(14), time(15, 30), "en", "2:00 to 3:30 pm"),
        (time(10), time(10, 40), "en", "10:00 to 10:40 am"),
        (time(11, 30), time(13), "en", "11:30 am to 1:00 pm"),
        (time(22), time(1), "en", "10:00 pm to 1:00 am"),
        (time(15), time(14), "en", "3:00 pm to 2:00 pm"),  # the next day
        (time(14), time(15, 30), "es", "14:00 a 15:30"),
        (time(14), time(15, 30), "he", "14:00–15:30"),
    ],
)
def test_a_span_says_am_and_pm_once_where_it_can(starts, ends, lang, expected):
    assert span_words(starts, ends, lang) == expected


@pytest.mark.parametrize(
    ("opens", "closes", "lang", "expected"),
    [
        (time(9), time(20), "en", "9 am to 8 pm"),
        (time(9, 30), time(12), "en", "9:30 am to 12 pm"),
        (time(8), time(0), "en", "8 am to midnight"),
        (time(0), time(0), "en", "24 hours"),
        (time(9), time(20), "es", "9:00 a 20:00"),
        (time(9), time(20), "fr", "09:00 à 20:00"),
    ],
)
def test_opening_hours_leave_out_empty_minutes(opens, closes, lang, expected):
    assert hours_words(OpeningHours(opens=opens, closes=closes), lang) == expected


@pytest.mark.parametrize(
    ("at", "lang", "expected"), [(time(9), "en", "9 am"), (time(17, 30), "en", "5:30 pm"), (time(17), "es", "17:00")]
)
def test_an_hour_leaves_out_empty_minutes(at, lang, expected):
    assert hour_words(at, lang) == expected


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", True),
        ("es-MX", True),
        ("zh-Hant", True),
        ("ar", True),
        ("tlh", False),
        ("english", False),
        ("", False),
        ("e", False),
        ("es_MX", False),
    ],
)
def test_a_language_is_known_by_its_tag(tag, known):
    assert knows_language(tag) is known


@pytest.mark.parametrize(
    ("days", "lang", "expected"),
    [
        ([(11, 3)], "en", "3 November"),
        ([(11, 3), (11, 10), (11, 17)], "en", "3, 10 and 17 November"),
        ([(10, 27), (11, 3)], "en", "27 October and 3 November"),
        ([(11, 3), (11, 10), (11, 17)], "es", "3, 10 y 17 de noviembre"),
        ([(11, 3), (11, 10)], "de", "3. und 10. November"),
        ([(11, 3), (11, 10)], "zh", "11月3日和11月10日"),
        ([(11, 3), (11, 10)], "xx", "3 and 10 November"),
    ],
)
def test_days_are_told_with_their_month_once(days, lang, expected):
    assert days_words(tuple(date(2026, *day) for day in days), lang) == expected


@pytest.mark.parametrize(
    ("lang", "letter", "months", "names"),
    [
        ("en", "A", "Apr – Jun 2023", "Central, Northside and Mill Street"),
        ("en-US", "A", "Apr – Jun 2023", "Central, Northside and Mill Street"),
        ("es", "A", "abr–jun 2023", "Central, Northside y Mill Street"),
    ],
)
def test_months_by_a_letter_and_together_and_a_list(lang, letter, months, names):
    first, last = date(2023, 4, 1), date(2023, 6, 30)
    assert (month_letter(first, lang), months_words(first, last, lang)) == (letter, months)
    assert list_words(("Central", "Northside", "Mill Street"), lang) == names
