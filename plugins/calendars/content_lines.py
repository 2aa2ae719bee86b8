"""Writes the lines of a calendar as RFC 5545 (section 3.1) wants them: escaped, folded by octets, ended by CR LF.

icalendar writes the same, which a test compares, but takes a millisecond for each event: too long for every one of a
county's, on every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from plugins.calendars.render_zone import zone_name
from plugins.kernel.text import without_unseen

# RFC 5545 allows 75; some readers count the line's end as well.
FOLD_BYTES = 74
_CONTINUES = 0b1100_0000, 0b1000_0000
_QUOTED = re.compile("[,;:’]")


def line(name: str, value: str) -> bytes:
    """Return a line whose value stands as it is."""
    return _folded(f"{name}:{value}".encode()) + b"\r\n"


def text_line(name: str, text: str) -> bytes:
    """Return a line of text."""
    return line(name, escaped(text))


def texts_line(name: str, texts: Iterable[str]) -> bytes:
    """Return a line of several texts."""
    return line(name, ",".join(map(escaped, texts)))


def time_line(name: str, *moments: date | datetime) -> bytes:
    """Return a line of moments of one kind: days, times in UTC, or times in one zone."""
    first = moments[0]
    if not isinstance(first, datetime):
        return line(f"{name};VALUE=DATE", ",".join(day.strftime("%Y%m%d") for day in moments))
    zone = zone_name(first.tzinfo)
    if not zone:
        return line(name, ",".join(map(utc, _moments(moments))))
    return line(f"{name};TZID={zone}", ",".join(f"{moment:%Y%m%dT%H%M%S}" for moment in moments))


def _moments(moments: Sequence[date]) -> list[datetime]:
    return [moment for moment in moments if isinstance(moment, datetime)]


def utc(moment: datetime) -> str:
    """Return a moment in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def parameter(name: str, value: str) -> str:
    """Return a parameter; its value may hold no quotation marks (RFC 5545, section 3.2)."""
    plain = " ".join(without_unseen(value).replace('"', "'").split())
    return f'{name}="{plain}"' if _QUOTED.search(plain) else f"{name}={plain}"


def escaped(text: str) -> str:
    """Return a text as it stands in a line (RFC 5545, section 3.3.11)."""
    plain = without_unseen(text).replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(data: bytes) -> bytes:
    """Return a line in pieces that are short enough; no letter is cut in two."""
    if len(data) <= FOLD_BYTES:
        return data
    mask, continues = _CONTINUES
    pieces, start = [], 0
    while len(data) - start > FOLD_BYTES:
        end = start + FOLD_BYTES
        while data[end] & mask == continues:
            end -= 1
        piece = data[start:end]
        # Nor an escaped sign, which some readers look for before they put the pieces together.
        end -= (len(piece) - len(piece.rstrip(b"\\"))) % 2
        pieces.append(data[start:end])
        start = end
    return b"\r\n ".join((*pieces, data[start:]))
