"""Pelican with all that a build needs besides content: loaded before there is anything to build, while serving."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.bridge.build import KEY
from plugins.bridge.first import First
from plugins.bridge.foreign import foreign_plugins
from plugins.bridge.load_pelican import load_docutils, load_feedgenerator
from plugins.bridge.staging import Sign, sign_of

if TYPE_CHECKING:
    from pelican import Pelican


class StaleError(SystemExit):
    """What was got ready for a build no longer fits what there is: the build must begin anew, and nobody is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Pelican with its plugins, or what stopped it; `signs` are those of the files and folders it has read by now."""

    site: Pelican | Exception
    read: Sequence[Path] = ()
    signs: tuple[Sign | None, ...] = ()

    def check(self) -> None:
        """Raise StaleError when a file is no longer what was read."""
        if self.signs != _signs(self.read):
            raise StaleError


def ready_ahead(settings: dict[str, Any], first: First, *, debug: bool) -> Ready:
    """Load Pelican, which reads some files meanwhile, and wait until there is something to build."""
    read = [Path(settings["PATH"], "library.toml"), Path(settings["THEME"], "translations")]
    read += [Path(settings["BROADSIDE_LEDGER"])] if settings["BROADSIDE_LEDGER"] else []
    signs = _signs(read)
    site = load(settings, debug=debug)
    if KEY in settings:
        settings[KEY].memory.load_ahead()
    first.wait()
    return Ready(site=site, read=read, signs=signs)


def load(settings: dict[str, Any], *, debug: bool) -> Pelican | Exception:
    """Return Pelican with its plugins, or what stopped it."""
    import pelican

    pelican.console.quiet = True
    if foreign_plugins(settings):
        # They may build upon any reader or writer of Pelican's.
        load_docutils()
        load_feedgenerator()
    try:
        return pelican.Pelican(settings)
    except Exception as failure:
        return _traced(failure, debug=debug)


def run_pelican(site: Pelican | Exception, *, debug: bool) -> Exception | None:
    """Let Pelican build; return what stopped it, if anything did."""
    if isinstance(site, Exception):
        return site
    try:
        site.run()
    except Exception as failure:
        return _traced(failure, debug=debug)
    return None


def _traced(failure: Exception, *, debug: bool) -> Exception:
    if debug:
        traceback.print_exception(failure)
    return failure


def _signs(paths: Iterable[Path]) -> tuple[Sign | None, ...]:
    """Return the signs of some paths, each folder followed by what is in it."""
    every = chain.from_iterable((path, *(sorted(path.iterdir()) if path.is_dir() else ())) for path in paths)
    return tuple(sign_of(path.stat()) if path.exists() else None for path in every)
