"""Spreadsheets saved as text, in whatever way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.columns import is_known
from plugins.tools.cells import clean
from plugins.tools.read_table import NotATableError, Table, read_table

PLAIN = "title,date,place\nCafé,2026-10-17,Hall\n"


def _table(source: bytes | str) -> Table:
    return read_table(source.encode() if isinstance(source, str) else source, is_known)


def _rows(table: Table) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.line, row.cells) for row in table.rows]


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (PLAIN.encode(), "UTF-8"),
        (PLAIN.encode("utf-8-sig"), "UTF-8"),
        (PLAIN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "UTF-16"),
        (PLAIN.encode("utf-16-le"), "UTF-16"),
        (PLAIN.encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_encoding_is_known_by_its_bytes(source: bytes, encoding: str):
    table = _table(source)
    assert table.encoding == encoding
    assert table.header.cells == ("title", "date", "place")
    assert _rows(table) == [(2, ("Café", "2026-10-17", "Hall"))]


def test_one_broken_letter_does_not_make_a_file_foreign():
    words = "é" * 20
    table = _table(f"title,date\n{words},2026-10-17\n".encode() + b"caf\xe9,2026-10-18\n")
    assert (table.encoding, table.rows[0].cells[0]) == ("UTF-8", words)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_known_by_the_names_it_parts(delimiter: str):
    table = _table(PLAIN.replace(",", delimiter))
    assert table.delimiter == delimiter
    assert table.header.cells == ("title", "date", "place")


def test_commas_in_cells_do_not_make_them_the_delimiter():
    table = _table("title;date;topics\nA, b, c, d;2026-10-17;x, y, z\nE, f, g, h;2026-10-18;x, y, z\n")
    assert table.rows[0].cells == ("A, b, c, d", "2026-10-17", "x, y, z")


def test_a_first_line_may_state_the_delimiter():
    table = _table("sep=;\ntitle;date\nA;2026-10-17\n")
    assert (table.header.line, _rows(table)) == (2, [(3, ("A", "2026-10-17"))])


def test_lines_above_the_header_are_found():
    table = _table("Juniper County Library\nPrinted 8 October,,\n\ntitle,date\nA,2026-10-17\n")
    assert [record.line for record in table.above] == [1, 2]
    assert (table.header.line, _rows(table)) == (4, [(5, ("A", "2026-10-17"))])


def test_blank_rows_are_no_rows_and_ragged_ones_are():
    table = _table("title,date\n\nA\n,,,\n  , \nB,2026-10-17,more\n")
    assert _rows(table) == [(3, ("A",)), (6, ("B", "2026-10-17", "more"))]


def test_a_cell_with_line_breaks_keeps_them_and_the_line_is_its_first():
    table = _table('title,date,description\r\nA,2026-10-17,"one\r\ntwo\r\n\r\nthree"\r\nB,2026-10-18,x\r\n')
    assert _rows(table) == [(2, ("A", "2026-10-17", "one\ntwo\n\nthree")), (6, ("B", "2026-10-18", "x"))]


def test_a_quotation_that_never_ends_swallows_no_rows():
    table = _table('title,date\n"A,2026-10-17\nB,2026-10-18\nC,2026-10-19\n')
    assert table.open_quotes == (2,)
    assert _rows(table) == [(2, ("A", "2026-10-17")), (3, ("B", "2026-10-18")), (4, ("C", "2026-10-19"))]


def test_an_inch_mark_is_no_quotation():
    assert _rows(_table('title,date\nA 6" pie,2026-10-17\nB,2026-10-18\n'))[0] == (2, ('A 6" pie', "2026-10-17"))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  plain ", "plain"),
        ("17\u00a0October\u202f2026", "17 October 2026"),
        ("\ufeffSubject\u200b", "Subject"),
        ("a\x00b\x07", "ab"),
        ("two  spaces\tand a tab", "two spaces and a tab"),
    ],
)
def test_a_cell_is_cleaned(cell: str, expected: str):
    assert clean(cell) == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "empty"),
        (b"\n , \n", "empty"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><title>Log in</title>", "web page"),
        (b'{"events": []}', "data for programs"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(source: bytes, reason: str):
    with pytest.raises(NotATableError, match=reason):
        _table(source)


@given(st.binary(max_size=400) | st.text(alphabet='"\n\r,;\t=\x00titledate 1é', max_size=200).map(str.encode))
def test_any_bytes_are_a_table_or_refused(source: bytes):
    try:
        table = _table(source)
    except NotATableError:
        return
    lines = [table.header.line, *(row.line for row in table.rows)]
    assert lines == sorted(lines)
