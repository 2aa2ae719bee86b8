"""Finds the pictures and files that a text names, in the content folder, and nothing outside it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from PIL import Image, UnidentifiedImageError

_NUMBER = re.compile(r"[\d.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file of the content folder, and its address on the site."""

    path: Path
    address: str

    @property
    def size_bytes(self) -> int:
        """Return the size of the file."""
        return self.path.stat().st_size


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFiles:
    """The content folder, as a text in it may name its files."""

    root: Path

    def find(self, address: str, source_dir: str = "") -> Found | None:
        """Return the file meant by an address: from the folder's top, else beside the text that names it.

        `address` is a relative or root-relative URL path; `source_dir` is the text's folder below the root.
        """
        name = unquote(address).split("#")[0].split("?")[0].lstrip("/")
        for candidate in (name, str(PurePosixPath(source_dir) / name)):
            path = (self.root / candidate).resolve()
            if name and path.is_relative_to(self.root.resolve()) and path.is_file():
                return Found(path=path, address=quote(path.relative_to(self.root.resolve()).as_posix()))
        return None


def picture_size(path: Path) -> tuple[int, int] | None:
    """Return width and height in pixels of a picture, or None where it says neither or cannot be read."""
    if path.suffix.lower() == ".svg":
        return _svg_size(path)
    try:
        with Image.open(path) as picture:
            return picture.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def _svg_size(path: Path) -> tuple[int, int] | None:
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - expat refuses external entities, and the file is the author's own
    except (ET.ParseError, OSError):
        return None
    width, height = _NUMBER.match(root.get("width", "")), _NUMBER.match(root.get("height", ""))
    if width and height:
        return round(float(width[0])), round(float(height[0]))
    box = _NUMBER.findall(root.get("viewBox", ""))
    return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else None  # noqa: PLR2004 - x, y, width, height
