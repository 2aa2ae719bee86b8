"""Shows a page as soon as it is made, before the rest of a build: the one somebody looks at while writing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

# So many files that have changed are made at once, whoever looks at them: after most saves, that is all.
FEW = 4

# The address of a copy of a photograph, as a page names it (tools/shown_picture.py).
_COPY = re.compile(rb"images/[a-z0-9-]+-[0-9a-f]{10}-\w+\.(?:avif|webp|jpg|png)")


class First:
    """The files of a site being served that are shown first: those open in a browser, and the first few that change.

    `version` is that of the code, where it is known since it was loaded. `begin` waits until there is something to
    build, and returns the files that are open then.
    """

    def __init__(
        self, live: Path, begin: Callable[[], Iterable[str]], tell: Callable[[], object], version: bytes = b""
    ) -> None:
        self._live, self._begin, self._tell, self.version = live, begin, tell, version
        self._open: frozenset[str] = frozenset()
        self._left = FEW

    def wait(self) -> None:
        """Wait until there is something to build, and learn which files are open."""
        self._open = frozenset(self._begin())

    def is_open(self, file: str) -> bool:
        """Tell whether somebody looks at a file."""
        return file in self._open

    def wants(self, file: str) -> bool:
        """Tell whether a file that has changed is to be made at once."""
        if self.is_open(file):
            return True
        self._left -= 1
        return self._left >= 0

    def show(self, file: str, staged: Path) -> None:
        """Put a file that was just made into the site that is being served; the rest of it follows.

        A page with a photograph of which there are no copies yet comes with the rest.
        """
        if not _has_pictures(staged / file, self._live):
            return
        place = self._live / file
        draft = place.with_name(f".{place.name}.first")
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        os.link(staged / file, draft)
        draft.replace(place)
        if file in self._open:
            self._tell()


def _has_pictures(page: Path, live: Path) -> bool:
    return all((live / os.fsdecode(name)).is_file() for name in set(_COPY.findall(page.read_bytes())))
