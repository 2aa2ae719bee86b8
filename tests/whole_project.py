"""A copy of the whole project, without content, in a folder of its own, where a test may change all of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copy_project(folder: Path) -> Path:
    """Copy the project into a folder, with the environment that the tests run in, and return the folder."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "tasks.py", ROOT / "pelicanconf.py", *ROOT.glob("requirements*.txt")):
        shutil.copy(path, folder)
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return folder
