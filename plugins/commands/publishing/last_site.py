"""Finds out what was published last: from a file, from a branch that hosts read, or from the site's own address."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from plugins.commands.fetch import Wanted, fetch
from plugins.commands.fetch_connection import GONE, FetchError
from plugins.commands.publishing.manifest import FILE, Manifest, ManifestError, read_manifest
from plugins.tools.web_address import is_web_address, masked

# What stands for the site's own address.
SITE = "site"
# That nothing was ever published there, and so nothing is to be compared.
NOTHING = "nothing"


class LastSiteError(ValueError):
    """What keeps the last site from being known; the message is a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Where to look: as it was typed, and the project, the site's folder and its address."""

    typed: str
    root: Path
    output: Path
    address: str


def last_site(asking: Asking) -> Manifest | None:
    """Return what was published last; None where nobody can tell because nothing was.

    Without a word of where to look, it is what lies in the site's folder. Raises LastSiteError.
    """
    data = _data(asking)
    try:
        return None if data is None else read_manifest(data)
    except ManifestError as failure:
        raise LastSiteError(f"What is said of the last site {failure}: it is no {FILE} of ours.") from None


def _data(asking: Asking) -> bytes | None:
    typed = asking.typed
    if not typed:
        return _of_file(asking.output / FILE)
    if typed == NOTHING:
        return None
    if typed == SITE:
        return _of_web(f"{asking.address}{FILE}", is_ours=False)
    if is_web_address(typed):
        return _of_web(typed, is_ours=True)
    found = _of_file(Path(typed) / FILE if Path(typed).is_dir() else Path(typed))
    return found if found is not None else _of_branch(asking.root, typed)


def _of_file(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _of_web(address: str, *, is_ours: bool) -> bytes | None:
    """Return what lies at an address; one that was typed may be within the house, one of library.toml may not."""
    try:
        return fetch(Wanted(address=address, allow_private=is_ours)).body
    except FetchError as failure:
        if failure.status in GONE:
            return None
        raise LastSiteError(f"{masked(address)} {failure}.") from None


def _of_branch(root: Path, name: str) -> bytes:
    """Return the list from a branch of git, such as gh-pages or origin/gh-pages."""
    command = ["git", "-C", str(root), "show", "--end-of-options", f"{name}:{FILE}"]
    try:
        found = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise LastSiteError("git is not installed, so no branch can be asked.") from None
    if found.returncode:
        raise LastSiteError(f'There is no file, no address and no branch with {FILE} of the name "{name}".')
    return found.stdout
