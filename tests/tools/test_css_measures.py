"""Widths and times as classes, and the two stylesheets that are made from them."""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tools.css_measures import em_class, em_classes, quarter_class, render_em_css, render_quarters_css

CSS = Path(__file__).resolve().parents[2] / "theme" / "static" / "css"


def test_the_table_runs_from_half_an_em_to_forty_in_steps_of_a_hundredth():
    steps = em_classes()
    assert (steps[0], steps[-1]) == (0.5, 40.0)
    assert all(0.009 < wide - narrow < max(0.011, narrow * 0.0101 + 0.006) for narrow, wide in pairwise(steps))


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (0.1, "em-0-50"),
        (0.5, "em-0-50"),
        (0.501, "em-0-51"),
        (2.531, "em-2-55"),
        (39.9, "em-40-00"),
        (52, "em-40-00"),
    ],
)
def test_a_line_gets_the_smallest_step_that_holds_it(width, expected):
    assert em_class(width) == expected


@given(st.floats(min_value=0.5, max_value=40))
def test_no_line_overflows_and_none_is_cut_by_more_than_two_hundredths(width):
    step = float(em_class(width).removeprefix("em-").replace("-", "."))
    assert width <= step < max(width + 0.011, width * 1.02)


@pytest.mark.parametrize(
    ("kind", "moment", "expected"),
    [
        ("from", time(9, 15), "from-9-25"),
        ("to", time(20), "to-20-00"),
        ("at", time(14, 20), "at-14-25"),
        ("at", time(14, 23), "at-14-50"),
        ("from", time(6), "from-7-00"),
        ("to", time(23), "to-21-00"),
        ("to", time(0), "to-21-00"),
        ("at", time(0), "at-7-00"),
    ],
)
def test_times_become_quarters_between_seven_and_nine(kind, moment, expected):
    assert quarter_class(kind, moment) == expected


@pytest.mark.parametrize(("file", "text"), [("em.css", render_em_css()), ("quarters.css", render_quarters_css())])
def test_the_stylesheets_are_what_the_tables_make(file, text):
    assert (CSS / file).read_text(encoding="utf-8") == text
