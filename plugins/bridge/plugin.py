"""Starts a build: reads library.toml, sets what follows from it, hands templates their words, hears Pelican's log."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.bridge.ahead import Ahead
from plugins.bridge.asked_library import AskedLibrary
from plugins.bridge.asked_now import AskedNow
from plugins.bridge.build import KEY, Build, build_of
from plugins.bridge.course import Course
from plugins.bridge.foreign import foreign_plugins
from plugins.bridge.logs import listen
from plugins.bridge.memory import Memory
from plugins.bridge.picture_files import publish_pictures
from plugins.bridge.picture_store import PictureStore
from plugins.bridge.template_words import install
from plugins.bridge.writer import SiteWriter
from plugins.kernel import moments
from plugins.kernel.library import Library
from plugins.kernel.problems import Severity
from plugins.tools.content_files import OFFERED
from plugins.tools.interface import read_interface
from plugins.tools.markdown import DEFAULTS, Converter

logger = logging.getLogger(__name__)
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


def register() -> None:
    """Connect to Pelican's signals."""
    listen()
    signals.initialized.connect(start)
    signals.get_generators.connect(begin)
    signals.generator_init.connect(prepare_templates)
    signals.generator_init.connect(take_time)
    signals.get_writer.connect(choose_writer)
    signals.finalized.connect(finish)


def start(pelican: Pelican) -> None:
    """Read the library, and make the build that everything else asks."""
    settings = pelican.settings
    content = Path(settings["PATH"]).resolve()
    pelican.path = settings["PATH"] = str(content)
    library, problems, defaults = settings["LIBRARY_READER"](content / "library.toml")
    settings[KEY] = Build(
        library=AskedLibrary.of(library),
        now=_now(settings, library),
        content=content,
        convert=Converter(settings["MARKDOWN"]),
        drafts_shown=settings["BROADSIDE_DRAFTS"],
        folders=(*OFFERED, *settings["STATIC_PATHS"]),
        defaults=defaults,
        problems=list(problems),
        interface=read_interface(Path(settings["THEME"]) / "translations"),
        course=settings["BROADSIDE_COURSE"] or Course(),
        ahead=_ahead(settings),
    )
    settings[KEY].use("library.toml")
    settings[KEY].memory = Memory(settings[KEY], settings)
    kept = settings["BROADSIDE_PICTURES"]
    settings[KEY].pictures = PictureStore(Path(kept) if kept else None, settings[KEY].memory.prints.of)
    _follow(settings)


def _ahead(settings: dict[str, Any]) -> Ahead | None:
    """Return what was begun of the texts before the settings were known, where it fits them and is asked for; once."""
    ahead: Ahead | None = settings["BROADSIDE_AHEAD"]
    settings["BROADSIDE_AHEAD"] = None
    if ahead is not None and (settings["MARKDOWN"] != DEFAULTS or foreign_plugins(settings)):
        ahead.drop()
        return None
    return ahead


def begin(pelican: Pelican) -> tuple[()]:
    """Start anew where one process builds again and again (`pelican --autoreload`): nothing of the last build stays."""
    build = build_of(pelican.settings)
    if build.begun:
        start(pelican)
    else:
        # What was started may have waited for a save.
        build.now = _now(pelican.settings, build.library)
    build_of(pelican.settings).begun = True
    return ()


def _now(settings: dict[str, Any], library: Library) -> AskedNow:
    return AskedNow.of(moments.now_from(settings["BROADSIDE_NOW"], os.environ, time.time, library.time_zone))


def _follow(settings: dict[str, Any]) -> None:
    """Set what Pelican and its plugins expect to find in the settings, from the library."""
    library = build_of(settings).library
    settings["SITENAME"] = library.name
    settings["SITEURL"] = library.address.rstrip("/")
    settings["DEFAULT_LANG"] = library.languages[0]
    settings["TIMEZONE"] = str(library.time_zone)


def prepare_templates(generator: Generator) -> None:
    """Give a generator's templates our filters and functions; all generators share one set, compiled once."""
    build = build_of(generator.settings)
    if build.templates is None:
        install(generator.env, Path(generator.theme), build)
        generator.env.bytecode_cache = build.memory.compiled
        # A template is looked for once a build, and not again for each page.
        generator.env.auto_reload = False
        build.templates = generator.env
    generator.env = build.templates


def take_time(generator: Generator) -> None:
    """Take the time of a generator's two stages."""
    course, owner = build_of(generator.settings).course, type(generator)
    name = owner.__name__.removesuffix("Generator").lower()
    for step, words in (("generate_context", "context of"), ("generate_output", "names of")):
        if hasattr(generator, step):
            setattr(generator, step, partial(_timed, course, f"{words} {name}", getattr(generator, step)))


def _timed(course: Course, stage: str, step: Callable[..., None], *given: Any) -> None:
    with course.stage(stage):
        step(*given)


def choose_writer(pelican: Pelican) -> type[SiteWriter]:
    """Return the writer of this site."""
    del pelican
    return SiteWriter


def finish(pelican: Pelican) -> None:
    """Collect what Pelican logged; say each problem in its log where nobody prints a report (`pelican content`)."""
    build = build_of(pelican.settings)
    for write in build.at_last:
        write()
    build.writer.flush()
    publish_pictures(build)
    build.memory.folder.finish()
    build.problems += listen().take(build.shown)
    if pelican.settings["BROADSIDE_REPORT"]:
        return
    for problem in build.sorted_problems():
        logger.log(_LEVELS[problem.severity], "%s: %s %s", problem.place, problem.what, problem.cure)
