"""Finds out what a page is about by its address, and describes that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from plugins.events.agenda import Agenda
from plugins.events.model import Event, Occurrence
from plugins.kernel.entry import Entry
from plugins.kernel.moments import MIDNIGHT, month_last
from plugins.structured_data.describe_entry import dataset_node, post_node, program_node
from plugins.structured_data.describe_event import event_node, list_node, series_node
from plugins.structured_data.describe_library import branch_node, branches_node, library_node
from plugins.structured_data.model import Node, Speaker

# How many times of a series or of a list are described: enough for a search engine, little for a page to carry.
TIMES = 6
LIST = "events/"
_FACET = re.compile(r"events/(branch|audience|topic|program|language|access)/([^/]+)/")
_MONTH = re.compile(r"events/(\d{4})-(\d{2})/(?:list/)?")


def describe_page(address: str, speaker: Speaker, agenda: Agenda, entries: Mapping[str, Entry]) -> Node | None:
    """Return what the page at an address is about; None for one of which there is nothing to say."""
    plain = address.removeprefix(speaker.prefix_of(address))
    entry = entries.get(address)
    if entry and entry.kind == "event":
        event = agenda.find(entry.id)
        return _event(event, speaker, agenda) if event else None
    if entry and entry.kind == "post":
        return post_node(entry, speaker)
    if entry and entry.kind == "infographic":
        return dataset_node(entry, speaker.tables_of(address), speaker)
    if entry and entry.kind == "program":
        program = entry.address.rstrip("/").rpartition("/")[2]
        return program_node(entry, agenda.upcoming(speaker.now, TIMES, program=program), speaker)
    if plain.startswith(LIST):
        times = _listed(plain, speaker, agenda)
        return list_node(times, speaker) if times else None
    return _of_library(plain, speaker)


def _of_library(plain: str, speaker: Speaker) -> Node | None:
    if not plain:
        return library_node(speaker)
    if plain == "branches/":
        return branches_node(speaker) if speaker.library.branches else None
    branch = speaker.branch_at(plain)
    return branch_node(branch, speaker) if branch else None


def _event(event: Event, speaker: Speaker, agenda: Agenda) -> Node:
    today = speaker.now.date()
    times = agenda.upcoming(speaker.now, TIMES, uid=event.uid)
    if not times:
        times = agenda.times_of(event.uid, event.starts.date(), max(today, event.starts.date()))[-1:]
    if event.is_series:
        return series_node(event, times, speaker)
    one = times[0] if times else Occurrence(event=event, starts=event.starts, ends=event.ends)
    return event_node(one, speaker)


def _listed(plain: str, speaker: Speaker, agenda: Agenda) -> tuple[Occurrence, ...]:
    """Return the first times of a list: of everything, of a month, or of what is filed under one thing."""
    month, facet = _MONTH.fullmatch(plain), _FACET.fullmatch(plain)
    if month:
        return _in_month(date(int(month[1]), int(month[2]), 1), speaker.now, agenda)
    chosen: Any = {facet[1]: facet[2]} if facet else {}
    return agenda.upcoming(speaker.now, TIMES, **chosen) if facet or plain == LIST else ()


def _in_month(first: date, now: datetime, agenda: Agenda) -> tuple[Occurrence, ...]:
    """Return the first times of a month that are still to come, or that were, when the month is over."""
    last, begins = month_last(first), datetime.combine(first, MIDNIGHT, now.tzinfo)
    if last < now.date():
        return agenda.between(first, last)[:TIMES]
    ahead = agenda.upcoming(max(begins, now), TIMES)
    return tuple(one for one in ahead if one.date <= last)
