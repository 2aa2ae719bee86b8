"""Finds words that the library would rather not use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.advice import rules
from plugins.advice.model import AvoidedWord, Piece
from plugins.advice.plain import said
from plugins.kernel.problems import Problem


def find_words(piece: Piece, avoided: Sequence[AvoidedWord]) -> Iterator[Problem]:
    """Yield one problem for each word of the list that a piece holds, at its first place."""
    text = "\n".join(said(piece))
    for one in avoided:
        if one.language and one.language != piece.base_language:
            continue
        found = re.search(rf"(?<!\w){re.escape(one.word)}(?!\w)", text, re.IGNORECASE)
        if found:
            why = f": {one.why.rstrip('.')}" if one.why else ""
            cure = f'Write "{one.use}".' if one.use else "Say it in another way."
            what = f'The list of words to avoid has "{one.word}"{why}.'
            yield piece.say(rules.AVOIDED, what, cure, found[0], value=found[0])
