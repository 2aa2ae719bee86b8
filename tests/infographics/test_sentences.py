"""What is said of a drawing: rises, falls, ties, gaps and one value, in three languages, and what must be remarked."""

from __future__ import annotations

import pytest

from tests.infographics.blocks import draw

SINCE = "since counting began"


def visits(text: str) -> str:
    """Return a table of visits by year: "2019 5, 2020 -"."""
    rows = (one.split() for one in text.split(","))
    return "Year,Visits\n" + "".join(f"{year},{value}\n" for year, value in rows)


def loans(text: str) -> str:
    """Return a table of loans by branch: "Central 5, Mill 3"."""
    rows = (one.split() for one in text.split(","))
    return "Branch,Loans\n" + "".join(f"{branch},{value}\n" for branch, value in rows)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            "2019 41200, 2022 52000, 2025 56700",
            f"Visits rose from 41,200 in 2019 to 56,700 in 2025, the highest {SINCE}.",
        ),
        ("2019 5, 2020 4, 2021 3", f"Visits fell from 5 in 2019 to 3 in 2021, the lowest {SINCE}."),
        ("2019 5, 2020 7", "Visits rose from 5 in 2019 to 7 in 2020."),
        ("2019 5", "Visits in 2019: 5."),
        ("2019 5, 2020 -", "Visits in 2019: 5."),
        ("2019 5, 2020 5, 2021 5", "Visits stayed at 5 from 2019 to 2021."),
        ("2019 5, 2020 9, 2021 5", "Visits stood at 5 both in 2019 and in 2021. The highest figure was 9, in 2020."),
        ("2019 5, 2020 1, 2021 5", "Visits stood at 5 both in 2019 and in 2021. The lowest figure was 1, in 2020."),
        ("2019 5, 2020 9, 2021 9", "Visits rose from 5 in 2019 to 9 in 2021, as high as in 2020 and never higher."),
        ("2019 5, 2020 1, 2021 1", "Visits fell from 5 in 2019 to 1 in 2021, as low as in 2020 and never lower."),
        (
            "2019 9, 2020 5, 2021 9, 2022 8",
            "Visits fell from 9 in 2019 to 8 in 2022. The lowest figure was 5, in 2020.",
        ),
        (
            "2019 3, 2020 9, 2021 9, 2022 1, 2023 1, 2024 4",
            (
                "Visits rose from 3 in 2019 to 4 in 2024. The highest figure was 9, first in 2020. "
                "The lowest figure was 1, first in 2022."
            ),
        ),
        ("2019 -5, 2020 0, 2021 3", f"Visits rose from -5 in 2019 to 3 in 2021, the highest {SINCE}."),
        ("2021 3, 2019 1, 2020 2", f"Visits rose from 1 in 2019 to 3 in 2021, the highest {SINCE}."),
    ],
)
def test_the_course_of_numbers(tmp_path, table: str, sentence: str):
    assert draw("line", "", visits(table), tmp_path).sentence == sentence
    assert draw("columns", "", visits(table), tmp_path).sentence == sentence


def test_the_highest_of_what_is_shown_is_not_the_highest_ever(tmp_path):
    table = visits("2018 9, 2019 1, 2020 2, 2021 3")
    said = "Visits rose from 1 in 2019 to 3 in 2021, the highest of the 3 figures shown."
    assert draw("line", "from: 2019", table, tmp_path).sentence == said
    assert draw("line", "where:\n  Year: 2019 to 2021", table, tmp_path).sentence == said


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("Central 10, North 5, South 1", "Central has the most loans: 10 of 16, or 62.5%. South has the fewest: 1."),
        ("A 10, B 10, C 1", "A and B have the most loans: 10 each. C has the fewest: 1."),
        ("A 10, B 1, C 1", "A has the most loans: 10 of 12, or 83.3%. B and C have the fewest: 1 each."),
        ("A 9, B 9, C 9, D 9, E 1", "4 of them have the most loans: 9 each. E has the fewest: 1."),
        ("A 3, B 3, C 3", "The 3 figures are the same: 3 loans."),
        ("A 3", "A: 3 loans."),
        ("A 3, B -", "A: 3 loans."),
        ("A 5, B -5", "A has the most loans: 5. B has the fewest: -5."),
        ("A 39%, B 20%", "A has the highest figure: 39%. B has the lowest: 20%."),
        ("A £39, B £20", "A has the highest figure: £39. B has the lowest: £20."),
    ],
)
def test_the_most_and_the_least(tmp_path, table: str, sentence: str):
    assert draw("bars", "", loans(table), tmp_path).sentence == sentence


def test_what_is_left_of_many_may_hold_the_least(tmp_path):
    table = loans("A 9, B 5, C 4, D 1")
    chart = draw("bars", "top: 2", table, tmp_path)
    assert chart.sentence == "A has the most loans: 9 of 19, or 47.4%."
    assert chart.table.rows[-1] == ("2 others", "5", "26.3%")
    chart = draw("bars", "top: 2\nrest: no", table, tmp_path)
    assert (chart.sentence, chart.remarks) == ("A has the most loans: 9.", ("2 more are not shown.",))


@pytest.mark.parametrize(
    ("kind", "options", "table", "sentence"),
    [
        (
            "columns",
            "value: [Loans, Visits]",
            "Year,Loans,Visits\n2019,1,5\n2020,2,4\n",
            "Loans rose from 1 in 2019 to 2 in 2020. Visits fell from 5 in 2019 to 4 in 2020.",
        ),
        (
            "columns",
            "group: Branch",
            "Branch,Year,Loans\nA,2019,1\nB,2019,5\nA,2020,2\nB,2020,4\n",
            "A rose from 1 in 2019 to 2 in 2020. B fell from 5 in 2019 to 4 in 2020.",
        ),
        (
            "line",
            "group: Branch\nlabel: Year",
            "Branch,Year,Loans\n" + "".join(f"B{one},2019,{one}\nB{one},2020,{one}\n" for one in range(1, 7)),
            "In 2020, B6 had the most loans, 6, and B1 the fewest, 1.",
        ),
        (
            "columns",
            "value: [Loans, Visits]",
            "Branch,Loans,Visits\nA,1,5\nB,3,1\n",
            (
                "B has the most loans: 3 of 4, or 75.0%. A has the fewest: 1. "
                "A has the most visits: 5 of 6, or 83.3%. B has the fewest: 1."
            ),
        ),
        (
            "before-after",
            "",
            "Branch,2019,2025\nA,3,5\nB,2,1\nC,4,4\n",
            (
                "From 2019 to 2025: of 3 figures, 1 rose, 1 fell and 1 stayed the same. "
                "The largest change is that of A, from 3 to 5."
            ),
        ),
        ("before-after", "", "Branch,2019,2025\nA,3,3\nB,2,2\n", "From 2019 to 2025, none of 2 figures changed."),
        ("before-after", "", "Branch,2019,2025\nA,3,4\n", "A: from 3 (2019) to 4 (2025)."),
        (
            "timeline",
            "",
            "When,What\n2026-08,New books\n2025-10,Fines end\n",
            "2 moments, from October 2025 (Fines end) to August 2026 (New books).",
        ),
        ("timeline", "", "When,What\n2025,Fines end\n", "2025: Fines end."),
        (
            "ranking",
            "noun: loans",
            "What,Number\nBooks,2300\nDiscs,400\nTools,400\n",
            "Books has the most loans: 2,300 of 3,100, or 74.2%. Discs and Tools have the fewest: 400 each.",
        ),
        ("figure", "at: 2025", visits("2019 5, 2020 8, 2025 9"), f"That is the highest {SINCE}."),
        ("figure", "at: 2020", visits("2019 5, 2020 8, 2025 9"), ""),
        ("figure", "", visits("2019 5, 2020 8"), ""),
    ],
)
def test_every_other_kind(tmp_path, kind: str, options: str, table: str, sentence: str):
    assert draw(kind, options, table, tmp_path).sentence == sentence


@pytest.mark.parametrize(
    ("language", "sentence", "remark"),
    [
        (
            "es",
            "Visitas: subida de 41.200 en 2019 a 56.700 en 2022, la cifra más alta desde que se cuenta.",
            "No hay cifras de 2021.",
        ),
        ("ar", "Visitas: ارتفاع من 41,200 في 2019 إلى 56,700 في 2022، وهو الأعلى منذ بدء العدّ.", "لا أرقام عن 2021."),
        (
            "fr",
            "Visitas rose from 41,200 in 2019 to 56,700 in 2022, the highest since counting began.",
            "No figures for 2021.",
        ),
    ],
)
def test_in_the_language_of_the_page(tmp_path, language: str, sentence: str, remark: str):
    table = visits("2019 41200, 2020 42000, 2022 56700")
    chart = draw("line", "noun: visitas", table, tmp_path, language=language)
    assert (chart.sentence, chart.remarks) == (sentence, (remark,))


def test_staff_have_the_last_word(tmp_path):
    chart = draw(
        "line", "says: It was the fans.\nremark: [The counter was new., It rained.]", visits("2019 1, 2020 2"), tmp_path
    )
    assert (chart.sentence, chart.remarks) == ("It was the fans.", ("The counter was new.", "It rained."))


YEAR = "Month,Visits\n" + "".join(f"2024-{month:02},10\n" for month in range(1, 13))


@pytest.mark.parametrize(
    ("kind", "options", "table", "remarks"),
    [
        ("line", "", visits("2019 1, 2022 4"), ["No figures for 2020 and 2021."]),
        ("line", "", visits("2015 1, 2020 4"), ["No figures for 2016, 2017 and 2 more."]),
        ("bars", "", loans("A 3, B x"), ["No figures for B."]),
        ("line", "per: year", f"{YEAR}2025-01,7\n", ["Not all months of 2025 are known, so that is left out."]),
        (
            "line",
            "per: year\nincomplete: keep",
            f"{YEAR}2025-01,7\n",
            ["Not all months of 2025 are known, so the figure is too low."],
        ),
        (
            "columns",
            "",
            "Year,Branch,Visits\n2019,A,1\n2019,B,\n2020,A,1\n2020,B,2\n",
            ["1 of these 2 sums lack something that was not counted."],
        ),
        ("bars", "show: share", loans("A 3, B 1"), ["Shares of 4 in all."]),
        (
            "columns",
            "combine: average",
            "Year,Age\n2019,10\n2019,20\n2020,7\n",
            ["These are averages, in which each figure counts alike."],
        ),
        (
            "columns",
            "combine: average",
            "Year,Use\n2019,10%\n2019,20%\n2020,7%\n",
            ["These are averages of percentages: each counts alike, however many people stand behind it."],
        ),
        (
            "parts",
            "",
            "Part,Share\nA,50%\nB,33.3%\nC,16.6%\n",
            ["The parts do not sum to the whole exactly, because they are rounded."],
        ),
        (
            "parts",
            "",
            loans(", ".join(f"B{one} {one}" for one in range(1, 10))),
            ["The 3 smallest are put together."],
        ),
        ("line", "from_zero: no", visits("2019 90, 2020 91"), ["The axis does not begin at zero."]),
        ("line", "", visits("2019 1, 2020 4"), []),
    ],
)
def test_what_must_be_said_is_said(tmp_path, kind: str, options: str, table: str, remarks: list[str]):
    assert list(draw(kind, options, table, tmp_path).remarks) == remarks
