"""The statistics of real libraries: each sentence was checked against its table by hand, and sums again by csv."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from plugins.infographics.model import Chart, DotMap, Hours
from tests.infographics.blocks import block, draw_text

VISITS = "newcastle-monthly-visits-2008-.csv"


@pytest.fixture(scope="module")
def content(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content folder whose tables are the real ones."""
    root = tmp_path_factory.mktemp("content")
    shutil.copytree(samples / "stats", root / "data")
    return root


def chart_of(content: Path, kind: str, table: str, options: str) -> Chart:
    """Return the one chart of a block; nothing may be wrong with it."""
    body = draw_text(block(kind, f"table: {table}\n{options}"), content)
    assert body.problems == ()
    (chart,) = body.charts
    assert isinstance(chart, Chart)
    return chart


@pytest.mark.parametrize(
    ("kind", "options", "sentence", "remarks"),
    [
        (
            "line",
            "",
            (
                "Visits fell from 140,189 in April 2008 to 47,312 in August 2024. "
                "The highest figure was 249,255, in July 2009. The lowest figure was 9,155, in April 2021."
            ),
            (
                "No figures for April 2020, May 2020 and 10 more.",
                "142 of these 197 sums lack something that was not counted.",
            ),
        ),
        (
            "columns",
            "per: year",
            (
                "Visits fell from 2,306,767 in 2009 to 520,155 in 2023. The highest figure was 2,601,608, in 2010. "
                "The lowest figure was 405,879, in 2022."
            ),
            (
                "No figures for 2020 and 2021.",
                "Not all months of 2008 and 2024 are known, so that is left out.",
                "11 of these 15 sums lack something that was not counted.",
            ),
        ),
        (
            "area",
            "where:\n  Library: City",
            (
                "Visits rose from 16,326 in April 2008 to 26,806 in August 2024. "
                "The highest figure was 114,963, in July 2009. The lowest figure was 4,685, in April 2009."
            ),
            ("No figures for March 2020, April 2020 and 11 more.",),
        ),
        (
            "bars",
            "from: 2019\nto: 2019",
            "City has the most visits: 584,788 of 811,896, or 72.0%. Newburn has the fewest: 5,980.",
            ("No figures for Dinnington, Fawdon and 4 more.",),
        ),
        (
            "before-after",
            "per: year\nbefore: 2009\nafter: 2019",
            (
                "From 2009 to 2019: of 13 figures, 0 rose, 13 fell and 0 stayed the same. "
                "The largest change is that of West End, from 294,044 to 30,998."
            ),
            ("Some figures are missing for Dinnington, Fawdon and 4 more.",),
        ),
    ],
)
def test_what_the_visits_of_newcastle_say(content, kind, options, sentence, remarks):
    chart = chart_of(content, kind, VISITS, f"noun: visits\n{options}")
    assert (chart.sentence, chart.remarks) == (sentence, remarks)


def test_every_month_and_year_of_newcastle_is_the_sum_of_its_column(content):
    with (content / "data" / VISITS).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    months = [name for name in rows[0] if name != "Library"]
    known = {month: [int(row[month]) for row in rows if row[month].strip()] for month in months}
    drawn = dict(chart_of(content, "line", VISITS, "noun: visits").numbers[1:])
    for month, values in known.items():
        year, number = month.split("-")
        assert drawn.get(f"{year}-{int(number):02}", "") == (str(sum(values)) if values else "")
    years = dict(chart_of(content, "line", VISITS, "noun: visits\nper: year").numbers[1:])
    for year in (2009, 2015, 2019, 2022, 2023):
        in_year = [values for month, values in known.items() if month.startswith(str(year))]
        whole = len(in_year) == 12 and all(in_year)
        assert years[str(year)] == (str(sum(map(sum, in_year))) if whole else "")


def test_percentages_are_not_added_up_and_a_mean_of_them_says_so(content):
    table = "newcastle-computer-use-2008-.csv"
    body = draw_text(block("line", f"table: {table}"), content)
    assert [one.rule for one in body.problems] == ["infographics.sum-of-rates"]
    chart = chart_of(content, "line", table, "combine: average\nper: year\nnoun: use of computers")
    assert chart.sentence.startswith("Use of computers fell from 45.4% in 2009 to 19.4% in 2023.")
    assert "averages of percentages" in chart.remarks[-1]


def test_branches_of_newcastle_on_a_map(content):
    drawing = chart_of(content, "map", "newcastle-branches.csv", "value: No of PCs\nnoun: computers").drawing
    assert isinstance(drawing, DotMap)
    assert len(drawing.dots) == 13
    assert all(54.9 < dot.latitude < 55.1 and -1.8 < dot.longitude < -1.5 for dot in drawing.dots)


def test_opening_hours_of_newcastle(content):
    chart = chart_of(content, "hours", "newcastle-opening-times.csv", "where:\n  dataset_date_key: 2004")
    assert isinstance(chart.drawing, Hours)
    assert chart.drawing.places == 18
    assert chart.sentence.endswith("longest on Monday, Tuesday, Wednesday and Thursday: 9 am to 8 pm.")


def test_the_activity_of_english_authorities_is_known_by_its_headers(content):
    visits = chart_of(content, "bars", "england-library-visits-2023-24.csv", "")
    assert visits.title == "Visits by location"
    assert visits.sentence == (
        "Shared building has the most visits: 78,573,196 of 113,173,328, or 69.4%. "
        "Mobile library has the fewest: 324,333."
    )
    events = chart_of(content, "parts", "england-library-events-quarterly-2023-24.csv", "")
    assert events.sentence == (
        "Under 12 has the most events: 140,008 of 285,079, or 49.1%. 12-17 has the fewest: 7,834."
    )
    with (content / "data/england-library-events-quarterly-2023-24.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(int(row["Count"]) for row in rows) == 285_079
    assert sum(int(row["Count"]) for row in rows if row["Age group"] == "Under 12") == 140_008


def test_months_quarters_and_years_in_one_column_are_not_drawn_beside_each_other(content):
    body = draw_text(block("columns", "table: england-library-visits-2023-24.csv"), content)
    assert [one.rule for one in body.problems] == ["infographics.no-period"]
    chart = chart_of(content, "columns", "england-library-visits-2023-24.csv", "per: year\nyear_starts: april")
    assert chart.sentence == "Visits in 2023–24: 113,173,328."
