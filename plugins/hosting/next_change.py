"""When the site changes by itself, although nobody writes anything: so that it is built again then, and not before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta

from plugins.kernel.library import Branch, Library

FILE = "next-change.json"
NEW_DAY = "a new day begins"
# A day whose clocks are set back has twenty-five hours.
_DAYS_AHEAD = 2


def next_change(now: datetime, moments: Iterable[tuple[datetime, str]]) -> tuple[datetime, str]:
    """Return the first moment after now at which something changes, and what: at the latest, midnight."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(0), now.tzinfo)
    # What was told to change a moment from now has changed: it was compared with now itself.
    ahead = [(moment.astimezone(UTC), why) for moment, why in moments if moment - now >= timedelta(seconds=1)]
    first, why = min([*ahead, (midnight.astimezone(UTC), NEW_DAY)])
    return first.astimezone(now.tzinfo), why


def moments_of_library(library: Library, now: datetime) -> Iterator[tuple[datetime, str]]:
    """Yield when doors open and close today and tomorrow, and when a notice begins and ends."""
    for branch in library.branches:
        yield from _doors(branch, now)
    if library.notice:
        yield library.notice.starts, "a notice begins"
        yield library.notice.ends, "a notice ends"


def _doors(branch: Branch, now: datetime) -> Iterator[tuple[datetime, str]]:
    for ahead in range(_DAYS_AHEAD):
        day = datetime.combine(now.date() + timedelta(days=ahead), time(0), now.tzinfo)
        for stretch in branch.hours_on(day.date()):
            yield day + timedelta(minutes=stretch.opens_minute), "a branch opens"
            yield day + timedelta(minutes=stretch.closes_minute), "a branch closes"


def render_next_change(moment: datetime, why: str) -> str:
    """Return it as JSON."""
    return json.dumps({"next": moment.isoformat(timespec="seconds"), "why": why}) + "\n"


def is_due(data: bytes | None, now: datetime) -> bool:
    """Tell whether a site whose file this is should be built again; one that says nothing should."""
    try:
        said: Mapping[str, str] = json.loads(data or b"")
        return datetime.fromisoformat(said["next"]) <= now
    except (ValueError, KeyError, TypeError):
        return True
