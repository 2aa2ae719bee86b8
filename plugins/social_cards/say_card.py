"""Says what a card says of a page: its title, and of an event when and where, whatever the day one looks."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from plugins.kernel.entry import Announced, Entry
from plugins.kernel.library import Library
from plugins.social_cards.model import Card
from plugins.tools import dates
from plugins.tools.interface import Say
from plugins.tools.when import Time, when_words

_STATUSES = frozenset({"cancelled", "postponed", "moved", "full", "tentative"})
_OFF = frozenset({"cancelled", "postponed"})
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = MappingProxyType({"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "YEARLY": "yearly"})
# So many days of the week are named; more would be read by nobody.
_NAMED_DAYS = 3


def card_of(entry: Entry, library: Library, language: str, say: Say) -> Card:
    """Return the card of an entry's page, in a language of the interface."""
    if entry.announced is not None:
        return _event_card(entry.title, entry.announced, library, language, say)
    labels = {"program": lambda: say("event.program", {})}
    label = labels.get(entry.kind, lambda: _published(entry, language))()
    return Card(library=library.name, title=entry.title, label=label)


def library_card(library: Library, language: str) -> Card:
    """Return the card of pages that are no entry: the library's own."""
    return Card(library=library.name, title=library.name, motto=library.tag_line.in_(language))


def _published(entry: Entry, language: str) -> str:
    return dates.short_date(entry.published.date(), language) if entry.published else ""


def _event_card(title: str, what: Announced, library: Library, language: str, say: Say) -> Card:
    status = what.status if what.status in _STATUSES else ""
    one = Time(starts=what.starts, ends=what.ends, all_day=what.all_day)
    is_one_day = not what.is_series and one.date == one.last_date
    return Card(
        library=library.name,
        title=title,
        stamp=_stamp(one.date, language) if is_one_day else (),
        when=_rhythm(what, one, language, say) if what.is_series else _once(one, language),
        place=what.place,
        status=say(f"status.{status}", {}) if status else "",
        is_off=status in _OFF,
    )


def _stamp(day: dt.date, language: str) -> tuple[str, ...]:
    return dates.short_weekday(day, language), str(day.day), dates.short_month(day, language)


def _once(one: Time, language: str) -> tuple[str, ...]:
    """Return day and time; without a year, since a card is of what is still to come."""
    first, comma, time = when_words(one, language, one.starts).rpartition(", ")
    return (first, time) if comma and not one.all_day else (f"{first}{comma}{time}",)


def _rhythm(what: Announced, one: Time, language: str, say: Say) -> tuple[str, ...]:
    """Return how a series repeats, and at what time; the next date would not be true for long."""
    words = _rule_words(what, language, say)
    if one.all_day or one.last_date > one.date:
        return (words,)
    starts = one.starts.time()
    times = (
        dates.clock_words(starts, language) if one.ends is None else dates.span_words(starts, one.ends.time(), language)
    )
    return (words, times)


def _rule_words(what: Announced, language: str, say: Say) -> str:
    """Return "Every Tuesday" of an RRULE, where that is all it says (RFC 5545, 3.3.10); else that there are several."""
    parts = dict(part.partition("=")[::2] for part in what.rule.upper().split(";"))
    every, days = parts.get("FREQ", ""), parts.get("BYDAY", "")
    if parts.get("INTERVAL", "1") != "1" or every not in _EVERY or (every == "DAILY" and days):
        return say("card.several", {})
    return _weekly(days, what.starts, language, say) if every == "WEEKLY" else say(f"card.{_EVERY[every]}", {})


def _weekly(named: str, starts: dt.datetime, language: str, say: Say) -> str:
    days = sorted({_DAYS.index(day) for day in named.split(",") if day in _DAYS}) or [starts.weekday()]
    if len(days) > _NAMED_DAYS:
        return say("card.weekly", {})
    return say("card.every", {"days": dates.weekdays_words(tuple(days), language)})
