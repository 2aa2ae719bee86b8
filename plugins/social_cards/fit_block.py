"""Fits a text of any length to a box: lines of one size, as even as may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import combining

from plugins.social_cards.fit_line import CAP, Box, Set, Setting, as_set, set_line
from plugins.social_cards.model import Measure, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The sizes that a block may have, and the distance of its lines in em.

    At the size `breaking` and below, words that are too long for a line are broken.
    """

    voice: Voice
    largest: int
    smallest: int
    leading: float
    breaking: int = 0

    @property
    def sizes(self) -> Iterable[int]:
        """Return the sizes, largest first."""
        return range(self.largest, self.smallest - 1, -2)


def fit_block(text: str, box: Box, ladder: Ladder, measure: Measure) -> Setting | None:
    """Return lines of one size that fill a box, as large as they may be; None where they do not fit even small."""
    words = [(word, measure(ladder.voice, word)) for word in as_set(text, ladder.voice).split(" ") if word]
    space = measure(ladder.voice, " ") or 0.25
    known = [(word, width) for word, width in words if width is not None]
    if not known or len(known) < len(words):
        return None
    for size in ladder.sizes:
        room = box.width / size
        fitting = known
        if max(width for _, width in known) > room:
            if size > ladder.breaking:
                continue
            fitting = [piece for word, _ in known for piece in _pieces(word, room, ladder.voice, measure)]
        lines = _balanced(fitting, space, room)
        setting = _block(lines, size, ladder, measure)
        if setting.height <= box.height:
            return setting
    return None


def _block(lines: Sequence[str], size: float, ladder: Ladder, measure: Measure) -> Setting:
    """Return lines at a size: each is as tall as the first and last reach, and the rest of the distance is the gap."""
    made = [one for line in lines if (one := set_line(line, ladder.voice, size, measure))]
    cap = CAP[ladder.voice] * size
    first, last = made[0], made[-1]
    even = [
        Set(
            text=one.text,
            voice=one.voice,
            size=one.size,
            width=one.width,
            above=first.above if one is first else cap,
            below=last.below if one is last else 0.0,
        )
        for one in made
    ]
    return Setting(lines=tuple(even), gap=ladder.leading * size - cap)


def _pieces(word: str, room: float, voice: Voice, measure: Measure) -> Iterator[tuple[str, float]]:
    """Yield a word in pieces that each fit a line; a letter and its accents stay together."""
    piece, width = "", 0.0
    for letter in _letters(word):
        longer = measure(voice, piece + letter)
        if longer is not None and longer > room and piece:
            yield piece, width
            piece, longer = "", measure(voice, letter)
        piece, width = piece + letter, longer or 0.0
    if piece:
        yield piece, width


def _letters(word: str) -> Iterator[str]:
    letter = ""
    for sign in word:
        if letter and not combining(sign):
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter


def _balanced(words: Sequence[tuple[str, float]], space: float, room: float) -> list[str]:
    """Return lines as even as may be: those of the narrowest column in which there are no more of them."""
    lines = _greedy(words, space, room)
    narrow, wide = max(width for _, width in words), room
    for _ in range(12):
        middle = (narrow + wide) / 2
        if len(_greedy(words, space, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return _greedy(words, space, wide)


def _greedy(words: Sequence[tuple[str, float]], space: float, room: float) -> list[str]:
    lines: list[list[str]] = []
    left = -1.0
    for word, width in words:
        if not lines or left < space + width:
            lines.append([word])
            left = room - width
        else:
            lines[-1].append(word)
            left -= space + width
    return [" ".join(line) for line in lines]
