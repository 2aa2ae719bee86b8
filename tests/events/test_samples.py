"""Spreadsheets in each dialect and with each dirt that real files have: what becomes of them, row by row."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.events.model import Event
from plugins.events.read_events import read_events
from plugins.events.reading import Reading
from plugins.kernel.library import Library

FOLDER = Path(__file__).parent / "samples"
FILES = sorted(FOLDER.glob("*.csv"))
DENVER = ZoneInfo("America/Denver")


def told(reading: Reading) -> str:
    """Return a reading as lines for people: the counts, each event, each problem."""
    counts = f"{reading.rows} rows: {len(reading.events)} events, {reading.joined} joined, {reading.left_out} left out"
    problems = [
        f"{problem.severity} {problem.rule.removeprefix('events.')}, {problem.place}: {problem.what[:160]}"
        for problem in reading.problems
    ]
    return "\n".join([counts, *map(_event, reading.events), *problems]) + "\n"


def _event(event: Event) -> str:
    form = "%Y-%m-%d" if event.all_day else "%Y-%m-%d %H:%M"
    end = f"{event.ends:{form}}" if event.ends else "?"
    series = [event.recurrence.rule if event.recurrence else "", *(f"also {day}" for day in event.also)]
    series += [f"until {event.recurrence.until}" if event.recurrence and event.recurrence.until else ""]
    series += [f"not {day}" for day in sorted(event.excluded)]
    words = [
        f"{event.starts:{form}} to {end}",
        event.summary,
        event.where,
        "" if event.status == "confirmed" else str(event.status),
    ]
    words += ["; ".join(part for part in series if part), event.description[:80].replace("\n", "/"), event.url]
    words += [", ".join(str(topic.name) for topic in event.topics)]
    return f"line {event.line}: " + " | ".join(word for word in words if word)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_becomes_of_a_file(file: Path, library: Library):
    reading = read_events(file.read_bytes(), file=file.name, library=library, time_zone=DENVER, foreign=True)
    assert reading.rows == len(reading.events) + reading.joined + reading.left_out
    assert told(reading) == file.with_suffix(".txt").read_text(encoding="utf-8")
