"""Shows a page as soon as it is made, before the rest of a build: the one somebody looks at while writing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

# So many files that have changed are made at once, whoever looks at them: after most saves, that is all.
FEW = 4


class First:
    """The files of a site being served that are shown first: those open in a browser, and the first few that change.

    `version` is that of the code, where it is known since it was loaded.
    """

    def __init__(self, live: Path, opened: Iterable[str], tell: Callable[[], object], version: bytes = b"") -> None:
        self._live, self._tell, self.version = live, tell, version
        self._open = frozenset(opened)
        self._left = FEW

    def wants(self, file: str) -> bool:
        """Tell whether a file that has changed is to be made at once."""
        if file in self._open:
            return True
        self._left -= 1
        return self._left >= 0

    def show(self, file: str, staged: Path) -> None:
        """Put a file that was just made into the site that is being served; the rest of it follows."""
        place = self._live / file
        draft = place.with_name(f".{place.name}.first")
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        os.link(staged / file, draft)
        draft.replace(place)
        if file in self._open:
            self._tell()
