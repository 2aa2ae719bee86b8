"""events.json holds what its document says, key by key, and the document's example is what the code makes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.calendars.model import Voice
from plugins.calendars.render_events_json import DAYS, LIMIT, VERSION, render_events_json
from plugins.events.agenda import Agenda
from plugins.events.model import Event, Recurrence, Registration, Status
from plugins.kernel.library import Library
from tests import documents
from tests.calendars.cases import ADULTS, CASES, LIBRARY, STORIES, days, event

TODAY = date(2026, 10, 8)
CHESS = event(
    "chess",
    "2026-10-09",
    "16:00",
    "17:00",
    room="Garden Court",
    teaser="Come and play.",
    audiences=(ADULTS,),
    topics=(STORIES,),
    ages="8+",
    access="Hearing loop.",
    registration=Registration(required=False, recommended=True, url="https://book.example/chess", places=24),
    recurrence=Recurrence(rule="FREQ=WEEKLY;BYDAY=FR", count=1),
)


@pytest.fixture(scope="module")
def written(voice_of: Callable[[Library], Voice]) -> Callable[..., str]:
    return lambda *events: render_events_json(Agenda(events, LIBRARY), voice_of(LIBRARY), TODAY)


@pytest.fixture(scope="module")
def document(root: Path) -> str:
    return (root / "docs/events-json.md").read_text("utf-8")


def keys(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every key that holds no other keys."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from keys(below, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for below in value:
            yield from keys(below, f"{path}[]")
    else:
        yield path


def test_the_example_is_what_the_code_makes(written, document: str):
    example = re.search(r"```json\n(.*?)```", document, re.DOTALL)
    assert example
    assert example[1] == written(CHESS)


def test_every_key_is_in_the_table_in_its_order_and_no_other(written, document: str):
    table = documents.rows(documents.section(document, "## Every key"))
    assert [row[0].strip("`") for row in table] == list(dict.fromkeys(keys(json.loads(written(CHESS)))))


def test_every_value_of_the_table_is_that_of_the_example(written, document: str):
    table = documents.rows(documents.section(document, "## Every key"))
    said = {row[0].strip("`"): json.loads(row[2].strip("`")) for row in table}
    assert said == {path: value(json.loads(written(CHESS)), path) for path in said}


def value(data: Any, path: str) -> Any:
    for name in path.split("."):
        data = data[name.removesuffix("[]")]
        data = data[0] if name.endswith("[]") else data
    return data


def test_the_document_names_the_version_and_the_limits(document: str):
    assert f"**Version {VERSION}.**" in document
    assert f"next {DAYS} days" in document
    assert f"At most {LIMIT} times" in document


def test_every_event_has_the_same_keys(written):
    cases = [one for case in CASES.values() for one in case.events]
    unique = {one.uid: one for one in cases}
    found = json.loads(written(*unique.values()))["events"]
    assert {tuple(one) for one in found} == {tuple(json.loads(written(CHESS))["events"][0])}
    assert len(found) > len(unique) / 2


def test_what_lasts_all_day_has_dates_and_ends_on_its_last_day(written):
    (one,) = json.loads(written(days("fair", "2026-10-07", "2026-10-10")))["events"]
    assert (one["starts"], one["ends"], one["all_day"]) == ("2026-10-07", "2026-10-09", True)


@pytest.mark.parametrize(
    ("status", "takes_place"), [(Status.CANCELLED, False), (Status.POSTPONED, False), (Status.FULL, True)]
)
def test_what_is_off_is_kept_and_says_so(written, status: Status, takes_place):
    (one,) = json.loads(written(replace(CHESS, status=status, note="Sorry.")))["events"]
    assert (one["status"], one["takes_place"], one["note"]) == (status.value, takes_place, "Sorry.")


def test_too_many_are_cut_to_the_nearest_and_that_is_said(written):
    def many(count: int) -> list[Event]:
        single = replace(CHESS, recurrence=None)
        return [replace(single, uid=str(n), starts=CHESS.starts + timedelta(hours=n)) for n in range(count)]

    whole, cut = (json.loads(written(*many(count))) for count in (LIMIT, LIMIT + 1))
    assert (whole["complete"], len(whole["events"])) == (True, LIMIT)
    assert (cut["complete"], [one["uid"] for one in cut["events"]]) == (False, [one["uid"] for one in whole["events"]])


def test_the_demo_offers_its_events(demo):
    data = json.loads(demo.read("events.json"))
    assert (data["from"], data["version"], data["complete"]) == ("2026-10-08", VERSION, True)
    assert all(demo.read(one["url"].removeprefix(data["url"])) for one in data["events"])
