"""Finds pages that nobody has looked at for long, by their own facts: file times and git are never asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.kernel.problems import Problem

LONG_DAYS = 365


def find_untouched(piece: Piece, today: date) -> Iterator[Problem]:
    """Yield a problem for a page or program that nobody has looked at for long; news are of their day."""
    if piece.kind not in ("page", "program"):
        return
    if piece.day is None:
        yield piece.say_of(
            rules.NEVER_REVIEWED,
            "reviewed",
            "This page does not say when somebody last looked whether it is still true.",
            f"When you have read it through, add the line reviewed: {today}",
        )
    elif (today - piece.day).days > LONG_DAYS:
        yield piece.say_of(
            rules.UNTOUCHED,
            next(name for name in ("reviewed", "updated", "date") if piece.facts.get(name)),
            f"Nobody has looked at this page since {piece.day}, by what it says itself.",
            f"Read it through; if all is true, write reviewed: {today}",
            value=str(piece.day),
        )
