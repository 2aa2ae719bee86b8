"""Writes what a build worked out as bytes for the next one, with settings and the library's own words by name only."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any, cast


class Pickling:
    """Turns values into bytes and back; those that many of them hold are `shared`, and stand there by a name."""

    def __init__(self, shared: Mapping[object, Any]) -> None:
        self._shared = shared
        self._names = {id(value): name for name, value in shared.items()}

    def dump(self, value: Any) -> bytes:
        """Return a value as bytes; raises whatever the value has against it."""
        written = io.BytesIO()
        _Writer(written, self._names).dump(value)
        return written.getvalue()

    def load(self, data: bytes) -> Any:
        """Return the value of bytes that were written here."""
        return _Reader(io.BytesIO(data), self._shared).load()


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, names: dict[int, object]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._names = names

    def reducer_override(self, value: Any) -> Any:
        """Write a view of a mapping as the mapping that it shows, and a slotted dataclass as the values in its slots.

        Pickle does not know the one; the other it reads back in twice the time, by the names of the fields.
        """
        kind = type(value)
        if kind is MappingProxyType:
            return MappingProxyType, (dict(value),)
        if hasattr(kind, "__dataclass_fields__") and hasattr(kind, "__slots__"):
            return _filled, (kind, *(read(value) for read, _ in _slots(cast("Hashable", kind))))
        return NotImplemented

    def persistent_id(self, value: Any) -> object:
        return self._names.get(id(value))


@cache
def _slots(kind: Hashable) -> tuple[tuple[Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """Return how each field of a slotted dataclass is read and written, past its being frozen."""
    slots = [getattr(kind, field.name) for field in fields(cast("Any", kind))]
    return tuple((slot.__get__, slot.__set__) for slot in slots)


def _filled(kind: type, *values: Any) -> Any:
    """Return a slotted dataclass with these values in its fields."""
    made: Any = object.__new__(kind)
    for (_, write), value in zip(_slots(kind), values, strict=True):
        write(made, value)
    return made


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, shared: Mapping[object, Any]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, name: Any) -> Any:
        return self._shared[name]
