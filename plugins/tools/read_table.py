"""Any spreadsheet saved as text: bytes in; the names of the columns and the rows, each with its line, out."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from plugins.tools.cells import clean, is_odd, read_odd
from plugins.tools.decode import NotTextError, decode

DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN_ROWS = 20
SAMPLE_CHARACTERS = 100_000
RETRIES = 20
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|rss|head|body)\b", re.IGNORECASE)
_DATA = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]]|BEGIN:VCALENDAR)")
_SEP_LINE = re.compile(r'"?sep=([,;\t|:^~])"?\s*$', re.IGNORECASE)


class NotATableError(ValueError):
    """The bytes are no table; the message says what they seem to be."""


class EmptyTableError(NotATableError):
    """There is nothing in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The cells of one row, the first line it stands on, and by position: addresses behind texts, and formulas."""

    line: int
    cells: tuple[str, ...]
    links: tuple[tuple[int, str], ...] = ()
    formulas: tuple[int, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not any(self.cells) and not self.formulas


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A spreadsheet: `above` are the lines before the header, `open_quotes` the lines where a quotation never ends."""

    header: Record
    rows: tuple[Record, ...]
    above: tuple[Record, ...] = ()
    open_quotes: tuple[int, ...] = ()
    encoding: str = "UTF-8"
    delimiter: str = ","


def read_table(source: bytes, known: Callable[[str], bool], encoding: str = "") -> Table:
    """Return the table in the bytes; `known` tells whether a word is the name of a column.

    Raises NotATableError with a sentence when there is none.
    """
    try:
        text, encoding = decode(source, encoding)
    except NotTextError as refusal:
        raise NotATableError(str(refusal)) from refusal
    if _MARKUP.match(text) or _DATA.match(text):
        raise NotATableError("it is a web page or data for programs, not a table")
    text, first_line, stated = _without_sep_line(text)
    delimiter = stated or _delimiter(text, known)
    open_quotes: list[int] = []
    records = [record for record in _records(text, delimiter, first_line, open_quotes) if not record.is_blank]
    if not records:
        raise EmptyTableError("it is empty")
    at = _header_position(records, known)
    return Table(
        header=records[at],
        rows=tuple(records[at + 1 :]),
        above=tuple(records[:at]),
        open_quotes=tuple(open_quotes),
        encoding=encoding,
        delimiter=delimiter,
    )


def _without_sep_line(text: str) -> tuple[str, int, str]:
    """Return the text below Excel's `sep=;` line, the line it starts on, and the delimiter stated there."""
    first, newline, rest = text.partition("\n")
    stated = _SEP_LINE.fullmatch(first.rstrip("\r"))
    return (rest, 2, stated[1]) if stated and newline else (text, 1, "")


def _delimiter(text: str, known: Callable[[str], bool]) -> str:
    """Return what stands between the cells: what makes the most known names, then the most even rows."""
    sample = text[:SAMPLE_CHARACTERS]

    def worth(delimiter: str) -> tuple[int, int]:
        rows = _some(record for record in _records(sample, delimiter, 1, []) if not record.is_blank)
        widths = Counter(len(record.cells) for record in rows if len(record.cells) > 1)
        return max((_names(row, known) for row in rows), default=0), max(widths.values(), default=0)

    return max(DELIMITERS, key=worth)


def _header_position(records: list[Record], known: Callable[[str], bool]) -> int:
    counts = [_names(record, known) for record in records[:HEADER_WITHIN_ROWS]]
    best = max(counts)
    return counts.index(best) if best > 1 else 0


def _names(record: Record, known: Callable[[str], bool]) -> int:
    return len({cell for cell in record.cells if cell and known(cell)})


def _some(records: Iterable[Record]) -> list[Record]:
    return [record for record, _ in zip(records, range(HEADER_WITHIN_ROWS), strict=False)]


def _records(text: str, delimiter: str, first_line: int, open_quotes: list[int]) -> Iterator[Record]:
    """Yield the records; a quotation that never ends is read as if its line had none, and its line noted."""
    lines = list(StringIO(text, newline=""))
    start = 0
    for _ in range(RETRIES):
        broken = None
        for position, cells, is_broken in _quoted(lines, start, delimiter):
            if is_broken:
                broken = position
                break
            yield record_of(first_line + position, cells)
        if broken is None:
            return
        open_quotes.append(first_line + broken)
        yield record_of(first_line + broken, _plain(lines[broken], delimiter))
        start = broken + 1
    for position in range(start, len(lines)):
        yield record_of(first_line + position, _plain(lines[position], delimiter))


def record_of(line: int, cells: tuple[str, ...]) -> Record:
    """Return the record of clean cells, with each formula read as what it shows."""
    odd = {at: read_odd(cell) for at, cell in enumerate(cells) if is_odd(cell)}
    if not odd:
        return Record(line=line, cells=cells)
    return Record(
        line=line,
        cells=tuple(odd[at].text if at in odd else cell for at, cell in enumerate(cells)),
        links=tuple((at, cell.link) for at, cell in odd.items() if cell.link),
        formulas=tuple(at for at, cell in odd.items() if cell.is_formula),
    )


def _quoted(lines: list[str], start: int, delimiter: str) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Yield (position of its first line, cells, whether its last quotation stays open) for each record."""
    reader = csv.reader(lines[start:], delimiter=delimiter)
    while True:
        position = start + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield position, (), True
            return
        is_last = start + reader.line_num >= len(lines)
        is_open = is_last and "".join(lines[position:]).count('"') % 2 == 1
        yield position, tuple(map(clean, cells)), is_open and len(lines) - position > 1


def _plain(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(clean(cell).strip('"').strip() for cell in line.split(delimiter))
