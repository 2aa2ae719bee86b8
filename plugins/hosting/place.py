"""Where a web server finds the site, and under which name and path it sends it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.kernel.library import Library

# nginx refuses to start with names of variables of more than some fifty letters.
_WORD_LIMIT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A name ("juniper.example"), the path of the site there ("/" or "/a/b/"), and the folder that is "/" there.

    `listen` is what the server listens on in place of what is usual, such as "127.0.0.1:8080".
    """

    host: str
    path: str
    root: str
    listen: str = ""

    @property
    def word(self) -> str:
        """Return the beginning of names of variables, so that several sites fit on one server."""
        return re.sub(r"[^a-z0-9]+", "_", f"{self.host}{self.path}".lower())[:_WORD_LIMIT].strip("_")

    def pattern(self, below: str) -> str:
        """Return the pattern of a whole path, of a pattern of what stands below the site's own."""
        return f"^{re.escape(self.path)}(?:{below})$"


def place_of(library: Library, root: str, listen: str = "") -> Place:
    """Return the place that library.toml names as `address`."""
    found = urlsplit(library.address)
    return Place(host=found.hostname or "localhost", path=found.path or "/", root=root, listen=listen)
