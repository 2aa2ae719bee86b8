"""Packed copies by what they hold, kept from one publishing to the next: packing is what takes the time.

A copy is used only when it unpacks to exactly the text in question, so what was changed here never gets there.
"""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from plugins.commands.publishing.pack import PACKINGS, unpacks_to

# How long a copy is kept on a disk where a file has one name only, so that nobody can tell whether a site holds it.
_KEPT_SECONDS = 30 * 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One packed copy of a text: its bytes, and the file that holds them where one does."""

    ending: str
    data: bytes
    kept: Path | None


class PackStore:
    """Packs texts, and keeps what came of it in a folder."""

    def __init__(self, folder: Path) -> None:
        # Another version may pack otherwise, and the same input is to be the same bytes.
        self._folder = folder / f"brotli-{version('brotli')}"

    def copies(self, data: bytes) -> list[Copy]:
        """Return the packed copies of a text that are smaller than it is."""
        digest = hashlib.sha256(data).hexdigest()[:40]
        made = (self._copy(data, digest, ending) for ending in PACKINGS)
        return [copy for copy in made if len(copy.data) < len(data)]

    def tidy(self) -> None:
        """Throw away what no site holds (where the disk cannot tell, what is old), and what others have packed."""
        found = {path: path.stat() for path in self._folder.parent.glob("*/*")}
        are_counted = any(kept.st_nlink > 1 for kept in found.values())
        long_ago = time.time() - _KEPT_SECONDS
        for path, kept in found.items():
            is_idle = kept.st_nlink == 1 if are_counted else kept.st_mtime < long_ago
            if path.parent != self._folder or is_idle:
                path.unlink(missing_ok=True)

    def _copy(self, data: bytes, digest: str, ending: str) -> Copy:
        packing, path = PACKINGS[ending], self._folder / f"{digest}{ending}"
        with suppress(OSError):
            found = path.read_bytes()
            if unpacks_to(found, data, packing):
                return Copy(ending=ending, data=found, kept=path)
        packed = packing.pack(data)
        return Copy(ending=ending, data=packed, kept=self._keep(path, packed))

    def _keep(self, path: Path, packed: bytes) -> Path | None:
        """Keep a copy, in one step, as several processes may at once; where there is no room, it is not kept."""
        staged = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(packed)
            staged.replace(path)
            return path
        return None
