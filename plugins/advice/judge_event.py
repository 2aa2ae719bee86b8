"""Finds what the row of an event does not say, though people must know it before they set out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.names import LANGUAGES
from plugins.advice.plain import blocks
from plugins.events.model import Event
from plugins.kernel.library import Audience
from plugins.kernel.problems import Problem, Rule

# How people book where there is no address for it.
_HOW = re.compile(
    r"@|https?:|\b(?:call|phone|telephone|e-?mail|ask|write|desk|counter|in person|drop in|llame|tel[eé]fono|correo"
    r"|pregunte|mostrador|escr[ií]ba)|\d{3}[- ]?\d{4}",
    re.IGNORECASE,
)


def judge_event(piece: Piece, event: Event, audiences: Sequence[Audience]) -> Iterator[Problem]:
    """Yield a problem for each thing that is not said; `audiences` are the library's own.

    The readers say themselves where there is no end.
    """
    if audiences and not event.audiences and not event.ages:
        cure = f"Fill in audience with one or more of {', '.join(one.id for one in audiences)}."
        yield _missing(piece, rules.NO_AUDIENCE, "audience", "It does not say who it is for.", cure)
    # The page of an event shows what its branch says of access where the event says nothing.
    if not event.access and not event.online and not (event.branch and event.branch.access):
        cure = "Write what helps people to take part into access: a hearing loop, a ramp, an interpreter."
        yield _missing(piece, rules.NO_ACCESS, "access", "It does not say what makes it possible to take part.", cure)
    if not _says_how(piece, event):
        yield from _booking(piece, event)


def _says_how(piece: Piece, event: Event) -> bool:
    """Tell whether people can find out how to book; in a language that we do not know, any text may say so."""
    said = " ".join([*blocks(piece.html), event.note]).strip()
    is_said = bool(_HOW.search(said)) if piece.base_language in LANGUAGES else bool(said)
    return is_said or bool(event.registration.url or event.url)


def _booking(piece: Piece, event: Event) -> Iterator[Problem]:
    booking = event.registration
    if booking.required or booking.recommended:
        what = "People are asked to book, and nothing says how."
        cure = "Write an address into registration_link, or say in the description whom to call or to ask."
        yield _missing(piece, rules.NO_BOOKING, "registration", what, cure)
    elif booking.places and booking.required is None:
        what = f"It has {booking.places} places, and nothing says how people get one."
        cure = "Write required or recommended into registration, and where to book into registration_link."
        yield _missing(piece, rules.NO_BOOKING, "registration", what, cure)


def _missing(piece: Piece, rule: Rule, column: str, what: str, cure: str) -> Problem:
    return rule.at(piece.file, line=piece.line, column=column, what=what, cure=cure)
