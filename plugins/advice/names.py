"""The names of days and months, as texts in the languages that advice knows write them."""

from __future__ import annotations

import re

_DAYS = {
    "en": "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "es": "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
}
_SHORT_DAYS = {"en": "Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun"}
_MONTHS = {
    "en": "january|february|march|april|may|june|july|august|september|october|november|december",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
}
_SHORT_MONTHS = {"en": "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"}
LANGUAGES = tuple(_DAYS)


def day_pattern(language: str) -> str:
    """Return what matches the name of a day of the week; short ones only with their capital."""
    return _pattern(_DAYS[language], _SHORT_DAYS.get(language, ""))


def month_pattern(language: str) -> str:
    """Return what matches the name of a month."""
    return _pattern(_MONTHS[language], _SHORT_MONTHS.get(language, ""))


def _pattern(names: str, short: str) -> str:
    return rf"(?:(?i:{names})|(?:{short})\b\.?)" if short else f"(?i:{names})"


def weekday_of(name: str, language: str) -> int:
    """Return the number of a day of the week, Monday being 0."""
    return _number(name, _DAYS[language])


def month_of(name: str, language: str) -> int:
    """Return the number of a month, from 1."""
    return _number(name, _MONTHS[language]) + 1


def weekday_name(number: int, language: str) -> str:
    """Return the name of a day of the week, as it is written within a sentence."""
    name = _DAYS[language].split("|")[number]
    return name.capitalize() if language == "en" else name


def _number(name: str, names: str) -> int:
    key = re.sub(r"\W", "", name).casefold()[:3]
    return next(number for number, full in enumerate(names.split("|")) if full.startswith(key))
