"""The columns of a spreadsheet of events: our own, and the names that other systems have for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.events.columns_elsewhere import DROPPED, ELSEWHERE, LAST_TITLES, ONLY_ELSEWHERE, PRIVATE, PRIVATE_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of our own columns, as docs/events-csv.md describes it."""

    name: str
    field: str
    property: str
    type: str
    separator: str = ""
    example: str
    meaning: str


# Name, field of the model, property of iCalendar, type (with the separator of lists), example, meaning.
_TABLE = (
    ("id", "uid", "UID", "id", "toddler-time-central", "The event's own name, which never changes."),
    ("title", "summary", "SUMMARY", "text", "Toddler Time", "What it is called. Every row needs one."),
    ("date", "starts", "DTSTART", "date", "2026-10-17", "The day it takes place, or a series first does."),
    ("start", "starts", "DTSTART", "time", "2:00 pm", "When it starts, by the clock on the branch's wall."),
    ("end", "ends", "DTEND", "time", "3:30 pm", "When it ends."),
    ("end_date", "ends", "DTEND", "date", "2026-10-20", "The last day, when it lasts several days."),
    ("all_day", "all_day", "DTSTART;VALUE=DATE", "yes or no", "yes", "It has days, but no times."),
    ("time_zone", "starts", "TZID", "time zone", "America/Denver", "Only where it is not the library's own."),
    ("repeat", "recurrence", "RRULE", "words", "every Tuesday", "How it repeats; empty when it does not."),
    ("until", "recurrence", "RRULE;UNTIL", "date", "2026-12-19", "The last day on which it may repeat."),
    ("count", "recurrence", "RRULE;COUNT", "number", "6", "How many times it repeats, instead of until."),
    ("except", "excluded", "EXDATE", "date list ;", "2026-11-26; 2026-12-24", "Days on which it does not."),
    ("also", "also", "RDATE", "date list ;", "2026-10-24", "More days on which it takes place, same time."),
    ("occurrence", "changes", "RECURRENCE-ID", "date", "2026-10-22", "The one day of a series that a row changes."),
    ("branch", "branch", "LOCATION", "branch", "central", "The branch, by its id or name in library.toml."),
    ("room", "room", "LOCATION", "text", "Story Room", "The room, or the table, or the corner."),
    ("place", "place", "LOCATION", "text", "The river steps, 18 Ferry Road", "Where, when not at a branch."),
    ("online", "online", "CONFERENCE", "address", "https://meet.example/chess", "Where to join it online."),
    ("audience", "audiences", "CATEGORIES", "audience list ;", "under-5s; ages-5-11", "Who it is for."),
    ("ages", "ages", "X-AGES", "text", "0-4", "The ages it suits, in years."),
    ("topics", "topics", "CATEGORIES", "topic list ;", "stories; music", "What it is about."),
    ("program", "program", "", "id", "toddler-time", "The program it is a meeting of."),
    ("summary", "teaser", "DESCRIPTION", "text", "Four books and a parachute.", "One sentence for lists."),
    ("description", "description", "DESCRIPTION", "Markdown", "Stay and *play*.", "All there is to say."),
    ("cost", "cost", "X-COST", "text", "$5 for linen and board", "Empty means free."),
    ("registration", "registration", "", "word", "required", "none, recommended or required."),
    ("registration_link", "registration", "", "address", "https://book.example/7", "Where people book."),
    ("opens", "registration", "", "date and time", "2026-09-17 09:00", "From when people can book."),
    ("closes", "registration", "", "date and time", "2026-10-16", "Until when; a day alone is meant to its end."),
    ("places", "registration", "", "number", "24", "How many people there is room for."),
    ("status", "status", "STATUS", "word", "cancelled", "Empty means confirmed: it takes place."),
    ("note", "note", "COMMENT", "text", "Our reader is unwell.", "What people must know about the status."),
    ("updated", "updated", "LAST-MODIFIED", "date", "2026-10-08", "The day (and time) of the last change."),
    ("sequence", "sequence", "SEQUENCE", "number", "1", "How many changes of time or place there were."),
    ("previous_start", "previous_start", "", "date and time", "2026-10-17 14:00", "When it was to start."),
    ("previous_place", "previous_place", "", "text", "Mill Street, Main Hall", "Where it was to be."),
    ("language", "language", "", "language", "es", "The language it is held in, if not the library's own."),
    ("access", "access", "", "text", "Hearing loop. ASL interpreter.", "What makes it possible to take part."),
    ("partners", "partners", "CONTACT", "text list ;", "County Workforce Center", "Who holds it with us."),
    ("image", "image", "IMAGE", "file", "images/lantern.svg", "A picture, by its path under content."),
    ("image_alt", "image_alt", "IMAGE", "text", "A paper lantern", "The picture in words."),
    ("link", "url", "URL", "address", "https://fair.example/", "A page about it elsewhere."),
)


def _column(row: tuple[str, str, str, str, str, str]) -> Column:
    name, field, property_, type_, example, meaning = row
    kind, _, separator = type_.partition(" list ")
    return Column(
        name=name,
        field=field,
        property=property_,
        type=f"{kind} list" if separator else kind,
        separator=separator,
        example=example,
        meaning=meaning,
    )


COLUMNS = tuple(_column(row) for row in _TABLE)
OWN: Mapping[str, Column] = MappingProxyType({column.name: column for column in COLUMNS})


_MARKS = re.compile(r"[\s_\-:*#.?!\"'()/&+]+")
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def key_of(name: str) -> str:
    """Return a column's name without case, spaces, hyphens, underscores and marks: "Event_Start-Date:" is one word."""
    return _MARKS.sub("", name.casefold())


def _keys(name: str) -> tuple[str, ...]:
    """Return the key of a name, and that of the name without what stands in parentheses: "Date (dd/mm/yyyy)"."""
    key, bare = key_of(name), key_of(_PARENTHESES.sub("", name))
    return (key,) if key == bare or not bare else (key, bare)


_OWN_KEYS: Mapping[str, str] = MappingProxyType({key_of(name): name for name in OWN})


def is_known(name: str) -> bool:
    """Tell whether a cell could be the name of a column, which is how the header is found."""
    return any(_is_key(key) and key not in LAST_TITLES for key in _keys(name))


def is_name_of(columns: Mapping[str, str]) -> Callable[[str], bool]:
    """Return what tells whether a cell could be the name of a column; `columns` are names that library.toml adds."""
    stated = keys_of(columns)
    return lambda cell: is_known(cell) or key_of(cell) in stated


def _is_key(key: str) -> bool:
    return any(key in table for table in (_OWN_KEYS, ELSEWHERE, PRIVATE, DROPPED, LAST_TITLES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which positions of a row hold which of our columns, best first, and what becomes of the other columns."""

    positions: Mapping[str, tuple[int, ...]]
    unknown: tuple[int, ...] = ()
    private: tuple[int, ...] = ()

    def has(self, *names: str) -> bool:
        return any(self.positions.get(name) for name in names)


def keys_of(columns: Mapping[str, str]) -> dict[str, str]:
    """Return a map from their names of columns to ours, by keys; one to a name that is none of ours is dropped."""
    by_key = {key_of(name): name for name in (*OWN, *ONLY_ELSEWHERE)}
    return {key_of(theirs): by_key[key_of(ours)] for theirs, ours in columns.items() if key_of(ours) in by_key}


def layout_of(header: tuple[str, ...], columns: Mapping[str, str] = MappingProxyType({})) -> Layout:
    """Return what the columns of a header mean to us: what was stated first, then our names, then those of others."""
    stated = keys_of(columns)
    found: dict[str, list[tuple[int, int]]] = {}
    unknown, private = [], []
    for position, name in enumerate(header):
        key = next((key for key in _keys(name) if key in stated or _is_key(key)), key_of(name))
        if key in stated or str(position + 1) in stated:
            found.setdefault(stated.get(key) or stated[str(position + 1)], []).append((-1, position))
        elif key in _OWN_KEYS:
            found.setdefault(_OWN_KEYS[key], []).append((0, position))
        elif key in ELSEWHERE:
            found.setdefault(ELSEWHERE[key], []).append((1, position))
        elif key in PRIVATE or any(part in key for part in PRIVATE_PARTS):
            private.append(position)
        elif key not in DROPPED:
            unknown.append(position)
    positions = {name: tuple(position for _, position in sorted(places)) for name, places in found.items()}
    if "title" not in positions and "summary" not in positions:
        place = next((place for place in unknown if key_of(header[place]) in LAST_TITLES), None)
        positions |= {} if place is None else {"title": (place,)}
        unknown = [other for other in unknown if other != place]
    return Layout(positions=MappingProxyType(_with_title(positions)), unknown=tuple(unknown), private=tuple(private))


def _with_title(positions: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return the same, with `summary` as the title of a file that has no other (RFC 5545's word for it)."""
    if "title" in positions or "summary" not in positions:
        return positions
    return {("title" if name == "summary" else name): places for name, places in positions.items()}
