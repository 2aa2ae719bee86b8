"""A digest of any value a page may show: equal values have equal digests, in every process and on every day."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time, tzinfo
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any, NamedTuple

from plugins.kernel.later import Later

SIZE_BYTES = 16
Write = Callable[[Any], bytes]


class UnknownValueError(TypeError):
    """A value of a kind whose digest would mean nothing; what shows it is made again each time."""


class Digests:
    """Digests values, and remembers those of the dataclasses that many pages share."""

    def __init__(self) -> None:
        # The value is kept with its digest, so that no other can take its place in memory.
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._writers: dict[type, Write] = {}
        self._shapes: dict[type, _Shape] = {}

    def of(self, *values: Any) -> bytes:
        """Return the digest of some values; raises UnknownValueError for a value of an unknown kind."""
        return hashed(b"".join([self._written(value) for value in values]))

    def know(self, value: Any, *made_of: Any) -> None:
        """Let the digest of a dataclass be that of some values from which all that is in it follows."""
        named = type(value).__qualname__.encode()
        self._known[id(value)] = (value, hashed(b"of" + named + b"".join([self._written(one) for one in made_of])))

    def _written(self, value: Any) -> bytes:
        kind = type(value)
        writer = self._writers.get(kind)
        if writer is None:
            writer = self._writers[kind] = self._writer(kind)
        return writer(value)

    def _writer(self, kind: type) -> Write:
        if is_dataclass(kind):
            self._shapes[kind] = _shape_of(kind)
            return self._dataclass
        ours = ((Mapping, self._mapping), ((tuple, list), self._sequence), ((frozenset, set), self._set))
        if issubclass(kind, Later):
            return self._later
        for kinds, write in (*_PLAIN, *ours):
            if issubclass(kind, kinds):
                return write
        raise UnknownValueError(kind.__qualname__)

    def _later(self, value: Later[Any]) -> bytes:
        return b"later" + self._written(value.mark)

    def _sequence(self, value: Any) -> bytes:
        return b"[%d:" % len(value) + b"".join([self._written(item) for item in value])

    def _mapping(self, value: Mapping[Any, Any]) -> bytes:
        items = sorted((self._written(key), self._written(item)) for key, item in value.items())
        return b"{%d:" % len(items) + b"".join([key + item for key, item in items])

    def _set(self, value: Any) -> bytes:
        return b"(%d:" % len(value) + b"".join(sorted(self._written(item) for item in value))

    def _dataclass(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            shape = self._shapes[type(value)]
            filled = zip(shape.read(value), shape.defaults, shape.marks, strict=True)
            parts = [mark + self._written(part) for part, default, mark in filled if part is not default]
            known = (value, hashed(shape.name + b"".join(parts)))
            self._known[id(value)] = known
        return known[1]


class _Shape(NamedTuple):
    """How a dataclass is digested: its name, what reads its fields, and of each the default and the mark before it."""

    name: bytes
    read: Callable[[Any], tuple[Any, ...]]
    defaults: tuple[Any, ...]
    marks: tuple[bytes, ...]


def _shape_of(kind: Any) -> _Shape:
    """Return the shape of a dataclass; the defaults left out of digests are those of which Python has only one."""
    compared = [field for field in fields(kind) if field.compare]
    names, defaults = [field.name for field in compared], [field.default for field in compared]
    return _Shape(
        name=kind.__qualname__.encode(),
        read=attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),),
        defaults=tuple(one if one is None or one is False or one in ("", ()) else MISSING for one in defaults),
        marks=tuple(b"%d=" % place for place in range(len(names))),
    )


def hashed(data: bytes | memoryview) -> bytes:
    """Return the digest of bytes."""
    return hashlib.blake2b(data, digest_size=SIZE_BYTES).digest()


def _text(value: str) -> bytes:
    data = value.encode(errors="surrogatepass")
    return b"s%d:" % len(data) + data


def _plain(value: Any) -> bytes:
    return f"{type(value).__name__}={value!r};".encode(errors="surrogatepass")


def _moment(value: Any) -> bytes:
    zone = getattr(value, "tzinfo", None)
    return f"t{value.isoformat()} {zone} {getattr(value, 'fold', 0)};".encode()


_PLAIN: tuple[tuple[Any, Write], ...] = (
    (Enum, lambda value: _text(f"{type(value).__name__}.{value.name}")),
    (str, _text),
    ((bool, int, float, Decimal, bytes, type(None)), _plain),
    ((date, time), _moment),
    (tzinfo, lambda value: _text(str(value))),
    (PurePath, lambda value: _text(value.as_posix())),
)
