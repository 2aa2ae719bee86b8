"""The time zone of a row, in the names that systems give it: America/Denver, UTC+3:30, Mountain Standard Time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from types import MappingProxyType

from plugins.kernel.moments import zone_named

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-−])(\d{1,2})(?:[:.]?(\d{2}))?", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\((?:UTC|GMT)[^)]*\)\s*|\s*\([^)]*\)", re.IGNORECASE)
MOST_HOURS = 14
# Letters that stand for a zone all year, by those for its winter.
_ALL_YEAR = {"ET": "EST", "CT": "CST", "MT": "MST", "PT": "PST", "UK": "GMT"}
# Windows, Outlook and people say it so (Unicode CLDR, windowsZones).
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "eastern": "America/New_York",
        "central": "America/Chicago",
        "mountain": "America/Denver",
        "pacific": "America/Los_Angeles",
        "us mountain": "America/Phoenix",
        "us eastern": "America/Indianapolis",
        "alaskan": "America/Anchorage",
        "alaska": "America/Anchorage",
        "hawaiian": "Pacific/Honolulu",
        "hawaii": "Pacific/Honolulu",
        "atlantic": "America/Halifax",
        "newfoundland": "America/St_Johns",
        "gmt": "Europe/London",
        "british": "Europe/London",
        "w. europe": "Europe/Berlin",
        "central europe": "Europe/Budapest",
        "central european": "Europe/Warsaw",
        "romance": "Europe/Paris",
        "e. europe": "Europe/Chisinau",
        "eastern european": "Europe/Helsinki",
        "fle": "Europe/Kiev",
        "aus eastern": "Australia/Sydney",
        "new zealand": "Pacific/Auckland",
        "india": "Asia/Calcutta",
        "tokyo": "Asia/Tokyo",
        "china": "Asia/Shanghai",
    }
)


def zone_of(text: str) -> tzinfo | None:
    """Return the time zone of a name or an offset, or None when there is none."""
    plain = " ".join(text.split())
    offset = _OFFSET.fullmatch(plain)
    if offset and int(offset[2]) <= MOST_HOURS and int(offset[3] or 0) < 60:  # noqa: PLR2004
        length = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(length if offset[1] == "+" else -length)
    zone = zone_named(plain.replace(" ", "_"))
    bare = _PARENTHESIS.sub("", plain).casefold()
    bare = re.sub(r"\s*(?:standard|daylight|summer)?\s*time$", "", bare).strip()
    return zone or (zone_named(_NAMES[bare]) if bare in _NAMES else None)


def letters_of(zone: tzinfo) -> frozenset[str]:
    """Return the letters for a zone, in winter, in summer, and all year: EST, EDT, ET."""
    both = {datetime(2026, month, 15, tzinfo=zone).tzname() or "" for month in (1, 7)}
    return frozenset(both | {letters for letters, winter in _ALL_YEAR.items() if winter in both})
