"""Reads a whole site and makes nothing of it: what `check` asks, which wants to know only what is wrong."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plugins.bridge.build import build_of
from plugins.bridge.job import Job
from plugins.bridge.late_job import LateJob
from plugins.bridge.memory import Memory
from plugins.bridge.picture_store import PictureStore
from plugins.kernel.later import settled


class Unwritten(Memory):
    """Takes every file for made, so that all is read and planned, and no page, feed or picture is."""

    def had(self, file: str) -> bool:
        """Tell that there is nothing to compare a file with, so that nobody works out its key."""
        del file
        return False

    def reuse(self, job: Job) -> bool:
        """Tell that a file need not be made; what its page alone would show is read, since it may be wrong."""
        if isinstance(job, LateJob):
            settled(job.settle().names)
        return True

    def write(self, file: str, data: bytes, *, at_once: bool = False) -> None:
        """Write nothing."""


def read_through(settings: dict[str, Any]) -> None:
    """Let Pelican read a site as a build does; its `Build` in the settings then holds all that is wrong.

    What others' plugins write all the same goes into a folder that is thrown away.
    """
    import pelican

    pelican.console.quiet = True
    with TemporaryDirectory(prefix="broadside-") as folder:
        settings["OUTPUT_PATH"] = folder
        ledger, settings["BROADSIDE_LEDGER"] = settings["BROADSIDE_LEDGER"], ""
        site = pelican.Pelican(settings)
        settings["BROADSIDE_LEDGER"] = ledger
        build, kept = build_of(settings), settings["BROADSIDE_PICTURES"]
        build.memory, build.only_read = Unwritten(build, settings), True
        build.pictures = PictureStore(Path(kept) if kept else None, build.memory.prints.of)
        site.run()
