"""Writes what a build worked out as bytes for the next one, with settings and the library's own words by name only."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from types import MappingProxyType
from typing import Any

from pelican.urlwrappers import URLWrapper

from plugins.tools.slots import filled, values_of

# The name under which the settings are shared, and that of a tag's or an author's own.
_SETTINGS = "settings"


class Pickling:
    """Turns values into bytes and back; those that many of them hold are `shared`, and stand there by a name."""

    def __init__(self, shared: Mapping[object, Any]) -> None:
        self._names = {id(value): name for name, value in shared.items()}
        self._ahead: dict[bytes, Any] = {}
        # Each of a thousand documents names the same few classes: they are looked for once.
        self._found: dict[tuple[str, str], Any] = {
            (__name__, _shared.__name__): shared.__getitem__,
            (__name__, _named.__name__): partial(_tied, shared),
        }

    def dump(self, value: Any) -> bytes:
        """Return a value as bytes; raises whatever the value has against it."""
        written = io.BytesIO()
        _Writer(written, self._names).dump(value)
        return written.getvalue()

    def load(self, data: bytes) -> Any:
        """Return the value of bytes that were written here."""
        return self._ahead.pop(data) if data in self._ahead else _Reader(io.BytesIO(data), self._found).load()

    def know(self, data: bytes, value: Any) -> None:
        """Remember the value that was just written, for whoever reads it in this process: once."""
        self._ahead[data] = value

    def load_ahead(self, many: Iterable[bytes]) -> None:
        """Read values back that somebody will ask for soon."""
        for data in many:
            # What names a word that is no longer shared will not be asked for.
            with suppress(KeyError):
                self._ahead[data] = self.load(data)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, names: dict[int, object]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._names = names

    def reducer_override(self, value: Any) -> Any:
        """Write what is shared by its name, and others so that they are read back fast.

        A view of a mapping, which pickle does not know, is written as the mapping; a slotted dataclass as the values in
        its slots, which takes half the time of fields by name; one of Pelican's tags and authors without the settings.
        (Pickle's own way to names, `persistent_id`, is asked of every text and number.)
        """
        name = self._names.get(id(value))
        if name is not None:
            return _shared, (name,)
        kind = type(value)
        if kind is MappingProxyType:
            return _view, (dict(value),)
        if hasattr(kind, "__dataclass_fields__") and hasattr(kind, "__slots__"):
            return filled, (kind, *values_of(value))
        if isinstance(value, URLWrapper):
            return _named, (kind, {key: held for key, held in vars(value).items() if key != _SETTINGS})
        return NotImplemented


def _view(shown: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """Return a view of a mapping; its kind has no name that pickle would find."""
    return MappingProxyType(shown)


def _shared(name: object) -> Any:
    """Stand for a shared value by its name; a reader has its own."""
    raise pickle.UnpicklingError(name)


def _named(kind: type[URLWrapper], held: dict[str, Any]) -> Any:
    """Stand for a tag or an author; a reader has its own."""
    raise pickle.UnpicklingError(kind, held)


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, found: dict[tuple[str, str], Any]) -> None:
        super().__init__(file)
        self._found = found

    def find_class(self, module: str, name: str) -> Any:
        found = self._found.get((module, name))
        if found is None:
            found = self._found[module, name] = super().find_class(module, name)
        return found


def _tied(shared: Mapping[object, Any], kind: type[URLWrapper], held: dict[str, Any]) -> Any:
    """Return a tag or an author with the settings of this build."""
    made: Any = object.__new__(kind)
    made.__dict__.update(held, settings=shared[_SETTINGS])
    return made
