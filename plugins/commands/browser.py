"""Finds the Chromium that the tests look at the site with, and installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.commands import apt
from plugins.commands.plainly import PlainError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright\nwith sync_playwright() as p: print(p.chromium.executable_path)"
)


def find(python: Path) -> str:
    """Return the browser: CHROME_PATH, else the system's, else playwright's (of that Python); "" when none is there."""
    return next((found for found in _candidates(python) if Path(found).is_file()), "")


def _candidates(python: Path) -> Iterator[str]:
    yield os.environ.get("CHROME_PATH", "")
    yield from (shutil.which(name) or "" for name in _NAMES)
    yield from _PLACES
    asked = subprocess.run([str(python), "-c", _ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    yield asked.stdout.strip()


def find_or_install(python: Path) -> str:
    """Return a browser, after installing one if need be; PlainError when there is no way to one."""
    found = find(python)
    for install in (_by_apt, _by_playwright):
        if not found and install(python):
            found = find(python)
    if not found:
        raise PlainError(
            "The tests look at the site in a browser, and none was found or could be installed: "
            "install Chromium or Google Chrome, or set CHROME_PATH to one."
        )
    return found


def _by_apt(_: Path) -> bool:
    """Install the system's own."""
    return apt.install("chromium")


def _by_playwright(python: Path) -> bool:
    print("Installing Chromium by playwright ...", file=sys.stderr)
    return subprocess.run([str(python), "-m", "playwright", "install", "chromium"], check=False).returncode == 0
