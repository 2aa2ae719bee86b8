"""Lengths, areas and counts say what the numbers say, and what is not known is not drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from plugins.infographics.axis import axis_texts
from plugins.infographics.draw import draw
from plugins.infographics.draw_key import series_fill
from plugins.infographics.marks import WIDTH, Disc, Icon, Line, Rect, Shape
from plugins.infographics.model import Bars, Columns, DotMap, Lines, Parts, Pictogram, Series, Stacking
from tests.infographics.drawn import bars, texts
from tests.infographics.samples import BRANCHES, EVERY, HARD, LOANS, VISITS, months, names, numbers, years


def test_bars_are_as_long_as_their_values_from_zero(words):
    drawn = bars(draw(Bars(labels=BRANCHES, values=LOANS, measure=VISITS), words), "brand")
    assert [bar.x for bar in drawn] == [0] * 4
    shares = [float(value / LOANS[0]) for value in LOANS]
    assert [bar.width / WIDTH for bar in drawn] == pytest.approx(shares)


def test_bars_below_zero_go_to_the_other_side_of_its_line(words):
    picture = draw(HARD["bars below zero"], words)
    zero = next(mark for mark in picture.marks if isinstance(mark, Line)).points[0][0]
    assert {round(bar.x + bar.width, 6) for bar in bars(picture, "brand")} == {round(zero, 6)}


@pytest.mark.parametrize("name", ["bars of nothing known", "columns of nothing known"])
def test_what_is_not_known_is_not_drawn_as_zero(name, words):
    picture = draw(HARD[name], words)
    assert bars(picture, "brand") == []
    assert name.startswith("columns") or texts(picture).count("no figure") == 4


def test_columns_stand_on_zero_whatever_the_values(words):
    columns = Columns(labels=years(2019, 3), series=(Series(name="A", values=numbers("98 99 100")),), measure=VISITS)
    drawn = bars(draw(columns, words), "brand")
    assert len({round(bar.y + bar.height, 6) for bar in drawn}) == 1
    assert drawn[0].height / drawn[2].height == pytest.approx(0.98)


def test_stacked_columns_are_as_high_as_their_sum_and_grouped_ones_stand_apart(words):
    series = (Series(name="A", values=numbers("30 10")), Series(name="B", values=numbers("20 -")))

    def drawn(stacking: Stacking) -> list[Rect]:
        columns = Columns(labels=years(2019, 2), series=series, measure=VISITS, stacking=stacking)
        fills = {series_fill(place) for place in range(2)}
        marks = draw(columns, words).marks
        return [mark for mark in marks if isinstance(mark, Rect) and mark.fill in fills and mark.width != 16]

    one, upon, alone = drawn(Stacking.STACKED)
    assert upon.y + upon.height == pytest.approx(one.y)
    assert (one.height + upon.height) / alone.height == pytest.approx(5)
    first, second, third = drawn(Stacking.GROUPED)
    assert first.x + first.width <= second.x + 0.01
    assert second.x + second.width < third.x


@pytest.mark.parametrize(
    ("values", "lines", "dots"),
    [("1 2 3", 1, 0), ("1 2 - 3 4", 2, 0), ("1 - 3", 0, 2), ("- 1 2 -", 1, 0), ("- - -", 0, 0), ("1 - 2 3 - 4", 1, 2)],
)
def test_a_line_breaks_where_nothing_is_known(values, lines, dots, words):
    given = numbers(values)
    picture = draw(
        Lines(labels=years(2000, len(given)), series=(Series(name="A", values=given),), measure=VISITS), words
    )
    assert len([mark for mark in picture.marks if isinstance(mark, Line) and mark.ink == "brand"]) == lines
    assert len([mark for mark in picture.marks if isinstance(mark, Disc)]) == dots


def test_an_area_has_a_hole_where_nothing_is_known(words):
    picture = draw(EVERY["area"], words)
    first, second = (mark for mark in picture.marks if isinstance(mark, Shape))
    assert max(x for x, _ in first.points) < min(x for x, _ in second.points)
    assert len({round(y, 6) for shape in (first, second) for _, y in shape.points[-2:]}) == 1


def test_a_foot_that_is_not_zero_is_drawn_broken_and_says_its_number(words):
    def foot(*, from_zero: bool) -> Line:
        lines = Lines(
            labels=years(2019, 3),
            series=(Series(name="A", values=numbers("90 95 97")),),
            measure=VISITS,
            from_zero=from_zero,
        )
        picture = draw(lines, words)
        assert ("90" in texts(picture)) is not from_zero
        return next(mark for mark in picture.marks if isinstance(mark, Line) and mark.ink == "ink")

    assert len(foot(from_zero=True).points) == 2
    assert len(foot(from_zero=False).points) > 5


def test_parts_fill_the_bar_and_what_they_leave_of_the_whole_is_empty(words):
    def drawn(whole: int) -> list[Rect]:
        values = tuple(map(Decimal, (50, 30, 20)))
        parts = Parts(labels=names("A, B, C"), values=values, whole=Decimal(whole), measure=VISITS)
        return [mark for mark in draw(parts, words).marks if isinstance(mark, Rect) and mark.height > 40]

    assert [part.width for part in drawn(100)] == pytest.approx([200, 120, 80])
    assert [part.fill for part in drawn(200)][-1] == "none"
    assert sum(part.width for part in drawn(200)) == pytest.approx(WIDTH)


@pytest.mark.parametrize(
    ("value", "each", "whole", "share"),
    [("14500", "1000", 14, 0.5), ("9000", "1000", 9, None), ("300", "1000", 0, 0.3)],
)
def test_icons_are_counted_and_the_last_is_a_part_of_one(value, each, whole, share, words):
    pictogram = Pictogram(labels=names("A"), values=(Decimal(value),), each=Decimal(each), icon="book", measure=VISITS)
    icons = [mark for mark in draw(pictogram, words).marks if isinstance(mark, Icon) and mark.size > 22]
    assert [icon.share for icon in icons] == [1.0] * whole + ([pytest.approx(share)] if share else [])


def test_the_area_of_a_dot_says_its_value_and_north_is_up(words):
    drawing = EVERY["map"]
    assert isinstance(drawing, DotMap)
    picture = draw(drawing, words)
    discs = sorted(
        (mark for mark in picture.marks if isinstance(mark, Disc) and mark.fill != "card"), key=lambda one: -one.radius
    )
    values = sorted((float(dot.value) for dot in drawing.dots if dot.value), reverse=True)
    areas = [disc.radius**2 for disc in discs]
    assert [area / areas[0] for area in areas] == pytest.approx([value / values[0] for value in values])
    assert min(discs, key=lambda one: one.y).radius == discs[1].radius  # Northside
    east = max(discs, key=lambda one: one.x)
    assert east.radius == discs[2].radius  # Riverbend


def test_a_degree_is_as_wide_as_it_is_at_its_latitude(words):
    from plugins.infographics.model import Dot

    corners = ((60.0, 10.0), (60.0, 11.0), (60.5, 10.0))
    dots = tuple(
        Dot(label=str(n), latitude=north, longitude=east, value=Decimal(1)) for n, (north, east) in enumerate(corners)
    )
    here, east, north = (
        mark for mark in draw(DotMap(dots=dots, measure=VISITS), words).marks if isinstance(mark, Disc)
    )
    # At 60 degrees north, one of longitude is half as long as one of latitude.
    assert (east.x - here.x) / (here.y - north.y) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("labels", "step", "expected"),
    [
        (months(date(2025, 9, 1), 3), 130, "Sep 2025|Oct 2025|Nov 2025"),
        (months(date(2025, 9, 1), 12), 30, "S|O|N|D|J|F|M|A|M|J|J|A"),
        (months(date(2025, 9, 1), 12), 14, "S|N|J|M|M|J"),
        (months(date(2009, 5, 1), 195), 2, "2010|2013|2016|2019|2022|2025"),
        (months(date(2022, 5, 1), 30), 12, "2023|2024"),
        (years(2016, 10), 40, "’16|’17|’18|’19|’20|’21|’22|’23|’24|’25"),
        (years(2016, 10), 60, "2016|2017|2018|2019|2020|2021|2022|2023|2024|2025"),
        (years(1990, 36), 10, "’90|’94|’98|’02|’06|’10|’14|’18|’22"),
        (names("Central, Mill Street, Riverbend"), 130, "Central|Mill Street|Riverbend"),
        (names("Central, Mill Street, River and Ferry Road"), 96, "Central|Mill Street|River and/Ferry Road"),
        (names("Bartholomew, Gloucestershire"), 70, "Bartholomew|Gloucestershire"),
    ],
)
def test_labels_along_an_axis_are_in_full_short_wrapped_staggered_or_not_each(labels, step, expected, words):
    found = axis_texts(labels, step, words.letters)
    assert "|".join("/".join(one.lines) for one in found) == expected
