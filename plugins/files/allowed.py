"""Says which files of a library may be on its site, as they are or, of photographs, as smaller copies."""

from __future__ import annotations

from pathlib import Path

from plugins.files import rules
from plugins.kernel.problems import Problem
from plugins.tools.drawing import unsafe_part
from plugins.tools.links import AUDIO_TYPES, FILE_TYPES
from plugins.tools.photograph import ENDINGS, HEIC
from plugins.tools.videos import TYPES

# Beside a video lie its captions, its transcript and the picture that is shown before it is played.
FOLDERS = {
    "audio": AUDIO_TYPES,
    "files": FILE_TYPES,
    "images": frozenset([*ENDINGS, "svg"]),
    "videos": frozenset([*TYPES, *ENDINGS, "vtt", "txt"]),
}
_FROM_PHONES = ("heic", "heif")


def refusal(path: Path, file: str, root: Path) -> Problem | None:
    """Return why a file of content/audio, content/files or content/images is not copied, or None when it is."""
    if not path.resolve().is_relative_to(root):
        what = "This is a link to a file outside the content folder."
        return rules.LINK.at(file, what=what, cure="Put a copy of the file itself here.")
    allowed = FOLDERS[file.split("/", 1)[0]]
    ending = path.suffix.lower().lstrip(".")
    if ending not in allowed:
        what = (
            f'Files of the type ".{ending}" are not published.'
            if ending
            else "This file's name has no type at its end."
        )
        cure = HEIC[1] if ending in _FROM_PHONES else f"Save it as one of: {', '.join(sorted(allowed))}."
        return rules.TYPE.at(file, value=path.name, what=what, cure=cure)
    if ending == "svg" and (value := unsafe_part(path.read_bytes())):
        what = f'This drawing holds "{value}", which could run or load something in a reader\'s browser.'
        cure = "Export it again as a plain SVG, without scripts and links, or save it as a PNG."
        return rules.UNSAFE_SVG.at(file, value=value, what=what, cure=cure)
    return None


def is_photograph(path: Path) -> bool:
    """Tell whether a file is one of which smaller copies are published, and not the file itself."""
    return path.suffix.lower().lstrip(".") in ENDINGS
