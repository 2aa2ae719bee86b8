"""How the event of a row repeats, and until when: its words or rule, and that its first day is a day of that rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from plugins.events import rules
from plugins.events.model import Recurrence
from plugins.events.parse_repeat import parse_letters, parse_repeat
from plugins.events.parse_rule import UnreadableRepeatError
from plugins.events.read_details import read_number
from plugins.events.read_when import read_moment
from plugins.events.row import Row
from plugins.events.rule_days import LAST_DAY, MOST_DAYS, RuleDays
from plugins.events.words import NO, YES

_ORDINALS = ("first", "second", "third", "fourth", "last")
YEAR = timedelta(days=366)
# 29 February is at most eight years away.
RARELY = timedelta(days=9 * 366)
LONGEST = timedelta(days=MOST_DAYS)


def read_recurrence(row: Row, first: date, last: date | None = None) -> Recurrence | None:
    """Return how the event of a row repeats; None when it does not, or with the reason noted in the row.

    `last` is its last day where no column until says it.
    """
    said = _every(row, _read_words(row, first))
    moment, count = read_moment(row, "until"), read_number(row, "count")
    if said is None:
        return None
    if moment is not None and said.until not in {None, moment.day}:
        what = f"The column repeat ends the series on {said.until}, the column until on {moment.day}."
        row.report(rules.TWO_ENDS, "until", what, "Correct one of them.")
    recurrence = replace(
        said, until=said.until or last if moment is None else moment.day, count=said.count if count is None else count
    )
    return recurrence if _is_sound(row, first, recurrence) else None


def _read_words(row: Row, first: date) -> Recurrence | None:
    text = row.text("repeat")
    if not text or row.word("repeat") in NO:
        return None
    letters = parse_letters(text) if row.sheet.foreign else None
    if letters is not None:
        return _until_known(row, letters)
    if row.word("repeat") in YES:
        rule = rules.FOREIGN_CELL if row.sheet.foreign else rules.REPEAT_UNKNOWN
        what = "It says that it repeats, but not how"
        also = "; only the date of the row is used" if row.sheet.foreign else ""
        row.report(rule, "repeat", f"{what}{also}.", _cure_by(first))
        return None
    try:
        return parse_repeat(text, row.order("until"), row.sheet.time_zone)
    except UnreadableRepeatError as refusal:
        row.report(rules.REPEAT_UNKNOWN, "repeat", str(refusal), _cure_by(first) if refusal.by_date else refusal.cure)
        return None


def _until_known(row: Row, letters: Recurrence) -> Recurrence | None:
    """Return the rule of letters that have an end: such a file without one may mean a single week as well."""
    if row.text("until") or row.text("count"):
        return letters
    what = "It gives the days of the week, but not until when."
    row.report(rules.REPEAT_UNKNOWN, "repeat", what, "Give the last day in a column until.")
    return None


def _every(row: Row, said: Recurrence | None) -> Recurrence | None:
    """Return a rule with the interval that another system has in a column of its own."""
    text = row.text("repeat_interval")
    if said is None or not text.isdecimal() or int(text) <= 1 or "INTERVAL" in said.rule:
        return said
    frequency, _, rest = said.rule.partition(";")
    return replace(said, rule=";".join(part for part in (frequency, f"INTERVAL={int(text)}", rest) if part))


def _cure_by(first: date) -> str:
    """Return what may be meant, in words ready to paste: "third Saturday of the month"."""
    nth = _ORDINALS[(first.day - 1) // 7]
    suffix = "th" if first.day in range(11, 14) else {1: "st", 2: "nd", 3: "rd"}.get(first.day % 10, "th")
    return f'Write "weekly", "{nth} {first:%A} of the month" or "{first.day}{suffix} of the month".'


def _is_sound(row: Row, first: date, recurrence: Recurrence) -> bool:
    before = len(row.problems)
    if recurrence.until is not None and recurrence.count is not None:
        what = f"It ends on {recurrence.until}, and after {recurrence.count} times."
        row.report(rules.TWO_ENDS, "count", what, "Keep one of the two.")
    if recurrence.count == 0:
        row.report(rules.NOT_A_NUMBER, "count", "A series takes place at least once.", "Write 1 or more, or nothing.")
    if recurrence.until is not None and recurrence.until < first:
        what = f"The series would end on {recurrence.until}, before it starts on {first}."
        row.report(rules.UNTIL_BEFORE_START, "until", what, "Correct one of them.")
    if len(row.problems) > before:
        return False
    _check_length(row, first, recurrence)
    return _begins_on_its_day(row, first, recurrence.rule)


def _check_length(row: Row, first: date, recurrence: Recurrence) -> None:
    long = recurrence.until is not None and recurrence.until - first > LONGEST and "DAILY" in recurrence.rule
    if long or (recurrence.count or 0) > MOST_DAYS:
        what = f"No series goes on for more than {MOST_DAYS} days."
        row.report(rules.TOO_MANY_DAYS, "repeat", what, "Begin it later, or end it earlier.")


def _begins_on_its_day(row: Row, first: date, rule: str) -> bool:
    """Tell whether the first day is one of those that the rule gives; a weekday that disagrees is a slip of one."""
    soon = Recurrence(rule=rule, until=min(first, LAST_DAY - RARELY) + RARELY)
    if RuleDays(soon, first).between(first, first):
        return True
    # A rule that names its days, each time, has had some before the first as well.
    is_known_before = "INTERVAL" not in rule and ("BYDAY" in rule or "BYMONTHDAY" in rule)
    near = RuleDays(soon, first - YEAR if is_known_before else first).near(first)
    what = f'{first} is a {first:%A}, and not one of the days of "{row.text("repeat")}"{nearest_words(near)}.'
    cure = f"Write {' or '.join(str(day) for day in near)} in the column date, or correct repeat."
    row.report(rules.NOT_ITS_OWN_DAY, "date", what, cure if near else "Correct the column repeat.")
    return False


def nearest_words(days: tuple[date, ...]) -> str:
    """Return the days nearest to one that is none of a series, in words that follow on."""
    names = " and ".join(f"{day:%A} {day}" for day in days)
    return f"; the nearest {'are' if len(days) > 1 else 'is'} {names}" if days else ""
