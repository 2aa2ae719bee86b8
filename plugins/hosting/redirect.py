"""What an address that has moved is: as somebody wrote it down, and as it is once all are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

# Endings under which a server sends a page, so that a page can stand there; others would be saved as a file.
PAGE_ENDINGS = ("html", "htm")
# What may stand in a path as it is (RFC 3986, 3.3), but for signs that mean more than themselves to some host.
_SAFE = "/-._~!(),;@&=+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An old address and where it should lead, both as somebody wrote them."""

    written: str
    target: str
    file: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that leads on: `path` without first and last slash, `query` what follows its question mark.

    `target` is an address of this site ("news/a/") or one elsewhere, in full.
    """

    path: str
    query: str
    target: str

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it leads to another site."""
        return "://" in self.target

    @property
    def ending(self) -> str:
        """Return how the name of its file ends: "html", "php"; "" where it reads like a folder."""
        name = self.path.rpartition("/")[2]
        ending = name.rpartition(".")[2].lower() if "." in name else ""
        return ending if ending.isalnum() and not ending.isdigit() else ""

    @property
    def file(self) -> str:
        """Return where a page that leads on can stand; "" where only a server can lead on."""
        if self.query:
            return ""
        if self.ending:
            return self.path if self.ending in PAGE_ENDINGS else ""
        return f"{self.path}/index.html"

    @property
    def way(self) -> str:
        """Return where it leads as seen from the page that leads on, since nobody knows at which path the site lies."""
        return self.below("../" * self.file.count("/") or "./")

    def below(self, top: str) -> str:
        """Return where it leads, by the address at which the site begins ("/", "/a/b/", "../"); elsewhere in full."""
        path, mark, place = self.target.partition("#")
        return self.target if self.is_elsewhere else f"{top}{encoded(path)}{mark}{place}"

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the paths that are asked for: with and without the last slash, where there is no ending."""
        return (self.path,) if self.ending else (self.path, f"{self.path}/")


def encoded(path: str) -> str:
    """Return a path as it is asked for, in letters that every server and file takes."""
    return quote(path, safe=_SAFE)


def by_path(redirects: Iterable[Redirect]) -> Iterator[tuple[Redirect, list[Redirect]]]:
    """Yield one of those that share a path, and all of them: those with a query first, since they say more."""
    in_order = sorted(redirects, key=lambda one: (one.path, not one.query, one.query))
    for _, group in groupby(in_order, lambda one: one.path):
        ways = list(group)
        yield ways[0], ways
