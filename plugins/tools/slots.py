"""Reads and fills the fields of a slotted dataclass past its being frozen, several times as fast as `replace` does."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

Kind = TypeVar("Kind")


def values_of(value: object) -> list[object]:
    """Return the values of all fields, in order."""
    return [read(value) for _, read, _ in _slots(cast("Hashable", type(value)))]


def filled(kind: type[Kind], *values: object) -> Kind:
    """Return a slotted dataclass with these values in its fields."""
    made: Any = object.__new__(kind)
    for (_, _, write), value in zip(_slots(cast("Hashable", kind)), values, strict=True):
        write(made, value)
    return cast("Kind", made)


def copy_with(value: Kind, **changes: object) -> Kind:
    """Return a copy of a slotted dataclass that has no `__post_init__`, with other values in some fields."""
    made: Any = object.__new__(type(value))
    for name, read, write in _slots(cast("Hashable", type(value))):
        write(made, changes[name] if name in changes else read(value))
    return cast("Kind", made)


@cache
def _slots(kind: Hashable) -> tuple[tuple[str, Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """Return each field with how it is read and written."""
    names = [field.name for field in fields(cast("Any", kind))]
    slots = [getattr(kind, name) for name in names]
    return tuple((name, slot.__get__, slot.__set__) for name, slot in zip(names, slots, strict=True))
