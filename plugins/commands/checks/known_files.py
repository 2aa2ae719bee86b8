"""What was seen in files when they were read last, by what they hold: most of a site is what it was the last time."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plugins.bridge.digest import SIZE_BYTES, hashed
from plugins.commands.checks.read_file import Seen, read_file


class KnownFiles:
    """Reads files, and remembers what was seen in them; a memory of another version of the code counts as none."""

    def __init__(self, path: Path | None, version: bytes, address: str) -> None:
        self._path, self._version, self._address = path, version, address
        self._known: Mapping[str, Seen] = self._load()
        self._found: dict[str, Seen] = {}

    def look(self, file: str, data: bytes) -> tuple[str, Seen | None]:
        """Return the mark of a file, and what is seen in it; None where that is known, so that nobody need send it."""
        told = f"{self._address}\0{file.rpartition('.')[2]}\0{hashlib.sha256(data).hexdigest()}"
        mark = hashlib.sha256(told.encode()).hexdigest()
        return mark, None if mark in self._known else read_file(file, data, self._address)

    def seen(self, mark: str, seen: Seen | None) -> Seen:
        """Return what was seen in a file, and remember it for the next time."""
        return self._found.setdefault(mark, self._known[mark] if seen is None else seen)

    def save(self) -> None:
        """Keep what was seen, in one step; where there is no room, it is not kept."""
        if self._path is None or self._found.keys() == self._known.keys():
            return
        body = pickle.dumps(self._found, protocol=pickle.HIGHEST_PROTOCOL)
        staged = self._path.with_name(f"{self._path.name}.new")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(self._seal(body) + body)
            staged.replace(self._path)

    def _load(self) -> Mapping[str, Seen]:
        data = b""
        with suppress(OSError):
            data = self._path.read_bytes() if self._path else b""
        body = data[SIZE_BYTES:]
        # Only what was sealed here, by this very code, is read.
        if data[:SIZE_BYTES] != self._seal(body):
            return {}
        known: Mapping[str, Seen] = pickle.loads(body)  # noqa: S301 - sealed by this code, on this machine
        return known

    def _seal(self, body: bytes) -> bytes:
        return hashed(self._version + hashed(body))
