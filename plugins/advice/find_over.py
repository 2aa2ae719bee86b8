"""Finds posts that announce what is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.events.agenda import Agenda
from plugins.kernel.problems import Problem


def find_over(piece: Piece, agenda: Agenda, now: datetime) -> Iterator[Problem]:
    """Yield a problem for a post that announced an event, and was not changed since that was over."""
    event = agenda.find(piece.facts.get("event", ""))
    if event is None or event.is_series or piece.day is None:
        return
    last = (event.ends or event.starts).date()
    if piece.day <= last and not agenda.upcoming(now, 1, uid=event.uid):
        yield piece.say_of(
            rules.OVER,
            "event",
            f'"{event.summary}", which this post announces, was over on {last}.',
            "Say at its head how it went, and put the day into updated; or let it stand as news of its day.",
            value=event.uid,
        )
