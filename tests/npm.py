"""Fetches one file of a package from npm's registry by the digest it was chosen with, and keeps it in .venv."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from plugins.commands import apt


class NotFetchedError(Exception):
    """A package could not be fetched, or is not the one that was chosen; the text says what to do."""


def file_of(package: str, inside: str, sha512: str, kept: Path) -> Path:
    """Return a file of a package ("ical.js@2.2.1"), fetched once; raises NotFetchedError."""
    if not kept.exists():
        draft = kept.with_suffix(".new")
        draft.write_bytes(_fetched(package, inside, sha512))
        draft.replace(kept)
    return kept


def _fetched(package: str, inside: str, sha512: str) -> bytes:
    npm = shutil.which("npm") or (shutil.which("npm") if apt.install("npm") else None)
    if not npm:
        raise NotFetchedError(f"{package} comes by npm: install it (on Debian: apt install npm).")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", package, "--silent", "--pack-destination", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = next(Path(folder).glob("*.tgz"), None)
        if done.returncode or not found:
            raise NotFetchedError(f"{package} could not be fetched: {done.stderr.strip()}")
        data = found.read_bytes()
    if hashlib.sha512(data).hexdigest() != sha512:
        raise NotFetchedError(f"What {package} is now is not what was chosen.")
    with tarfile.open(fileobj=io.BytesIO(data)) as files:
        member = files.extractfile(inside)
        assert member
        return member.read()
