"""The table of every key says what the code reads, and its examples work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.library.keys import dotted_keys, headings_of
from plugins.library.read_library import read_library

DOCUMENT = Path(__file__).parents[2] / "docs" / "library-toml.md"
ROW = re.compile(r"^\| `([a-z_.]+)` \|", re.MULTILINE)


def test_the_table_holds_every_key_and_no_other():
    documented = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert sorted(documented) == sorted(dotted_keys())


def test_every_row_has_a_type_a_default_an_example_and_a_meaning():
    rows = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if ROW.match(line)]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in rows]
    assert [row for row in cells if len(row) != 5 or not all(row)] == []


def test_the_example_is_read_without_a_problem(tmp_path):
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)[1]
    (tmp_path / "library.toml").write_text(example, encoding="utf-8")
    _, problems, _ = read_library(tmp_path)
    assert problems == ()


@pytest.mark.parametrize(("key", "headings"), [("hue", ("brand",)), ("name", ("", "branches")), ("nothing", ())])
def test_a_key_knows_its_headings(key, headings):
    assert headings_of(key)[:2] == headings
