"""The library, which notes what is asked of it: a text depends on no more of library.toml than that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, Self, TypeVar

from plugins.kernel.library import Library

Kind = TypeVar("Kind")
_SLOTS = {field.name: vars(Library)[field.name] for field in fields(Library)}


class AskedLibrary(Library):
    """A library like another; `asked` are the names of the fields that somebody has looked at."""

    __slots__ = ("asked",)
    asked: set[str]

    @classmethod
    def of(cls, library: Library) -> Self:
        """Return a library of which nothing has been asked."""
        made = object.__new__(cls)
        object.__setattr__(made, "asked", set())
        for slot in _SLOTS.values():
            slot.__set__(made, slot.__get__(library))
        return made

    def attended(self, make: Callable[[], Kind]) -> tuple[Kind, tuple[str, ...]]:
        """Return what a function makes, and which fields it looked at, in order of their names."""
        before = frozenset(self.asked)
        self.asked.clear()
        try:
            return make(), tuple(sorted(self.asked))
        finally:
            self.asked.update(before)


def _noted(name: str, read: Callable[[Library], Any]) -> property:
    def look(library: AskedLibrary) -> Any:
        library.asked.add(name)
        return read(library)

    return property(look)


for _name, _slot in _SLOTS.items():
    setattr(AskedLibrary, _name, _noted(_name, _slot.__get__))
