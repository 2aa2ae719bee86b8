"""Writes a file in one step, so that nobody ever meets half of it, and leaves one alone that is what it would be."""

from __future__ import annotations

from pathlib import Path


def put(path: Path, content: bytes) -> bool:
    """Write a file, with its folder, and tell whether it has changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(content)
    draft.replace(path)
    return True
