"""The ids of events: those in the file, each once, and names made for the rows that have none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from plugins.events import rules
from plugins.events.addresses import address_part
from plugins.events.model import Event
from plugins.kernel.problems import Problem
from plugins.kernel.text import slug

WORDS_LIMIT_BYTES = 56
HASH_DIGITS = 10


def name_events(events: Iterable[Event], *, foreign: bool) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Return the events of a file with an id each, without those whose id is taken; and what is wrong with the ids."""
    given = tuple(events)
    named: dict[str, Event] = {}
    problems: list[Problem] = []
    for event in given:
        if not event.uid:
            continue
        if event.uid in named:
            problems.append(duplicate(event, named[event.uid]))
            continue
        named[event.uid] = event
        if not foreign and address_part(event.uid) != event.uid:
            problems.append(_odd(event))
    offered = set(named)
    for event in given:
        if not event.uid:
            _add_unnamed(event, named, problems)
            if not foreign:
                problems.append(_missing(event, offered))
    return tuple(sorted(named.values(), key=lambda event: event.line)), tuple(problems)


def made_uid(event: Event) -> str:
    """Return the id of a row without one: its title, and a hash of source, title, branch and first start."""
    source = PurePosixPath(event.source.replace("\\", "/")).name
    where = event.place if event.branch is None else event.branch.id
    start = event.starts.replace(tzinfo=None).isoformat(timespec="minutes")
    told = f"{source}\n{event.summary}\n{where}\n{start}"
    digest = hashlib.sha256(told.encode(errors="replace")).hexdigest()
    return f"{_words(event.summary)}-{digest[:HASH_DIGITS]}"


def duplicate(event: Event, first: Event) -> Problem:
    """Return the problem of an event whose id an earlier one has."""
    place = f"{first.source}:{first.line}"
    return rules.DUPLICATE_ID.at(
        event.source,
        line=event.line,
        column="id",
        value=event.uid,
        what=f'The id "{event.uid}" of "{event.summary}" is already that of "{first.summary}" ({place}).',
        cure="Give one of the two another id; if it is the same event, delete one row.",
    )


def _add_unnamed(event: Event, named: dict[str, Event], problems: list[Problem]) -> None:
    uid = made = made_uid(event)
    count = 1
    while uid in named:
        count += 1
        uid = f"{made}-{count}"
    if count > 1:
        what = (
            f"It has the title, branch and start of line {named[made].line}, and neither row has an id; both are kept."
        )
        cure = "Give each row an id, or delete one."
        problems.append(rules.ALIKE.at(event.source, line=event.line, value=event.summary, what=what, cure=cure))
    named[uid] = replace(event, uid=uid)


def _odd(event: Event) -> Problem:
    what = f'The id "{event.uid}" cannot be an address as it stands; the page is at {event.address}.'
    cure = f"Use small letters, digits and hyphens, such as {slug(event.uid)}."
    return rules.ODD_ID.at(event.source, line=event.line, column="id", value=event.uid, what=what, cure=cure)


def _missing(event: Event, offered: set[str]) -> Problem:
    """Return the problem of a row of ours without an id, with one ready to paste that no other row has."""
    branch = "" if event.branch is None else event.branch.id
    words = _words(event.summary)
    parts = [words, "" if branch in words else branch, event.starts.date().isoformat()]
    proposed = base = "-".join(part for part in parts if part)
    count = 1
    while proposed in offered:
        count += 1
        proposed = f"{base}-{count}"
    offered.add(proposed)
    what = f'"{event.summary}" has no id, so its address changes when its title, branch or date does.'
    cure = f"Write {proposed} in the column id."
    return rules.NO_ID.at(event.source, line=event.line, column="id", what=what, cure=cure)


def _words(title: str) -> str:
    """Return a title as the first part of an id, short enough for what follows it."""
    words = slug(title).split("-")
    while len(words) > 1 and len("-".join(words).encode()) > WORDS_LIMIT_BYTES:
        words.pop()
    plain = "-".join(words)
    return (
        plain
        if len(plain.encode()) <= WORDS_LIMIT_BYTES
        else plain.encode()[:WORDS_LIMIT_BYTES].decode(errors="ignore")
    )
