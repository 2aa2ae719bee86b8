"""What a web source answered becomes a copy, or the reason why the last copy stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.events.make_copy import NotGoodError, make_copy, read_copy
from plugins.kernel.library import EventSource, Library

TODAY = date(2026, 10, 8)
SOURCE = EventSource(file="events/fetched/vendor.csv", address="https://vendor.example/e.csv")
LIBRARY = Library(name="Mini")
HEAD = "Title,Start Date,Start Time\n"


def made(body, earlier=None, **stated):
    source = EventSource(file=SOURCE.file, address=SOURCE.address, **stated)
    data = body if isinstance(body, bytes) else body.encode()
    return make_copy(data, source, LIBRARY, TODAY, None if earlier is None else earlier.encode())


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        (f"{HEAD}Tea,2026-10-20,18:00\n", f"{HEAD}Tea,2026-10-20,18:00\n"),
        (f"{HEAD}Tea,2026-10-20,18:00", f"{HEAD}Tea,2026-10-20,18:00\n"),
        (HEAD, HEAD),
        (f"{HEAD}Tea,2026-10-20,18:00\n".replace("\n", "\r\n"), f"{HEAD}Tea,2026-10-20,18:00\n"),
        (f"{HEAD}Tea,2026-10-20,18:00\n".replace(",", ";"), f"{HEAD}Tea,2026-10-20,18:00\n"),
        (f"sep=;\n{HEAD}Tea,2026-10-20,18:00\n".replace(",", ";"), f"{HEAD}Tea,2026-10-20,18:00\n"),
        (f"{HEAD}Café,2026-10-20,18:00\n".encode("utf-16"), f"{HEAD}Café,2026-10-20,18:00\n"),
        (f"Printed by Ann\n\n{HEAD}\nTea,2026-10-20,18:00\n,,\n", f"{HEAD}Tea,2026-10-20,18:00\n"),
        (f'{HEAD}"Tea,\r\n and ""cake""",2026-10-20,18:00\n', f'{HEAD}"Tea,\n and ""cake""",2026-10-20,18:00\n'),
        (
            f'{HEAD}"=HYPERLINK(""https://a.example/"",""Tea"")",2026-10-20,18:00\n',
            f'{HEAD}"=HYPERLINK(""https://a.example/"",""Tea"")",2026-10-20,18:00\n',
        ),
    ],
)
def test_a_copy_holds_every_row_as_it_was_written_and_is_always_written_alike(body, copy):
    assert made(body).text == copy


def test_an_encoding_that_is_stated_is_that_of_the_answer_and_not_of_the_copy():
    found = made(f"{HEAD}Café,2026-10-20,18:00\n".encode("cp850"), encoding="cp850")
    assert [event.summary for event in found.reading.events] == ["Café"]


def test_what_is_private_is_not_kept():
    found = made("Title,Contact Email,Start Date\nTea,ann@a.example,2026-10-20\nSoup,bob@a.example\n")
    assert found.text == "Title,Contact Email,Start Date\nTea,,2026-10-20\nSoup,\n"
    assert found.private == ("Contact Email",)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<!DOCTYPE html><title>Log in</title>", "answers with a web page, perhaps one to log in"),
        ("\ufeff\n<html><body>", "answers with a web page"),
        ("%PDF-1.7", "it is a PDF"),
        ("PK\x03\x04", "an Excel or LibreOffice workbook"),
        ('{"events": []}', "a web page or data for programs"),
        ("BEGIN:VCALENDAR\r\n", "data for programs"),
        ("   \n", "it is empty"),
        ("Name,Price\nTea,3\nCake,4\n", "no column for a date"),
        ("Service Unavailable", "This is no list of events"),
        (f'{HEAD}Tea,2026-10-20,18:00\n"So', "broke off in the middle of a row"),
        (f'{HEAD}"So\nTea,2026-10-20,18:00\nTea,2026-10-21,18:00\n', "a quotation mark opens in it and never closes"),
        (f"{HEAD}Tea,2026-10-20,18:00\nSoup,2026-1", "broke off in the middle of a row"),
    ],
)
def test_what_is_no_whole_list_of_events_is_refused_with_the_reason(body, reason):
    with pytest.raises(NotGoodError) as refused:
        made(body)
    assert reason in str(refused.value)


def rows(count, first=TODAY, title="Tea"):
    return "".join(f"{title} {number},{first + timedelta(days=number)},18:00\n" for number in range(count))


def bad(count):
    return "".join(f"Bad {number},2026-13-45,18:00\n" for number in range(count))


@pytest.mark.parametrize(
    ("new", "old"),
    [
        (rows(4), rows(8)),
        (rows(0), rows(7)),
        (rows(0), rows(30, first=TODAY - timedelta(days=30))),
        (rows(8) + bad(2), rows(8)),
        (rows(8) + bad(8), rows(8) + bad(3)),
        (rows(8), bad(9)),
    ],
)
def test_a_list_may_lose_what_is_over_and_have_a_few_bad_rows(new, old):
    assert made(HEAD + new, earlier=HEAD + old).text == HEAD + new


@pytest.mark.parametrize(
    ("new", "old", "reason"),
    [
        (rows(3), rows(8), "has only 3 events to come, of which the last copy has 8"),
        (rows(0), rows(8), "has only 0 events to come"),
        (rows(8, first=TODAY - timedelta(days=30)), rows(8), "has only 0 events to come"),
        (rows(8) + bad(3), rows(8), "too many rows cannot be used: 3 of 11"),
        (bad(1), rows(1), "too many rows cannot be used: 1 of 1"),
    ],
)
def test_a_list_that_is_worse_than_the_last_copy_is_refused(new, old, reason):
    with pytest.raises(NotGoodError) as refused:
        made(HEAD + new, earlier=HEAD + old)
    assert reason in str(refused.value)
    assert made(HEAD + new).text == HEAD + new


def test_a_copy_of_a_real_file_says_what_the_file_says(samples):
    compared = 0
    for path in sorted((samples / "events").glob("*.csv")):
        try:
            found = made(path.read_bytes())
        except NotGoodError:
            continue
        read = read_copy(path.read_bytes(), SOURCE, LIBRARY, TODAY)
        assert [(one.uid, one.starts, one.description) for one in found.reading.events] == [
            (one.uid, one.starts, one.description) for one in read.events
        ], path.name
        compared += len(read.events)
    assert compared > 20
