"""A row of a spreadsheet to an event, or to the list of everything that has to be mended first."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from plugins.events import rules
from plugins.events.check_days import check_days
from plugins.events.find_provisions import find_provisions
from plugins.events.model import Event
from plugins.events.month_names import WEEKDAYS
from plugins.events.read_description import read_description
from plugins.events.read_details import (
    read_address,
    read_datetime,
    read_language,
    read_number,
    read_registration,
    title_address,
)
from plugins.events.read_range import read_range
from plugins.events.read_series import Series, read_series
from plugins.events.read_status import read_standing
from plugins.events.read_when import When, read_when
from plugins.events.read_words import read_audiences, read_place, read_topics, words_of
from plugins.events.row import Row
from plugins.events.teaser import plain_text
from plugins.events.words import is_null

_WORD = re.compile(r"[^\W\d_]+")
# Whole names only: "sat" and "sun" are words of other things.
_DAYS = frozenset(name for name in WEEKDAYS if len(name) > len("sept"))
# Stands in for the time of a row that has none, so that its other cells are looked at as well.
_SOME_TIME = When(starts=datetime(2000, 1, 1, tzinfo=UTC), ends=None, all_day=False)


def read_event(row: Row) -> Event | None:
    """Return the event of a row, without its uid where the row has none; None when the row has an error."""
    report_formulas(row)
    title = _line(row, "title")
    if not title:
        row.report(rules.NO_TITLE, "title", "The row has no title.", "Write what the event is called.")
    when, series = _when_and_series(row)
    event = _event(row, title, when or _SOME_TIME, series)
    if when is None or row.failed:
        return None
    check_days(row, when, series, event.branch)
    if not event.is_series and len({WEEKDAYS[word] for word in _WORD.findall(title.casefold()) if word in _DAYS}) > 1:
        what = "The title names several days of the week, and the event is shown on its date only."
        row.report(rules.REPEAT_IN_TITLE, "title", what, "Say in the column repeat how it repeats, if it does.")
    return event


def report_formulas(row: Row) -> None:
    """Note each formula in a column that means something to us: what it shows is not in the file."""
    for name, places in row.sheet.layout.positions.items() if row.record.formulas else ():
        if not set(places).isdisjoint(row.record.formulas):
            what = "The cell holds a formula (or the error of one), and not what it shows, so it is read as empty."
            row.report(rules.FORMULA, name, what, "Paste the values over the formulas before saving it as CSV.", "")


def _when_and_series(row: Row) -> tuple[When | None, Series]:
    when = read_when(row)
    if when is None:
        return None, Series()
    whole = read_range(row, when)
    return (
        (when, read_series(row, when))
        if whole is None
        else (whole.when, read_series(row, whole.when, whole.recurrence))
    )


def _event(row: Row, title: str, when: When, series: Series) -> Event:
    branch, place, room = read_place(row)
    standing, description = read_standing(row, title), read_description(row, when.remark)
    return Event(
        uid=row.text("id"),
        summary=standing.title,
        starts=when.starts,
        ends=when.ends,
        all_day=when.all_day,
        teaser=_line(row, "summary") or row.sheet.memo.teaser(description),
        description=description,
        branch=branch,
        place=place,
        room=room,
        online=read_address(row, "online"),
        audiences=read_audiences(row),
        topics=read_topics(row),
        ages=_line(row, "ages"),
        program=row.text("program"),
        cost=_line(row, "cost"),
        registration=read_registration(row),
        status=standing.status,
        note=standing.note,
        recurrence=series.recurrence,
        excluded=series.excluded,
        also=series.also,
        language=read_language(row),
        access=_line(row, "access"),
        provisions=find_provisions(_line(row, "access"), row.sheet.library),
        image=row.text("image"),
        image_alt=" ".join(row.text("image_alt").split()),
        partners=words_of(row, "partners"),
        url=read_address(row, "link") or title_address(row),
        updated=read_datetime(row, "updated"),
        sequence=read_number(row, "sequence") or 0,
        previous_start=read_datetime(row, "previous_start"),
        previous_place=_line(row, "previous_place"),
        source=row.sheet.file,
        line=row.record.line,
    )


def _line(row: Row, name: str) -> str:
    """Return a cell as one line; of a foreign file, without its markup."""
    text = row.text(name)
    if not text:
        return ""
    line = " ".join((plain_text(text) if row.sheet.foreign else text).split())
    return "" if is_null(line) else line
