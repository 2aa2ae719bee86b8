"""Finds programs without a meeting to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.events.agenda import Agenda
from plugins.kernel.problems import Problem


def judge_program(piece: Piece, slug: str, agenda: Agenda, now: datetime) -> Iterator[Problem]:
    """Yield a problem for a program that had meetings, and has none to come."""
    held = [event for event in agenda.events if event.program == slug]
    if held and not agenda.upcoming(now, 1, program=slug):
        yield piece.say_of(
            rules.NO_MEETING,
            "title",
            f'"{piece.title}" has no meeting to come in the calendar.',
            f"Put the next one into events/, with program {slug}; or say on its page when it goes on.",
            value=slug,
        )
