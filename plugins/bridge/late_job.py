"""A page whose names are worked out when its turn comes, by whichever process makes it or asks for its key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.bridge.memory import Memory
    from plugins.bridge.page_job import PageJob


class LateJob:
    """A page to be made; `template` is the name of its template, `begin` works out all that the page may show."""

    def __init__(self, file: str, template: str, begin: Callable[[], PageJob]) -> None:
        self.file, self.template, self._begin = file, template, begin
        self._job: PageJob | None = None

    def settle(self) -> PageJob:
        """Return the page with its names worked out; what they ask of now is not the page's, but the build's."""
        if self._job is None:
            self._job = self._begin()
        return self._job

    @property
    def is_known(self) -> bool:
        """Tell, after it was made, whether it showed nothing that its key does not hold."""
        return self.settle().is_known

    def key(self, memory: Memory) -> bytes | None:
        """Return the digest of all it shows but now and what is asked of the content folder; None for unknown."""
        return self.settle().key(memory)

    def make(self) -> bytes:
        """Return the bytes of the page."""
        return self.settle().make()
