"""Says which files of a library may be copied to its site as they are."""

from __future__ import annotations

import codecs
import re
from html import unescape
from pathlib import Path

from plugins.files import rules
from plugins.kernel.problems import Problem
from plugins.tools.links import AUDIO_TYPES, FILE_TYPES

FOLDERS = {
    "audio": AUDIO_TYPES,
    "files": FILE_TYPES,
    "images": frozenset(["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]),
}
_UNSAFE = re.compile(
    r"<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|@import|\x00"
    r"|(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
# What browsers pass over within an address, as in "java\nscript:" (the URL standard strips tabs and line ends).
_PASSED_OVER = str.maketrans("", "", "\t\n\r")


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
        cure = f"Save it as one of: {', '.join(sorted(allowed))}."
        return rules.TYPE.at(file, value=path.name, what=what, cure=cure)
    if ending == "svg" and (found := _unsafe(path.read_bytes())):
        value = found.strip()
        what = f'This drawing holds "{value}", which could run or load something in a reader\'s browser.'
        cure = "Export it again as a plain SVG, without scripts and links, or save it as a PNG."
        return rules.UNSAFE_SVG.at(file, value=value, what=what, cure=cure)
    return None


def _unsafe(data: bytes) -> str:
    """Return what makes a drawing unsafe, as a browser would read it, or nothing."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = unescape(data.decode("utf-16" if is_wide else "utf-8", errors="replace"))
    found = _UNSAFE.search(text) or _UNSAFE.search(text.translate(_PASSED_OVER))
    return found[0] if found else ""
