"""How long something lasts, from a column for it: 1:30, 90 minutes, 2h 30m, PT1H30M."""

from __future__ import annotations

import re
from datetime import timedelta

from plugins.events import rules
from plugins.events.row import Row

_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
_WORDS = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|stunden?|std\.?|horas?|heures?|ore|ora|uur))?\s*(?:and|und|y|et)?\s*"
    r"(?:(\d+)\s*(?:m|mins?|minutes?|minuten|minutos?|minuti))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# A number alone is minutes when it can hardly be hours.
FEWEST_MINUTES = 15
LONGEST = timedelta(days=31)


def read_duration(row: Row) -> timedelta | None:
    """Return how long the event of a row lasts, or None; what cannot be read for certain is noted in the row."""
    for name, unit in (("duration_minutes", timedelta(minutes=1)), ("duration_hours", timedelta(hours=1))):
        text = row.text(name)
        if _NUMBER.fullmatch(text):
            return _sound(row, name, float(text.replace(",", ".")) * unit)
    text = row.text("duration") or row.text("duration_minutes") or row.text("duration_hours")
    if not text:
        return None
    length = parse_duration(text)
    if length is None:
        what = f'"{text[:80]}" does not say for certain how long it lasts, so its end stays open.'
        row.report(rules.FOREIGN_CELL, "duration", what, "Write 1:30, or give the time in the column end.")
        return None
    return _sound(row, "duration", length)


def _sound(row: Row, name: str, length: timedelta) -> timedelta | None:
    if timedelta(0) < length <= LONGEST:
        return length
    if length:
        what = f'"{row.text(name)}" is too long for an event, so its end stays open.'
        row.report(rules.FOREIGN_CELL, name, what, "Give the time in the column end.")
    return None


def parse_duration(text: str) -> timedelta | None:
    """Return the length in a text; None when it does not say one for certain."""
    plain = " ".join(text.split())
    clock = _CLOCK.fullmatch(plain)
    if clock:
        return timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    words = _WORDS.fullmatch(plain)
    if words and (words[1] or words[2]):
        return timedelta(hours=float((words[1] or "0").replace(",", ".")), minutes=int(words[2] or 0))
    iso = _ISO.fullmatch(plain)
    if iso and any(iso.groups()):
        return timedelta(days=int(iso[1] or 0), hours=int(iso[2] or 0), minutes=int(iso[3] or 0))
    if plain.isdecimal() and len(plain) <= 4 and int(plain) >= FEWEST_MINUTES:  # noqa: PLR2004
        return timedelta(minutes=int(plain))
    return None
