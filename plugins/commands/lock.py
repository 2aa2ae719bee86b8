"""Chooses the newest version of each package that fits, and writes the locks with a hash for every file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from plugins.commands.plainly import PlainError

_NAMES = ("requirements-build", "requirements", "requirements-test")


def run(root: Path, *, newest: bool) -> None:
    """Write the locks; versions that still fit stay unless the newest are asked for."""
    uv = shutil.which("uv")
    if not uv:
        raise PlainError("Locks are written by uv, which is not installed: see https://docs.astral.sh/uv/")
    options = ["--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"]
    options += ["--custom-compile-command", "python3 tasks.py lock"]
    options += ["--upgrade"] if newest else []
    for name in _NAMES:
        command = [uv, "pip", "compile", *options, f"{name}.in", "--output-file", f"{name}.txt"]
        if subprocess.run(command, cwd=root, check=False, stdout=subprocess.DEVNULL).returncode:
            raise PlainError(f"{name}.txt could not be written; uv says above why.")
