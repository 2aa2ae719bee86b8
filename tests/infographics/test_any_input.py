"""Whatever a block and its table hold, something is drawn or something is said; nothing ever breaks the build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.infographics.kinds import CHOICES, KINDS, options_of
from tests.infographics.blocks import SAID, block, draw_text, write_tables
from tests.infographics.test_work_out import LIBRARY

HEADER = "Branch,Month,Loans,Use,When,What,Latitude,Longitude,day,opens,closes"
# What may stand in options that are no choice of words, most of it fitting.
FITTING: Mapping[str, tuple[str, ...]] = {
    "label": ("Branch", "Month", "What"),
    "value": ("Loans", "Use", "[Loans, Use]", "Branch"),
    "group": ("Branch", "Month", "What"),
    "where": (
        "{Branch: A}",
        "{Branch: not A}",
        "{Month: 2025}",
        "{Loans: over 5}",
        "{Month: 2024 to 2025}",
        "{Use: 1}",
    ),
    "from": ("2024", "2025-02", "soon"),
    "to": ("2025", "2025-03"),
    "top": ("1", "2", "many"),
    "highlight": ("most", "least", "last", "first", "A", "Z"),
    "at": ("2025-02", "A"),
    "earlier": ("2025-01", "A"),
    "before": ("2025-01",),
    "after": ("2025-02",),
    "each": ("5", "1000", "0"),
    "whole": ("100", "7"),
    "icon": ("book", "dog"),
    "decimals": ("0", "2", "9"),
    "currency": ("USD", "dollars"),
    "when": ("Month", "When", "Branch"),
    "what": ("What", "Branch"),
    "branches": ("mill-street", "nowhere"),
    "slot": ("15", "7"),
    "place": ("Branch",),
}
ODD = st.sampled_from(
    (
        "",
        "-",
        "many",
        "1.234,5",
        "1,234.5",
        "-3",
        "£4",
        "99999999999999999999",
        "9" * 40,
        "0." + "0" * 40 + "1",
        "0",
        "<b>",
        "Ω\u202e",
    )
)


@st.composite
def rows(draw: st.DrawFn) -> str:
    """Return a row of which most cells are as they should be."""
    cells = (
        draw(st.sampled_from(("A", "B", "Central", "mill-street", "Total"))),
        draw(st.sampled_from(("2025-01", "2025-02", "2025-04", "2024-12"))),
        draw(st.integers(0, 99).map(str)),
        draw(st.sampled_from(("12%", "40%"))),
        draw(st.sampled_from(("2024", "2025"))),
        draw(st.sampled_from(("Fines end", "=1+1"))),
        *("54.9", "-1.6"),
        draw(st.sampled_from(("Monday", "Sunday"))),
        *("9:30", "17:00"),
    )
    odd = draw(st.integers(0, 40))
    return ",".join(f'"{draw(ODD)}"' if at == odd else f'"{cell}"' for at, cell in enumerate(cells))


TABLES = st.lists(rows(), min_size=1, max_size=9).map(lambda found: "\n".join([HEADER, *found]))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return a block of any kind with some of its options."""
    kind = draw(st.sampled_from(tuple(KINDS)))
    free = [name for name in options_of(kind) if name in FITTING or name in CHOICES]
    names = draw(st.lists(st.sampled_from(free), unique=True, max_size=4))
    lines = [f"{name}: {draw(st.sampled_from(CHOICES.get(name) or FITTING[name]))}" for name in names]
    named = "" if "value" in names or kind in ("timeline", "hours") else "value: Loans"
    says = "says: of all" if kind == "figure" else ""
    return block(kind, "\n".join(filter(None, ["table: t.csv", named, says, *lines])), SAID)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(blocks(), TABLES, st.sampled_from(("en", "es", "ar")))
def test_any_block_of_any_table(content: Path, text: str, table: str, language: str):
    write_tables(content, {"t.csv": table})
    body = draw_text(text, content, language, LIBRARY)
    errors = [one for one in body.problems if one.severity == "error"]
    assert bool(body.charts) != bool(errors)
    assert all(one.what and one.cure for one in body.problems)
    for chart in body.charts:
        assert chart.title
        assert all(len(row) == len(chart.table.headings) for row in chart.table.rows)
        assert all(len(row) == len(chart.numbers[0]) for row in chart.numbers)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200), st.sampled_from(("bars", "line", "timeline", "hours", "map")))
def test_any_bytes_as_a_table(content: Path, data: bytes, kind: str):
    write_tables(content, {"t.csv": data})
    body = draw_text(block(kind, "table: t.csv"), content)
    assert bool(body.charts) != bool([one for one in body.problems if one.severity == "error"])


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80), st.sampled_from(tuple(KINDS)))
def test_any_lines_of_a_block(content: Path, lines: str, kind: str):
    body = draw_text(f"```{kind}\n{lines}\n```\n", content)
    assert body.html is not None
