"""How wide a line of type is, so that it can be set to fill its column (by uharfbuzz)."""

from __future__ import annotations

from pathlib import Path

_MISSING_GLYPH = 0


class Face:
    """One font file (TTF or OTF), which measures text without letter spacing."""

    __slots__ = ("_font", "_known", "_units")

    def __init__(self, path: Path) -> None:
        """Open a font; raises FileNotFoundError when there is none."""
        import uharfbuzz as hb

        face = hb.Face(hb.Blob(path.read_bytes()))
        self._font = hb.Font(face)
        self._units: int = face.upem
        self._known: dict[str, float | None] = {}

    def width_em(self, text: str) -> float | None:
        """Return the advance width of a line in em, or None when the font lacks one of its glyphs."""
        if text not in self._known:
            self._known[text] = self._measure(text)
        return self._known[text]

    def _measure(self, text: str) -> float | None:
        import uharfbuzz as hb

        line = hb.Buffer()
        line.add_str(text)
        line.guess_segment_properties()
        # Else the language is the one of the machine that builds.
        line.language = "und"
        hb.shape(self._font, line)
        if any(glyph.codepoint == _MISSING_GLYPH for glyph in line.glyph_infos):
            return None
        advance: int = sum(place.x_advance for place in line.glyph_positions or ())
        return advance / self._units
