"""Whether the event of a row takes place: by its columns, and by words in its title."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.events import rules
from plugins.events.model import Status
from plugins.events.row import Row
from plugins.events.status_words import BEGINNING, doubtful_status, may_say, status_of, take_status
from plugins.events.words import NO, STATUS, YES
from plugins.kernel.text import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an event stands, its title without the word that says so, and the note people read about it."""

    status: Status
    title: str
    note: str


def read_standing(row: Row, title: str) -> Standing:
    """Return how the event of a row stands."""
    said, note = read_columns(row)
    if said is Status.MOVED:
        _report_moved(row)
    if not may_say(f"{title} {row.text('description')[:BEGINNING]}"):
        return Standing(status=said, title=title, note=note)
    rest, in_title = take_status(title)
    if in_title is None:
        if said is Status.CONFIRMED:
            _report_doubt(row, title)
        return Standing(status=said, title=title, note=note)
    if said is Status.CONFIRMED:
        what = f'The title says that it is {in_title}: the word became its status, and its title "{rest}".'
        row.report(rules.STATUS_IN_TITLE, "title", what, f"Write {in_title} in the column status, not in the title.")
        return Standing(status=in_title, title=rest, note=note)
    return Standing(status=said, title=rest, note=note)


def _report_moved(row: Row) -> None:
    """Note that people who knew the old time or place cannot tell what has changed."""
    if not row.sheet.foreign and not row.text("previous_start") and not row.text("previous_place"):
        what = "It says that it has moved, and not from when or from where."
        row.report(
            rules.MOVED_FROM, "status", what, "Write the old time in previous_start, or place in previous_place."
        )


def _report_doubt(row: Row, title: str) -> None:
    word = doubtful_status(title, row.text("description"))
    if word and not row.text("status"):
        what = f'It holds the word "{word}", and nothing says for certain that it does not take place.'
        row.report(rules.STATUS_UNCLEAR, "title", what, "If it does not, write cancelled or postponed in status.")


def read_columns(row: Row) -> tuple[Status, str]:
    """Return whether the event takes place, as its columns say, and the note people read about it."""
    note = row.text("note")
    cancelled = row.word("cancelled") if row.text("cancelled") else ""
    if cancelled in YES or status_of(cancelled) is Status.CANCELLED or row.text("cancelled_because"):
        return Status.CANCELLED, note or row.text("cancelled_because")
    if cancelled not in NO:
        row.report(
            rules.UNKNOWN_WORD, "cancelled", f'"{cancelled}" says neither that it is off nor that it is on.', _YES_OR_NO
        )
    word = row.word("status") if row.text("status") else ""
    status = _status(word)
    if status is None and row.sheet.foreign:
        what = f'We do not know the status "{word}", so it is shown as a note.'
        row.report(rules.FOREIGN_CELL, "status", what, did_you_mean(word, Status))
        return Status.CONFIRMED, note or row.text("status")
    if status is None:
        row.report(rules.UNKNOWN_STATUS, "status", f'There is no status "{word}".', did_you_mean(word, Status))
    if row.word("full") in YES and status is Status.CONFIRMED:
        return Status.FULL, note
    return status or Status.CONFIRMED, note


_YES_OR_NO = "Write yes, or leave it empty."


def _status(word: str) -> Status | None:
    """Return the status of a word, schema.org's (https://schema.org/EventCancelled) included."""
    plain = word.rpartition("/")[2] if word.startswith(("http://", "https://")) else word
    return STATUS.get(plain) or STATUS.get(plain.removeprefix("event")) or status_of(plain)
