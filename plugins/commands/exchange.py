"""Puts a finished site in the place of the old one in one step, so that nobody ever meets half of it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # macOS, <sys/stdio.h>


def staging_of(output: Path) -> Path:
    """Return the folder beside the output in which the next site is made."""
    return output.with_name(f".{output.name}-new")


def _old_of(output: Path) -> Path:
    return output.with_name(f".{output.name}-old")


def recover(output: Path) -> None:
    """Clear up after a command that was killed: the old site is put back if it was between two renames."""
    if not _old_of(output).exists():
        return
    if output.exists():
        shutil.rmtree(_old_of(output))
    else:
        _old_of(output).rename(output)


def exchange(output: Path) -> None:
    """Put the staged site in the place of the output; what was there is where the next site begins."""
    staging = staging_of(output)
    if not output.exists():
        staging.rename(output)
        return
    if not _swap(staging, output):
        # Systems without an exchange: between these two lines there is no site; recover() mends a stop there.
        output.rename(_old_of(output))
        staging.rename(output)
        _old_of(output).rename(staging)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders by the system's own call; say whether there is one and it worked."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    except (AttributeError, OSError, TypeError):
        return False
    return False
