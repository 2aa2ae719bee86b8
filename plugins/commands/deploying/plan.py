"""Works out what must go up and what must go away, and in which order, so that no page asks for what is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.commands.publishing.pack import PACKINGS

# What names other files goes up after them; the list of everything goes last, so that a break before it is seen.
_NAMING = (".html", ".xml", ".json", ".ics", ".opml", ".webmanifest", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is done in turn: files that nothing else must be there for, pages, deletions, and the list of everything."""

    first: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    new: int = 0
    same: int = 0

    @property
    def uploads(self) -> tuple[str, ...]:
        """Return everything that goes up, in order."""
        return (*self.first, *self.pages, *self.last)

    @property
    def is_nothing(self) -> bool:
        """Tell whether there is nothing to do."""
        return not (self.uploads or self.deleted)


def plan(here: Mapping[str, str], there: Mapping[str, str], up: Mapping[str, str], manifest: str) -> Plan:
    """Return the plan; each of the three leads from files to their digests.

    `here` is the site, `there` what the list at its destination says, `up` what an earlier attempt brought there
    before it broke. What nobody has listed there is left alone: it may be somebody else's.
    """
    known = {**up, **there, **{file: digest for file, digest in up.items() if digest}}
    waiting = [file for file, digest in sorted(here.items()) if known.get(file) != digest]
    deleted = tuple(sorted(file for file in known if file not in here and file != manifest))
    is_new = bool(waiting or deleted or up or not there)
    return Plan(
        first=tuple(file for file in waiting if not file.endswith(_NAMING)),
        pages=tuple(file for file in waiting if file.endswith(_NAMING)),
        deleted=deleted,
        last=(manifest,) if is_new else (),
        new=sum(file not in known for file in waiting),
        same=len(here) - len(waiting),
    )


def is_below(file: str) -> bool:
    """Tell whether the name of a file leads nowhere but below the site: a list from elsewhere may say anything."""
    parts = file.split("/")
    return not any(part in ("", ".", "..") for part in parts) and file.isprintable() and "\\" not in file


def with_packed(files: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Return files, each with the packed copies that stand beside it."""
    known = frozenset(there)
    return tuple(
        name
        for file in files
        for name in (file, *(f"{file}{ending}" for ending in PACKINGS))
        if name == file or name in known
    )
