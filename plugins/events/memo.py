"""What texts were read as, so that a spelling that comes again in a file is read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from plugins.events.parse_date import NoYearError, Order, UnreadableDateError
from plugins.events.parse_days import Days, parse_days
from plugins.events.parse_hours import Hours, parse_hours
from plugins.events.parse_time import UnreadableTimeError
from plugins.events.teaser import teaser

LIMIT = 50_000
Text = TypeVar("Text")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """The days and hours of one file by their texts; what a text cannot be read as is remembered as well."""

    _days: dict[tuple[str, Order, int | None], Days | UnreadableDateError | UnreadableTimeError] = field(
        default_factory=dict
    )
    _hours: dict[str, Hours | UnreadableTimeError] = field(default_factory=dict)

    _teasers: dict[str, str] = field(default_factory=dict)
    words: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _said: set[tuple[str, str]] = field(default_factory=set)

    def is_first(self, said: tuple[str, str]) -> bool:
        """Tell whether something comes for the first time in the file."""
        if said in self._said:
            return False
        self._said.add(said)
        return True

    def days(self, text: str, order: Order, year: int | None) -> Days | UnreadableDateError | UnreadableTimeError:
        """Return the days in a text, or why there are none."""
        key = (text, order, year)
        found = self._days.get(key)
        return _kept(self._days, key, _parse_days(text, order, year)) if found is None else found

    def lacks_year(self, text: str, order: Order) -> bool:
        """Tell whether a text names a day and no year."""
        return isinstance(self.days(text, order, None), NoYearError)

    def hours(self, text: str) -> Hours | UnreadableTimeError:
        """Return the times in a text, or why there are none."""
        found = self._hours.get(text)
        return _kept(self._hours, text, _parse_hours(text)) if found is None else found

    def teaser(self, description: str) -> str:
        """Return the first sentence of a description; the rows of a series mostly share one."""
        found = self._teasers.get(description)
        return _kept(self._teasers, description, teaser(description)) if found is None else found


def _kept(memory: dict[Text, Found], text: Text, found: Found) -> Found:
    if len(memory) < LIMIT:
        memory[text] = found
    return found


def _parse_days(text: str, order: Order, year: int | None) -> Days | UnreadableDateError | UnreadableTimeError:
    try:
        return parse_days(text, order, year)
    except (UnreadableDateError, UnreadableTimeError) as refusal:
        return refusal.with_traceback(None)


def _parse_hours(text: str) -> Hours | UnreadableTimeError:
    try:
        return parse_hours(text)
    except UnreadableTimeError as refusal:
        return refusal.with_traceback(None)
