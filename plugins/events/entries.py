"""An event as other pages and files see it, and the events that someone who reads its page might like."""

from __future__ import annotations

from datetime import datetime

from plugins.events.agenda import Agenda
from plugins.events.model import Event, Occurrence
from plugins.kernel.entry import Entry

NEXT_DATES = 8
RELATED = 4


def entry_of(event: Event, agenda: Agenda, now: datetime, languages: tuple[str, ...]) -> Entry:
    """Return an event's entry; its language is the site's own where the site has no pages in the event's."""
    upcoming = agenda.upcoming(now, NEXT_DATES, uid=event.uid)
    following = upcoming[0] if upcoming else None
    return Entry(
        kind="event",
        address=event.address,
        title=event.summary,
        language=event.language if event.language in languages else languages[0],
        summary=event.teaser,
        id=event.uid,
        updated=event.updated,
        topics=event.topics,
        starts=following.starts if following else event.starts,
        ends=following.ends if following else event.ends,
        place=event.where,
        status=str(event.status),
        next_dates=tuple(one.starts for one in upcoming),
        source=event.source,
    )


def related(event: Event, agenda: Agenda, now: datetime) -> tuple[Occurrence, ...]:
    """Return the next of other events: of the same title first, then of the same audience, each event once."""
    audience = event.audiences[0].id if event.audiences else ""
    found = agenda.upcoming(now, RELATED * 6, audience=audience)
    first: dict[str, Occurrence] = {}
    for one in found:
        if one.event.uid != event.uid and not one.event.is_off:
            first.setdefault(one.event.uid, one)
    chosen = sorted(first.values(), key=lambda one: one.event.summary != event.summary)[:RELATED]
    return tuple(sorted(chosen, key=lambda one: (one.starts, one.event.uid)))
