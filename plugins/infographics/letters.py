"""Measures text for drawings by the real fonts, breaks it into lines, and shortens what has no room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plugins.infographics.marks import Voice

# The width of a text in em of a face; None where the face lacks one of its letters.
WidthOf = Callable[[Voice, str], float | None]
# What a letter is taken for that no face of ours has: wider than most.
_UNKNOWN_EM = 0.62
_MORE = "…"
_HALVINGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """Text in units of a drawing, by what measures it."""

    width_em: WidthOf

    def width(self, text: str, size: float, voice: Voice = "body") -> float:
        """Return how wide a line is."""
        known = self.width_em(voice, text)
        return size * (len(text) * _UNKNOWN_EM if known is None else known)

    def shortened(self, text: str, room: float, size: float, voice: Voice = "body") -> str:
        """Return a text that fits: whole, or as much of it as has room, with an ellipsis."""
        if self.width(text, size, voice) <= room:
            return text
        for end in range(len(text) - 1, 0, -1):
            short = text[:end].rstrip(" ,;:-–") + _MORE
            if self.width(short, size, voice) <= room:
                return short
        return _MORE

    def wrapped(self, text: str, room: float, size: float, voice: Voice = "body", *, lines: int = 2) -> tuple[str, ...]:
        """Return a text in at most so many lines that fit; what has no room is left out, with an ellipsis."""
        found = self._filled(text, room, size, voice)
        if 1 < len(found) <= lines:
            return self._balanced(text, room, size, voice, len(found))
        kept = [*found[: lines - 1], " ".join(found[lines - 1 :])] if found else []
        return tuple(self.shortened(line, room, size, voice) for line in kept if line)

    def _filled(self, text: str, room: float, size: float, voice: Voice) -> list[str]:
        found: list[str] = []
        for word in text.split():
            longer = f"{found[-1]} {word}" if found else word
            if found and self.width(longer, size, voice) <= room:
                found[-1] = longer
            else:
                found.append(word)
        return found

    def _balanced(self, text: str, room: float, size: float, voice: Voice, lines: int) -> tuple[str, ...]:
        """Return lines as even as may be: those of the narrowest column in which there are no more of them."""
        low, high = room / 2, room
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if len(self._filled(text, middle, size, voice)) > lines:
                low = middle
            else:
                high = middle
        return tuple(self.shortened(line, room, size, voice) for line in self._filled(text, high, size, voice))

    def fits(self, text: str, room: float, size: float, voice: Voice = "body") -> bool:
        """Tell whether a line fits."""
        return self.width(text, size, voice) <= room

    def size_that_fits(self, text: str, room: float, largest: float, smallest: float, voice: Voice) -> float:
        """Return the largest size at which a line fits, and never less than the smallest."""
        width = self.width(text, 1, voice)
        return max(smallest, min(largest, room / width)) if width else largest
