"""The digests of files, which are not read again while they are as they were."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from plugins.bridge.digest import SIZE_BYTES

# Size, times of the last changes in nanoseconds, and number of a file, and its digest.
Print = tuple[int, int, int, int, str]
# Two saves within this time may leave the same times on a file (the coarsest file systems count in seconds).
_UNTOLD_NS = 2_000_000_000


class Prints:
    """Digests of files by their paths: `known` are those of the last build, `found` those of this one."""

    def __init__(self, known: dict[str, Print]) -> None:
        self._known = known
        self._said: dict[Path, str] = {}
        self.found: dict[str, Print] = {}

    def of(self, path: Path) -> str:
        """Return the digest of a file's bytes."""
        if path not in self._said:
            self._said[path] = self._look(path)
        return self._said[path]

    def _look(self, path: Path) -> str:
        stat = path.stat()
        sign = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        known = self._known.get(str(path))
        digest = known[-1] if known is not None and known[:-1] == sign else _digest(path)
        # Windows does not tell when a file was last changed in a way that could not be set.
        if os.name != "nt" and time.time_ns() - max(sign[1], sign[2]) > _UNTOLD_NS:
            self.found[str(path)] = (*sign, digest)
        return digest


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=SIZE_BYTES)).hexdigest()
