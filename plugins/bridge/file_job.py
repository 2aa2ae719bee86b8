"""One file to be made that is no page, such as a feed: what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plugins.bridge.asked_now import AskedNow
from plugins.bridge.build import Build
from plugins.bridge.digest import UnknownValueError
from plugins.bridge.memory import Memory

Make = Callable[[AskedNow], "str | bytes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileJob:
    """A file to be made, or to be taken over from the last site: `made_of` is all that `make` looks at but now."""

    build: Build
    file: str
    made_of: tuple[Any, ...]
    work: Make

    @property
    def is_known(self) -> bool:
        """Tell whether the key holds all that was shown: `made_of` is trusted to."""
        return True

    def key(self, memory: Memory) -> bytes | None:
        """Return the digest of all the file is made of; None when that cannot be told."""
        try:
            return memory.digests.of(memory.fixed, "file", self.file, self.made_of)
        except UnknownValueError:
            return None

    def make(self) -> bytes:
        """Return the file's bytes; text becomes UTF-8."""
        made = self.work(self.build.now)
        return made.encode() if isinstance(made, str) else made


class DrawnJob(FileJob):
    """A picture that is drawn: unlike other files it follows from what it is made of, and not from the library's words.

    The code and the locked packages are the ledger's own concern.
    """

    def key(self, memory: Memory) -> bytes | None:
        """Return the digest of all that is drawn."""
        return memory.digests.of("drawn", self.made_of)
