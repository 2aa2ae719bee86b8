"""Whatever a block and its table hold, something is drawn or something is said; nothing ever breaks the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.infographics.kinds import CHOICES, KINDS, options_of
from tests.infographics.blocks import SAID, block, draw_text, write_tables
from tests.infographics.test_work_out import LIBRARY

WORDS = ("Branch", "Month", "Loans", "Use", "2024", "2025-02", "Latitude", "Longitude", "When", "What", "Day", "Opens")
CELLS = st.sampled_from(
    (
        *(
            "",
            "A",
            "B",
            "Central",
            "Total",
            "5",
            "-3",
            "1.234,5",
            "1,234.5",
            "12%",
            "£4",
            "x",
            "0",
            "99999999999999999999",
        ),
        *("2024", "2025", "2025-02", "Mar 2025", "2024/25", "2025-01-31", "Monday", "9:30", "=1+1", "<b>", "Ω\u202e"),
    )
)
VALUES = st.one_of(
    st.sampled_from(
        (*WORDS, "A", "5", "0", "-1", "2024", "2024 to 2025", "most", "last", "not A", "over 3", "yes", "'")
    ),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda names: f"[{', '.join(names)}]"),
)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return a block of any kind with some of its options, which hold words that fit and words that do not."""
    kind = draw(st.sampled_from(tuple(KINDS)))
    names = draw(st.lists(st.sampled_from(options_of(kind)), unique=True, max_size=5))
    lines = []
    for name in names:
        known = st.sampled_from(CHOICES[name]) if name in CHOICES else VALUES
        value = draw(known)
        lines.append(f"where:\n  {draw(st.sampled_from(WORDS))}: {value}" if name == "where" else f"{name}: {value}")
    kept = [line for line in lines if not line.startswith(("table:", "source:", "dated:", "source_address:"))]
    return block(kind, "\n".join(["table: t.csv", *kept]), SAID)


TABLES = st.tuples(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), st.lists(st.lists(CELLS, max_size=6), max_size=7)
).map(lambda parts: "\n".join([",".join(parts[0]), *(",".join(f'"{cell}"' for cell in row) for row in parts[1])]))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
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
