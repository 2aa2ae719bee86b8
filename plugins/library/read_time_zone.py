"""Whose clock times are told by."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from plugins.kernel.moments import zone_named
from plugins.kernel.text import closest
from plugins.library import rules
from plugins.library.reading import Section


def read_time_zone(section: Section) -> ZoneInfo | None:
    """Return the time zone under a heading, or None when there is none that is known."""
    name = section.text("time_zone")
    zone = zone_named(name) if name else None
    if name and zone is None:
        near = _zone_near(name)
        cure = f'Did you mean "{near}"?' if near else 'Write one such as "America/Denver" or "Europe/Madrid".'
        section.report(rules.BAD_TIME_ZONE, "time_zone", what=f'There is no time zone "{name}".', cure=cure)
    return zone


def _zone_near(name: str) -> str:
    wanted = name.casefold().replace(" ", "_")
    names = sorted(available_timezones())
    by_city = {known.rpartition("/")[2].casefold(): known for known in reversed(names)}
    return by_city.get(wanted.rpartition("/")[2], "") or closest(wanted, names)
