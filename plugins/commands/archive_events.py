"""Moves what is over from our own spreadsheets into the archive, one year a file, and says what it moved."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from plugins.commands.put import put
from plugins.events.archive_rows import Archive, faithful, plain, without_rows
from plugins.events.find_moving import Moving, find_moving, read_own
from plugins.events.raw_rows import RawSheet
from plugins.events.reading import Reading
from plugins.events.sources import ARCHIVE, Sheet, read_bytes, sheets_of
from plugins.kernel.library import Library
from plugins.tools.read_table import NotATableError

SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """The content folder whose past events are put away, and when it is."""

    content: Path
    library: Library
    today: date
    is_dry: bool = False

    def archive(self) -> Archive:
        """Return the archive as it is now."""
        folder = self.content / ARCHIVE
        files = {f"{ARCHIVE}/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.csv"))}
        return Archive(files=files, library=self.library, today=self.today)


def archive_own(shelves: Shelves, keep_days: int) -> Iterator[str]:
    """Move what has been over for some days out of our own files; yields what was moved, and what could not be."""
    before = shelves.today - timedelta(days=keep_days)
    for sheet in sheets_of(shelves.library, shelves.content).sheets:
        if not sheet.is_archive and not sheet.source.address:
            yield from _archive_sheet(shelves, sheet, before)


def archive_lost(shelves: Shelves, sheet: Sheet, earlier: bytes, kept: Iterable[str]) -> Iterator[str]:
    """Put away what is over and in the earlier copy of a web source alone; yields as above."""
    try:
        raw = read_own(earlier, sheet)
    except NotATableError:  # somebody has changed the copy
        return
    reading = read_bytes(earlier, sheet, shelves.library, shelves.today)
    there = set(kept)
    found = find_moving(raw, reading, sheet, shelves.library, shelves.today)
    wanted = [one for one in found if one.event.uid not in there]
    moved, new = _settle(shelves.archive(), wanted)
    yield from _say(sheet.file, moved, wanted)
    _write(shelves, new)


def _archive_sheet(shelves: Shelves, sheet: Sheet, before: date) -> Iterator[str]:
    data = sheet.path.read_bytes()
    reading = read_bytes(data, sheet, shelves.library, shelves.today)
    try:
        raw = read_own(data, sheet)
    except NotATableError as refusal:
        yield f"{sheet.file}: nothing was moved, because {refusal}."
        return
    wanted = list(find_moving(raw, reading, sheet, shelves.library, before))
    moved, new = _settle(shelves.archive(), wanted)
    rest = _encoded(without_rows(raw, moved), raw, data)
    if moved and rest is None:
        yield f"{sheet.file}: nothing was moved, because it is not saved as UTF-8. Save it as CSV UTF-8."
    elif moved and not _reads_as_before(rest or b"", sheet, shelves, reading, moved):
        yield f"{sheet.file}: nothing was moved, because its other dates would read differently then."
        yield "  Write its dates as 2026-10-17, or say date_order under [[events]] in library.toml."
    else:
        yield from _say(sheet.file, moved, wanted)
        _write(shelves, new | ({sheet.file: rest} if moved and rest is not None else {}))


def _settle(archive: Archive, wanted: Sequence[Moving]) -> tuple[list[Moving], dict[str, bytes]]:
    """Return the events that may leave their file, and the files of the archive that hold them then.

    What is in the archive already, after a move that was interrupted, only leaves.
    """
    there = {
        event.uid: plain(event) for file, text in archive.files.items() for event in archive.read(file, text).events
    }
    moved = faithful(archive, [one for one in wanted if one.event.uid not in there])
    again = [one for one in wanted if there.get(one.event.uid) == plain(one.event)]
    return [*moved, *again], archive.after(moved)


def _encoded(text: str, raw: RawSheet, data: bytes) -> bytes | None:
    """Return a text in the letters of its file, or None where these are not UTF-8 to the last byte."""
    codec = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    return text.encode(codec) if "".join(raw.lines).encode(codec, errors="replace") == data else None


def _reads_as_before(rest: bytes, sheet: Sheet, shelves: Shelves, before: Reading, moved: Sequence[Moving]) -> bool:
    """Tell whether what stays in a file reads as it did with the rows that are gone."""
    gone = {one.event.uid for one in moved}
    left = read_bytes(rest, sheet, shelves.library, shelves.today).events
    return [plain(event) for event in left] == [plain(event) for event in before.events if event.uid not in gone]


def _say(file: str, moved: Sequence[Moving], wanted: Sequence[Moving]) -> Iterator[str]:
    for year in dict.fromkeys(one.file for one in moved):
        titles = [f"{one.event.summary} ({one.last})" for one in moved if one.file == year]
        more = f" and {len(titles) - SHOWN} more" if len(titles) > SHOWN else ""
        yield f"{file}: {len(titles)} moved to {year}: {', '.join(titles[:SHOWN])}{more}."
    gone = {one.event.uid for one in moved}
    for one in wanted:
        if one.event.uid not in gone:
            reason = "the archive has another event of that id, or would read it differently"
            yield f"{file}, line {one.rows[0].first}: {one.event.summary} stays, because {reason}."


def _write(shelves: Shelves, files: Mapping[str, bytes]) -> None:
    """Write the archive first and the file that loses rows last, so that nothing is ever in neither."""
    for file in () if shelves.is_dry else files:
        put(shelves.content / file, files[file])
