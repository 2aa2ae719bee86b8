"""The next days on which doors stay closed for a reason of their own, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch

DAYS_AHEAD = 120
ONE_DAY = timedelta(days=1)
Day = date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One stretch of closed days: from `date` to `last`, at these branches."""

    date: Day
    last: Day
    reason: Phrase
    branches: tuple[Branch, ...]


def closings(branches: Iterable[Branch], first: date, days: int = DAYS_AHEAD) -> tuple[Closing, ...]:
    """Return what is closed in the days from the first on; days in a row with one reason are one closing."""
    held = tuple(branches)
    found: list[Closing] = []
    for day in (first + timedelta(days=ahead) for ahead in range(days)):
        for closing in _on(held, day):
            joined = next((one for one in found if _continues(one, closing)), None)
            if joined:
                found[found.index(joined)] = replace(joined, last=day)
            else:
                found.append(closing)
    return tuple(found)


def _on(branches: tuple[Branch, ...], day: date) -> list[Closing]:
    by_reason: dict[str, list[Branch]] = {}
    reasons: dict[str, Phrase] = {}
    for branch in branches:
        special = branch.special_on(day)
        if special and not special.hours:
            by_reason.setdefault(str(special.reason), []).append(branch)
            reasons[str(special.reason)] = special.reason
    return [
        Closing(date=day, last=day, reason=reasons[said], branches=tuple(closed)) for said, closed in by_reason.items()
    ]


def _continues(earlier: Closing, later: Closing) -> bool:
    same = earlier.branches == later.branches and str(earlier.reason) == str(later.reason)
    return same and earlier.last + ONE_DAY == later.date
