"""A date with its time and its offset from UTC, where these are written with it: 2026-10-17T14:00+02:00."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from plugins.events.parse_date import Order, UnreadableDateError, parse_date
from plugins.events.parse_time import UnreadableTimeError, parse_time

_ISO = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})[Tt ]\s?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?"
)
# Seconds (or thousandths) since 1970, of the years 2001 to 2033, as programs write a moment.
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_BASIC = re.compile(r"(\d{8})T(\d{2})(\d{2})(\d{2})?(Z)?")
# RFC 5322 and what JavaScript prints: Sat, 17 Oct 2026 14:00:00 +0200; Sat Oct 17 2026 14:00:00 GMT+0200 (CEST).
_LONG = re.compile(
    r"([^\W\d_]{3},? .*\d{4}) (\d{2}:\d{2}(?::\d{2})?) (?:(GMT|UTC)?([+-]\d{4})|(GMT|UTC|Z))(?: \([^()]*\))?"
)
_BETWEEN = frozenset({"at", "@", "-", "–", "|", "um", "a", "à", "alle", "las", "kl", "kl."})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date, and the time and the offset from UTC where they were written with it."""

    day: date
    at: time | None = None
    offset: timezone | None = None


def parse_moment(text: str, order: Order = "", year: int | None = None) -> Moment:
    """Return the date in a text, with its time and offset where it has them.

    Raises UnreadableDateError or UnreadableTimeError.
    """
    plain = " ".join(text.split())
    iso = _ISO.fullmatch(plain)
    if iso:
        return Moment(day=parse_date(iso[1]), at=parse_time(iso[2]), offset=parse_offset(iso[3]))
    seconds = _SECONDS.fullmatch(plain)
    if seconds:
        since = datetime.fromtimestamp(int(seconds[1]), UTC)
        return Moment(day=since.date(), at=since.time(), offset=UTC)
    basic = _BASIC.fullmatch(plain)
    if basic:
        return Moment(day=parse_date(basic[1]), at=parse_time(f"{basic[2]}:{basic[3]}"), offset=parse_offset(basic[5]))
    long = _LONG.fullmatch(plain)
    if long:
        return Moment(day=parse_date(long[1]), at=parse_time(long[2]), offset=parse_offset(long[4] or "Z"))
    try:
        return Moment(day=parse_date(plain, order, year))
    except UnreadableDateError:
        day, rest = parted(plain, order, year)
        if day is None:
            raise
        return Moment(day=day, at=parse_time(rest))


def parse_offset(text: str | None) -> timezone | None:
    """Return the offset that "Z", "+02:00", "-0630" or "+02" means."""
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    length = timedelta(hours=min(int(digits[:2]), 23), minutes=min(int(digits[2:] or 0), 59))
    return timezone(-length if text[0] == "-" else length)


def parted(plain: str, order: Order, year: int | None = None) -> tuple[date | None, str]:
    """Return the date a text begins with, and the time it ends with; None when no cut makes a date and a time."""
    words = [word for word in re.split(r"[ ,]+", plain) if word.casefold() not in _BETWEEN]
    refusal = None
    for cut in range(len(words) - 1, 0, -1):
        ending = " ".join(words[cut:])
        try:
            if not ending.isdecimal() and parse_time(ending) is not None:
                return parse_date(" ".join(words[:cut]), order, year), ending
        except UnreadableTimeError:
            continue
        except UnreadableDateError as other:
            refusal = refusal or other
    if refusal is not None:
        raise refusal
    return None, ""
