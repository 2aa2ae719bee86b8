"""Reads when places are open in a week: from library.toml, or from a table with a row for each day, or each place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from plugins.infographics import rules
from plugins.infographics.block import Block, NoDrawingError
from plugins.infographics.choose_rows import choose_rows
from plugins.infographics.desk import Desk
from plugins.infographics.known_tables import NONE
from plugins.infographics.shape import Shape, column
from plugins.infographics.sheet import Sheet
from plugins.kernel.library import Branch, OpeningHours, Week
from plugins.kernel.text import did_you_mean

_PLACES = ("place", "branch", "library", "library name", "venue", "biblioteca", "sucursal")
_DAYS = ("day", "weekday", "día", "dia")
# Columns of times in the order of a day: opened and closed by turns.
_TIMES = (
    ("open_morning", "close_lunchtime", "open_lunchtime", "close_evening"),
    ("opens", "closes"),
    ("open", "close"),
    ("from", "to"),
    ("abre", "cierra"),
)
_NAMES = (
    "monday mon lunes",
    "tuesday tue martes",
    "wednesday wed miércoles miercoles",
    "thursday thu jueves",
    "friday fri viernes",
    "saturday sat sábado sabado",
    "sunday sun domingo",
)
_TIME = re.compile(r"(\d\d?)[:.h]?(\d\d)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:[-–—]|to|a)\s*")
_HALF_DAY = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """When one place is open."""

    name: str
    week: Week


def read_week(block: Block, desk: Desk) -> tuple[Open, ...]:
    """Return when each place is open; raises NoDrawingError."""
    places = _of_table(block, desk) if block.text("table") else _of_library(block, desk)
    found = tuple(one for one in places if any(one.week))
    if not found:
        cure = "Write the hours of each branch into library.toml, or name a table."
        raise block.refusal(rules.EMPTY, "branches", "Nobody says when these places are open.", cure)
    return found


def _of_library(block: Block, desk: Desk) -> tuple[Open, ...]:
    known = desk.teller.library.branches
    wanted = [_branch(block, known, one) for one in block.texts("branches")] or list(known)
    return tuple(Open(name=desk.teller.named(str(one.name)).full, week=one.week) for one in wanted)


def _branch(block: Block, known: tuple[Branch, ...], text: str) -> Branch:
    wanted = text.casefold()
    found = next((one for one in known if wanted in (one.id, str(one.name).casefold())), None)
    if found is None:
        cure = did_you_mean(text, [one.id for one in known])
        raise block.refusal(rules.VALUE, "branches", f'There is no branch "{text}".', cure)
    return found


def _of_table(block: Block, desk: Desk) -> tuple[Open, ...]:
    sheet = desk.sheets.find(block, desk.files)
    place = _column(block, sheet, "place", _PLACES)
    days = [next((name for name in sheet.names if _day_of(name) == at), "") for at in range(7)]
    shape = Shape(sheet=sheet, known=NONE, label=place, value="", group="", time="")
    rows, names = choose_rows(block, shape), sheet.texts(place)
    if sum(map(bool, days)) > 1:
        return tuple(Open(name=names[row], week=_week_in(block, sheet, days, row)) for row in rows)
    day = _column(block, sheet, "day", _DAYS)
    times = _times(block, sheet)
    found: dict[str, list[tuple[OpeningHours, ...]]] = {}
    for row in rows:
        at = _day_of(sheet.texts(day)[row])
        if at is None:
            raise _refusal(block, sheet, day, row, "is no day of the week", "Write Monday, Tuesday and so on.")
        week = found.setdefault(names[row], [()] * 7)
        week[at] = _stretches(block, sheet, times, row)
    return tuple(Open(name=desk.teller.named(name).full, week=tuple(week)) for name, week in found.items())


def _column(block: Block, sheet: Sheet, option: str, names: tuple[str, ...]) -> str:
    written = block.text(option)
    found = column(block, sheet, option, written) if written else sheet.find(*names)
    if not found:
        cure = f"Add a line such as {option}: {sheet.names[0]}"
        raise block.refusal(rules.MISSING, option, f'"{sheet.file}" has no column "{option}".', cure)
    return found


def _times(block: Block, sheet: Sheet) -> tuple[str, ...]:
    written = [column(block, sheet, option, block.text(option)) for option in ("opens", "closes") if block.text(option)]
    if written:
        return tuple(written)
    for names in _TIMES:
        found = tuple(name for name in map(sheet.find, names) if name)
        if len(found) > 1:
            return found
    cure = "Name its columns opens and closes, or say which they are."
    raise block.refusal(rules.MISSING, "opens", f'"{sheet.file}" does not say when places open and close.', cure)


def _day_of(text: str) -> int | None:
    words = text.casefold().split()
    return next((at for at, names in enumerate(_NAMES) if words and words[0].rstrip(".:") in names.split()), None)


def _stretches(block: Block, sheet: Sheet, columns: tuple[str, ...], row: int) -> tuple[OpeningHours, ...]:
    """Return the hours of a row: what is written in its columns of times, opened and closed by turns."""
    written = [(name, sheet.texts(name)[row]) for name in columns if sheet.texts(name)[row]]
    times = [_time(block, sheet, name, row, text) for name, text in written]
    if len(times) % 2:
        what = "opens or closes, and the other is missing"
        raise _refusal(block, sheet, written[-1][0], row, what, "Write both times.")
    return tuple(OpeningHours(opens=times[at], closes=times[at + 1]) for at in range(0, len(times), 2))


def _week_in(block: Block, sheet: Sheet, days: list[str], row: int) -> Week:
    return tuple(_spans(block, sheet, day, row) if day else () for day in days)


def _spans(block: Block, sheet: Sheet, day: str, row: int) -> tuple[OpeningHours, ...]:
    """Return the hours in one cell: "9:00-12:30, 13:30-17:00"."""
    found = []
    for part in re.split(r"[,;&/]", sheet.texts(day)[row]):
        ends = _SPAN.split(part.strip())
        if len(ends) == len(("opens", "closes")):
            opens, closes = (_time(block, sheet, day, row, one) for one in ends)
            found.append(OpeningHours(opens=opens, closes=closes))
    return tuple(found)


def _time(block: Block, sheet: Sheet, name: str, row: int, text: str) -> time:
    found = _clock(text.strip())
    if found is None:
        raise _refusal(block, sheet, name, row, "is no time", "Write it as 09:30.")
    return found


def _clock(text: str) -> time | None:
    """Return the time of day that a text is, midnight as 24:00, too; None for what is none."""
    found = _TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % _HALF_DAY + (_HALF_DAY if found[3].lower() == "p" else 0)
    try:
        return time(0) if (hour, minute) == (2 * _HALF_DAY, 0) else time(hour, minute)
    except ValueError:
        return None


def _refusal(block: Block, sheet: Sheet, name: str, row: int, what: str, cure: str) -> NoDrawingError:
    """Report what is wrong with a cell, and return what to raise, since nothing can be drawn."""
    block.problems.append(sheet.problem(rules.NUMBER, name, row, f'"{sheet.texts(name)[row]}" {what}.', cure))
    return NoDrawingError()
