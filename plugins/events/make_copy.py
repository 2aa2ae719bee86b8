"""Makes the copy of a web source of what it answered, if that is a list of events no worse than the last one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.events import rules
from plugins.events.columns import is_name_of, layout_of
from plugins.events.copies import bad_rows, is_too_bad
from plugins.events.find_over import count_coming
from plugins.events.raw_rows import RawRow, RawSheet, read_raw, render_rows
from plugins.events.reading import Reading
from plugins.events.sources import Sheet, read_bytes
from plugins.kernel.library import EventSource, Library
from plugins.tools.read_table import NotATableError

# Fewer events to come than these tell nothing; of more, no list loses more than half from one day to another.
TELLING_EVENTS = 8
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


class NotGoodError(ValueError):
    """What a source answered is not used; the message says why, and goes on after the name of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A copy: its text, what a build will read in it, and the columns that were emptied because they are private."""

    text: str
    reading: Reading
    private: tuple[str, ...] = ()


def make_copy(body: bytes, source: EventSource, library: Library, today: date, earlier: bytes | None = None) -> Made:
    """Return the copy of an answer that is at least as good as the earlier copy; None where there is none to compare.

    Raises NotGoodError.
    """
    sheet = _list_of_events(body, source)
    layout = layout_of(sheet.table.header.cells, source.columns)
    rows = ([*_without(row, layout.private)] for row in sheet.rows)
    text = render_rows([sheet.header.cells, *rows])
    reading = read_copy(text.encode(), source, library, today)
    refused = next((problem.what for problem in reading.problems if problem.rule == rules.NOT_EVENTS.name), "")
    if refused:
        raise NotGoodError(f"answers with something else than a list of events. {refused}")
    if earlier is not None:
        _compare(reading, read_copy(earlier, source, library, today), source, today)
    return Made(text=text, reading=reading, private=tuple(sheet.table.header.cells[place] for place in layout.private))


def read_copy(copy: bytes, source: EventSource, library: Library, today: date) -> Reading:
    """Return what is in a copy, with its bad rows as errors."""
    sheet = Sheet(path=Path(source.file), file=source.file, source=source, foreign=True)
    return read_bytes(copy, sheet, library, today)


def _list_of_events(body: bytes, source: EventSource) -> RawSheet:
    """Return the table in an answer that is whole."""
    if _PAGE.match(body):
        raise NotGoodError("answers with a web page, perhaps one to log in, in place of a list of events")
    try:
        sheet = read_raw(body, is_name_of(source.columns), source.encoding)
    except NotATableError as refusal:
        raise NotGoodError(f"answers with something else than a list of events: {refusal}") from refusal
    if sheet.is_cut_off or _ends_early(sheet):
        raise NotGoodError("broke off in the middle of a row")
    return sheet


def _ends_early(sheet: RawSheet) -> bool:
    """Tell whether the last row alone is shorter than the header, and its line has no end."""
    width = len(sheet.header.cells)
    widths = [len(row.cells) for row in sheet.rows]
    is_ended = sheet.lines[-1].endswith(("\n", "\r"))
    return len(widths) > 1 and not is_ended and widths[-1] < width and set(widths[:-1]) == {width}


def _without(row: RawRow, private: tuple[int, ...]) -> list[str]:
    """Return the cells of a row with the private ones emptied; their place stays, since columns may be numbered."""
    return ["" if place in private else cell for place, cell in enumerate(row.cells)]


def _compare(new: Reading, old: Reading, source: EventSource, today: date) -> None:
    """See that a list has not become worse: more bad rows than allowed, or half of what is to come gone."""
    percent = source.bad_rows_percent
    if is_too_bad(new, percent) and not is_too_bad(old, percent):
        raise NotGoodError(f"answers with a list of which too many rows cannot be used: {bad_rows(new)} of {new.rows}")
    coming, was_coming = count_coming(new.events, today), count_coming(old.events, today)
    if was_coming >= TELLING_EVENTS and coming * 2 < was_coming:
        raise NotGoodError(
            f"has only {coming} events to come, of which the last copy has {was_coming} "
            "(if that is right, fetch it again with --accept and its name)"
        )
