"""Brings a site to another computer by rsync, mostly over ssh."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from plugins.commands.deploying.programs import listed, program, run

_HOW = "apt-get install rsync, or brew install rsync."
# What rsync ends with where the file that was asked for is not there.
_PARTIAL = 23
# ... and where the folder of a file that is to go away is not there either.
_VANISHED = 24


class ToRsync:
    """What rsync takes as a place: `www@host.example:/srv/www/juniper`, `rsync://host/module/`, or a folder."""

    takes_packed = True

    def __init__(self, place: str) -> None:
        self._place = place.rstrip("/") + "/"
        self._rsync = program("rsync", _HOW)

    def read(self, file: str) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            run([self._rsync, f"{self._place}{file}", str(copy)], allowed=(0, _PARTIAL))
            return copy.read_bytes() if copy.exists() else None

    def send(self, site: Path, files: Sequence[str]) -> None:
        # By what is in them, since a fresh clone has other times; each is put in its place in one step.
        self._run(site, files, "--checksum", "--times", "--perms", "--chmod=D755,F644")

    def delete(self, site: Path, files: Sequence[str]) -> None:
        self._run(site, files, "--delete-missing-args", "--force", allowed=(0, _VANISHED))

    def _run(self, site: Path, files: Sequence[str], *options: str, allowed: Sequence[int] = (0,)) -> None:
        if files:
            with listed(files) as names:
                run([self._rsync, *options, f"--files-from={names}", f"{site}/", self._place], allowed=allowed)
