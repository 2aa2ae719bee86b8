"""A digest of any value a page may show: equal values have equal digests, in every process and on every day."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any, NamedTuple

from plugins.kernel.later import Later

SIZE_BYTES = 16
# The version of marshal's format that writes a value wherever it stands, and never "the same as before".
_BY_VALUE = 2
# The first version of pickle's format in which a moment tells which of two alike hours it is in.
_WITH_FOLD = 4
# Kinds that are written as they are; a list holds what stands for a value of another kind, a tuple holds a sequence.
_AS_IS = frozenset({str, int, float, bool, type(None)})
_NOTHING = ()
StandIn = Callable[[Any], Any]


class UnknownValueError(TypeError):
    """A value of a kind whose digest would mean nothing; what shows it is made again each time."""


class Digests:
    """Digests values, and remembers those of the dataclasses that many pages share."""

    def __init__(self) -> None:
        # The value is kept with its digest, so that no other can take its place in memory.
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._makers: dict[type, StandIn] = {}
        self._shapes: dict[type, _Shape] = {}

    def of(self, *values: Any) -> bytes:
        """Return the digest of some values; raises UnknownValueError for a value of an unknown kind."""
        return _hashed(self._sequence(values))

    def know(self, value: Any, *made_of: Any) -> None:
        """Let the digest of a dataclass be that of some values from which all that is in it follows."""
        self._known[id(value)] = (value, _hashed(["of", type(value).__qualname__, self._sequence(made_of)]))

    def _for(self, value: Any) -> Any:
        """Return what stands for a value that is not written as it is."""
        kind = type(value)
        make = self._makers.get(kind)
        if make is None:
            make = self._makers[kind] = self._maker(kind)
        return make(value)

    def _maker(self, kind: type) -> StandIn:
        if is_dataclass(kind):
            self._shapes[kind] = _shape_of(kind)
            return self._dataclass
        ours = ((Mapping, self._mapping), ((tuple, list), self._sequence), ((frozenset, set), self._set))
        if issubclass(kind, Later):
            return lambda value: ["later", *self._sequence([value.mark])]
        for kinds, make in (*_PLAIN, *ours):
            if issubclass(kind, kinds):
                return make
        raise UnknownValueError(kind.__qualname__)

    def _sequence(self, value: Any) -> tuple[Any, ...]:
        return tuple([one if type(one) in _AS_IS or one is _NOTHING else self._for(one) for one in value])

    def _mapping(self, value: Mapping[Any, Any]) -> list[Any]:
        return ["mapping", *sorted(_bytes(self._sequence(item)) for item in value.items())]

    def _set(self, value: Any) -> list[Any]:
        return ["set", *sorted(map(_bytes, self._sequence(value)))]

    def _dataclass(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            shape = self._shapes[type(value)]
            known = (value, _hashed([shape.name, self._sequence(shape.read(value))]))
            self._known[id(value)] = known
        return known[1]


class _Shape(NamedTuple):
    """How a dataclass is digested: its name, and what reads the fields that are compared."""

    name: str
    read: Callable[[Any], tuple[Any, ...]]


def _shape_of(kind: Any) -> _Shape:
    names = [field.name for field in fields(kind) if field.compare]
    read = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
    return _Shape(name=kind.__qualname__, read=read)


def hashed(data: bytes | memoryview) -> bytes:
    """Return the digest of bytes."""
    return hashlib.blake2b(data, digest_size=SIZE_BYTES).digest()


def _bytes(stand_in: Any) -> bytes:
    return marshal.dumps(stand_in, _BY_VALUE)


def _hashed(stand_in: Any) -> bytes:
    return hashed(_bytes(stand_in))


def _moment(value: datetime) -> list[Any]:
    # Of now, this is noted as asked.
    plain = value if type(value) is datetime else datetime.combine(value.date(), value.timetz())
    reduced: Any = plain.__reduce_ex__(_WITH_FOLD)
    return ["moment", reduced[1][0], str(plain.tzinfo)]


_PLAIN: tuple[tuple[Any, StandIn], ...] = (
    (Enum, lambda value: ["enum", type(value).__qualname__, value.name]),
    (str, str.__str__),
    ((bool, int, float, Decimal, bytes), lambda value: ["plain", type(value).__name__, repr(value)]),
    (datetime, _moment),
    (date, lambda value: ["day", value.isoformat()]),
    (time, lambda value: ["time", value.isoformat(), str(value.tzinfo), value.fold]),
    (tzinfo, lambda value: ["zone", str(value)]),
    (PurePath, lambda value: ["path", value.as_posix()]),
)
