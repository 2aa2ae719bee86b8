"""Rows of another system that share an id: one event on several days, one event twice, or several after all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from plugins.events import rules
from plugins.events.model import Event
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The events, what is to be said about them, and how many rows were joined to others."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    count: int


def join_same(events: Iterable[Event]) -> Joined:
    """Return the events with an id each of their own; no row is lost.

    Rows that differ in their day alone become one event with more days (`also`); rows that differ in nothing but in
    when they were changed, or in "Closed" behind the place, are one. Any other has its day put behind its id.
    """
    found: dict[str, Event] = {}
    also: dict[str, set[date]] = {}
    unnamed: list[Event] = []
    problems: list[Problem] = []
    count = 0
    for event in events:
        first = found.get(event.uid)
        if not event.uid:
            unnamed.append(event)
        elif first is None:
            found[event.uid] = event
        elif _is_same(first, event) or _is_another_day(first, event):
            also.setdefault(event.uid, set()).update({event.starts.date(), *event.also} - {first.starts.date()})
            found[event.uid] = _open_one(first, event)
            problems.append(_joined(event, first))
            count += 1
        else:
            uid = _free(event, found)
            found[uid] = replace(event, uid=uid)
            problems.append(_renamed(event, first, uid))
    whole = [
        replace(event, also=tuple(sorted({*event.also, *also[uid]}))) if also.get(uid) else event
        for uid, event in found.items()
    ]
    return Joined(events=_in_order([*whole, *unnamed]), problems=tuple(problems), count=count)


def _in_order(events: list[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: event.line))


def _is_same(first: Event, event: Event) -> bool:
    places = sorted((_place(first), _place(event)), key=len)
    one, other = (replace(_bare(each), branch=None, place="", room="") for each in (first, event))
    return one == other and (places[0] == places[1] or _is_closed(places[1], places[0]))


def _bare(event: Event) -> Event:
    """Return an event without what may differ on two rows that are about it."""
    return replace(event, line=0, updated=None, sequence=0)


def _place(event: Event) -> str:
    return event.where.casefold()


def _is_closed(longer: str, shorter: str) -> bool:
    return bool(shorter) and longer.startswith(shorter) and longer.removeprefix(shorter).strip(" -–—()") == "closed"


def _open_one(first: Event, event: Event) -> Event:
    """Return the first, with the place of the other where the first's is the one that is closed."""
    if not _is_closed(_place(first), _place(event)):
        return first
    return replace(first, branch=event.branch, place=event.place, room=event.room)


def _is_another_day(first: Event, event: Event) -> bool:
    if first.recurrence or event.recurrence or first.starts.time() != event.starts.time():
        return False
    if _length(first) != _length(event):
        return False
    return replace(_bare(first), also=()) == replace(_bare(event), starts=first.starts, ends=first.ends, also=())


def _length(event: Event) -> object:
    return event.ends and event.ends.replace(tzinfo=None) - event.starts.replace(tzinfo=None)


def _free(event: Event, found: dict[str, Event]) -> str:
    start = event.starts
    made = f"{event.uid}-{start:%Y-%m-%d}"
    names = (made, f"{made}-{start:%H%M}", *(f"{made}-{start:%H%M}-{number}" for number in range(2, len(found) + 3)))
    return next(name for name in names if name not in found)


def _joined(event: Event, first: Event) -> Problem:
    what = f'It has the id and the title of line {first.line} ("{first.summary}"), and is one event with it.'
    return _said(event, what, "Nothing to do, if that is right.")


def _renamed(event: Event, first: Event, uid: str) -> Problem:
    what = f'It has the id of line {first.line} and is not the same event; its id here is "{uid}".'
    return _said(event, what, "Have the system write an id of its own for each, or nothing, if that is right.")


def _said(event: Event, what: str, cure: str) -> Problem:
    return rules.SAME_ID.at(event.source, line=event.line, column="id", value=event.uid, what=what, cure=cure)
