"""A value that is worked out when somebody first looks at it, and is known by a mark until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

Kind = TypeVar("Kind")


class Later(Generic[Kind]):
    """A value still to be worked out; `mark` says what it depends on: equal marks, equal values."""

    __slots__ = ("_made", "_make", "mark")

    def __init__(self, mark: object, make: Callable[[], Kind]) -> None:
        self.mark = mark
        self._make: Callable[[], Kind] | None = make
        self._made: list[Kind] = []

    @property
    def value(self) -> Kind:
        """Return the value, worked out once."""
        if self._make is not None:
            self._made.append(self._make())
            self._make = None
        return self._made[0]

    @property
    def made(self) -> Kind | None:
        """Return the value where it has been worked out, else None."""
        return self._made[0] if self._made else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and self.mark == other.mark

    def __hash__(self) -> int:
        return hash(self.mark)


def text_of(text: str | Later[str]) -> str:
    """Return a text, worked out if it was not yet."""
    return text.value if isinstance(text, Later) else text


def settled(names: Mapping[str, Any]) -> dict[str, Any]:
    """Return names with every value worked out."""
    return {name: value.value if isinstance(value, Later) else value for name, value in names.items()}
