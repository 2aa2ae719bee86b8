"""Opens the fonts that drawings are measured with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from plugins.infographics.marks import Voice
from plugins.tools.faces import Faces

FILES: Mapping[Voice, str] = MappingProxyType(
    {"body": "atkinson-next-400.ttf", "bold": "atkinson-next-700.ttf", "wood": "league-gothic.ttf"}
)


def chart_faces(fonts: Path) -> Faces[Voice]:
    """Return what measures text for drawings with a theme's fonts."""
    return Faces(fonts, FILES)
