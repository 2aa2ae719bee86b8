"""Texts and rows to give advice on, made by the readers of a build from what people write."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.advice.model import Kind, Piece
from plugins.advice.pieces import piece_of_event, piece_of_file
from plugins.events.agenda import Agenda
from plugins.events.model import Event
from plugins.events.read_events import read_events
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, OpeningHours, SpecialDay
from plugins.kernel.problems import Problem
from plugins.tools import body
from plugins.tools.content_files import ContentFiles
from plugins.tools.front_matter import split
from plugins.tools.markdown import DEFAULTS, Converter
from plugins.tools.source import Source

TODAY = date(2026, 10, 8)
DENVER = ZoneInfo("America/Denver")
OPEN = (OpeningHours(opens=time(9), closes=time(20)),)
SHORT = (OpeningHours(opens=time(9), closes=time(13)),)
LIBRARY = Library(
    name="Juniper County Library",
    time_zone=DENVER,
    branches=(
        Branch(
            id="central",
            name=Phrase(default="Central"),
            week=(OPEN,) * 7,
            special_days=(
                SpecialDay(first=date(2026, 11, 26), reason=Phrase(default="Thanksgiving")),
                SpecialDay(first=date(2026, 11, 27), hours=SHORT, reason=Phrase(default="The day after")),
            ),
        ),
        Branch(id="riverbend", name=Phrase(default="Riverbend"), week=(OPEN,) * 7, access=Phrase(default="Step-free.")),
    ),
    audiences=(
        Audience(id="under-5s", name=Phrase(default="Under 5s"), youngest=0, oldest=4),
        Audience(id="teens", name=Phrase(default="Teens"), youngest=12, oldest=17),
        Audience(id="adults", name=Phrase(default="Adults"), youngest=18),
        Audience(id="all-ages", name=Phrase(default="All ages")),
    ),
)
_CONVERT = Converter(DEFAULTS)


def html_of(markdown: str, file: str) -> str:
    source = Source(text=markdown, file=file, line=1)
    return body.render(source, convert=_CONVERT, files=ContentFiles(root=Path("nowhere"))).html


def piece(written: str, kind: Kind = "page", language: str = "en", file: str = "", address: str = "") -> Piece:
    """Return a file's text; one without facts gets a title."""
    text = written if written.startswith("---") else f"---\ntitle: Kettles\n---\n\n{written}\n"
    front = split(text)
    file = file or f"{kind}s/kettles.md"
    entry = Entry(
        kind=kind,
        address=address or "kettles/",
        title=str(front.fields.get("title", "")),
        language=language,
        body=html_of(front.body, file),
        source=file,
    )
    return piece_of_file(entry, kind, file, text, lambda markdown, _line: html_of(markdown, file))


def events(*rows: dict[str, str]) -> tuple[Event, ...]:
    """Return the events of a spreadsheet of these rows; what is not said is a talk on 17 October 2026 at two."""
    usual = {"id": "talk", "title": "A Talk", "date": "2026-10-17", "start": "14:00", "end": "15:30"}
    full = [{**usual, **row} for row in rows]
    header = list(dict.fromkeys(name for row in full for name in row))
    lines = [",".join(header)] + [",".join(f'"{row.get(name, "")}"' for name in header) for row in full]
    reading = read_events(
        "\n".join(lines).encode(),
        file="events/all.csv",
        library=LIBRARY,
        time_zone=DENVER,
        foreign=False,
        default_branch="",
        today=TODAY,
    )
    assert len(reading.events) == len(rows), reading.problems
    return reading.events


def row_piece(event: Event) -> Piece:
    return piece_of_event(event, html_of(event.description, event.source), "en", TODAY, own=True)


def agenda(*rows: dict[str, str]) -> Agenda:
    return Agenda(events(*rows), LIBRARY)


def told(problem: Problem) -> str:
    """Return a problem as people read it, without its reason."""
    return f"{problem.place}: {problem.what} {problem.cure} [{problem.rule}]"
