"""Adds a row to a spreadsheet of events in its manner, once reading it again shows this event and nothing else new."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from plugins.commands.new_answers import Answers
from plugins.commands.plainly import PlainError
from plugins.commands.site_settings import Site
from plugins.events.addresses import address_part
from plugins.events.archive_rows import plain
from plugins.events.columns import COLUMNS, layout_of
from plugins.events.find_moving import read_own
from plugins.events.model import Event
from plugins.events.parse_repeat import parse_repeat
from plugins.events.raw_rows import RawSheet
from plugins.events.reading import Reading
from plugins.events.sources import Sheet, read_bytes, read_sheet, sheets_of
from plugins.kernel.library import EventSource
from plugins.kernel.problems import Problem, Severity
from plugins.kernel.text import slug
from plugins.tools.cells import shielded
from plugins.tools.read_table import NotATableError

ALWAYS = ("id", "title", "date", "start", "end")
NEW_FILE = "events/events.csv"
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "mac-roman")
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A spreadsheet as it will be, with the event that is new in it."""

    path: Path
    file: str
    content: bytes
    event: Event


def addition_of(answers: Answers, wanted: str, site: Site) -> Addition:
    """Return the spreadsheet with one more row; `wanted` is its file, or "". PlainError where that cannot be."""
    sheets = [sheet for sheet in sheets_of(site.library, site.content).sheets if not sheet.is_archive]
    readings = {sheet.file: read_sheet(sheet, site.library, site.now.date()) for sheet in sheets}
    ids = {event.uid for reading in readings.values() for event in reading.events}
    cells = {"id": _free_id(answers, ids, site), **answers}
    own = [sheet for sheet in sheets if not sheet.source.address]
    if not own and not wanted:
        return _first(cells, site)
    sheet = _named(own, wanted) if wanted else _fitting(own, readings, answers)
    return _added(sheet, readings[sheet.file], cells, site)


def _free_id(answers: Answers, taken: set[str], site: Site) -> str:
    """Return an id of title, branch and, where that is taken, day: what an address may be, and no other row has."""
    title, branch = slug(answers["title"]), answers.get("branch", "")
    known = {one.id for one in site.library.branches}
    place = branch if answers.get("repeat") and branch in known and branch not in title else ""
    base = "-".join(part for part in (title, place) if part)
    choices = [base, f"{base}-{answers['date']}", *(f"{base}-{answers['date']}-{number}" for number in range(2, 99))]
    return next(one for one in choices if one not in taken and address_part(one) == one)


def _named(sheets: list[Sheet], wanted: str) -> Sheet:
    names = {sheet.file: sheet for sheet in sheets} | {Path(sheet.file).name: sheet for sheet in sheets}
    found = names.get(wanted.replace("\\", "/").removeprefix("content/"))
    if found is None:
        raise PlainError(f"--file {wanted} is none of our spreadsheets: {', '.join(sheet.file for sheet in sheets)}.")
    return found


def _fitting(sheets: list[Sheet], readings: Mapping[str, Reading], answers: Answers) -> Sheet:
    """Return the spreadsheet that holds most events of the same sort: what is once, every week, every month."""
    repeat = parse_repeat(answers["repeat"]) if answers.get("repeat") else None
    sort = _sort(repeat.rule if repeat else "")

    def alike(sheet: Sheet) -> tuple[bool, int]:
        events = readings[sheet.file].events
        counts = Counter(_sort(event.recurrence.rule if event.recurrence else "") for event in events)
        return "id" in layout_of(readings[sheet.file].header).positions, counts[sort]

    return max(sheets, key=alike)


def _sort(rule: str) -> str:
    return next((part for part in rule.split(";") if part.startswith("FREQ=")), "")


def _first(cells: Mapping[str, str], site: Site) -> Addition:
    """Return the first spreadsheet of a library that has none."""
    names = [column.name for column in COLUMNS if column.name in ALWAYS or column.name in cells]
    text = _row(names, ",", "\n") + _row([shielded(cells.get(name, "")) for name in names], ",", "\n")
    sheet = Sheet(path=site.content / NEW_FILE, file=NEW_FILE, source=EventSource(file=NEW_FILE))
    if sheet.path.exists():
        raise PlainError(f"{NEW_FILE} is there, and library.toml does not name it: add it under [[events]].")
    return _proven(sheet, text.encode(), Reading(), cells["id"], site)


def _added(sheet: Sheet, before: Reading, cells: Mapping[str, str], site: Site) -> Addition:
    source = sheet.path.read_bytes()
    try:
        raw = read_own(source, sheet)
    except NotATableError as refusal:
        raise PlainError(f"{sheet.file} cannot be added to: {refusal}.") from None
    if raw.is_cut_off:
        raise PlainError(f"{sheet.file} cannot be added to: a quotation mark opens near its end and never closes.")
    end = "\r\n" if raw.lines[raw.header.first - 1].endswith("\r\n") else "\n"
    row = _row(_placed(cells, raw, sheet), raw.table.delimiter, end, is_quoted=_is_quoted(raw))
    codec = _codec(source, raw, sheet)
    gap = "" if raw.lines[-1].endswith(("\n", "\r")) else end
    try:
        content = source + f"{gap}{row}".encode(codec)
    except UnicodeEncodeError as refusal:
        letter = refusal.object[refusal.start]
        sentence = (
            f'{sheet.file} is written as {raw.table.encoding}, which has no "{letter}": save it as CSV UTF-8 first.'
        )
        raise PlainError(sentence) from None
    return _proven(sheet, content, before, cells["id"], site)


def _placed(cells: Mapping[str, str], raw: RawSheet, sheet: Sheet) -> list[str]:
    """Return the cells of a row in the order of the columns that are there."""
    layout = layout_of(raw.table.header.cells, sheet.source.columns)
    rest = dict(cells)
    if not layout.has("date") and layout.has("start"):
        rest["start"] = f"{rest.pop('date')} {rest.get('start', '')}".strip()
    homeless = [name for name in rest if not layout.has(name)]
    if homeless:
        raise PlainError(
            f"{sheet.file} has no column {' and none '.join(homeless)}: add it to its first row, "
            "name another spreadsheet with --file, or leave it out."
        )
    places = {layout.positions[name][0]: shielded(text) for name, text in rest.items()}
    return [places.get(place, "") for place in range(len(raw.header.cells))]


def _row(cells: list[str], delimiter: str, end: str, *, is_quoted: bool = False) -> str:
    out = StringIO()
    csv.writer(
        out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL
    ).writerow(cells)
    return out.getvalue()


def _is_quoted(raw: RawSheet) -> bool:
    """Tell whether every cell stands between quotation marks, as far as the names of the columns show it."""
    written = "".join(raw.lines[raw.header.first - 1 : raw.header.last]).rstrip("\r\n").lstrip("\ufeff")
    return written == _row(list(raw.header.cells), raw.table.delimiter, "", is_quoted=True)


def _codec(source: bytes, raw: RawSheet, sheet: Sheet) -> str:
    """Return the encoding in which a row is added, which never begins with a byte-order mark."""
    marked = next((codec for mark, codec in _MARKS.items() if source.startswith(mark)), "")
    written = "".join(raw.lines)
    for codec in (marked, *_CODECS, sheet.source.encoding):
        try:
            if codec and source.decode(codec).lstrip("\ufeff") == written.lstrip("\ufeff"):
                return codec
        except (UnicodeDecodeError, LookupError):
            continue
    raise PlainError(f"{sheet.file} is in an encoding that a row cannot be added in: save it as CSV UTF-8 first.")


def _proven(sheet: Sheet, content: bytes, before: Reading, uid: str, site: Site) -> Addition:
    """Return the addition when it reads as meant: the event is there, the others are as before, nothing is wrong."""
    after = read_bytes(content, sheet, site.library, site.now.date())
    new = next((event for event in after.events if event.uid == uid), None)
    wrong = list(_new_problems(before, after))
    if wrong:
        raise PlainError("\n".join(f"{problem.what} {problem.cure}" for problem in wrong))
    others = [plain(event) for event in after.events if event.uid != uid]
    if new is None or others != [plain(event) for event in before.events]:
        raise PlainError(f"{sheet.file} would not read as it does now with this row in it: add the row by hand.")
    return Addition(path=sheet.path, file=sheet.file, content=content, event=new)


def _new_problems(before: Reading, after: Reading) -> Iterator[Problem]:
    known = Counter((problem.rule, problem.line, problem.what) for problem in before.problems)
    for problem in after.problems:
        if problem.severity is not Severity.NOTE and not known[problem.rule, problem.line, problem.what]:
            yield problem
