"""Where a site lies, and what belongs to it: the folder it is dressed from, its lock, and what is known of it."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path


def ledger_of(root: Path, output: Path) -> Path:
    """Return where what is known of a site is kept between builds."""
    return root / ".cache" / f"{sha256(os.fsencode(output)).hexdigest()[:16]}.ledger"


def lock_of(output: Path) -> Path:
    """Return the file that a command holds while it works on a site."""
    digest = sha256(os.fsencode(output)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"broadside-{digest}.lock"


def as_typed(output: Path) -> str:
    """Return a folder as people know it, from where they stand."""
    try:
        return f"{output.relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return str(output)


def plain_of(output: Path) -> Path:
    """Return the folder in which a site is built before it is dressed: it stays, so that the next build is quick."""
    return output.with_name(f".{output.name}-plain")


def packed_of(root: Path) -> Path:
    """Return where packed copies of texts are kept."""
    return root / ".cache" / "packed"


def seen_of(root: Path, output: Path) -> Path:
    """Return where what the checks have seen in a site's files is kept."""
    return ledger_of(root, output).with_suffix(".seen")
