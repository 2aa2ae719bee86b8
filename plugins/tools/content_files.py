"""Finds the pictures and files that a text names, in the content folder, and nothing outside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

# The folders whose files are copied as they are (plugins/files).
OFFERED = ("audio", "files", "images")
_SVG = re.compile(r"<svg\b[^>]*>")
_SVG_ATTRIBUTE = re.compile(r"\b(width|height|viewBox)\s*=\s*[\"']([^\"']*)[\"']")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
# A length in pixels, or in a unit of about that; a share of the page (100%) is no size of the drawing.
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)(?:px|pt)?\s*")
_BOX_NUMBERS = 4


# What is asked of the content folder: the address of a file, and the folder of the text that names it.
Question = tuple[str, str]


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
    """The content folder, as a text in it may name its files; those in `folders` are copied to the site."""

    root: Path
    folders: tuple[str, ...] = OFFERED
    # Where each question is noted, for whoever wants to know whether the answers are still the same.
    asked: list[Question] | None = field(default=None, compare=False)

    def find(self, address: str, source_dir: str = "") -> Found | None:
        """Return the file meant by an address: from the folder's top, else beside the text that names it.

        `address` is a relative or root-relative URL path; `source_dir` is the text's folder below the root.
        """
        if self.asked is not None:
            self.asked.append((address, source_dir))
        name = unquote(address).split("#")[0].split("?")[0].lstrip("/")
        for candidate in (name, str(PurePosixPath(source_dir) / name)):
            path = (self.root / candidate).resolve()
            if name and path.is_relative_to(self.root.resolve()) and path.is_file():
                return Found(path=path, address=quote(path.relative_to(self.root.resolve()).as_posix()))
        return None

    def offered(self, address: str, source_dir: str = "") -> Found | None:
        """Return the file meant by an address when it is one that is copied to the site."""
        found = self.find(address, source_dir)
        return found if found and any(found.path.is_relative_to(self._folder(name)) for name in self.folders) else None

    def _folder(self, name: str) -> Path:
        return (self.root / name).resolve()


def picture_size(path: Path) -> tuple[int, int] | None:
    """Return width and height in pixels of a picture, or None where it says neither or cannot be read."""
    if path.suffix.lower() == ".svg":
        return _svg_size(path)
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return picture.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def _svg_size(path: Path) -> tuple[int, int] | None:
    found = _SVG.search(path.read_text("utf-8", errors="replace"))
    given = dict(_SVG_ATTRIBUTE.findall(found[0])) if found else {}
    width, height = _LENGTH.fullmatch(given.get("width", "")), _LENGTH.fullmatch(given.get("height", ""))
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = [float(number) for number in _NUMBER.findall(given.get("viewBox", ""))]
    return (round(box[2]), round(box[3])) if len(box) == _BOX_NUMBERS else None
