"""Opens the fonts that drawings are measured with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from plugins.infographics.marks import Voice
from plugins.tools.faces import Faces

FILES: Mapping[Voice, str] = MappingProxyType(
    {
        "body": "atkinson-next-400.ttf",
        "bold": "atkinson-next-700.ttf",
        "italic": "atkinson-next-italic.ttf",
        "slab": "besley-800.ttf",
        "wood": "league-gothic.ttf",
    }
)
# What each file says it is, for the press: family, weight, style.
NAMES: Mapping[Voice, tuple[str, int, str]] = MappingProxyType(
    {
        "body": ("Atkinson Hyperlegible Next", 400, "normal"),
        "bold": ("Atkinson Hyperlegible Next", 700, "normal"),
        "italic": ("Atkinson Hyperlegible Next", 400, "italic"),
        "slab": ("Besley", 800, "normal"),
        "wood": ("League Gothic", 400, "normal"),
    }
)

# What resvg knows it by: of the slab, the file's first name. A family it does not know it leaves out without a word.
FAMILIES: Mapping[Voice, str] = MappingProxyType(
    {voice: "Besley ExtraBold" if voice == "slab" else family for voice, (family, _, _) in NAMES.items()}
)


def font_files(fonts: Path) -> tuple[Path, ...]:
    """Return the files that drawings are made with; nothing where a theme does not have all of them."""
    files = tuple(fonts / file for file in FILES.values())
    return files if all(file.is_file() for file in files) else ()


def chart_faces(fonts: Path) -> Faces[Voice]:
    """Return what measures text for drawings with a theme's fonts."""
    return Faces(fonts, FILES)
