"""Compares the days of the week that a text names with the calendar: 16 October 2026 is no Saturday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.names import LANGUAGES, day_pattern, month_of, month_pattern, weekday_name, weekday_of
from plugins.advice.plain import said
from plugins.kernel.problems import Problem

# A date without a year is the one that is nearest to the day from which the text speaks, and may not be far off.
NEAR_DAYS = 150
_ORDINAL = r"(?:st|nd|rd|th)?"
_ENGLISH = (
    r"\b(?P<weekday>{day}),?\s+(?:the\s+)?(?P<day>\d{{1,2}}){ordinal}\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?P<year>20\d\d)\b)?",
    r"\b(?P<weekday>{day}),?\s+(?P<month>{month})\s+(?P<day>\d{{1,2}}){ordinal}\b(?:,?\s+(?P<year>20\d\d)\b)?",
)
_SPANISH = (
    r"\b(?P<weekday>{day}),?\s+(?P<day>\d{{1,2}})\s+de\s+(?P<month>{month})(?:\s+(?:de|del)\s+(?P<year>20\d\d)\b)?",
)
_FORMS = {"en": _ENGLISH, "es": _SPANISH}
# "Friday to Sunday 18 October", "Thursday, October 15-17": whose day of the week it is cannot be told.
_BEFORE = re.compile(r"(?:[-–—&]|\b(?:to|through|thru|and|or|until|y|e|o|al?|hasta))\s*(?:el\s+)?$")
_AFTER = re.compile(r"\s*(?:[-–—&/]|(?:to|through|and|y|al?)\b)\s*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A day as a text names it: its words, the day of the week in them, and the date."""

    words: str
    weekday: int
    date: date


def compare_dates(piece: Piece) -> Iterator[Problem]:
    """Yield a problem for each date whose day of the week is another."""
    seen: set[str] = set()
    for text in said(piece):
        for named in named_days(text, piece.base_language, piece.day):
            if named.date.weekday() != named.weekday and named.words not in seen:
                seen.add(named.words)
                yield _wrong(piece, named)


def named_days(text: str, language: str, day: date | None) -> Iterator[Named]:
    """Yield each date that a text names with its day of the week; one without a year is near to a day."""
    for pattern in _patterns(language):
        for found in pattern.finditer(text):
            if _BEFORE.search(text[: found.start()]) or _AFTER.match(text, found.end()):
                continue
            meant = _date(found, language, day)
            if meant is not None:
                yield Named(words=found[0], weekday=weekday_of(found["weekday"], language), date=meant)


def _patterns(language: str) -> list[re.Pattern[str]]:
    if language not in LANGUAGES:
        return []
    names = {"day": day_pattern(language), "month": month_pattern(language), "ordinal": _ORDINAL}
    return [re.compile(form.format(**names)) for form in _FORMS[language]]


def _date(found: re.Match[str], language: str, near: date | None) -> date | None:
    month, day = month_of(found["month"], language), int(found["day"])
    years = [int(found["year"])] if found["year"] else [] if near is None else [near.year + off for off in (-1, 0, 1)]
    dates = [one for one in (_day(year, month, day) for year in years) if one is not None]
    if found["year"]:
        return next(iter(dates), None)
    close = [one for one in dates if near is not None and abs((one - near).days) < NEAR_DAYS]
    return close[0] if len(close) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _wrong(piece: Piece, named: Named) -> Problem:
    right = weekday_name(named.date.weekday(), piece.base_language)
    return piece.say(
        rules.WEEKDAY,
        f'"{named.words}": {named.date.isoformat()} is a {weekday_name(named.date.weekday(), "en")}.',
        f"Write {right} if the date is right, or mend the date if the day of the week is.",
        named.words,
        value=named.words,
    )
