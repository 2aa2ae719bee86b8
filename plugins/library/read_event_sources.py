"""Where the events come from: files of the content folder, and addresses on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

from plugins.kernel.library import EventSource
from plugins.kernel.text import slug
from plugins.library import rules
from plugins.library.keys import KEYS
from plugins.library.read_branches import report_unknown_branch
from plugins.library.read_time_zone import read_time_zone
from plugins.library.reading import Section
from plugins.tools.web_address import csv_address, holds_secret, is_web_address, masked

COPIES = "events/fetched"
LONGEST_AGE_DAYS = 3660
ALL_PERCENT = 100
_OF_ADDRESSES_ONLY = ("max_age_days", "bad_rows_percent", "allow_private")
_DAY_FIRST = frozenset("day dayfirst dmy ddmmyyyy daymonthyear daymonth".split())
_MONTH_FIRST = frozenset("month monthfirst mdy mmddyyyy monthdayyear monthday".split())
_UNLESS_SAID = EventSource(file="")


def read_event_sources(section: Section, known: tuple[str, ...]) -> tuple[EventSource, ...]:
    """Return the sources of events in order, without those that name neither a file nor an address."""
    sources: list[EventSource] = []
    copies: dict[str, EventSource] = {}
    for below in section.sections("events"):
        source = _source(below, known)
        if source is None:
            continue
        if source.address and copies.setdefault(source.file, source) is not source:
            _report_one_copy(below, source)
            continue
        sources.append(source)
    return tuple(sources)


def _source(section: Section, known: tuple[str, ...]) -> EventSource | None:
    """Return one source; whatever else is wrong with it is said even when it has no place."""
    address = _address(section) if section.has("address") else ""
    name = section.text("name")
    more = EventSource(
        file=_copy_of(address, name) if address else _file(section),
        address=address,
        name=name,
        columns=_columns(section),
        date_order=_date_order(section),
        time_zone=read_time_zone(section),
        encoding=_encoding(section),
        branch=_branch(section, known),
        allow_private=_allow_private(section),
        max_age_days=_whole(section, "max_age_days", (1, LONGEST_AGE_DAYS), _UNLESS_SAID.max_age_days),
        bad_rows_percent=_whole(section, "bad_rows_percent", (0, ALL_PERCENT), _UNLESS_SAID.bad_rows_percent),
        lines=MappingProxyType(dict(_lines(section))),
    )
    return more if more.file else None


def _file(section: Section) -> str:
    """Return a file or a pattern below the content folder, or "" where there is none."""
    if section.has("address"):
        return ""
    for key in _OF_ADDRESSES_ONLY:
        if section.has(key):
            what = f'"{key}" is about an address on the web, and this source is a file.'
            section.report(rules.UNKNOWN_KEY, key, what=what, cure="Take the line out.")
    file = section.text("file")
    if not section.has("file"):
        section.missing("file", '"events/*.csv"')
    elif is_web_address(file):
        what = "An address on the web stands where a file of the content folder should."
        section.report(
            rules.BAD_FILE, "file", what=what, cure='Write "address" in place of "file".', value=masked(file)
        )
        return ""
    return file if file and _is_inside(section, file) else ""


def _is_inside(section: Section, file: str) -> bool:
    outside = PurePosixPath(file).is_absolute() or PureWindowsPath(file).drive or "\\" in file
    if not outside and ".." not in PurePosixPath(file).parts:
        return True
    what = f'"{file}" is not a file within the content folder.'
    section.report(
        rules.BAD_FILE, "file", what=what, cure='Write it as seen from the content folder: "events/ours.csv".'
    )
    return False


def _address(section: Section) -> str:
    """Return an address on the web, that of the CSV where a Google Sheet is named by its page; "" for a bad one."""
    address = section.text("address")
    shown = masked(address)
    if section.has("file"):
        what = "This source has a file and an address."
        section.report(
            rules.BAD_CHOICE, "file", what=what, cure="Keep one, and write another [[events]] for the other."
        )
        return ""
    if not is_web_address(address):
        what = "This is not a whole address on the web: it needs https:// (or http://) and the name of a host."
        section.report(rules.BAD_ADDRESS, "address", what=what, cure='"https://vendor.example/events.csv"', value=shown)
        return ""
    if address.casefold().startswith("http://"):
        what = "The address begins with http://, so anybody on the way can change the events."
        section.report(rules.INSECURE_ADDRESS, "address", what=what, cure="If it works, write https://.", value=shown)
    if holds_secret(address):
        what = "The address holds a password or a key, which everybody can read who has this file."
        cure = "Write ${VENDOR_KEY} in its place, and give fetch-events the variable VENDOR_KEY in its environment."
        section.report(rules.SECRET, "address", what=what, cure=cure, value=shown)
    csv = csv_address(address)
    if csv != address:
        what = f"This is the page of a Google Sheet; its CSV is fetched in its place, from {masked(csv)}."
        cure = "Nothing to do, if anybody with the link may see the sheet."
        section.report(rules.SHEET_ADDRESS, "address", what=what, cure=cure, value=shown)
    return csv


def _copy_of(address: str, name: str) -> str:
    """Return where the copy of what lies at an address is kept: by the name of the source, else by its host."""
    return f"{COPIES}/{slug(name or urlsplit(address).hostname or address)}.csv"


def _report_one_copy(section: Section, source: EventSource) -> None:
    what = f"Another source would keep its copy in {source.file} too, so this one is not read."
    cure = "Give each source a name of its own: its copy is named after it."
    section.report(
        rules.ONE_COPY, "name" if section.has("name") else "address", what=what, cure=cure, value=source.name
    )


def _columns(section: Section) -> Mapping[str, str]:
    """Return which column of ours each of theirs is; plugins/events says which of ours there are."""
    below = section.raw("columns")
    if below is None:
        return MappingProxyType({})
    if not isinstance(below, Mapping):
        what = '"columns" should lead from their names to ours.'
        cure = 'Write it in braces: columns = { "Titel" = "title", "Datum" = "date" }'
        section.report(rules.WRONG_TYPE, "columns", what=what, cure=cure)
        return MappingProxyType({})
    for theirs, ours in below.items():
        if not isinstance(ours, str) or not ours.strip():
            what = f'"{theirs}" should lead to the name of one of our columns.'
            section.report(rules.WRONG_TYPE, "columns", what=what, cure=f'Write "{theirs}" = "title".', item=theirs)
    return MappingProxyType(
        {theirs: ours.strip() for theirs, ours in below.items() if isinstance(ours, str) and ours.strip()}
    )


def _date_order(section: Section) -> Literal["day-first", "month-first", ""]:
    words = section.text("date_order")
    plain = re.sub(r"[^a-z]", "", words.casefold())
    if plain in _DAY_FIRST:
        return "day-first"
    if plain in _MONTH_FIRST:
        return "month-first"
    if words:
        what = f'"{words}" does not say whether the day or the month comes first.'
        cure = 'Write "day-first" where 5/6/2026 is 5 June, and "month-first" where it is May 6.'
        section.report(rules.BAD_CHOICE, "date_order", what=what, cure=cure)
    return ""


def _encoding(section: Section) -> str:
    name = section.text("encoding")
    try:
        "x".encode(name or "utf-8")
    except (LookupError, ValueError):
        cure = 'Write "utf-8", "windows-1252", "utf-16" or another that Python knows, or take the line out.'
        section.report(rules.BAD_ENCODING, "encoding", what=f'There is no encoding "{name}".', cure=cure)
        return ""
    return name


def _branch(section: Section, known: tuple[str, ...]) -> str | None:
    branch = section.text("branch")
    if branch and branch not in known:
        report_unknown_branch(section, "branch", branch, known)
        return None
    return branch or None


def _allow_private(section: Section) -> bool:
    value = section.raw("allow_private")
    if value is None or isinstance(value, bool):
        return bool(value)
    what = '"allow_private" should be true or false.'
    section.report(rules.WRONG_TYPE, "allow_private", what=what, cure="Write allow_private = true, without quotes.")
    return False


def _whole(section: Section, key: str, limits: tuple[int, int], default: int) -> int:
    number = section.number(key, *limits)
    return default if number is None else int(number)


def _lines(section: Section) -> Iterator[tuple[str, int]]:
    yield "", section.line()
    for key in KEYS["events"]:
        if section.has(key):
            yield key, section.line(key)
    below = section.raw("columns")
    for theirs in below if isinstance(below, Mapping) else ():
        yield f"columns.{theirs}", section.line("columns", theirs)
