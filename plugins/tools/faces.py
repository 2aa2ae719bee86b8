"""Measures text in the voices of a drawing, with the theme's own fonts; each is opened when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Generic, TypeVar

from plugins.tools.measure import Face

Voice = TypeVar("Voice", bound=str)


class Faces(Generic[Voice]):
    """The faces of some voices: the file of each in the folder of fonts."""

    def __init__(self, fonts: Path, files: Mapping[Voice, str]) -> None:
        self._fonts, self._files = fonts, files
        self._open: dict[Voice, Face] = {}

    def width_em(self, voice: Voice, text: str) -> float | None:
        """Return how wide a text is in em, or None where the face lacks one of its letters."""
        if voice not in self._open:
            self._open[voice] = Face(self._fonts / self._files[voice])
        return self._open[voice].width_em(text)
