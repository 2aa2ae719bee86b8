"""Makes a text to judge of a published page and the file that it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from plugins.advice.model import Kind, Piece
from plugins.events.model import Event
from plugins.kernel.entry import Entry
from plugins.tools.front_matter import FrontMatter, FrontMatterError, split

# Makes HTML of Markdown that stands on a line of a file.
Render = Callable[[str, int], str]
KINDS: Mapping[str, Kind] = {"post": "post", "page": "page", "program": "program", "infographic": "infographic"}
# What says from when a text speaks, the best first: who has read a page through knows that it was true that day.
_DAYS: Mapping[Kind, tuple[str, ...]] = {
    "post": ("updated", "modified", "date"),
    "page": ("reviewed", "updated", "date"),
    "program": ("reviewed", "updated"),
    "infographic": ("updated", "date"),
}


def piece_of_file(entry: Entry, kind: Kind, file: str, text: str, render: Render) -> Piece:
    """Return what a post, page or program says; its facts are read again as they stand, for their words and lines.

    `render` makes HTML of the Markdown among them.
    """
    try:
        front = split(text)
    except FrontMatterError:
        return Piece(kind=kind, file=file, language=entry.language, title=entry.title, written=text)
    facts = {name: " ".join(value.split()) for name, value in front.fields.items() if isinstance(value, str)}
    facts = {"date": entry.published.date().isoformat() if entry.published else "", **facts}
    return Piece(
        kind=kind,
        file=file,
        language=entry.language,
        title=entry.title,
        html=entry.content + "".join(render(*one) for one in _texts_among(front)),
        written=text,
        address=entry.address,
        day=max((day for day in (_day(facts.get(name, "")) for name in _DAYS[kind]) if day), default=None),
        facts=facts,
        lines=front.lines,
    )


def _texts_among(front: FrontMatter) -> Iterator[tuple[str, int]]:
    """Yield the facts of a program that are Markdown: how to join, and the answers to what people ask."""
    join, questions = front.fields.get("join", ""), front.fields.get("questions", [])
    if isinstance(join, str) and join:
        yield join, front.lines.get("join", 1)
    for one in questions if isinstance(questions, list) else ():
        if isinstance(one, dict) and one.get("answer"):
            yield str(one["answer"]), front.lines.get("questions", 1)


def piece_of_event(event: Event, html: str, language: str, today: date, *, own: bool) -> Piece:
    """Return what the row of an event says, whose description became HTML; a series speaks from today."""
    return Piece(
        kind="event",
        file=event.source,
        language=event.language or language,
        title=event.summary,
        html=html,
        written=event.description,
        line=event.line,
        column="description",
        address=event.address,
        own=own,
        day=today if event.is_series else event.starts.date(),
        facts={
            "cost": event.cost,
            "summary": event.note,
            "registration_link": event.registration.url,
            "url": event.url,
        },
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10].replace("/", "-"))
    except ValueError:
        return None
