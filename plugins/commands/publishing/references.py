"""Finds where a text names other files of the site, and writes other names there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

# What names an asset, and where it stands: in quotes, in url(), in a list of addresses, or between two tags.
_NAMED = re.compile(
    r"""(?<=["'(=\s,;>])([^\s"'()<>,=;]*\.(?:css|m?js|woff2|svg|png|ico|webp|avif|jpe?g|wasm|webmanifest))(?=[?#"'()\s,<&]|$)"""
)
_MARKUP = ("html", "svg")
_SCRIPTS = ("js", "mjs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the site is on the web: `address` is absolute and ends with a slash."""

    address: str

    @property
    def path(self) -> str:
        """Return the path of the site on its host, such as "/" or "/library/"."""
        return urlsplit(self.address).path or "/"

    def file_of(self, named: str, file: str) -> str:
        """Return which file is meant where another names it; "" where it is none of this site.

        A script names files of its own by ./ and ../ alone: any other text in quotes there is just a text.
        """
        is_script = file.rpartition(".")[2] in _SCRIPTS
        if named.startswith(self.address):
            return named.removeprefix(self.address)
        if "://" in named or named.startswith("//") or (is_script and not named.startswith(("./", "../"))):
            return ""
        if named.startswith("/"):
            return named.removeprefix(self.path) if named.startswith(self.path) else ""
        found = posixpath.normpath(posixpath.join(posixpath.dirname(file), named))
        return "" if found.startswith("..") else found


def named_in(text: str, file: str, place: Place) -> set[str]:
    """Return the files that a text names, whether they are there or not."""
    return {found for match in _NAMED.finditer(text) if (found := place.file_of(match[1], file))}


def with_names(text: str, file: str, names: Mapping[str, str], place: Place) -> str:
    """Return a text with the new names of files in the places of the old; `names` are paths within the site."""
    is_markup = file.rpartition(".")[2] in _MARKUP

    def renamed(match: re.Match[str]) -> str:
        named = match[1]
        new = names.get(place.file_of(named, file))
        # What people write about a file, between tags, stays as they wrote it.
        if new is None or (is_markup and not _is_address(text, match.start(), named)):
            return named
        return named[: len(named) - len(posixpath.basename(named))] + posixpath.basename(new)

    return _NAMED.sub(renamed, text)


def _is_address(text: str, at: int, named: str) -> bool:
    """Tell whether a name stands within a tag, or is a whole address (as data for machines has it)."""
    return "://" in named or text.rfind("<", 0, at) > text.rfind(">", 0, at)
