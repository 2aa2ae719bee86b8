"""Reads from a recording how long it lasts (mutagen)."""

from __future__ import annotations

from pathlib import Path


def read_seconds(path: Path) -> int:
    """Return the whole seconds of a recording, at least one; 0 where the file is none that can be read."""
    # Only a library with a podcast pays for loading it.
    from mutagen import File, MutagenError

    try:
        read = File(path)
    except MutagenError:
        return 0
    length = getattr(getattr(read, "info", None), "length", 0)
    return max(1, round(length)) if length else 0
