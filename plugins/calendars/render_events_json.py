"""Writes events.json: what is on in the weeks to come as data, for a partner's site or a sign (docs/events-json.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from plugins.calendars import describe
from plugins.calendars.model import Voice
from plugins.events.agenda import Agenda
from plugins.events.model import Event, Occurrence
from plugins.kernel.library import Audience, Topic
from plugins.kernel.text import without_unseen

ADDRESS = "events.json"
# Counted up when a key goes or means something else; a new key changes nothing for those who do not know it.
VERSION = 1
DAYS = 90
LIMIT = 500


def render_events_json(agenda: Agenda, voice: Voice, today: date) -> str:
    """Return every time that something is on from a day on, in order; the nearest 500 where there are more."""
    until = today + timedelta(days=DAYS)
    found = agenda.between(today, until)
    kept = found[:LIMIT]
    library = voice.library
    facts = {
        "version": VERSION,
        "library": library.name,
        "url": library.address,
        "language": voice.language,
        "time_zone": str(library.time_zone),
        "from": today.isoformat(),
        "until": until.isoformat(),
        "complete": len(kept) == len(found),
    }
    lines = ",\n".join(_json(_event(one, voice)) for one in kept)
    return without_unseen(f'{_json(facts)[:-1]},"events":[\n{lines}\n]}}\n')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _event(one: Occurrence, voice: Voice) -> dict[str, Any]:
    event = one.event
    return {
        "uid": voice.uid(event),
        "url": voice.site + event.address,
        "title": event.summary,
        "summary": event.teaser or None,
        **_when(one),
        "status": str(one.status),
        "takes_place": not one.is_off,
        "note": one.note or None,
        **_where(one, voice),
        "audiences": _named(event.audiences, voice),
        "ages": event.ages or None,
        "topics": _named(event.topics, voice),
        "program": event.program or None,
        "cost": event.cost or None,
        "registration": _registration(event),
        "language": event.language or voice.language,
        "access": event.access or None,
        "updated": _moment(event.last_changed),
    }


def _when(one: Occurrence) -> dict[str, Any]:
    if one.all_day:
        return {
            "starts": one.date.isoformat(),
            "ends": one.last_date.isoformat(),
            "all_day": True,
            "repeats": one.event.is_series,
            "previous_start": one.previous_start.date().isoformat() if one.previous_start else None,
        }
    return {
        "starts": _moment(one.starts),
        "ends": _moment(one.ends),
        "all_day": False,
        "repeats": one.event.is_series,
        "previous_start": _moment(one.previous_start),
    }


def _where(one: Occurrence, voice: Voice) -> dict[str, Any]:
    branch = one.branch
    return {
        "branch": {"id": branch.id, "name": branch.name.in_(voice.language)} if branch else None,
        "place": one.where or None,
        "address": (describe.street_of(branch) or None) if branch else None,
        "latitude": branch.latitude if branch else None,
        "longitude": branch.longitude if branch else None,
        "previous_place": one.previous_place or None,
        "online": one.event.online or None,
    }


def _named(things: Sequence[Audience | Topic], voice: Voice) -> list[dict[str, str]]:
    return [{"id": one.id, "name": one.name.in_(voice.language)} for one in things]


def _registration(event: Event) -> dict[str, Any]:
    booking = event.registration
    return {
        "required": booking.required,
        "recommended": booking.recommended,
        "url": booking.url or None,
        "opens": _moment(booking.opens),
        "closes": _moment(booking.closes),
        "places": booking.places,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
