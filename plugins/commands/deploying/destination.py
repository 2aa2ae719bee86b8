"""Reads where a site is to go, as somebody typed it, and refuses what holds a secret."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from plugins.commands.plainly import PlainError

KINDS = ("folder", "rsync", "rclone", "git")
_KIND = re.compile(rf"({'|'.join(KINDS)}):(.+)")
_HOW = (
    "Write folder:/srv/www/juniper, rsync:www@host.example:/srv/www/juniper, rclone:NAME:path (S3, WebDAV and others), "
    "or git:origin for GitHub Pages."
)


class Destination(Protocol):
    """A place that a site is brought to, file by file."""

    takes_packed: bool

    def read(self, file: str) -> bytes | None:
        """Return a file that is there; None where it is not."""

    def send(self, site: Path, files: Sequence[str]) -> None:
        """Bring files of the site there; raises PlainError, when some may be there and some not."""

    def delete(self, site: Path, files: Sequence[str]) -> None:
        """Take files away; those that are not there are no fault."""


def parse_destination(typed: str) -> tuple[str, str]:
    """Return the kind of a destination and the rest of it; PlainError for what is none, or holds a password."""
    if not typed:
        raise PlainError(f"Say where the site is to go, with --to or as DEPLOY_TO in pelicanconf.py. {_HOW}")
    found = _KIND.fullmatch(typed.strip())
    if not found:
        raise PlainError(f'"{shown(typed)}" says not where the site is to go. {_HOW}')
    if _holds_secret(found[2]):
        raise PlainError(
            f"{shown(typed)} holds a password, which would stand in your history and in logs: take it out. "
            "ssh has its agent, git its credential helper, and rclone takes RCLONE_CONFIG_NAME_PASS and the like "
            "from the environment."
        )
    return found[1], found[2]


def _holds_secret(rest: str) -> bool:
    parts = urlsplit(rest)
    user, has_password, _ = parts.netloc.rpartition("@")[0].partition(":")
    # rclone takes options within a name as well: NAME,pass=...:path, and :webdav,url=...,pass=...:
    said = re.search(r"(?i)[,?&][a-z_]*(?:pass|secret|key|token)[a-z_]*=", rest)
    return bool(has_password and user) or bool(has_password) or bool(said)


def shown(typed: str) -> str:
    """Return a destination as it may be shown: without what could be a password."""
    return re.sub(r"(?i)(//[^/@]*@)|([,?&][a-z_]*(?:pass|secret|key|token)[a-z_]*=)[^,:&]*", _hidden, typed)


def _hidden(found: re.Match[str]) -> str:
    return "//…@" if found[1] else f"{found[2]}…"
