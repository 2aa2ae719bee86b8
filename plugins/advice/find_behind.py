"""Finds translations that are older than the last change of their original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.kernel.problems import Problem


def find_behind(versions: Sequence[Piece], home: str) -> Iterator[Problem]:
    """Yield a problem for each translation of a page that has not followed its original, by their own facts.

    The original is the one in the site's first language.
    """
    original = next((piece for piece in versions if piece.language == home), None)
    changed = original.facts.get("updated", "")[:10] if original else ""
    if original is None or not changed:
        return
    for piece in versions:
        followed = max(piece.facts.get(name, "")[:10] for name in ("updated", "reviewed", "date"))
        if piece is not original and followed < changed:
            since = f"is of {followed}" if followed else "says no day"
            yield piece.say_of(
                rules.BEHIND,
                "updated",
                f"{original.file} was changed on {changed}, and this translation {since}.",
                f"Carry the change over, and write updated: {changed}",
                value=followed,
            )
