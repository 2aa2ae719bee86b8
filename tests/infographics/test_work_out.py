"""What a block makes of its table: chosen, grouped, summed, shared, compared; exact, and never a zero for a blank."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

from plugins.infographics.model import (
    Bars,
    BeforeAfter,
    Columns,
    DotMap,
    Figure,
    Hours,
    Lines,
    Parts,
    Pictogram,
    Ranking,
    Stacking,
    Timeline,
)
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Branch, Library, OpeningHours
from tests.infographics.blocks import block, draw, draw_text

BRANCHES = "Branch,Loans\nCentral,10\nMill Street,\nRiverbend,30\n"
LONG = "Branch,Month,Kind,Loans\n" + "".join(
    f"{branch},2025-{month:02},{kind},{value}\n"
    for branch, value in (("A", 1), ("B", 10))
    for month in (1, 2, 4)
    for kind in ("Books", "Discs")
)
MONTHS = ("January 2025", "February 2025", "March 2025", "April 2025")
CHANGES = "Year,N\n2020,10\n2021,15\n2022,12\n2023,\n2024,6\n"
DAYS = "When,N\n2025-01-01,1\n2025-01-03,2\n"
BY_DAY = (
    "venue,day,open_morning,close_lunchtime,open_lunchtime,close_evening\n"
    "A,Monday,09:30,12:30,13:30,17:00\nA,Tuesday,10:00,,,14:00\nB,Monday,12:00,,,20:00\nB,Sunday,,,,\n"
)
LIBRARY_OF = "Local authority,Library name"
WIDE = "Branch,2025-01,2025-02,2025-04\nA,2,2,2\nB,20,20,20\n"


def shown(drawing: object) -> list[tuple[str, ...]]:
    """Return labels, and values of every series, as text."""
    if isinstance(drawing, Columns | Lines):
        return [tuple(one.full for one in drawing.labels), *(tuple(map(str, one.values)) for one in drawing.series)]
    assert isinstance(drawing, Bars | Parts | Pictogram)
    return [tuple(one.full for one in drawing.labels), tuple(map(str, drawing.values))]


@pytest.mark.parametrize(
    ("options", "table", "expected"),
    [
        ("", BRANCHES, [("Riverbend", "Central", "Mill Street"), ("30", "10", "None")]),
        ("sort: table", BRANCHES, [("Central", "Mill Street", "Riverbend"), ("10", "None", "30")]),
        ("sort: label", BRANCHES, [("Central", "Mill Street", "Riverbend"), ("10", "None", "30")]),
        ("show: share", BRANCHES, [("Riverbend", "Central", "Mill Street"), ("75.0", "25.0", "None")]),
        ("top: 1", BRANCHES, [("Riverbend", "2 others"), ("30", "10")]),
        ("top: 1\nrest: no", BRANCHES, [("Riverbend",), ("30",)]),
        ("", LONG, [("B", "A"), ("60", "6")]),
        ("label: Kind", LONG, [("Books", "Discs"), ("33", "33")]),
        ("where:\n  Kind: books", LONG, [("B", "A"), ("30", "3")]),
        ("where:\n  Kind: not books\n  Month: 2025-01", LONG, [("B", "A"), ("10", "1")]),
        ("where:\n  Month: 2025-01 to 2025-02", LONG, [("B", "A"), ("40", "4")]),
        ("where:\n  Month: 2025", LONG, [("B", "A"), ("60", "6")]),
        ("where:\n  Month: [2025-01, 2025-04]", LONG, [("B", "A"), ("40", "4")]),
        ("where:\n  Loans: over 5", LONG, [("B",), ("60",)]),
        ("where:\n  Loans: 1 to 5", LONG, [("A",), ("6",)]),
        ("from: 2025-02\nto: 2025-03", LONG, [("B", "A"), ("20", "2")]),
        ("combine: average", LONG, [("B", "A"), ("10", "1")]),
        ("combine: highest", LONG, [("B", "A"), ("10", "1")]),
        ("combine: count", LONG, [("A", "B"), ("6", "6")]),
        ("", WIDE, [("B", "A"), ("60", "6")]),
        ("from: 2025-02", WIDE, [("B", "A"), ("40", "4")]),
        ("label: Month", LONG, [MONTHS, ("22", "22", "None", "22")]),
        ("", "Branch;Loans\nCentral;1.234,5\nMill;2\n", [("Central", "Mill"), ("1234.5", "2")]),
        ("", "Title of it\n\nBranch,Loans\nCentral,1\nMill,2\n", [("Mill", "Central"), ("2", "1")]),
        ("", "Branch,Loans\nA,1\nB,2\nTotal,3\n", [("B", "A"), ("2", "1")]),
        ("", "Branch,Loans\nA,1\nB,2\nTotal,4\n", [("Total", "B", "A"), ("4", "2", "1")]),
        ("value: loans", "Branch,Loans,Visits\nA,1,5\nB,2,5\n", [("B", "A"), ("2", "1")]),
        ("value: [Loans, Visits]", "Branch,Loans,Visits\nA,1,5\nB,2,5\n", [("Visits", "Loans"), ("10", "3")]),
    ],
)  # fmt: skip
def test_bars(tmp_path, options: str, table: str, expected: list[tuple[str, ...]]):
    assert shown(draw("bars", options, table, tmp_path).drawing) == expected


@pytest.mark.parametrize(
    ("options", "table", "expected"),
    [
        ("", WIDE, [MONTHS, ("22", "22", "None", "22")]),
        ("group: Branch", WIDE, [MONTHS, ("2", "2", "None", "2"), ("20", "20", "None", "20")]),
        ("group: Kind", LONG, [MONTHS, ("11", "11", "None", "11"), ("11", "11", "None", "11")]),
        ("per: quarter\nincomplete: keep", WIDE, [("Jan – Mar 2025", "Apr – Jun 2025"), ("44", "22")]),
        ("per: year\nincomplete: keep", WIDE, [("2025",), ("66",)]),
        ("per: year\nyear_starts: april\nincomplete: keep", WIDE, [("2024–25", "2025–26"), ("44", "22")]),
        ("show: change", CHANGES, [("2021", "2022", "2023", "2024"), ("50.0", "-20.0", "None", "None")]),
        ("show: share\ngroup: Branch", WIDE, [MONTHS, ("9.1", "9.1", "None", "9.1"), ("90.9", "90.9", "None", "90.9")]),
        ("", DAYS, [("1 January 2025", "2 January 2025", "3 January 2025"), ("1", "None", "2")]),
        ("", "Year,N\n,5\n", [("",), ("5",)]),
    ],
)  # fmt: skip
def test_columns(tmp_path, options: str, table: str, expected: list[tuple[str, ...]]):
    assert shown(draw("columns", options, table, tmp_path).drawing) == expected


def test_lines_and_areas_are_the_same_numbers(tmp_path):
    line, area = draw("line", "from_zero: no", WIDE, tmp_path).drawing, draw("area", "", WIDE, tmp_path).drawing
    assert isinstance(line, Lines)
    assert isinstance(area, Lines)
    assert (line.is_area, line.from_zero, area.is_area, area.from_zero) == (False, False, True, True)
    assert shown(line) == shown(area)
    assert [one.short for one in line.labels] == ["J", "F", "M", "A"]
    assert line.labels[0].starts is not None


def test_columns_stand_as_they_are_told(tmp_path):
    for said, expected in (("stacked", Stacking.STACKED), ("grouped", Stacking.GROUPED), ("plain", Stacking.GROUPED)):
        drawing = draw("columns", f"group: Branch\nstacking: {said}", WIDE, tmp_path).drawing
        assert isinstance(drawing, Columns)
        assert drawing.stacking is expected


def test_parts_sum_to_their_whole(tmp_path):
    parts = draw("parts", "", "Part,N\nA,5\nB,3\nC,2\n", tmp_path).drawing
    assert isinstance(parts, Parts)
    assert (parts.whole, parts.values) == (10, (5, 3, 2))
    many = draw("parts", "", "Part,N\n" + "".join(f"P{one},{one}\n" for one in range(1, 12)), tmp_path).drawing
    assert isinstance(many, Parts)
    assert (len(many.values), sum(many.values), many.labels[-1].full) == (7, many.whole, "5 others")


@pytest.mark.parametrize(("most", "each"), [(9, 1), (10, 1), (11, 2), (99, 10), (342_900, 50_000), (2_300, 500)])
def test_an_icon_stands_for_a_round_number(tmp_path, most: int, each: int):
    drawing = draw("pictogram", "icon: person", f"What,N\nA,{most}\nB,1\n", tmp_path).drawing
    assert isinstance(drawing, Pictogram)
    assert (drawing.each, drawing.icon) == (each, "person")


def test_a_figure_is_everything_or_one_of_a_time(tmp_path):
    whole = draw("figure", "says: loans in all", LONG, tmp_path)
    assert isinstance(whole.drawing, Figure)
    assert (whole.drawing.value, whole.drawing.says, whole.table.rows) == (
        66,
        "loans in all",
        (("Loans in all", "66"),),
    )
    timed = draw("figure", "at: 2021\nearlier: 2020", "Year,Visits\n2020,10\n2021,15\n2022,12\n", tmp_path)
    assert isinstance(timed.drawing, Figure)
    assert (timed.drawing.value, timed.drawing.earlier, timed.drawing.earlier_label) == (15, 10, "2020")
    assert timed.table.rows == (("2020", "10"), ("2021", "15"))
    last = draw("figure", "earlier: 2020", "Year,Visits\n2020,10\n2021,15\n2022,\n", tmp_path).drawing
    assert isinstance(last, Figure)
    assert last.value == 15


def test_before_and_after(tmp_path):
    for options, table in (
        ("", "Branch,2019,2025\nA,3,5\nB,,1\n"),
        ("value: [2019, 2025]", "Branch,2019,2025\nA,3,5\nB,,1\n"),
        ("before: 2019\nafter: 2025", "Branch,Year,N\nA,2019,3\nA,2022,4\nA,2025,5\nB,2025,1\n"),
    ):
        drawing = draw("before-after", options, table, tmp_path).drawing
        assert isinstance(drawing, BeforeAfter)
        assert [one.full for one in drawing.labels] == ["A", "B"]
        assert (drawing.before.name, drawing.before.values) == ("2019", (3, None))
        assert (drawing.after.name, drawing.after.values) == ("2025", (5, 1))


def test_a_timeline_is_in_order(tmp_path):
    table = "Date,Event,Note\n2026-08,B,b\n2025-10,A,\n"
    drawing = draw("timeline", "highlight: b", table, tmp_path).drawing
    assert isinstance(drawing, Timeline)
    assert [(one.when, one.what, one.detail, one.is_focus) for one in drawing.moments] == [
        ("Oct", "A", "", False),
        ("Aug", "B", "b", True),
    ]
    years = draw("timeline", "", "Year,What\n2025,B\n2019,A\n", tmp_path).drawing
    assert isinstance(years, Timeline)
    assert [one.when for one in years.moments] == ["2019", "2025"]


def test_equals_share_their_place_in_a_ranking(tmp_path):
    drawing = draw(
        "ranking", "highlight: Tools", "What,N\nTools,4\nBooks,9\nDiscs,4\nMaps,1\nNone,\n", tmp_path
    ).drawing
    assert isinstance(drawing, Ranking)
    assert [(one.place, one.label, one.further, one.is_focus) for one in drawing.rows] == [
        ("1", "Books", "50.0%", False),
        ("2=", "Tools", "22.2%", True),
        ("2=", "Discs", "22.2%", False),
        ("4", "Maps", "5.6%", False),
    ]
    bare = draw("ranking", "further: none", "What,N\nTools,4\nBooks,9\n", tmp_path).drawing
    assert isinstance(bare, Ranking)
    assert (bare.further_heading, bare.rows[0].further) == ("", "")


LIBRARY = Library(
    name="Juniper",
    languages=("en", "es"),
    branches=(
        Branch(
            id="mill-street",
            name=Phrase(default="Mill Street", by_language={"es": "Calle del Molino"}),
            latitude=39.5,
            longitude=-106.0,
            week=((OpeningHours(opens=time(9), closes=time(17)),),) * 5 + ((), ()),
        ),
        Branch(id="central", name=Phrase(default="Central")),
    ),
)


def test_branches_lie_where_library_toml_says(tmp_path):
    chart = draw("map", "", "Branch,Loans\nmill-street,5\nCentral,3\n", tmp_path, language="es", library=LIBRARY)
    assert isinstance(chart.drawing, DotMap)
    assert [(one.label, one.latitude, one.longitude, one.value) for one in chart.drawing.dots] == [
        ("Calle del Molino", 39.5, -106.0, 5)
    ]
    assert chart.remarks == ("No están en el mapa: Central.",)


def test_places_lie_where_their_table_says(tmp_path):
    table = "Place,Loans,Lat,Lng\nA,5,54.9,-1.6\nB,3,200,-1.6\nC,,55,-1.7\n"
    drawing = draw("map", "", table, tmp_path).drawing
    assert isinstance(drawing, DotMap)
    assert [(one.label, one.latitude, one.value) for one in drawing.dots] == [("A", 54.9, 5), ("C", 55.0, None)]


def test_a_week_of_library_toml(tmp_path):
    body = draw_text(block("hours", "branches: mill-street", ""), tmp_path, library=LIBRARY)
    (chart,) = body.charts
    assert isinstance(chart.drawing, Hours)
    assert (chart.source.name, chart.source.dated, body.problems) == ("Juniper", "regular hours", ())
    assert (chart.drawing.first_minute, chart.drawing.slot_minutes, chart.drawing.places) == (540, 30, 1)
    assert [sum(day) for day in chart.drawing.open_places] == [16] * 5 + [0, 0]
    assert chart.sentence.endswith("Friday: 9 am to 5 pm. Closed on Saturday and Sunday.")


def test_a_week_of_a_table(tmp_path):
    drawing = draw("hours", "slot: 60", BY_DAY, tmp_path)
    assert isinstance(drawing.drawing, Hours)
    assert drawing.drawing.open_places[0] == (1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1)
    assert drawing.table.rows[1] == ("Tuesday", "10 am to 2 pm", "closed")
    by_place = 'Library name,Monday hours,Tuesday hours\nA,"09:30-12:30, 13:30-17:00",closed\n'
    other = draw("hours", "slot: 60", by_place, tmp_path).drawing
    assert isinstance(other, Hours)
    assert [sum(day) for day in other.open_places] == [8, 0, 0, 0, 0, 0, 0]


def test_numbers_for_programs(tmp_path):
    chart = draw("columns", "title: By month", WIDE, tmp_path)
    assert chart.numbers == (
        ("Month", "Figures"),
        ("2025-01", "22"),
        ("2025-02", "22"),
        ("2025-03", ""),
        ("2025-04", "22"),
    )
    assert (chart.name, chart.data_address, chart.file) == ("by-month", "infographics/x/by-month.csv", "data/t.csv")


def test_names_of_drawings_are_unique_on_a_page(tmp_path):
    draw("bars", "", BRANCHES, tmp_path)
    one = block("bars", "table: t.csv\ntitle: Loans")
    assert [chart.name for chart in draw_text(one * 3, tmp_path).charts] == ["loans", "loans-2", "loans-3"]


def test_values_are_exact(tmp_path):
    table = "Branch,Spent\n" + "A,0.10\n" * 30
    drawing = draw("bars", "", table, tmp_path).drawing
    assert isinstance(drawing, Bars)
    assert drawing.values == (Decimal("3.00"),)


@pytest.mark.parametrize(
    ("headers", "row", "label", "noun"),
    [
        (f"{LIBRARY_OF},Count start,Count end,Type,Loans", "X,Town,2025-01-01,2025-01-31,Adult,5", "Town", "loans"),
        (f"{LIBRARY_OF},Count start,Count end,Visits", "X,Town,2025-01-01,2025-03-31,5", "Town", "visits"),
        ("Local authority,Count date,Area code,Members", "X,2025-01-01,E01,5", "E01", "members"),
        (f"{LIBRARY_OF},Event date,Name,Outcome,Attendees", "X,Town,2025-01-01,Chess,Joy,5", "Town", "attendees"),
        ("Authority,Event type,Age group,Period,Count", "X,Physical,Adult,2023-04-01/P3M,5", "Adult", "events"),
        ("Authority,Location,Period,Count", "X,Library,2023-04-01/P3M,5", "Library", "visits"),
    ],
)  # fmt: skip
def test_known_tables_need_no_options(tmp_path, headers: str, row: str, label: str, noun: str):
    chart = draw("bars", "", f"{headers}\n{row}\n", tmp_path)
    assert shown(chart.drawing) == [(label,), ("5",)]
    assert chart.sentence == f"{label}: 5 {noun}."
    timed = draw("columns", "", f"{headers}\n{row}\n", tmp_path).drawing
    assert isinstance(timed, Columns)
    assert timed.labels[0].starts is not None


def test_libraries_of_the_known_schema_are_counted(tmp_path):
    table = (
        "Local authority,Library name,Postcode,Statutory,Type of library\nX,A,P,Yes,CL\nX,B,P,Yes,LAL\nX,C,P,Yes,LAL\n"
    )
    chart = draw("bars", "combine: count", table, tmp_path)
    assert (shown(chart.drawing), chart.title) == ([("LAL", "CL"), ("2", "1")], "Libraries by type of library")
