"""Rows that change one day of a series: moved, in another room, cancelled, or with a note of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from plugins.events import rules
from plugins.events.expand import Times, closure
from plugins.events.model import Change, Event
from plugins.events.read_change_time import NewTime, read_new_time
from plugins.events.read_details import read_datetime, read_number
from plugins.events.read_recurrence import nearest_words
from plugins.events.read_status import read_columns
from plugins.events.read_when import read_moment
from plugins.events.read_words import read_place
from plugins.events.row import Row
from plugins.kernel.library import Branch
from plugins.kernel.text import closest

# What a row may change of one day; every other column belongs to the series.
OF_ONE_DAY = frozenset(
    "id occurrence date start end end_date all_day time_zone branch place room status note updated sequence".split()
)
_AS_IN_THE_SERIES = NewTime()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The events with their changed days, and how many rows were joined to one."""

    events: tuple[Event, ...]
    count: int


def join_changes(changed: Iterable[Row], events: Iterable[Event], rows: Mapping[int, Row]) -> Joined:
    """Return the events with what the rows say of one of their days; `rows` holds those of the series by line."""
    by_uid = {event.uid: event for event in events}
    times = {uid: Times(by_uid[uid]) for uid in {row.text("id") for row in changed} if uid in by_uid}
    count = 0
    for row in changed:
        uid = row.text("id")
        on = _read_day(row, by_uid, times.get(uid))
        change = None if on is None else _read_change(row, by_uid[uid], on, rows.get(by_uid[uid].line))
        if change is not None:
            by_uid[uid] = _with(by_uid[uid], change, row)
            count += 1
    return Joined(events=tuple(by_uid.values()), count=count)


def _with(event: Event, change: Change, row: Row) -> Event:
    """Return an event with one more change."""
    change = replace(change, updated=read_datetime(row, "updated"))
    return replace(
        event,
        changes=tuple(sorted((*event.changes, change), key=lambda one: one.on)),
        sequence=max(event.sequence, read_number(row, "sequence") or 0),
    )


def _read_day(row: Row, by_uid: Mapping[str, Event], times: Times | None) -> date | None:
    """Return the day of the series that a row is about, or None with the reason noted in the row."""
    moment, uid = read_moment(row, "occurrence"), row.text("id")
    if times is None or not times.event.is_series:
        _report_no_series(row, uid, by_uid)
    elif moment is not None and moment.day not in times.days(moment.day, moment.day):
        near = times.near(moment.day)
        what = f'{moment.day} ({moment.day:%A}) is not a day of "{times.event.summary}"{nearest_words(near)}.'
        cure = f"Write {' or '.join(str(day) for day in near)}, or delete the row."
        row.report(rules.NO_SUCH_OCCURRENCE, "occurrence", what, cure)
    elif moment is not None and any(change.on == moment.day for change in by_uid[uid].changes):
        what = f'Another row has already changed {moment.day} of "{times.event.summary}".'
        row.report(rules.OCCURRENCE_TWICE, "occurrence", what, "Put both changes into one row.")
    return None if row.failed or moment is None else moment.day


def _report_no_series(row: Row, uid: str, by_uid: Mapping[str, Event]) -> None:
    near = closest(uid, [known for known, event in by_uid.items() if event.is_series]) if uid else ""
    cure = f'Did you mean "{near}"?' if near else "Write the id of the row of the series, in the same file."
    what = f'No series in this file has the id "{uid}", or its own row has an error.'
    if not uid:
        what = "A changed day needs the id of its series."
    elif uid in by_uid:
        what, cure = f'"{by_uid[uid].summary}" takes place once.', "Change its own row, and empty occurrence."
    row.report(rules.NO_SERIES, "id", what, cure)


def _read_change(row: Row, event: Event, on: date, series: Row | None) -> Change | None:
    """Return what is different about one day, or None with the reason noted in the row."""
    _report_others(row, series)
    when = read_new_time(row, event, on) or _AS_IN_THE_SERIES
    branch, place, room = _read_place(row, event)
    status = read_columns(row)[0] if row.text("status") or row.text("cancelled") else None
    change = Change(
        on=on,
        starts=when.starts,
        ends=when.ends,
        branch=branch,
        place=place,
        room=room,
        status=status,
        note=row.text("note"),
    )
    if row.failed:
        return None
    if change == Change(on=on):
        what = f"The row says nothing about {on} that the series does not."
        row.report(rules.NOTHING_CHANGED, "occurrence", what, "Write what is different, or delete the row.")
    _report_closed(row, event, when.starts, branch)
    return change


def _read_place(row: Row, event: Event) -> tuple[Branch | None, str, str]:
    """Return where it is that day, empty where that is as in the series."""
    branch, place, room = read_place(row)
    if not row.text("branch") and not row.text("place"):
        return None, "", "" if room == event.room else room
    if (branch, place) == (event.branch, event.place):
        return None, "", "" if room == event.room else room
    return branch, place, room


def _report_others(row: Row, series: Row | None) -> None:
    """Note each cell that belongs to the series and says something else than its row: it changes nothing."""
    for name in row.sheet.layout.positions:
        text = row.text(name)
        if text and name not in OF_ONE_DAY and (series is None or text != series.text(name)):
            what = f'"{text[:80]}" is not used: this column is about the whole series.'
            row.report(rules.NOT_OF_ONE_DAY, name, what, "Say in the column note what people must know.")


def _report_closed(row: Row, event: Event, starts: datetime | None, branch: Branch | None) -> None:
    house = branch or event.branch
    if house is None or starts is None or row.text("place"):
        return
    reason = closure(house, starts.date(), None if event.all_day else starts.time())
    if reason is not None:
        what = f"{house.name} is closed on {starts.date()}{f' ({reason})' if reason else ''}."
        row.report(rules.CLOSED_DAY, "date", what, "Choose another day.", str(starts.date()))
