"""Finds what the row of an event does not say, though people must know it before they set out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import blocks
from plugins.events.model import Event
from plugins.kernel.problems import Problem, Rule

# How people book where there is no address for it.
_HOW = re.compile(
    r"@|https?:|\b(?:call|phone|telephone|e-?mail|ask|write|desk|counter|in person|drop in|llame|tel[eé]fono|correo"
    r"|pregunte|mostrador|escr[ií]ba)|\d{3}[- ]?\d{4}",
    re.IGNORECASE,
)


def judge_event(piece: Piece, event: Event) -> Iterator[Problem]:
    """Yield a problem for each thing that is not said; the readers say themselves where there is no end."""
    if not event.audiences and not event.ages:
        yield _missing(piece, rules.NO_AUDIENCE, "audience", "It does not say who it is for.", "Fill in audience.")
    # The page of an event shows what its branch says of access where the event says nothing.
    if not event.access and not event.online and not (event.branch and event.branch.access):
        cure = "Write what helps people to take part into access: a hearing loop, a ramp, an interpreter."
        yield _missing(piece, rules.NO_ACCESS, "access", "It does not say what makes it possible to take part.", cure)
    booking = event.registration
    said = " ".join([*blocks(piece.html), event.note])
    if (booking.required or booking.recommended) and not booking.url and not event.url and not _HOW.search(said):
        what = "People are asked to book, and nothing says how."
        cure = "Write an address into registration_link, or say in the description whom to call or to ask."
        yield _missing(piece, rules.NO_BOOKING, "registration", what, cure)


def _missing(piece: Piece, rule: Rule, column: str, what: str, cure: str) -> Problem:
    return rule.at(piece.file, line=piece.line, column=column, what=what, cure=cure)
