"""Writes what a build worked out as bytes for the next one, with settings and the library's own words by name only."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


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
        """Write a view of a mapping, which pickle does not know, as the mapping that it shows."""
        return (MappingProxyType, (dict(value),)) if type(value) is MappingProxyType else NotImplemented

    def persistent_id(self, value: Any) -> object:
        return self._names.get(id(value))


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, shared: Mapping[object, Any]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, name: Any) -> Any:
        return self._shared[name]
