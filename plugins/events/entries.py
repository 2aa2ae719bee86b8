"""An event as other pages and files see it."""

from __future__ import annotations

from datetime import datetime

from plugins.events.announce import Tell, news_of
from plugins.events.model import Event, Occurrence
from plugins.events.standing import Standing
from plugins.kernel.entry import Announced, Entry
from plugins.tools.slots import copy_with
from plugins.tools.when import when_words


def entry_of(event: Event, standing: Standing, languages: tuple[str, ...], tell: Tell) -> Entry:
    """Return an event's entry; its language is the site's own where the site has no pages in the event's."""
    upcoming = standing.upcoming(event)
    following = upcoming[0] if upcoming else None
    entry = Entry(
        kind="event",
        address=event.address,
        title=event.summary,
        language=event.language if event.language in languages else languages[0],
        summary=event.teaser,
        id=event.uid,
        updated=event.last_changed,
        topics=event.topics,
        branches=(event.branch,) if event.branch else (),
        audiences=event.audiences,
        program=event.program,
        image=event.image,
        image_alt=event.image_alt,
        starts=following.starts if following else event.starts,
        ends=following.ends if following else event.ends,
        all_day=event.all_day,
        place=following.where if following else event.where,
        status=str(following.status if following else event.status),
        next_dates=tuple(one.starts for one in upcoming),
        announced=_announced(event),
        source=event.source,
    )
    news = news_of(event, entry, standing.agenda, standing.now, tell) if upcoming else ()
    return copy_with(entry, news=news) if news else entry


def _announced(event: Event) -> Announced:
    return Announced(
        starts=event.starts,
        ends=event.ends,
        all_day=event.all_day,
        place=event.where,
        status=str(event.status),
        is_series=event.is_series,
        rule=event.recurrence.rule if event.recurrence else "",
    )


def when_and_where(one: Occurrence, language: str, now: datetime) -> str:
    """Return when and where, in a sentence: "Saturday 17 October, 2:00 to 3:30 pm, Riverbend, Workshop"."""
    words = when_words(one, language, now)
    return f"{words}, {one.where}" if one.where else words
