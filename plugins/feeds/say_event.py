"""Says the news of an event in words: a title with its date, time and place, and all of it as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from html import escape

from plugins.feeds.model import CHANGED
from plugins.kernel.entry import Entry
from plugins.tools import dates
from plugins.tools.interface import Say
from plugins.tools.when import Time, when_words

MANY = 6


def event_title(entry: Entry, language: str, say: Say) -> str:
    """Return "River in maps: Saturday 17 October, 2:00 to 3:30 pm, Riverbend", with what has become of it in front."""
    title = say("feeds.event", {"title": entry.title, "when": when_and_where(entry, language, say)})
    return (
        say("feeds.changed", {"status": say(f"status.{entry.status}", {}), "title": title})
        if is_change(entry)
        else title
    )


def is_change(entry: Entry) -> bool:
    """Tell whether the news is that an event is cancelled, moved or full."""
    return entry.status in CHANGED


def when_and_where(entry: Entry, language: str, say: Say) -> str:
    """Return when and where, in a line."""
    return ", ".join(part for part in (_when(entry, language, say), entry.place) if part)


def _when(entry: Entry, language: str, say: Say) -> str:
    if entry.starts is None:
        return ""
    time = Time(starts=entry.starts, ends=entry.ends, all_day=entry.all_day)
    # The year is said when it is not that of the news: words must not change as time goes by.
    if len(entry.next_dates) <= 1:
        return when_words(time, language, entry.published or entry.starts)
    days = _days([one.date() for one in entry.next_dates], language, say)
    return days if entry.all_day else f"{days}, {_span(time, language)}"


def _span(time: Time, language: str) -> str:
    if time.ends is None or time.last_date > time.date:
        return dates.clock_words(time.starts.time(), language)
    return dates.span_words(time.starts.time(), time.ends.time(), language)


def _days(days: Sequence[date], language: str, say: Say) -> str:
    if len(days) > MANY:
        return say("feeds.times", {"n": len(days), "days": dates.range_words(days[0], days[-1], language)})
    return dates.days_words(tuple(days), language)


def event_html(entry: Entry, address: str, language: str, say: Say) -> str:
    """Return all that is said of it: what has changed first, then when and where, what it is, and every date."""
    return "\n".join(_paragraphs(entry, address, language, say))


def _paragraphs(entry: Entry, address: str, language: str, say: Say) -> Iterator[str]:
    state = " ".join(_state(entry, language, say))
    if state:
        yield f"<p><strong>{escape(state)}</strong></p>"
    yield f"<p><strong>{escape(when_and_where(entry, language, say))}</strong></p>"
    yield entry.content or (f"<p>{escape(entry.summary)}</p>" if entry.summary else "")
    if len(entry.next_dates) > 1:
        yield f"<ul>{''.join(f'<li>{escape(_date(one, entry, language))}</li>' for one in entry.next_dates)}</ul>"
    yield f'<p><a href="{escape(address)}">{escape(say("feeds.more", {}))}</a></p>'


def _state(entry: Entry, language: str, say: Say) -> Iterator[str]:
    if entry.status and entry.status != "confirmed":
        yield f"{say(f'status.{entry.status}', {})}."
    if entry.previous_start is not None:
        yield say("feeds.was_on", {"when": _date(entry.previous_start, entry, language)})
    if entry.previous_place:
        yield say("feeds.was_at", {"place": entry.previous_place})
    if entry.note:
        yield entry.note


def _date(moment: datetime, entry: Entry, language: str) -> str:
    year = moment.year != (entry.published or moment).year
    day = dates.day_words(moment.date(), language, year=year)
    return day if entry.all_day else f"{day}, {dates.clock_words(moment.time(), language)}"
