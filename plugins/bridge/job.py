"""What every file of the site is until it is made: a page, a feed, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from plugins.bridge.memory import Memory


class Job(Protocol):
    """A file to be made, or to be taken over from the last site."""

    @property
    def file(self) -> str: ...

    def key(self, memory: Memory) -> bytes | None:
        """Return the digest of all it shows but now and what is asked of the content folder; None for unknown."""

    def make(self) -> bytes:
        """Return the bytes of the file; what it asks of the build's now is noted."""

    @property
    def is_known(self) -> bool:
        """Tell, after it was made, whether it showed nothing that its key does not hold."""
