"""Reads a date, with or without a time and a zone, as people and other generators write it in front matter."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from plugins.kernel import moments
from plugins.kernel.library import Library

_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_MOMENT = re.compile(
    r"(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$",
    re.IGNORECASE,
)


def parse_moment(text: str, library: Library) -> datetime:
    """Return the moment of "2026-10-17", "2026-10-17 14:00" or the same with a zone.

    Raises ValueError.
    """
    found = _MOMENT.match(text.strip())
    day = _DATE.match(found[1]) if found else None
    if not found or not day:
        raise ValueError(text)
    at = time(int(found[2] or 0), int(found[3] or 0), int(found[4] or 0))
    on = date(int(day[1]), int(day[2]), int(day[3]))
    try:
        if found[5]:
            return datetime.combine(on, at, _zone(found[5])).astimezone(library.time_zone)
        return moments.combine(on, at, library.time_zone)[0]
    except OverflowError:  # the first and last days of the calendar have no other zone's side
        raise ValueError(text) from None


def _zone(written: str) -> timezone:
    """Return the zone of "Z", "-4", "+05:30" or "+0530"."""
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "").rjust(2, "0").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)
