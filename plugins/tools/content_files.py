"""Finds the pictures and files that a text names, in the content folder, and nothing outside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from plugins.tools.drawing import drawing_size, unsafe_part
from plugins.tools.photograph import ENDINGS, HEIC, Photograph, PictureError
from plugins.tools.shown_picture import ShownPicture, shown

# The folders whose files a library offers (plugins/files).
OFFERED = ("audio", "files", "images", "videos")


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
    # What looks at a photograph; a build keeps what it saw.
    look: Callable[[Path], tuple[Photograph, str]] = field(default_factory=lambda: look_here, compare=False)

    def find(self, address: str, source_dir: str = "") -> Found | None:
        """Return the file meant by an address: from the folder's top, else beside the text that names it.

        `address` is a relative or root-relative URL path; `source_dir` is the text's folder below the root.
        """
        if self.asked is not None:
            self.asked.append((address, source_dir))
        name = unquote(address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]).lstrip("/")
        for candidate in (name, str(PurePosixPath(source_dir) / name)):
            path = (self.root / candidate).resolve()
            if name and path.is_relative_to(self.root.resolve()) and path.is_file():
                return Found(path=path, address=quote(path.relative_to(self.root.resolve()).as_posix()))
        return None

    def offered(self, address: str, source_dir: str = "") -> Found | None:
        """Return the file meant by an address when it is one that is copied to the site."""
        found = self.find(address, source_dir)
        return found if found and any(found.path.is_relative_to(self._folder(name)) for name in self.folders) else None

    def shown(self, found: Found) -> ShownPicture:
        """Return a picture as pages show it; raises PictureError where it cannot be shown."""
        if not self.has_copies(found):
            return self._as_it_is(found)
        ending = found.path.suffix.lower().lstrip(".")
        if ending == "svg":
            return _drawing(found)
        if ending not in ENDINGS:
            what, cure = HEIC if ending in ("heic", "heif") else (f'is of the type ".{ending}"', "Save it as a JPEG.")
            raise PictureError(what, cure)
        photograph, digest = self.look(found.path)
        return shown(photograph, found.path.name, digest)

    def has_copies(self, found: Found) -> bool:
        """Tell whether copies of a photograph are published, and not the file itself (as Pelican does of others)."""
        return any(found.path.is_relative_to(self._folder(name)) for name in OFFERED)

    def _as_it_is(self, found: Found) -> ShownPicture:
        try:
            photograph, _ = self.look(found.path)
        except PictureError:
            return ShownPicture(address=found.address)
        return ShownPicture(address=found.address, width=photograph.width, height=photograph.height)

    def _folder(self, name: str) -> Path:
        return (self.root / name).resolve()


def look_here(path: Path) -> tuple[Photograph, str]:
    """Return what a page must know of a photograph, and the digest of its bytes; nothing of it is kept."""
    from plugins.tools.look_at_picture import look_at

    return look_at(path), blake2b(path.read_bytes(), digest_size=16).hexdigest()


def _drawing(found: Found) -> ShownPicture:
    if part := unsafe_part(found.path.read_bytes()):
        what = f'holds "{part}", which could run or load something in a reader\'s browser'
        raise PictureError(what, "Export it again as a plain SVG, without scripts and links, or save it as a PNG.")
    width, height = drawing_size(found.path) or (0, 0)
    return ShownPicture(address=found.address, width=width, height=height)
