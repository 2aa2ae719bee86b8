"""Cells that say something else than their letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tools.cells import FORMULA_SIGNS, Cell, clean, is_odd, read_odd, shielded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '=HYPERLINK("https://a.example/","Book here")',
            Cell(text="Book here", link="https://a.example/"),
        ),
        ('=hyperlink("https://a.example/"; "Say ""hi""")', Cell(text='Say "hi"', link="https://a.example/")),
        ('=HYPERLINK("https://a.example/")', Cell(text="https://a.example/", link="https://a.example/")),
        ('=HYPERLINK("https://a.example/", A2)', Cell(text="https://a.example/", link="https://a.example/")),
        ('=IMAGE("https://a.example/x.png", 2)', Cell(text="https://a.example/x.png", link="https://a.example/x.png")),
        ('="0123"', Cell(text="0123")),
        ("=SUM(A1:A3)", Cell(text="", is_formula=True)),
        ("=A2", Cell(text="", is_formula=True)),
        ('=HYPERLINK(CONCATENATE("a",B1))', Cell(text="", is_formula=True)),
        ("#REF!", Cell(text="", is_formula=True)),
        ("########", Cell(text="", is_formula=True)),
        ("#N/A", Cell(text="")),
        ("#1 fan club", Cell(text="#1 fan club")),
        ("=)", Cell(text="=)")),
        ("== Heading ==", Cell(text="== Heading ==")),
        ("'Tis the season", Cell(text="'Tis the season")),
        ("'=1+1", Cell(text="=1+1")),
        ("''-5", Cell(text="'-5")),
    ],
)
def test_a_formula_says_what_it_shows(text: str, expected: Cell):
    assert is_odd(text)
    assert read_odd(text) == expected


@given(st.text(alphabet="=+-@'#\"A1(h !REF", max_size=8).map(clean))
def test_a_shielded_text_is_no_formula_and_reads_as_itself(text: str):
    written = shielded(text)
    assert not written.startswith(FORMULA_SIGNS)
    assert (read_odd(written).text if is_odd(written) else written) == text
