"""Finds the pictures, recordings and transcripts that go with entries, and what sort of file each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from plugins.feeds.model import Attachment
from plugins.kernel.entry import Entry
from plugins.tools.content_files import ContentFiles, Found
from plugins.tools.photograph import PictureError
from plugins.tools.shown_picture import ShownPicture

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "gif": "image/gif",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "png": "image/png",
        "svg": "image/svg+xml",
        "webp": "image/webp",
        "m4a": "audio/x-m4a",
        "mp3": "audio/mpeg",
        "oga": "audio/ogg",
        "ogg": "audio/ogg",
        "opus": "audio/ogg",
        "html": "text/html",
        "json": "application/json",
        "srt": "application/x-subrip",
        "txt": "text/plain",
        "vtt": "text/vtt",
    }
)


# Lets the copies of a photograph be published, and returns the bytes that one of them takes ("1200.jpg").
Weigh = Callable[[Path, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The picture of a show, and its size in pixels."""

    file: Attachment
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What goes with entries, by the name a page has for it; `recordings` are the files of those that are heard.

    A recording that was saved anew is another one, even where its size is the same.
    """

    found: Mapping[str, Attachment]
    recordings: Mapping[str, tuple[Path, int]]


class Finder:
    """Looks for each file once."""

    def __init__(self, files: ContentFiles, site: str, weigh: Weigh) -> None:
        self._files, self._site, self._weigh = files, site, weigh
        self._known: dict[str, tuple[Path, Attachment] | None] = {}

    def files_of(self, entries: Iterable[Entry]) -> Files:
        """Return what goes with some entries."""
        names = dict.fromkeys(
            name for one in entries for name in (one.image, one.audio, one.transcript if one.audio else "") if name
        )
        found = {name: known for name in names if (known := self._find(name))}
        heard = {name: path for name, (path, file) in found.items() if file.type.startswith("audio/")}
        return Files(
            found={name: file for name, (_, file) in found.items()},
            recordings={name: (path, path.stat().st_mtime_ns) for name, path in heard.items()},
        )

    def cover(self, name: str) -> Cover | None:
        """Return a picture as the cover of a show: the largest copy of it."""
        found = self._files.offered(name) if name else None
        shown = self._shown(found) if found else None
        if found is None or shown is None:
            return None
        width = shown.widths[-1] if shown.widths else shown.width
        height = round(shown.height * width / shown.width) if shown.width else 0
        return Cover(file=self._attached(found, shown, shown.largest), width=width, height=height)

    def _find(self, name: str) -> tuple[Path, Attachment] | None:
        if name not in self._known:
            self._known[name] = self._look(name)
        return self._known[name]

    def _look(self, name: str) -> tuple[Path, Attachment] | None:
        found = self._files.offered(name) if name else None
        kind = _type_of(found.address) if found else None
        if found is None or kind is None:
            return None
        if kind.startswith("image/"):
            shown = self._shown(found)
            return (found.path, self._attached(found, shown, shown.address)) if shown else None
        return found.path, Attachment(address=self._site + found.address, type=kind, size_bytes=found.size_bytes)

    def _shown(self, found: Found) -> ShownPicture | None:
        try:
            return self._files.shown(found)
        except PictureError:
            return None  # the page that shows it has said so

    def _attached(self, found: Found, shown: ShownPicture, address: str) -> Attachment:
        """Return the copy of a photograph that is published at an address, or a drawing as it is."""
        copy = address.removeprefix(f"{shown.stem}-")
        size = self._weigh(found.path, copy) if shown.is_photograph else found.size_bytes
        return Attachment(address=self._site + address, type=_type_of(address) or "", size_bytes=size)


def _type_of(address: str) -> str | None:
    return TYPES.get(address.rpartition(".")[2].lower())
