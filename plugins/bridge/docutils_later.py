"""Loads Pelican without docutils, which takes a tenth of a short build and serves files in reStructuredText alone.

Pelican's module of readers names docutils at its top. While it is loaded, stand-ins take the place of what it names;
the first file in reStructuredText lets it load again, with the real ones (docs/decisions/0022).
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_READERS = "pelican.readers"
_LATER = (
    "docutils",
    "docutils.core",
    "docutils.io",
    "docutils.parsers.rst.languages",
    "docutils.writers.html4css1",
    "pelican.rstdirectives",
)


class _StandIn(ModuleType):
    """A module of which every name is a class that does nothing, fit to derive from."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        inner = sys.modules.get(f"{self.__name__}.{name}")
        return inner or type(name, (), {"__init__": lambda *_, **__: None})


def load_pelican() -> None:
    """Load Pelican; docutils stays away unless something has loaded it before."""
    if _READERS in sys.modules:
        return
    if "docutils" in sys.modules:
        importlib.import_module(_READERS)
    else:
        with _stand_ins():
            importlib.import_module(_READERS)


def load_docutils() -> None:
    """Let Pelican's readers have the real docutils from now on; whoever holds one made before must make a new one."""
    readers = sys.modules[_READERS]
    if isinstance(vars(readers)["docutils"], _StandIn):
        importlib.reload(readers)


def whole(reader: Any) -> Any:
    """Return one of Pelican's readers as it is with docutils, where it needs it."""
    if "rst" not in reader.file_extensions:
        return reader
    load_docutils()
    return sys.modules[_READERS].RstReader(reader.settings)


@contextmanager
def _stand_ins() -> Iterator[None]:
    sys.modules.update({name: _StandIn(name) for name in _LATER})
    try:
        yield
    finally:
        for name in _LATER:
            del sys.modules[name]
        # The package keeps what was loaded below it by its name as well.
        vars(sys.modules["pelican"]).pop("rstdirectives", None)
