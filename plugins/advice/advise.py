"""Asks every question of every text: the table of contents of this package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.advice.compare_audience import compare_audience
from plugins.advice.compare_cost import compare_cost
from plugins.advice.compare_dates import compare_dates
from plugins.advice.compare_times import compare_times, compare_times_of_post, is_coming
from plugins.advice.find_behind import find_behind
from plugins.advice.find_dead_links import find_dead_links
from plugins.advice.find_gone import Ask, find_gone, outside
from plugins.advice.find_over import find_over
from plugins.advice.find_untouched import find_untouched
from plugins.advice.find_words import find_words
from plugins.advice.judge_closures import judge_closures
from plugins.advice.judge_event import judge_event
from plugins.advice.judge_programs import judge_program
from plugins.advice.measure_reading import measure_reading
from plugins.advice.model import AvoidedWord, Piece, Whole
from plugins.advice.say_links import say_links
from plugins.events.agenda import Agenda
from plugins.events.model import Event
from plugins.kernel.entry import Entry
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that advice looks at: each text with the entry of its page, and of an event with the event.

    `ask` asks other sites whether what we link to is there; None where they are left alone.
    """

    texts: Sequence[tuple[Piece, Entry]]
    rows: Sequence[tuple[Piece, Event]]
    whole: Whole
    agenda: Agenda
    now: datetime
    avoided: Sequence[AvoidedWord]
    library: Library
    ask: Ask | None = None


def advise(material: Material) -> Iterator[Problem]:
    """Yield all that could be better."""
    for piece, entry in material.texts:
        yield from _of_any(piece, material)
        yield from _of_file(piece, entry, material)
    for piece, event in material.rows:
        yield from _of_any(piece, material)
        yield from judge_event(piece, event, material.library.audiences) if piece.own else ()
        yield from compare_times(piece, event)
        yield from compare_cost(piece)
        yield from compare_audience(piece, event.audiences)
    for versions in _translations(material).values():
        yield from find_behind(versions, material.library.languages[0])
    yield from judge_closures(material.agenda, material.now)
    yield from _elsewhere(material)


def _elsewhere(material: Material) -> Iterator[Problem]:
    pieces = [piece for piece, _ in (*material.texts, *material.rows)]
    gone = material.ask(outside(pieces, material.whole.home)) if material.ask else {}
    for piece in pieces:
        yield from find_gone(piece, gone)


def _of_any(piece: Piece, material: Material) -> Iterator[Problem]:
    yield from say_links(piece)
    yield from find_dead_links(piece, material.whole)
    yield from compare_dates(piece)
    yield from find_words(piece, material.avoided)


def _of_file(piece: Piece, entry: Entry, material: Material) -> Iterator[Problem]:
    yield from measure_reading(piece)
    yield from find_over(piece, material.agenda, material.now)
    yield from find_untouched(piece, material.now.date())
    event = material.agenda.find(piece.facts.get("event", ""))
    if piece.kind == "post" and event is not None and is_coming(event, material.now.date()):
        yield from compare_times_of_post(piece, event)
    if piece.kind == "program":
        yield from judge_program(piece, entry.program, material.agenda, material.now)
        yield from compare_cost(piece)
        yield from compare_audience(piece, entry.audiences)


def _translations(material: Material) -> Mapping[tuple[str, ...], list[Piece]]:
    """Return the pages that are there in several languages, by the addresses of all."""
    found: dict[tuple[str, ...], list[Piece]] = {}
    for piece, entry in material.texts:
        if entry.alternates:
            found.setdefault(tuple(one.address for one in entry.alternates), []).append(piece)
    return found
