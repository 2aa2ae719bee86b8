"""Reads the site's settings, and for commands that do not build what these say of the library."""

from __future__ import annotations

import os
import time
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.commands.asked import Asked, settings_of
from plugins.commands.plainly import PlainError
from plugins.kernel import moments
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The content folder, its library, what is wrong there, and now; `time_zone` is "" where none is asked for."""

    content: Path
    library: Library
    problems: Sequence[Problem]
    now: datetime
    time_zone: str


# The settings while writing, and in public.
WRITING, PUBLIC = "pelicanconf.py", "publishconf.py"


def read_settings(root: Path, override: dict[str, Any], name: str = WRITING) -> dict[str, Any]:
    """Return the settings in a file of them and those over them; PlainError where the file is not Python."""
    from plugins.bridge.load_pelican import load_pelican

    load_pelican()
    from pelican.settings import read_settings

    try:
        settings: dict[str, Any] = read_settings(str(root / name), override=override)
    except SyntaxError as failure:
        file = Path(failure.filename or name).name
        raise PlainError(f"{file}, line {failure.lineno}, is not Python: {failure.msg}. Mend that line.") from None
    return settings


def read_site(root: Path, asked: Asked) -> Site:
    """Return the site that a command works on; PlainError for an option that cannot be meant."""
    # Time zones come from the pinned tzdata, as in a build.
    zoneinfo.reset_tzpath(to=())
    settings = read_settings(root, settings_of(asked))
    content = Path(settings["PATH"]).resolve()
    library, problems, _ = settings["LIBRARY_READER"](content / "library.toml")
    return Site(
        content=content,
        library=library,
        problems=problems,
        now=moments.now_from(settings["BROADSIDE_NOW"], os.environ, time.time, library.time_zone),
        time_zone=settings["BROADSIDE_TIMEZONE"],
    )
