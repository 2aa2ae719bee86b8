"""A time of day as people write it: 14:00, 14.30, 2 pm, 10:00 AM, noon."""

from __future__ import annotations

import re
from datetime import time

NOON = 12
MINUTES_IN_A_DAY = 1440
END_OF_DAY = (24, 0, 0)
_WORDS = {
    "noon": time(12),
    "12noon": time(12),
    "12:00noon": time(12),
    "midday": time(12),
    "12midday": time(12),
    "mediodía": time(12),
    "mediodia": time(12),
    "midi": time(12),
    "mittag": time(12),
    "midnight": time(0),
    "12midnight": time(0),
    "12:00midnight": time(0),
    "medianoche": time(0),
    "minuit": time(0),
    "mitternacht": time(0),
}
HALF = r"(?:([ap])\.?\s?(?:m\.?)?)"
_HOURS = r"(?:\s?(?:h|hs|hrs?|hours|uhr|uur|o['’]clock)\.?)?"
_CLOCK = re.compile(rf"(\d{{1,2}})(?:\s?[:.h;]\s?(\d{{2}}))(?::(\d{{2}})(?:\.\d+)?)?\s?{HALF}?{_HOURS}")
_HOUR = re.compile(rf"(\d{{1,2}})\s?{HALF}")
_HOUR_H = re.compile(r"(\d{1,2})\s?(?:h|hs|hrs?|uhr|uur|hours)\.?")
_FOUR = re.compile(rf"([01]?\d|2[0-4])([0-5]\d)\s?{HALF}?{_HOURS}")
_BARE = re.compile(r"\d{1,2}")
_TWO = re.compile(r"\d.*(?:\s[-–—]\s?|[-–—]|\bto\b|\buntil\b|\band\b|&|,|\ba\b).*\d")
_BEFORE = re.compile(r"(?:at|from|um|ab|von|kl\.?|um|à|a las|desde las|alle|@)\s+(?=\d)")
# A spreadsheet program keeps a time as a part of a day, and shows it on the day it counts from.
_PART_OF_DAY = re.compile(r"0[.,](\d|\d{3,})")
_DAY_ZERO = re.compile(
    r"(?:1899-12-3[01]|1900-0?1-0?[01]|12/3[01]/1899|3[01][/.]12[/.]1899|0?1[/.]0?[01][/.]1900)[t ]\s?"
)


class UnreadableTimeError(ValueError):
    """A text is no time for certain; the message says why, and `cure` how to write it."""

    def __init__(self, message: str, cure: str = "Write 14:00 or 2:00 pm.") -> None:
        super().__init__(message)
        self.cure = cure


def parse_time(text: str) -> time:
    """Return the time of day; 24:00 is midnight, as a time that ends a day.

    Raises UnreadableTimeError.
    """
    plain = _DAY_ZERO.sub("", _BEFORE.sub("", " ".join(text.casefold().split()), count=1), count=1)
    joined = plain.replace(" ", "")
    if joined in _WORDS:
        return _WORDS[joined]
    part = _PART_OF_DAY.fullmatch(plain)
    if part:
        minutes = round(float(f"0.{part[1]}") * MINUTES_IN_A_DAY) % MINUTES_IN_A_DAY
        return time(minutes // 60, minutes % 60)
    for pattern in (_CLOCK, _HOUR, _HOUR_H, _FOUR):
        found = pattern.fullmatch(plain)
        if found:
            return _time(text, [*found.groups(), None, None])
    raise _refusal(text, plain)


def _time(text: str, groups: list[str | None]) -> time:
    half = next((group for group in groups if group in {"a", "p"}), None)
    hour, minute, second = (int(group) if group and group.isdecimal() else 0 for group in groups[:3])
    if half == "a" and hour > NOON:
        meant = f"Write {hour}:{minute:02}, or {hour - NOON}:{minute:02} am."
        raise UnreadableTimeError(f'"{text}" says am, but no clock shows {hour} in the morning.', meant)
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    if (hour, minute, second) == END_OF_DAY:
        return time(0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise UnreadableTimeError(f'"{text}" is not on any clock.') from None


def _refusal(text: str, plain: str) -> UnreadableTimeError:
    if _BARE.fullmatch(plain) and int(plain) > END_OF_DAY[0]:
        return UnreadableTimeError(f'"{text}" is not on any clock.')
    if _BARE.fullmatch(plain) and int(plain) > NOON:
        return UnreadableTimeError(f'"{text}" could be something else than a time.', f"Write {plain}:00.")
    if _BARE.fullmatch(plain):
        return UnreadableTimeError(
            f'"{text}" could be in the morning or in the evening.', f"Write {plain}:00, or {plain} am or {plain} pm."
        )
    if _TWO.search(plain):
        return UnreadableTimeError(
            f'"{text}" holds two times.', "Write the first in the column start and the second in the column end."
        )
    return UnreadableTimeError(f'"{text}" is not a time we can read.')
