"""Brings a site into a folder of this computer, such as one that a web server sends or that others share."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plugins.commands.plainly import PlainError


class ToFolder:
    """A folder; each file is written beside its place and put there in one step."""

    takes_packed = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, file: str) -> bytes | None:
        try:
            return (self._folder / file).read_bytes()
        except FileNotFoundError:
            return None

    def send(self, site: Path, files: Sequence[str]) -> None:
        for file in files:
            target = self._place(file)
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(f".{target.name}.new")
            shutil.copy2(site / file, draft)
            draft.replace(target)

    def delete(self, site: Path, files: Sequence[str]) -> None:
        del site
        for file in files:
            target = self._place(file)
            with suppress(FileNotFoundError):
                target.unlink()
            with suppress(OSError):
                while (target := target.parent) != self._folder:
                    target.rmdir()

    def _place(self, file: str) -> Path:
        """Return where a file belongs; a link within the folder that leads out of it is not followed."""
        target = self._folder / file
        if not target.parent.resolve().is_relative_to(self._folder):
            raise PlainError(f"{target} leads out of {self._folder} by a link: take the link away, and deploy again.")
        return target
