"""Loads Pelican without libraries that it names and a build of ours does not use: a tenth of a short build.

While Pelican is loaded, stand-ins take the place of docutils (for files in reStructuredText), feedgenerator (for
Pelican's own feeds), rich (for what Pelican says on a terminal), watchfiles and Pelican's server (both for its own way
to serve). What needs one of the first two has Pelican load the real one (docs/decisions/0022).
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_READERS, _WRITERS = "pelican.readers", "pelican.writers"
_FEEDS = "feedgenerator"
# What stands in for each library, all of it or nothing: where one of its modules is loaded, so are the others.
_LATER = {
    "docutils": (
        "docutils",
        "docutils.core",
        "docutils.io",
        "docutils.parsers.rst.languages",
        "docutils.writers.html4css1",
        "pelican.rstdirectives",
    ),
    _FEEDS: (_FEEDS,),
    "rich": ("rich.console", "rich.logging"),
    "watchfiles": ("watchfiles",),
    "pelican.server": ("pelican.server",),
}


class _Silent:
    """Pelican's console as a build has it, which says nothing: the report does."""

    quiet = True

    def print(self, *said: object, **how: object) -> None:
        """Print nothing."""

    def print_exception(self, **how: object) -> None:
        """Print nothing of a failure either."""


class _Deaf(logging.NullHandler):
    """Pelican's own way to show what it logs, which our commands do not take: they collect it for the report."""

    def __init__(self, **how: object) -> None:
        del how
        super().__init__()


_NAMES: dict[str, dict[str, type]] = {"rich.console": {"Console": _Silent}, "rich.logging": {"RichHandler": _Deaf}}


class _StandIn(ModuleType):
    """A module of which every name that is not given is a class that does nothing, fit to derive from."""

    def __init__(self, name: str, given: Mapping[str, type]) -> None:
        super().__init__(name)
        self.__dict__.update(given)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        inner = sys.modules.get(f"{self.__name__}.{name}")
        return inner or type(name, (), {"__init__": lambda *_, **__: None})


def load_pelican() -> None:
    """Load Pelican; a library that something has loaded before is the real one there as well."""
    if _READERS not in sys.modules:
        with _stand_ins():
            importlib.import_module(_READERS)


def load_docutils() -> None:
    """Let Pelican's readers have the real docutils from now on; whoever holds one made before must make a new one."""
    readers = sys.modules[_READERS]
    if isinstance(vars(readers)["docutils"], _StandIn):
        importlib.reload(readers)


def load_feedgenerator() -> None:
    """Let Pelican's writers have what makes feeds from now on."""
    writers, real = importlib.import_module(_WRITERS), importlib.import_module(_FEEDS)
    for name in ("Atom1Feed", "Rss201rev2Feed", "get_tag_uri"):
        setattr(writers, name, getattr(real, name))


def whole(reader: Any) -> Any:
    """Return one of Pelican's readers as it is with docutils, where it needs it."""
    if "rst" not in reader.file_extensions:
        return reader
    load_docutils()
    return sys.modules[_READERS].RstReader(reader.settings)


@contextmanager
def _stand_ins() -> Iterator[None]:
    names = [name for library, names in _LATER.items() if library not in sys.modules for name in names]
    for name in names:
        sys.modules[name] = _StandIn(name, _NAMES.get(name, {}))
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]
        # The package keeps what was loaded below it by its name as well.
        for name in ("rstdirectives", "server"):
            vars(sys.modules["pelican"]).pop(name, None)
