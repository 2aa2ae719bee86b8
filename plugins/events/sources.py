"""Finds the spreadsheets of events: those that library.toml names, the copies of web sources, and the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from glob import glob
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.events import rules
from plugins.events.columns import OWN, key_of, keys_of
from plugins.events.columns_elsewhere import ONLY_ELSEWHERE
from plugins.events.copies import Copy, judge, mark_of, not_fetched, note_of, parse_note
from plugins.events.model import Event
from plugins.events.reading import Reading
from plugins.kernel.library import STANDARD_SOURCES, EventSource, Library
from plugins.kernel.problems import Problem, Severity
from plugins.kernel.text import did_you_mean

COPIES, ARCHIVE = "events/fetched", "events/archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One spreadsheet: where it is, as people know it, whether it comes from elsewhere, and what is noted of a copy."""

    path: Path
    file: str
    source: EventSource
    foreign: bool = False
    copy: Copy | None = None

    @property
    def is_archive(self) -> bool:
        """Tell whether it holds what is over."""
        return self.file.startswith(f"{ARCHIVE}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """All spreadsheets of a library, and what is wrong with its sources."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def sheets_of(library: Library, content: Path) -> Sheets:
    """Return the spreadsheets in order of sources and names, the archive last; a source without a file is said."""
    found: dict[Path, Sheet] = {}
    problems = [problem for source in library.event_sources for problem in _wrong_columns(source)]
    for source in library.event_sources:
        sheets = list(_copy(source, content) if source.address else _files(source, content))
        for sheet in sheets:
            if isinstance(sheet, Problem):
                problems.append(sheet)
            else:
                found.setdefault(sheet.path, sheet)
    for path in sorted((content / ARCHIVE).glob("*.csv")):
        found.setdefault(path, archive_sheet(path, path.relative_to(content).as_posix()))
    return Sheets(sheets=tuple(found.values()), problems=tuple(problems))


def sheets_given(given: str, zone: str) -> tuple[Sheet, ...]:
    """Return the spreadsheets that a build is to use in place of the library's: a file, or all of a pattern."""
    paths = [given] if Path(given).is_file() else sorted(glob(given, recursive=True))  # noqa: PTH207 (an absolute one)
    source = EventSource(file=given, time_zone=ZoneInfo(zone) if zone else None)
    return tuple(
        Sheet(path=Path(path), file=path, source=source, foreign=True) for path in paths if Path(path).is_file()
    )


def read_sheet(sheet: Sheet, library: Library, today: date) -> Reading:
    """Return what came of one spreadsheet, as a site uses it."""
    source_bytes = sheet.path.read_bytes()
    if sheet.is_archive:
        return read_archive(source_bytes, sheet, library, today)
    reading = read_bytes(source_bytes, sheet, library, today)
    return judge(reading, sheet.source) if sheet.source.address else reading


def archive_sheet(path: Path, file: str) -> Sheet:
    """Return a spreadsheet of what is over; it is in our own columns, whatever its rows come from."""
    return Sheet(path=path, file=file, source=EventSource(file=file))


def read_archive(source_bytes: bytes, sheet: Sheet, library: Library, today: date) -> Reading:
    """Return what is in an archive, of which only errors are said, since all else was said in its time.

    A row with words that the library no longer has is read as if from elsewhere, so that no address dies with a branch.
    """
    own = read_bytes(source_bytes, sheet, library, today)
    bad = {one.line for one in own.problems if one.severity is Severity.ERROR}
    if not bad:
        return replace(own, problems=())
    other = read_bytes(source_bytes, replace(sheet, foreign=True), library, today)
    events = [event for event in own.events if event.line not in bad]
    events += [event for event in other.events if event.line in bad]
    return Reading(
        events=tuple(sorted(events, key=lambda event: event.line)),
        problems=tuple(one for one in other.problems if one.severity is Severity.ERROR),
        rows=own.rows,
        joined=own.joined,
        left_out=own.rows - own.joined - len(events),
    )


def known_elsewhere(event: Event, holder: str) -> Problem:
    """Return what is said of an event whose id is also that of `holder`, a row of another sheet."""
    if event.source.startswith(f"{ARCHIVE}/") and holder.startswith(f"{COPIES}/"):
        what = f'"{event.summary}" is again in the list of its source ({holder}).'
        cure = "Nothing to do: the row here counts again when the source no longer has it."
        return rules.SENT_AGAIN.at(event.source, line=event.line, column="id", value=event.uid, what=what, cure=cure)
    what = f'The id "{event.uid}" is also that of {holder}; this row was left out.'
    cure = "Give one of the two rows another id."
    return rules.DUPLICATE_ID.at(event.source, line=event.line, column="id", value=event.uid, what=what, cure=cure)


def read_bytes(source_bytes: bytes, sheet: Sheet, library: Library, today: date) -> Reading:
    """Return what came of the bytes of a spreadsheet, with all that library.toml says about it."""
    from plugins.events.read_events import read_events

    source = sheet.source
    return read_events(
        source_bytes,
        file=sheet.file,
        library=library,
        time_zone=source.time_zone or library.time_zone,
        foreign=sheet.foreign,
        default_branch=source.branch or "",
        today=None if sheet.is_archive else today,
        columns=source.columns,
        date_order=source.date_order,
        # Copies are written as UTF-8, whatever the source sends.
        encoding="utf-8" if source.address else source.encoding,
    )


def _files(source: EventSource, content: Path) -> Iterator[Sheet | Problem]:
    paths = _matching(content, source.file)
    for path in paths:
        yield Sheet(path=path, file=path.relative_to(content).as_posix(), source=source)
    if not paths and source not in STANDARD_SOURCES:
        what = f'No file in the content folder matches "{source.file}".'
        cure = "Check the name under [[events]], or put the spreadsheet there."
        line = source.lines.get("file")
        yield rules.NO_FILE.at("library.toml", line=line, column="events.file", value=source.file, what=what, cure=cure)


def _matching(content: Path, pattern: str) -> list[Path]:
    """Return the files in the content folder that a pattern names, in order; none for one that leads out of it.

    Copies and the archive are found by themselves, whatever a pattern says.
    """
    try:
        found = sorted(content.glob(pattern))
    except (NotImplementedError, ValueError):  # an absolute path, or no pattern at all
        return []
    root = content.resolve()
    kept_apart = (content / COPIES, content / ARCHIVE)
    return [
        path
        for path in found
        if path.is_file()
        and path.resolve().is_relative_to(root)
        and not any(path.is_relative_to(folder) for folder in kept_apart)
    ]


def _copy(source: EventSource, content: Path) -> Iterator[Sheet | Problem]:
    """Yield the copy of a web source, if there is one of just that address."""
    path, noted = content / source.file, read_note(source, content)
    if not path.is_file() or noted is None:
        yield not_fetched(source, "it has not been fetched yet")
    elif noted.mark != mark_of(source.address):
        yield not_fetched(source, "its copy is that of another address")
    else:
        yield Sheet(path=path, file=source.file, source=source, foreign=True, copy=noted)


def read_note(source: EventSource, content: Path) -> Copy | None:
    """Return what is noted beside the copy of a source, or None when that cannot be read."""
    try:
        return parse_note((content / note_of(source.file)).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def unused_columns(source: EventSource, headers: Collection[tuple[str, ...]]) -> Iterator[Problem]:
    """Yield the columns of a source that library.toml speaks of and none of its spreadsheets has."""
    names = {name for header in headers for name in header}
    keys = {key_of(name) for name in names} | {str(place + 1) for header in headers for place in range(len(header))}
    for theirs in source.columns if names else ():
        if key_of(theirs) not in keys:
            what = f'No spreadsheet of this source has a column "{theirs}".'
            cure = did_you_mean(theirs, names)
            line = source.lines.get(f"columns.{theirs}")
            yield rules.STATED_COLUMN.at(
                "library.toml", line=line, column="events.columns", value=theirs, what=what, cure=cure
            )


def _wrong_columns(source: EventSource) -> Iterator[Problem]:
    for theirs, ours in source.columns.items():
        if not keys_of({theirs: ours}):
            what = f'"{theirs}" is led to "{ours}", and there is no such column.'
            cure = did_you_mean(ours, (*OWN, *ONLY_ELSEWHERE))
            line = source.lines.get(f"columns.{theirs}")
            yield rules.NO_SUCH_COLUMN.at(
                "library.toml", line=line, column="events.columns", value=ours, what=what, cure=cure
            )
