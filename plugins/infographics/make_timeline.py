"""Makes a timeline: what happened, and when, in the order in which it did."""

from __future__ import annotations

from plugins.infographics import rules
from plugins.infographics.block import Block, NoDrawingError
from plugins.infographics.choose_rows import choose_rows
from plugins.infographics.desk import Desk, Made
from plugins.infographics.known_tables import NONE
from plugins.infographics.label import Teller
from plugins.infographics.model import Moment, ShownTable, Timeline
from plugins.infographics.numbers_table import raw_period
from plugins.infographics.read_periods import MONTHS_IN_YEAR, Period, month_of
from plugins.infographics.shape import Shape, column
from plugins.infographics.sheet import Sheet
from plugins.infographics.worked import Place
from plugins.tools.dates import short_month

# Names that these columns have in tables of staff.
_NAMES = {
    "when": ("when", "date", "year", "month", "cuándo", "cuando", "fecha", "año", "متى", "التاريخ"),
    "what": ("what", "event", "title", "qué", "que", "título", "ماذا", "الحدث"),
    "detail": ("detail", "details", "note", "notes", "text", "detalle", "nota", "تفاصيل"),
}
_MOST = 40


def make_timeline(block: Block, desk: Desk) -> Made:
    """Draw moments in their order."""
    sheet = desk.sheets.find(block, desk.files)
    when, what, detail = (_column(block, sheet, name) for name in _NAMES)
    found = _in_order(block, sheet, when, what)
    alone = _within_a_year(found)
    written = block.text("highlight").casefold()
    moments = tuple(
        Moment(
            when=_short(period, desk.teller, alone=alone),
            when_full=desk.teller.label(Place(period=period)).full,
            what=sheet.texts(what)[row],
            detail=sheet.texts(detail)[row] if detail else "",
            is_focus=bool(written) and sheet.texts(what)[row].casefold() == written,
        )
        for period, row in found
    )
    if written and not any(moment.is_focus for moment in moments):
        cure = "Write it as it stands in the table."
        raise block.refusal(rules.CELL, "highlight", f'Nothing that is drawn is called "{written}".', cure)
    headings = (desk.teller.say("heading_when"), desk.teller.say("heading_what"), desk.teller.say("heading_detail"))
    raw = tuple(
        (raw_period(period), sheet.texts(what)[row], sheet.texts(detail)[row] if detail else "")
        for period, row in found
    )
    table = ShownTable(headings=headings, rows=tuple((one.when_full, one.what, one.detail) for one in moments))
    return Made(
        drawing=Timeline(moments=moments),
        sentence=_sentence(moments, desk.teller),
        remarks=block.texts_of("remark"),
        table=table,
        numbers=(headings, *raw),
        title=desk.teller.say("what_happened"),
    )


def _in_order(block: Block, sheet: Sheet, when: str, what: str) -> list[tuple[Period, int]]:
    """Return the rows in which something happened, each with its time, in the order of time."""
    shape = Shape(sheet=sheet, known=NONE, label=what, value="", group="", time=when)
    rows, periods = choose_rows(block, shape), sheet.periods(when)
    found = sorted((_period(sheet, when, row, periods, block), row) for row in rows if sheet.texts(what)[row])
    if not found:
        raise block.refusal(rules.EMPTY, "what", "Nothing has happened in these rows.", "Say in each row what did.")
    if len(found) > _MOST:
        cure = "Choose the most important ones with where:, or keep a table of them."
        raise block.refusal(rules.LARGE, "table", f"{len(found)} moments are too many for one timeline.", cure)
    return found


def _column(block: Block, sheet: Sheet, option: str) -> str:
    written = block.text(option)
    found = column(block, sheet, option, written) if written else sheet.find(*_NAMES[option])
    if not found and option != "detail":
        cure = f"Name a column {option}, or say which it is: {option}: {sheet.names[0]}"
        raise block.refusal(rules.MISSING, option, f'"{sheet.file}" does not tell {option} something happened.', cure)
    return found


def _period(sheet: Sheet, when: str, row: int, periods: dict[str, Period | None], block: Block) -> Period:
    text = sheet.texts(when)[row]
    period = periods.get(text)
    if period is None:
        what, cure = f'"{text}" is no year, month or day.', "Write it as 2025, 2025-10 or 2025-10-17."
        block.problems.append(sheet.problem(rules.PERIOD, when, row, what, cure))
        raise NoDrawingError
    return period


def _within_a_year(found: list[tuple[Period, int]]) -> bool:
    """Tell whether the months of all moments are different ones, so that a year need not stand beside each."""
    return month_of(found[-1][0].starts) - month_of(found[0][0].starts) < MONTHS_IN_YEAR


def _short(period: Period, teller: Teller, *, alone: bool) -> str:
    if period.months > 1 or not alone:
        return str(period.starts.year)
    return short_month(period.starts, teller.words.spoken)


def _sentence(moments: tuple[Moment, ...], teller: Teller) -> str:
    first, last = moments[0], moments[-1]
    names = {"first": first.when_full, "first_what": first.what, "last": last.when_full, "last_what": last.what}
    return teller.say("moments", n=len(moments), count=str(len(moments)), **names)
