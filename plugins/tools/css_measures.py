"""Widths of display lines and times of day as class names, because our pages carry no style of their own."""

from __future__ import annotations

import math
from bisect import bisect_left
from datetime import time
from functools import cache
from typing import Literal

NARROWEST_EM = 0.5
WIDEST_EM = 40.0
STEP = 1.01
FIRST_HOUR, LAST_HOUR = 7, 21  # what the chart of opening hours shows


@cache
def em_classes() -> tuple[float, ...]:
    """Every width that has a class: 0.5 to 40 em in steps of 1 %, but never less than 0.01 apart.

    The table is the same for every site, so that no stylesheet depends on content.
    """
    widths = [NARROWEST_EM]
    while widths[-1] < WIDEST_EM:
        widths.append(min(WIDEST_EM, max(round(widths[-1] * STEP, 2), round(widths[-1] + 0.01, 2))))
    return tuple(widths)


def em_class(width: float) -> str:
    """Return the class of the smallest step that holds a line of this width, so that nothing overflows.

    A line wider than the widest step gets the widest: it is longer than any title may be, and wraps.
    """
    steps = em_classes()
    return f"em-{_hyphened(steps[min(bisect_left(steps, width), len(steps) - 1)])}"


def quarter_class(kind: Literal["from", "to", "at"], moment: time) -> str:
    """Return the class that places a bar's ends or the now-line on the chart of hours: "from-9-25", "at-14-50".

    The nearest quarter of an hour, kept between 7 and 21. Midnight as the end of a day is the end of the chart.
    """
    hours = moment.hour + moment.minute / 60
    if kind == "to" and hours == 0:
        hours = 24.0
    quarter = math.floor(hours * 4 + 0.5) / 4
    return f"{kind}-{quarter_name(min(max(quarter, FIRST_HOUR), LAST_HOUR))}"


def quarter_name(hours: float) -> str:
    """Return 9.0 as "9-00" and 9.25 as "9-25"."""
    return _hyphened(hours)


def render_em_css() -> str:
    """Return theme/static/css/em.css, which a test compares with the file."""
    rules = "\n".join(f"  .em-{_hyphened(width)} {{ --em: {width:g}; }}" for width in em_classes())
    return (
        "/* The width of a display line in em of its face, so that it can be set to the measure without a style\n"
        "   attribute. Made by plugins/tools/css_measures.py; the table is the same for every site. */\n"
        f"@layer utilities {{\n{rules}\n}}\n"
    )


def render_quarters_css() -> str:
    """Return theme/static/css/quarters.css, which a test compares with the file."""
    hours = [quarter / 4 for quarter in range(24 * 4 + 1)]
    rules = "\n".join(
        f"  .{kind}-{quarter_name(hour)} {{ --{name}: {hour:g}; }}"
        for kind, name in (("from", "a"), ("to", "b"), ("at", "n"))
        for hour in hours
    )
    return (
        "/* Quarters of an hour for the chart of opening hours: where a bar begins and ends, where now is.\n"
        "   Made by plugins/tools/css_measures.py. */\n"
        f"@layer utilities {{\n{rules}\n}}\n"
    )


def render_tints_css() -> str:
    """Return theme/static/css/tints.css, which a test compares with the file."""
    rules = "\n".join(f"  .{part}-{step:x} {{ --{part}: {step * 17}; }}" for part in "rgb" for step in range(16))
    return (
        "/* What stands in the place of a photograph until it is there: the color that most of it has, in 16 steps of\n"
        "   red, green and blue. Made by plugins/tools/css_measures.py; the table is the same for every site. */\n"
        f"@layer utilities {{\n  .tint {{ background: rgb(var(--r) var(--g) var(--b)); }}\n{rules}\n}}\n"
    )


def _hyphened(number: float) -> str:
    return f"{number:.2f}".replace(".", "-")
