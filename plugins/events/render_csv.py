"""Events as a spreadsheet of our own: one row an event, one for each changed day, and the columns that are needed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from io import StringIO

from plugins.events.addresses import address_part
from plugins.events.columns import COLUMNS
from plugins.events.model import Change, Event, Registration, Status
from plugins.events.teaser import teaser
from plugins.kernel.moments import MIDNIGHT
from plugins.tools.cells import shielded

# A spreadsheet program takes a file for UTF-8 by this mark.
BYTE_ORDER_MARK = "\ufeff"
ALWAYS = ("id", "title", "date", "start", "end")
Cells = Mapping[str, str]


def render_csv(events: Iterable[Event], zone: tzinfo) -> str:
    """Return the text of a spreadsheet; `zone` is the time zone in which it will be read.

    No cell begins with a sign that makes it a formula, and reading it again gives the same events.
    """
    rows = [cells for event in events for cells in rows_of(event, zone)]
    names = [column.name for column in COLUMNS if column.name in ALWAYS or any(row.get(column.name) for row in rows)]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[shielded(row.get(name, "")) for name in names] for row in rows])
    return BYTE_ORDER_MARK + text.getvalue()


def rows_of(event: Event, zone: tzinfo) -> Iterator[Cells]:
    """Yield the row of an event, then one for each of its days that is different, by the names of our columns."""
    uid = event.uid if address_part(event.uid) == event.uid else event.address.removeprefix("events/").strip("/")
    yield {"id": uid, **_when(event, zone), **_series(event), **_words(event), **_booking(event.registration)}
    for change in event.changes:
        yield {"id": uid, "occurrence": str(change.on), **_change(event, change)}


def _when(event: Event, zone: tzinfo) -> Cells:
    starts, ends = event.starts, event.ends
    if event.all_day:
        last = starts.date() if ends is None else (ends - timedelta(days=1)).date()
        end_date = str(last) if last > starts.date() else ""
        return {"date": str(starts.date()), "end_date": end_date, "all_day": "yes"}
    own = starts.tzinfo or UTC
    cells = {"date": str(starts.date()), "start": _clock(starts), "time_zone": "" if own == zone else str(own)}
    if ends is None:
        return cells
    end_date = str(ends.date()) if ends.date() != starts.date() else ""
    return {**cells, "end": _clock(ends), "end_date": end_date}


def _clock(moment: datetime) -> str:
    """Return a time of day; the second of two that a clock shows in one night has its date and its offset."""
    if moment.replace(fold=0).utcoffset() != moment.utcoffset():
        return moment.isoformat(timespec="minutes")
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _series(event: Event) -> Cells:
    recurrence = event.recurrence
    days = {"except": _days(sorted(event.excluded)), "also": _days(event.also)}
    if recurrence is None:
        return days
    until, count = recurrence.until, recurrence.count
    return {
        "repeat": recurrence.rule,
        "until": "" if until is None else str(until),
        "count": "" if count is None else str(count),
        **days,
    }


def _days(days: Iterable[date]) -> str:
    return "; ".join(map(str, days))


def _words(event: Event) -> Cells:
    return {
        "title": event.summary,
        "branch": "" if event.branch is None else event.branch.id,
        "room": event.room,
        "place": event.place,
        "online": event.online,
        "audience": "; ".join(audience.id for audience in event.audiences),
        "ages": event.ages,
        "topics": "; ".join(topic.id for topic in event.topics),
        "program": event.program,
        "summary": "" if event.teaser == teaser(event.description) else event.teaser,
        "description": event.description,
        "cost": event.cost,
        "status": "" if event.status is Status.CONFIRMED else str(event.status),
        "note": event.note,
        "updated": _moment(event.updated),
        "sequence": str(event.sequence or ""),
        "previous_start": _moment(event.previous_start),
        "previous_place": event.previous_place,
        "language": event.language,
        "access": event.access,
        "partners": "; ".join(event.partners),
        "image": event.image,
        "image_alt": event.image_alt,
        "link": event.url,
    }


def _booking(registration: Registration) -> Cells:
    word = {True: "required", False: "none", None: ""}[registration.required]
    return {
        "registration": "recommended" if registration.recommended else word,
        "registration_link": registration.url,
        "opens": _moment(registration.opens),
        "closes": "" if registration.closes is None else f"{registration.closes:%Y-%m-%d %H:%M}",
        "places": "" if registration.places is None else str(registration.places),
    }


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    if moment.replace(fold=0).utcoffset() != moment.utcoffset():
        return moment.isoformat(timespec="seconds")
    if moment.time() == MIDNIGHT:
        return str(moment.date())
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"


def _change(event: Event, change: Change) -> Cells:
    starts, ends = change.starts, change.ends
    cells = {
        "date": "" if starts is None else str(starts.date()),
        "start": "" if starts is None or event.all_day else _clock(starts),
        "end": "" if ends is None or event.all_day else _clock(ends),
        "end_date": _last_day(event, change),
        "branch": "" if change.branch is None else change.branch.id,
        "room": change.room,
        "place": change.place,
        "status": "" if change.status is None else str(change.status),
        "note": change.note,
    }
    return {**cells, "title": event.summary}


def _last_day(event: Event, change: Change) -> str:
    if change.ends is None:
        return ""
    if event.all_day:
        return str((change.ends - timedelta(days=1)).date())
    first = change.on if change.starts is None else change.starts.date()
    return str(change.ends.date()) if change.ends.date() != first else ""
