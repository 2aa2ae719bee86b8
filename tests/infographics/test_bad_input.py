"""What is wrong with a block or its table is named by file, line, column and value, with a cure; all of it at once."""

from __future__ import annotations

import pytest

from plugins.infographics import rules
from tests.infographics.blocks import block, draw, draw_text, problems, write_tables

LOANS = "Branch,Loans\nCentral,342900\nMill Street,65560\n"
YEARS = "Year,Loans\n2024,3\n2025,4\n"
BLOCK = "infographics/x.md"
TABLE = "data/t.csv"
STACKED = "stacking: stacked"


@pytest.mark.parametrize(
    ("kind", "options", "table", "rule", "file", "line", "column", "value", "cure"),
    [
        ("bars", "lable: Branch", LOANS, rules.OPTION, BLOCK, 3, "lable", "Branch", 'Did you mean "label"?'),
        ("bars", "group: Branch", LOANS, rules.OPTION, BLOCK, 3, "group", "Branch", "Use one of"),
        ("bars", "label: [a", LOANS, rules.BLOCK, BLOCK, 4, None, "", "quotation marks"),
        ("bars", "label: Branch\nlabel: Loans", LOANS, rules.BLOCK, BLOCK, 4, None, "", "Keep one"),
        ("bars", "label: Brunch", LOANS, rules.COLUMN, BLOCK, 3, "label", "Brunch", 'Did you mean "Branch"?'),
        ("bars", "value: x", LOANS, rules.COLUMN, BLOCK, 3, "value", "x", "The columns are: Branch, Loans."),
        ("bars", "where:\n  Brunch: a", LOANS, rules.COLUMN, BLOCK, 3, "where", None, 'Did you mean "Branch"?'),
        ("bars", "where:\n  Branch: Centrel", LOANS, rules.CELL, BLOCK, 3, "where", None, 'Did you mean "Central"?'),
        ("bars", "where: Central", LOANS, rules.VALUE, BLOCK, 3, "where", "Central", "below it"),
        ("bars", "where:\n  Loans: over 999999", LOANS, rules.EMPTY, BLOCK, 3, "where", None, "Loosen"),
        ("bars", "from: 2020", LOANS, rules.PERIOD, BLOCK, 3, "from", "2020", "Take the line"),
        ("line", "from: soon", YEARS, rules.VALUE, BLOCK, 3, "from", "soon", "from: 2019"),
        ("line", "from: 2030", YEARS, rules.EMPTY, BLOCK, 3, "from", "2030", "Loosen"),
        ("bars", "top: many", LOANS, rules.VALUE, BLOCK, 3, "top", "many", "top: 5"),
        ("bars", "top: 2.5", LOANS, rules.VALUE, BLOCK, 3, "top", "2.5", "top: 5"),
        ("bars", "sort: up", LOANS, rules.VALUE, BLOCK, 3, "sort", "up", "Use one of: label, table, value"),
        ("bars", "decimals: 9", LOANS, rules.VALUE, BLOCK, 3, "decimals", "9", "decimals: 1"),
        ("bars", "currency: dollars", LOANS, rules.VALUE, BLOCK, 3, "currency", "dollars", "USD"),
        ("bars", "highlight: Centrel", LOANS, rules.CELL, BLOCK, 3, "highlight", "Centrel", 'Did you mean "Central"?'),
        ("pictogram", "icon: dog", LOANS, rules.VALUE, BLOCK, 3, "icon", "dog", "book"),
        ("pictogram", "each: 1", LOANS, rules.VALUE, BLOCK, 3, "each", "1", "each: 50000"),
        ("bars", "", "Branch,Loans\n", rules.EMPTY, BLOCK, 2, "table", "t.csv", "Add a row"),
        ("bars", "", "", rules.EMPTY, BLOCK, 2, "table", "t.csv", "Add a row"),
        ("bars", "", "<html></html>", rules.TABLE, BLOCK, 2, "table", "t.csv", "CSV UTF-8"),
        ("bars", "", b"PK\x03\x04", rules.TABLE, BLOCK, 2, "table", "t.csv", "CSV UTF-8"),
        ("bars", "", "A,B\nx,\ny,\n", rules.MISSING, BLOCK, 1, "value", "", "value: Loans"),
        ("bars", "value: Loans", "Branch,Loans\nx,\ny,\n", rules.EMPTY, BLOCK, 3, "value", "Loans", "fill"),
        ("bars", "", "A,B,C\nx,1,2\n", rules.MISSING, BLOCK, 1, "value", "", "value: B, value: C"),
        ("bars", "value: B", "A,B\nx,1\ny,many\n", rules.NUMBER, TABLE, 3, "B", "many", "a blank is not zero"),
        ("bars", "", 'A,B\nx,"1.234,5"\ny,"1,234.5"\nz,"3,5"', rules.MIXED, TABLE, 3, "B", "1,234.5", "the same way"),
        ("line", "", LOANS, rules.PERIOD, BLOCK, 1, "label", "", "draw it as bars"),
        ("columns", "per: year", LOANS, rules.PERIOD, BLOCK, 3, "per", "year", "Take the line"),
        ("columns", "per: month", YEARS, rules.VALUE, BLOCK, 3, "per", "month", "longer"),
        ("columns", "show: change", LOANS, rules.PERIOD, BLOCK, 3, "show", "change", "label:"),
        ("columns", "", "When,N\n2024,1\n2024-01,2\n", rules.PERIOD, BLOCK, 1, "label", "", "per: year"),
        ("parts", "", "A,B\nx,5\ny,-1\n", rules.NEGATIVE, BLOCK, 1, "value", "", "bars"),
        ("bars", "show: share", "A,B\nx,5\ny,-1\n", rules.NEGATIVE, BLOCK, 1, "value", "", "bars"),
        ("parts", "whole: 100", "A,B\nx,50\ny,40\n", rules.WHOLE, BLOCK, 3, "whole", "100", "bars"),
        ("parts", "", "A,B\nx,50%\ny,40%\n", rules.WHOLE, BLOCK, 1, "value", "", "bars"),
        ("parts", "", "A,B\nx,0\ny,0\n", rules.EMPTY, BLOCK, 1, "value", "", "Choose"),
        ("bars", "label: A", "A,Z,B\nx,1,50%\nx,2,40%\n", rules.MISSING, BLOCK, 1, "value", "", "value: B"),
        ("bars", "value: B", "A,Z,B\nx,1,50%\nx,2,40%\n", rules.MEAN, BLOCK, 1, "combine", "", "combine: average"),
        ("columns", f"{STACKED}\nvalue: [B, C]", "A,B,C\nx,5%,6%\n", rules.MEAN, BLOCK, 3, "stacking", None, "gro"),
        ("map", "", LOANS, rules.MISSING, BLOCK, 1, "latitude", "", "latitude and longitude"),
        ("hours", "", LOANS, rules.MISSING, BLOCK, 1, "day", "", "day: Branch"),
        ("timeline", "", LOANS, rules.MISSING, BLOCK, 1, "when", "", "when: Branch"),
        ("figure", "", "What,Number\nA,1\n", rules.MISSING, BLOCK, 1, "says", "", "says: books"),
        ("figure", "at: 2023", YEARS, rules.CELL, BLOCK, 3, "at", "2023", "as it stands"),
        ("before-after", "", "Branch,2024\nA,1\n", rules.EMPTY, BLOCK, 2, "table", "t.csv", "Loosen"),
    ],
)  # fmt: skip
def test_the_place_the_value_and_the_cure(tmp_path, kind, options, table, rule, file, line, column, value, cure):
    found = [one for one in problems(kind, options, table, tmp_path) if one.severity == "error"]
    (one,) = [one for one in found if one.rule == rule.name] or found
    assert (one.rule, one.file, one.line, one.column) == (rule.name, file, line, column)
    assert value in (None, one.value)
    assert cure in one.cure
    assert one.what.endswith(".")


def test_a_table_that_is_missing_is_named_with_the_nearest(tmp_path):
    write_tables(tmp_path, {"loans.csv": LOANS})
    body = draw_text("Text\n\n" + block("bars", "table: lons.csv"), tmp_path)
    (one,) = body.problems
    assert (one.rule, one.line, one.column, one.value) == ("infographics.missing-table", 4, "table", "lons.csv")
    assert one.cure == 'Did you mean "loans.csv"?'


@pytest.mark.parametrize("name", ["../library.toml", "/etc/passwd", "data/../../x.csv"])
def test_no_table_lies_outside_of_its_folder(tmp_path, name: str):
    (tmp_path / "library.toml").write_text(LOANS)
    (one,) = draw_text(block("bars", f"table: {name}"), tmp_path).problems
    assert one.rule == "infographics.missing-table"


def test_a_kind_that_there_is_not_is_named_with_the_nearest(tmp_path):
    body = draw_text(block("barz", "table: loans.csv"), tmp_path)
    (one,) = body.problems
    assert (one.rule, one.line, one.value) == ("infographics.unknown-kind", 1, "barz")
    assert 'Did you mean "bars"?' in one.cure
    assert "A drawing is missing here" in body.html


@pytest.mark.parametrize(
    "text", ["```python\nprint(1)\n```", "```yaml\ntable: x.csv\n```", "```\ntable: x.csv\n```", "    bars"]
)
def test_code_stays_code(tmp_path, text: str):
    body = draw_text(text, tmp_path)
    assert (body.problems, body.charts) == ((), ())
    assert "<pre><code" in body.html


@pytest.mark.parametrize(
    ("said", "column", "cure"), [("", "source", "source: and dated:"), ("source: Us\n", "dated", "dated:")]
)
def test_source_and_date_are_required(tmp_path, said: str, column: str, cure: str):
    (one,) = problems("bars", "", LOANS, tmp_path, said)
    assert (one.rule, one.column) == ("infographics.no-source", column)
    assert cure in one.cure


def test_every_cell_that_is_no_number_is_named(tmp_path):
    table = "Branch,Loans\n" + "".join(f"B{one},{one or 'none yet'}\nC{one},1\n" for one in range(2)) + "D,lots\n"
    found = problems("bars", "value: Loans", table, tmp_path)
    assert [(one.line, one.column, one.value) for one in found] == [(2, "Loans", "none yet"), (6, "Loans", "lots")]
    many = "Branch,Loans\n" + "".join(f"B{one},{'lots' if one % 3 else one}\n" for one in range(30))
    found = problems("bars", "value: Loans", many, tmp_path)
    assert len(found) == 9
    assert found[-1].what == "12 more cells of this column are no numbers."


def test_only_rows_that_are_asked_for_must_hold_numbers(tmp_path):
    table = "Branch,Loans\nA,1\nB,lots\n"
    assert draw("bars", "value: Loans\nwhere:\n  Branch: A", table, tmp_path).table.rows == (("A", "1"),)


def test_a_cell_of_a_wide_table_is_named_by_its_month(tmp_path):
    (one,) = problems("line", "", "Branch,2025-01,2025-02\nA,1,2\nB,3,lots\nC,3,4\n", tmp_path)
    assert (one.file, one.line, one.column, one.value) == ("data/t.csv", 3, "2025-02", "lots")


def test_all_blocks_of_a_text_are_read_and_everything_said_at_once(tmp_path):
    write_tables(tmp_path, {"t.csv": LOANS})
    good, bad = block("bars", "table: t.csv"), block("bars", "table: t.csv\nlabel: x")
    body = draw_text(f"{bad}\n{good}\n{bad}", tmp_path)
    assert [one.line for one in body.problems] == [3, 16]
    assert len(body.charts) == 1


def test_what_is_missing_is_said_in_the_language_of_the_page(tmp_path):
    write_tables(tmp_path, {"t.csv": LOANS})
    text = block("bars", "table: t.csv\ntitle: Préstamos <b>\nlabel: x")
    assert "Aquí falta un dibujo: «Préstamos &lt;b&gt;»" in draw_text(text, tmp_path, "es").html
    assert "ينقص رسم هنا" in draw_text(text, tmp_path, "ar").html


def test_bars_begin_at_zero_whatever_is_asked(tmp_path):
    write_tables(tmp_path, {"t.csv": LOANS})
    body = draw_text(block("bars", "table: t.csv\nfrom_zero: no"), tmp_path)
    (one,) = body.problems
    assert (one.rule, one.severity, len(body.charts)) == ("infographics.cut-axis", "warning", 1)


def test_a_table_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("plugins.infographics.find_sheet.MOST_BYTES", 10)
    (one,) = problems("bars", "", LOANS, tmp_path)
    assert one.rule == "infographics.large-table"


def test_numbers_that_nothing_explains_are_drawn_with_a_warning(tmp_path):
    write_tables(tmp_path, {"t.csv": "A,B\nx,1.234\ny,5.678\n"})
    body = draw_text(block("bars", "table: t.csv"), tmp_path)
    (one,) = body.problems
    assert (one.rule, one.file, one.column, len(body.charts)) == ("infographics.unclear-numbers", "data/t.csv", "B", 1)


def test_a_block_of_a_text_from_elsewhere_is_code(tmp_path):
    body = draw_text("```line\na b\n```\n", tmp_path, own=False)
    assert (body.problems, body.charts) == ((), ())
    assert "<pre><code" in body.html


@pytest.mark.parametrize("name", ["with space.csv", "sub/loans.csv", "loans#1.csv", "préstamos.csv", "50%.csv"])
def test_a_table_may_have_any_name(tmp_path, name: str):
    (tmp_path / "data/sub").mkdir(parents=True)
    write_tables(tmp_path, {name: LOANS})
    body = draw_text(block("bars", f'table: "{name}"'), tmp_path)
    assert (body.problems, len(body.charts)) == ((), 1)
