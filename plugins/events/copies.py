"""The copy of a web source: what is noted beside it, and what its age and its bad rows mean for a site."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from plugins.events import rules
from plugins.events.reading import Reading
from plugins.kernel.library import EventSource
from plugins.kernel.problems import Problem, Severity
from plugins.tools.web_address import masked

FETCH = "python3 tasks.py fetch-events"
MARK_DIGITS = 16
_HEAD = "# Written by fetch-events about the file beside it. Commit both; change neither."


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What is noted of a copy: `fetched` is when the source last said that this is what it has.

    `mark` tells its address from others, and `way` how it was read: either must be the same to be asked what is new.
    """

    mark: str
    fetched: datetime
    rows: int = 0
    way: str = ""
    etag: str = ""
    last_modified: str = ""


def note_of(file: str) -> str:
    """Return where the note of a copy stands: events/fetched/vendor.toml for events/fetched/vendor.csv."""
    return PurePosixPath(file).with_suffix(".toml").as_posix()


def mark_of(address: str) -> str:
    """Return what tells one address from another without saying it; a new name or password changes nothing."""
    parts = urlsplit(address)
    plain = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return _digest(plain)


def way_of(source: EventSource) -> str:
    """Return what tells one way of reading an answer from another: a copy holds what came of it."""
    return _digest(repr((source.encoding, sorted(source.columns.items()))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:MARK_DIGITS]


def render_note(copy: Copy, address: str) -> str:
    """Return the note as TOML, with an address that shows no secret."""
    values = {"way": copy.way, "etag": copy.etag, "last_modified": copy.last_modified}
    lines = [
        _HEAD,
        f"address = {_text(masked(address))}",
        f"mark = {_text(copy.mark)}",
        f"fetched = {copy.fetched.isoformat(timespec='seconds')}",
        f"rows = {copy.rows}",
        *(f"{name} = {_text(value)}" for name, value in values.items() if value),
    ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """Return a text as TOML writes it, of which JSON's way is a part."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def parse_note(text: str) -> Copy | None:
    """Return what a note says, or None when it is not one that can be used."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    mark, fetched, rows = values.get("mark"), values.get("fetched"), values.get("rows", 0)
    texts = [values.get(name, "") for name in ("way", "etag", "last_modified")]
    if not isinstance(fetched, datetime) or fetched.tzinfo is None:
        return None
    if not isinstance(mark, str) or not isinstance(rows, int) or not all(isinstance(one, str) for one in texts):
        return None
    return Copy(mark=mark, fetched=fetched, rows=rows, way=texts[0], etag=texts[1], last_modified=texts[2])


def age_days(copy: Copy, now: datetime) -> int:
    """Return how many days ago, by the library's calendar, a copy was last known to be what the source has."""
    return max(0, (now.date() - copy.fetched.astimezone(now.tzinfo).date()).days)


def report_age(copy: Copy, source: EventSource, now: datetime) -> Iterator[Problem]:
    """Yield what a copy's age means; nothing else in a build tells it."""
    age, limit = age_days(copy, now), source.max_age_days
    known = f"This is what {called(source)} had on {copy.fetched:%Y-%m-%d}, {ago(age)}"
    if age > limit:
        what = f"{known}, and library.toml allows {limit} days (max_age_days)."
        cure = f"Run {FETCH}; if the source is gone for good, take it out of library.toml."
        yield rules.COPY_TOO_OLD.at(source.file, value=str(age), what=what, cure=cure)
    elif age * 2 > limit:
        what, cure = f"{known}; after {limit} days nothing is published any more.", f"Run {FETCH} and see what it says."
        yield rules.COPY_AGING.at(source.file, value=str(age), what=what, cure=cure)
    else:
        yield rules.COPY.at(source.file, value=str(age), what=f"{known}.", cure="Nothing to do.")


def ago(days: int) -> str:
    """Return how long ago something was, in words."""
    return {0: "today", 1: "a day ago"}.get(days, f"{days} days ago")


def called(source: EventSource) -> str:
    """Return what people call a source: its name, else its host."""
    return f'"{source.name or urlsplit(source.address).hostname or source.file}"'


def not_fetched(source: EventSource, reason: str) -> Problem:
    """Return the problem of a source of which there is no copy that can be used."""
    what = f"The events of {called(source)} are missing: {reason}."
    cure = f"Run {FETCH}, and commit what it writes into content/events/fetched/."
    line = source.lines.get("address")
    return rules.NOT_FETCHED.at(
        "library.toml", line=line, column="events.address", value=masked(source.address), what=what, cure=cure
    )


def bad_rows(reading: Reading) -> int:
    """Return how many rows were left out because something is wrong with them."""
    return len({one.line for one in reading.problems if one.severity is Severity.ERROR and one.line is not None})


def is_too_bad(reading: Reading, percent: int) -> bool:
    """Tell whether more rows are bad than a share of them, or all that there are."""
    bad = bad_rows(reading)
    return bad > 0 and (bad * 100 > percent * reading.rows or not reading.events)


def judge(reading: Reading, source: EventSource) -> Reading:
    """Return the reading of a copy, with an error for the whole where too many of its rows are bad."""
    if not is_too_bad(reading, source.bad_rows_percent):
        return reading
    bad = bad_rows(reading)
    what = (
        f"{bad} of the {reading.rows} rows of {called(source)} cannot be used; "
        f"library.toml allows {source.bad_rows_percent} % (bad_rows_percent), and never all."
    )
    cure = "Look at the rows named below it: mostly one of columns, date_order or encoding mends them all."
    whole = rules.TOO_MANY_BAD.at(source.file, value=str(bad), what=what, cure=cure)
    return replace(reading, problems=(whole, *reading.problems))
