"""Lets git ask `check` before each commit, or no longer: by the folder of hooks that is part of the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

from plugins.commands.plainly import PlainError

FOLDER = ".githooks"
_KEY = "core.hooksPath"


def run(root: Path, *, remove: bool) -> int:
    """Put the hook to work, or out of it."""
    place = _git(root, "rev-parse", "--show-toplevel")
    if not place or Path(place).resolve() != root.resolve():
        raise PlainError("This folder is not the top of a git repository: run git init in it, or work in a clone.")
    return _remove(root) if remove else _install(root)


def _install(root: Path) -> int:
    there = _git(root, "config", "--get", _KEY)
    if there not in {"", FOLDER}:
        raise PlainError(f"git takes its hooks from {there} here: have them call {FOLDER}/pre-commit as well.")
    own = root / _git(root, "rev-parse", "--git-path", "hooks") / "pre-commit"
    if not there and own.exists():
        raise PlainError(f"There is a hook of your own, {own}: have it call {FOLDER}/pre-commit as well.")
    _git(root, "config", _KEY, FOLDER)
    print("From now on, git asks check before each commit, and stops at an error. To undo it: add --remove.")
    return 0


def _remove(root: Path) -> int:
    if _git(root, "config", "--get", _KEY) != FOLDER:
        print("There was nothing to remove.")
        return 0
    _git(root, "config", "--unset", _KEY)
    print("Git no longer asks before a commit. Publishing still stops at an error.")
    return 0


def _git(root: Path, *words: str) -> str:
    """Return what git says, "" where it says no."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise PlainError("Git is not installed: see https://git-scm.com/downloads") from None
    return done.stdout.strip() if done.returncode == 0 else ""
