"""Any spreadsheet saved as text: bytes in; the names of the columns and the rows, each with its line, out."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from plugins.kernel.text import without_unseen

DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN_ROWS = 20
SAMPLE_CHARACTERS = 100_000
RETRIES = 20
# What a file that is no text begins with, and how people make text of it.
NOT_TEXT = (
    (b"PK\x03\x04", "an Excel or LibreOffice workbook (or another zip file)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|rss|head|body)\b", re.IGNORECASE)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t ]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f]")
_SEP_LINE = re.compile(r'"?sep=([,;\t|:^~])"?\s*$', re.IGNORECASE)
_FORMULA_LINK = re.compile(r'=HYPERLINK\(\s*"([^"]*)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)\s*', re.IGNORECASE)
_FORMULA_TEXT = re.compile(r'="([^"]*)"\s*')


class NotATableError(ValueError):
    """The bytes are no table; the message says what they seem to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The cells of one row, and the first line of the file it stands on."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A spreadsheet: `above` are the lines before the header, `open_quotes` the lines where a quotation never ends."""

    header: Record
    rows: tuple[Record, ...]
    above: tuple[Record, ...] = ()
    open_quotes: tuple[int, ...] = ()
    encoding: str = "UTF-8"
    delimiter: str = ","


def read_table(source: bytes, known: Callable[[str], bool]) -> Table:
    """Return the table in the bytes; `known` tells whether a word is the name of a column.

    Raises NotATableError with a sentence when there is none.
    """
    text, encoding = _decode(source)
    if _MARKUP.match(text) or text.lstrip()[:1] in {"{", "["}:
        raise NotATableError("it is a web page or data for programs, not a table")
    text, first_line, stated = _without_sep_line(text)
    delimiter = stated or _delimiter(text, known)
    open_quotes: list[int] = []
    records = [record for record in _records(text, delimiter, first_line, open_quotes) if not record.is_blank]
    if not records:
        raise NotATableError("it is empty")
    at = _header_position(records, known)
    return Table(
        header=records[at],
        rows=tuple(records[at + 1 :]),
        above=tuple(records[:at]),
        open_quotes=tuple(open_quotes),
        encoding=encoding,
        delimiter=delimiter,
    )


def clean(cell: str) -> str:
    """Return a cell as a person reads it: no invisible characters, plain spaces, formulas as their text."""
    if cell.isascii() and cell.isprintable() and not cell.startswith("=") and "  " not in cell:
        return cell.strip()
    lines = without_unseen(_INVISIBLE.sub("", cell)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()
    link = _FORMULA_LINK.fullmatch(text)
    if link:
        return link[1].strip()
    plain = _FORMULA_TEXT.fullmatch(text)
    return plain[1].strip() if plain else text


def _decode(source: bytes) -> tuple[str, str]:
    for opening, what in NOT_TEXT:
        if source.startswith(opening):
            raise NotATableError(f"it is {what}: open it in its program and save it as CSV UTF-8")
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", errors="replace"), "UTF-16"
    if b"\x00" in source[:SAMPLE_CHARACTERS]:
        return _decode_zeros(source)
    source = source.removeprefix(b"\xef\xbb\xbf")
    text = source.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    if broken == 0 or broken * 10 <= foreign:
        return text, "UTF-8"
    return source.decode("cp1252", errors="replace"), "Windows-1252"


def _decode_zeros(source: bytes) -> tuple[str, str]:
    """Return text with zero bytes in it: UTF-16 without its mark when every other byte is one, else a broken file."""
    sample = source[:2000]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if max(odd, even) * 4 < len(sample):
        return source.decode("utf-8", errors="replace").replace("\x00", ""), "UTF-8"
    return source.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace"), "UTF-16"


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
            yield Record(line=first_line + position, cells=cells)
        if broken is None:
            return
        open_quotes.append(first_line + broken)
        yield Record(line=first_line + broken, cells=_plain(lines[broken], delimiter))
        start = broken + 1
    for position in range(start, len(lines)):
        yield Record(line=first_line + position, cells=_plain(lines[position], delimiter))


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
        yield position, tuple(clean(cell) for cell in cells), is_open and len(lines) - position > 1


def _plain(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(clean(cell).strip('"').strip() for cell in line.split(delimiter))
