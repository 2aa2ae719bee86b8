"""Puts rows into the archive so that every event reads there as it did before, or leaves them where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.events.columns import COLUMNS, is_known, key_of
from plugins.events.find_moving import Moving
from plugins.events.model import Event
from plugins.events.raw_rows import RawSheet, read_raw, render_rows
from plugins.events.reading import Reading
from plugins.events.render_csv import rows_of
from plugins.events.sources import archive_sheet, read_archive
from plugins.kernel.library import Library
from plugins.tools.cells import shielded

_OWN = frozenset(key_of(column.name) for column in COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The files of the archive as they are, by their names."""

    files: Mapping[str, bytes]
    library: Library
    today: date

    def of(self, file: str) -> bytes:
        """Return what is in a file, nothing where there is none yet."""
        return self.files.get(file, b"")

    def read(self, file: str, text: bytes) -> Reading:
        """Return what a file of the archive says, or would say."""
        return read_archive(text, archive_sheet(Path(file), file), self.library, self.today)

    def after(self, moving: Iterable[Moving]) -> dict[str, bytes]:
        """Return the files that change when some events come in."""
        rows: dict[str, list[Mapping[str, str]]] = {}
        for one in moving:
            rows.setdefault(one.file, []).extend(one.cells)
        return {file: add_rows(self.of(file), added).encode() for file, added in rows.items()}


def faithful(archive: Archive, moving: Sequence[Moving]) -> list[Moving]:
    """Return the events that read in the archive as they do where they are, while all that is there reads as it did.

    One that does not as it is written may do so as we would write it.
    """
    kept = list(moving)
    while True:
        same = _same(archive, kept)
        if len(same) == len(kept):
            return kept
        done = {one.event.uid for one in same}
        others = [one for one in kept if one.event.uid not in done and not one.is_rewritten]
        anew = (rewritten(one, archive.library) for one in others)
        kept = [*same, *(one for one in anew if one is not None)]


def _same(archive: Archive, moving: Sequence[Moving]) -> list[Moving]:
    read = {file: _by_uid(archive.read(file, text)) for file, text in archive.after(moving).items()}
    sound = {file for file, events in read.items() if _holds(events, archive.read(file, archive.of(file)))}
    return [one for one in moving if one.file in sound and read[one.file].get(one.event.uid) == plain(one.event)]


def rewritten(one: Moving, library: Library) -> Moving | None:
    """Return an event with its cells as we would write them, beside those that we do not know; None if one was lost."""
    own, *days = [dict(cells) for cells in rows_of(one.event, library.time_zone)]
    written = [{name: text for name, text in cells.items() if key_of(name) not in _OWN} for cells in one.cells]
    theirs = {name: text for cells in written for name, text in cells.items()}
    if any(theirs[name] != text for cells in written for name, text in cells.items()):
        return None
    cells = [{name: shielded(text) for name, text in row.items() if text} for row in (own, *days)]
    return replace(one, cells=(theirs | cells[0], *cells[1:]), is_rewritten=True)


def _by_uid(reading: Reading) -> dict[str, Event]:
    return {event.uid: plain(event) for event in reading.events}


def _holds(events: Mapping[str, Event], before: Reading) -> bool:
    return all(events.get(event.uid) == plain(event) for event in before.events)


def plain(event: Event) -> Event:
    """Return an event without the place that it is written in."""
    return replace(event, source="", line=0)


def add_rows(archive: bytes, added: Sequence[Mapping[str, str]]) -> str:
    """Return a file of the archive with more rows at its end; those that are there stay as they are written."""
    if not archive.strip():
        header = _header(added)
        return render_rows([header, *([cells.get(name, "") for name in header] for cells in added)])
    raw = read_raw(archive, is_known)
    keys = {key_of(name) for name in raw.header.cells}
    header = [*raw.header.cells, *(name for name in _header(added) if key_of(name) not in keys)]
    by_key = ({key_of(name): text for name, text in cells.items()} for cells in added)
    rendered = render_rows([cells.get(key_of(name), "") for name in header] for cells in by_key)
    if (raw.table.encoding, raw.table.delimiter) != ("UTF-8", ","):
        return render_rows([header, *(row.cells for row in raw.rows)]) + rendered
    kept = "".join(raw.lines[raw.header.last :])
    kept = kept if not kept or kept.endswith("\n") else f"{kept}\n"
    return "".join(raw.lines[: raw.header.first - 1]) + render_rows([header]) + kept + rendered


def _header(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the names of all filled cells: our own columns in their order, then the others."""
    names = list(dict.fromkeys(name for cells in rows for name in cells))
    own = [column.name for column in COLUMNS if column.name in names]
    return [*own, *(name for name in names if name not in own)]


def without_rows(raw: RawSheet, moved: Iterable[Moving]) -> str:
    """Return the text of a spreadsheet without some rows; all other lines stay letter by letter."""
    gone = {line for one in moved for row in one.rows for line in range(row.first, row.last + 1)}
    return "".join(line for number, line in enumerate(raw.lines, start=1) if number not in gone)
