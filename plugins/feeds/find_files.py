"""Finds the pictures, recordings and transcripts that go with entries, and what sort of file each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from plugins.feeds.model import Attachment
from plugins.kernel.entry import Entry
from plugins.tools.content_files import ContentFiles

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What goes with entries, by the name a page has for it; `recordings` are the files of those that are heard.

    A recording that was saved anew is another one, even where its size is the same.
    """

    found: Mapping[str, Attachment]
    recordings: Mapping[str, tuple[Path, int]]


class Finder:
    """Looks for each file once."""

    def __init__(self, files: ContentFiles, site: str) -> None:
        self._files, self._site = files, site
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

    def find(self, name: str) -> Attachment | None:
        """Return one file by the name a page has for it."""
        found = self._find(name)
        return found[1] if found else None

    def path(self, name: str) -> Path | None:
        """Return where a file lies."""
        found = self._find(name)
        return found[0] if found else None

    def _find(self, name: str) -> tuple[Path, Attachment] | None:
        if name not in self._known:
            self._known[name] = self._look(name)
        return self._known[name]

    def _look(self, name: str) -> tuple[Path, Attachment] | None:
        found = self._files.offered(name) if name else None
        kind = TYPES.get(found.path.suffix.lower().lstrip(".")) if found else None
        if found is None or kind is None:
            return None
        return found.path, Attachment(address=self._site + found.address, type=kind, size_bytes=found.size_bytes)
