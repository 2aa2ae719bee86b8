"""Begins a build as soon as it is asked for: the first thing that is loaded of it, and the only one before the rest."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from plugins.bridge.ahead import Ahead
from plugins.commands.asked import Asked
from plugins.commands.places import ledger_of


def run(root: Path, asked: Asked, words: Sequence[str]) -> int:
    """Build, print the report and return the exit code; texts are turned into HTML while code is being loaded."""
    output = Path(asked.output or root / "output").resolve()
    is_new = asked.no_cache or not ledger_of(root, output).is_file()
    folders = [Path(folder) for folder in (asked.content or root / "content", asked.posts) if folder]
    # With one processor, it would be taken from the build.
    ahead = Ahead(folders) if is_new and (os.cpu_count() or 1) > 1 else None
    from plugins.commands.build import run as build

    return build(root, asked, words, ahead=ahead)
