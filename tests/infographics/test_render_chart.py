"""A chart in a text and a poster, as HTML: named, described, sourced, with its numbers, and nothing inline."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import html5lib
import pytest

from plugins.infographics.compare import compare
from plugins.infographics.describe import describe
from plugins.infographics.model import Chart, Figure, Measure, ShownTable, Source
from plugins.infographics.render_chart import render_chart
from plugins.infographics.render_poster import render_poster, render_tables
from plugins.infographics.sample_charts import sample_charts
from tests.infographics.samples import CHARTS, EVERY, MONEY, SHARE, VISITS

BY_NAME = {one.name: one for one in CHARTS}
HARMFUL = '"><script>alert(1)</script>&amp; ’'


def harmful() -> Chart:
    bars = BY_NAME["bars"]
    drawing = replace(bars.drawing, labels=tuple(replace(one, full=HARMFUL) for one in bars.drawing.labels))
    table = ShownTable(headings=(HARMFUL, HARMFUL), rows=((HARMFUL, HARMFUL),), foot=(HARMFUL, "1"))
    source = Source(name=HARMFUL, dated=HARMFUL, address=f"https://example.org/?a={HARMFUL}")
    return replace(
        bars, title=HARMFUL, drawing=drawing, sentence=HARMFUL, remarks=(HARMFUL,), table=table, source=source
    )


@pytest.mark.parametrize("one", [*CHARTS, harmful()], ids=lambda one: one.name)
def test_the_html_is_what_a_browser_reads_without_guessing(one, words):
    for markup in (render_chart(one, words), render_poster([one], words), render_tables([one], words)):
        parser = html5lib.HTMLParser(strict=True)
        parser.parseFragment(markup)
        assert "<script" not in markup
        assert not re.search(r"\sstyle=|\son[a-z]+=", markup)


@pytest.mark.parametrize(
    "one", [one for one in CHARTS if not isinstance(one.drawing, Figure)], ids=lambda one: one.name
)
def test_a_drawing_is_one_image_with_a_name_and_a_description(one, words):
    markup = render_chart(one, words)
    assert markup.count("<svg viewBox") == markup.count('role="img"') == 1
    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', markup):
        assert set(names.split()) <= set(ids)
    assert f'<title id="chart-{one.name}-t">{one.title}</title>' in markup
    assert one.sentence in markup
    assert "Source: Juniper County Library, loan system, 1 September 2025 to 31 August 2026" in markup
    assert "<caption>" not in markup
    assert markup.count("<tr>") == 5


def test_columns_of_numbers_stand_by_their_ends_and_words_do_not(words):
    table = ShownTable(
        headings=("Year", "Visits", "Change", "Cost", "Share", "What"),
        rows=(
            ("2019", "1,234", "−3.1%", "£1,250.50", "49,8\u00a0%", "opened"),
            ("2020", "–", "", "12\u00a0€", "1%", "9th"),
        ),
    )
    markup = render_tables([replace(BY_NAME["bars"], table=table)], words)
    numeric = re.findall(r'<th scope="col"( class="n")?>', markup)
    assert [bool(one) for one in numeric] == [False, True, True, True, True, False]


def test_the_same_table_stands_once_below_a_poster_and_figures_in_one(words):
    charts = [
        BY_NAME["figure"],
        BY_NAME["bars"],
        BY_NAME["columns"],
        replace(BY_NAME["parts"], table=ShownTable(headings=("A", "B"), rows=(("1", "2"),))),
    ]
    markup = render_tables(charts, words)
    assert markup.count("<table") == 3
    assert markup.count("<caption>") == 3
    assert '<th scope="row">books, discs and tools went out on loan</th><td class="n">688,140</td>' in markup


def test_a_poster_says_a_common_source_once_and_different_ones_each(words):
    charts = [BY_NAME["bars"], BY_NAME["columns"]]
    assert render_poster(charts, words).count("Source: ") == 1
    other = replace(charts[1], source=Source(name="The door counter", dated="2025"))
    assert render_poster([charts[0], other], words).count("Source: ") == 2


@pytest.mark.parametrize(
    ("kinds", "spans"),
    [
        ("bars", "c12"),
        ("bars columns", "c6 c6"),
        ("bars columns parts", "c6 c6 c12"),
        ("figure", "c12"),
        ("figure figure", "c12"),
        ("figure figure figure", "c12 c12"),
        ("figure figure figure figure figure", "c12 c4 c4 c4"),
        ("bars figure figure", "c12 c6 c6"),
        ("figure bars figure figure figure figure", "c12 c12 c6 c6 c6 c6"),
    ],
)
def test_panels_fill_their_rows(kinds, spans, words):
    charts = [replace(BY_NAME[kind], name=f"{kind}-{place}") for place, kind in enumerate(kinds.split())]
    assert " ".join(re.findall(r'class="p (?:chart )?(c\d+)', render_poster(charts, words))) == spans


def figure(value: str, earlier: str | None, measure: Measure = VISITS) -> Figure:
    drawing = EVERY["figure"]
    assert isinstance(drawing, Figure)
    return replace(
        drawing, value=Decimal(value), earlier=None if earlier is None else Decimal(earlier), measure=measure
    )


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (figure("688140", "612300"), "12% more than in 2024 (612,300)"),
        (figure("1050", "1000"), "5% more than in 2024 (1,000)"),
        (figure("1055", "1000"), "5.5% more than in 2024 (1,000)"),
        (figure("900", "1000"), "10% less than in 2024 (1,000)"),
        (figure("1000", "1000"), "as in 2024 (1,000)"),
        (figure("7", "0"), "7 more than in 2024 (0)"),
        (figure("0", "7"), "100% less than in 2024 (7)"),
        (figure("-3", "5"), "8 less than in 2024 (5)"),
        (figure("39", "35", SHARE), "4 points more than in 2024 (35%)"),
        (figure("1250", "1000", MONEY), "25% more than in 2024 ($1,000)"),
        (figure("5", None), ""),
    ],
)
def test_a_figure_is_compared_in_words_that_are_true(shown, expected, words):
    assert compare(shown, words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bars", "Bar chart. Central 342,900; Northside 158,420; Riverbend 121,260; Mill Street 65,560"),
        ("area", "Area chart. 195 values, from "),
        ("lines", "Line chart. Central: 16 values, from 12 (2020) to 57 (2025). Northside: 16 values"),
        ("columns-low", "Column chart. 18 values, from 0 (Apr 2020) to 3,400 (Jan 2020)"),
        ("timeline", "Timeline. October 2025: Fines end, for everyone, for good; January 2026: "),
        ("hours", "A week of opening hours. Monday: open 8 am to 7 pm, at most 4 open; "),
        ("before-after", "Before and after. 2019: Central 41,200; "),
        ("ranking", "Ranking. 1 Central 342,900; 2= Northside 121,260; "),
    ],
)
def test_a_drawing_is_told_by_its_values_as_long_as_they_are_few(name, expected, words):
    assert describe(EVERY[name], words).startswith(expected)


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_style_guide_has_a_chart_of_every_kind_in_each_language(language, words_of):
    found = sample_charts(words_of(language))
    assert {type(one.drawing) for one in found} == {type(one) for one in EVERY.values()}
    assert len({one.name for one in found}) == len(found)
    assert all(render_chart(one, words_of(language)) for one in found)
