"""Dates, times and lists in words, as people of each language write them (by babel)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton, format_time, get_day_names, match_skeleton
from babel.lists import format_list

from plugins.kernel.library import OpeningHours

# The spaces that CLDR puts into times and ranges; a plain one is found by search, and set evenly by every font.
_PLAIN_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " "})
_NOON_MINUTE = 12 * 60
_MIDNIGHT_MINUTE = 24 * 60
_JOINED_BY = {"es": " a ", "fr": " à ", "de": " bis "}


def language_name(tag: str) -> str:
    """Return a language's name for itself: "español"; the tag where we do not know it."""
    return (locale_of(tag).get_display_name(locale_of(tag)) or tag) if knows_language(tag) else tag


def language_words(tag: str, lang: str) -> str:
    """Return a language's name in another: "Spanish"; the tag where we do not know it."""
    return (locale_of(tag).get_display_name(locale_of(lang)) or tag) if knows_language(tag) else tag


def knows_language(tag: str) -> bool:
    """Tell whether a language tag such as "es" or "zh-Hant" is one whose dates we can write."""
    try:
        return bool(Locale.parse(tag, sep="-").language)
    except (UnknownLocaleError, ValueError, TypeError):
        return False


@lru_cache(maxsize=64)
def locale_of(lang: str) -> Locale:
    """Return what babel knows of a language; English where it knows nothing."""
    return next((Locale.parse(tag, sep="-") for tag in (lang, _base(lang)) if knows_language(tag)), Locale("en"))


def _base(lang: str) -> str:
    return lang.partition("-")[0].lower()


def _is_english(lang: str) -> bool:
    return locale_of(lang).language == "en"


def _named(day: date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale=locale).translate(_PLAIN_SPACES)


@lru_cache(maxsize=64)
def _yearless_pattern(locale: Locale) -> str:
    """Return CLDR's nearest pattern of weekday, day and month, with both names written out (UTS 35, 2.6.2.2)."""
    found = match_skeleton("MMMMEEEEd", locale.datetime_skeletons) or "MMMEd"
    pattern = re.sub("E+|ccc+", "EEEE", str(locale.datetime_skeletons[found].pattern))
    return re.sub("MMM+", "MMMM", pattern)


@lru_cache(maxsize=4096)
def day_words(day: date, lang: str, *, year: bool = False) -> str:
    """Return "Saturday 17 October", or with the year after it."""
    locale = locale_of(lang)
    if _is_english(lang):
        return _named(day, "EEEE d MMMM y" if year else "EEEE d MMMM", locale)
    return _named(day, "full" if year else _yearless_pattern(locale), locale)


@lru_cache(maxsize=4096)
def short_day(day: date, lang: str) -> str:
    """Return "Sat 17 Oct"."""
    locale = locale_of(lang)
    if _is_english(lang):
        return _named(day, "EEE d MMM", Locale("en"))
    return format_skeleton("MMMEd", day, locale=locale).translate(_PLAIN_SPACES)


@lru_cache(maxsize=1024)
def weekday(day: date, lang: str) -> str:
    """Return "Saturday"."""
    return str(get_day_names("wide", "stand-alone", locale_of(lang))[day.weekday()])


@lru_cache(maxsize=1024)
def weekdays_words(days: tuple[int, ...], lang: str) -> str:
    """Return "Tuesday and Thursday" of numbers of days, Monday being 0."""
    locale = locale_of(lang)
    names = get_day_names("wide", "stand-alone", locale)
    return str(format_list([str(names[day]) for day in days], locale=locale)).translate(_PLAIN_SPACES)


@lru_cache(maxsize=1024)
def short_weekday(day: date, lang: str) -> str:
    """Return "Sat"."""
    return str(get_day_names("abbreviated", "stand-alone", locale_of(lang))[day.weekday()])


@lru_cache(maxsize=1024)
def short_month(day: date, lang: str) -> str:
    """Return "Oct"."""
    return _named(day, "LLL", locale_of(lang)).rstrip(".")


@lru_cache(maxsize=1024)
def short_date(day: date, lang: str) -> str:
    """Return "6 Oct 2026"."""
    return _named(day, "d MMM y" if _is_english(lang) else "medium", locale_of(lang))


@lru_cache(maxsize=1024)
def month_name(day: date, lang: str) -> str:
    """Return "October"."""
    return _named(day, "LLLL", locale_of(lang))


@lru_cache(maxsize=1024)
def month_words(day: date, lang: str) -> str:
    """Return "October 2026"."""
    return format_skeleton("yMMMM", day, locale=locale_of(lang)).translate(_PLAIN_SPACES)


@lru_cache(maxsize=1024)
def month_letter(day: date, lang: str) -> str:
    """Return "O"."""
    return _named(day, "LLLLL", locale_of(lang))


@lru_cache(maxsize=1024)
def months_words(first: date, last: date, lang: str) -> str:
    """Return "Apr – Jun 2023" of the months of two days."""
    return format_interval(first, last, "yMMM", locale=locale_of(lang)).translate(_PLAIN_SPACES)


@lru_cache(maxsize=1024)
def date_words(day: date, lang: str) -> str:
    """Return "17 October 2026", without the weekday."""
    return _named(day, "d MMMM y" if _is_english(lang) else "long", locale_of(lang))


@lru_cache(maxsize=1024)
def range_words(first: date, last: date, lang: str, *, year: bool = False) -> str:
    """Return "17 to 19 October", "30 October to 2 November"; with the years whenever they differ."""
    if first == last:
        return date_words(first, lang) if year else day_and_month(first, lang)
    if _is_english(lang):
        return _english_range(first, last, year=year)
    skeleton = "yMMMMd" if year or first.year != last.year else "MMMMd"
    return format_interval(first, last, skeleton, locale=locale_of(lang)).translate(_PLAIN_SPACES)


def _english_range(first: date, last: date, *, year: bool) -> str:
    if first.year != last.year:
        return f"{date_words(first, 'en')} to {date_words(last, 'en')}"
    same_month = first.month == last.month
    start = str(first.day) if same_month else day_and_month(first, "en")
    return f"{start} to {date_words(last, 'en') if year else day_and_month(last, 'en')}"


@lru_cache(maxsize=1024)
def day_and_month(day: date, lang: str) -> str:
    """Return "17 October"."""
    if _is_english(lang):
        return _named(day, "d MMMM", Locale("en"))
    return format_skeleton("MMMMd", day, locale=locale_of(lang)).translate(_PLAIN_SPACES)


@lru_cache(maxsize=1024)
def days_words(days: tuple[date, ...], lang: str) -> str:
    """Return "3, 10 and 17 November": the month once, where it is the same and people write it after the day."""
    words = [day_and_month(day, lang) for day in days]
    numbers = [word.partition(" ")[0] for word in words]
    is_once = len({day.month for day in days}) == 1 and all(
        number.rstrip(".") == str(day.day) for day, number in zip(days, numbers, strict=True)
    )
    said = [*numbers[:-1], words[-1]] if is_once else words
    return list_words(said, lang).translate(_PLAIN_SPACES)


def list_words(words: Sequence[str], lang: str) -> str:
    """Return "Central, Northside and Mill Street"; in English with no comma before the last."""
    locale = Locale("en", "GB") if _is_english(lang) else locale_of(lang)
    return format_list(words, style="standard", locale=locale)


@lru_cache(maxsize=2048)
def clock_words(at: time, lang: str) -> str:
    """Return "2:00 pm", or "14:00" where people write that."""
    if _is_english(lang):
        return f"{_clock_face(at)} {_half(at)}"
    return format_time(at, "short", locale=locale_of(lang)).translate(_PLAIN_SPACES)


def _clock_face(at: time) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02d}"


def _half(at: time) -> str:
    return "am" if at.hour * 60 + at.minute < _NOON_MINUTE else "pm"


@lru_cache(maxsize=2048)
def span_words(starts: time, ends: time, lang: str) -> str:
    """Return "2:00 to 3:30 pm", or "11:30 am to 1:00 pm"."""
    if not _is_english(lang):
        return f"{clock_words(starts, lang)}{_joined_by(lang)}{clock_words(ends, lang)}"
    start = _clock_face(starts) if _half(starts) == _half(ends) and starts < ends else clock_words(starts, lang)
    return f"{start} to {clock_words(ends, lang)}"


@lru_cache(maxsize=1024)
def hours_words(hours: OpeningHours, lang: str) -> str:
    """Return "9 am to 8 pm"; closing at 00:00 is midnight."""
    if not _is_english(lang):
        return f"{clock_words(hours.opens, lang)}{_joined_by(lang)}{clock_words(hours.closes, lang)}"
    if hours.closes_minute - hours.opens_minute == _MIDNIGHT_MINUTE:
        return "24 hours"
    closes = "midnight" if hours.closes_minute == _MIDNIGHT_MINUTE else hour_words(hours.closes, lang)
    return f"{hour_words(hours.opens, lang)} to {closes}"


@lru_cache(maxsize=1024)
def hour_words(at: time, lang: str) -> str:
    """Return "9 am", "9:30 am": a time of opening or closing, without minutes when there are none."""
    if not _is_english(lang):
        return clock_words(at, lang)
    return clock_words(at, lang) if at.minute else f"{at.hour % 12 or 12} {_half(at)}"


def _joined_by(lang: str) -> str:
    return _JOINED_BY.get(_base(lang), "–")
