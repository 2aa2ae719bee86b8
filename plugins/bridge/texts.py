"""Texts of a build to HTML, with what is asked of the content folder noted, so that an answer that changes is seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from plugins.bridge.build import Build
from plugins.tools import body
from plugins.tools.body import Body, Draw
from plugins.tools.content_files import ContentFiles
from plugins.tools.rules import IMAGE_NO_ALT
from plugins.tools.shown_picture import Place
from plugins.tools.slots import copy_with
from plugins.tools.source import Source


def render(build: Build, text: str, *, file: str, line: int, place: Place = "text", draw: Draw | None = None) -> Body:
    """Return the HTML of a text of this build, and report what is wrong with it; `draw` draws its blocks."""
    return checked(build, _source(build, text, file, line, place), build.convert, draw)


def checked(build: Build, source: Source, convert: Callable[[str], str], draw: Draw | None = None) -> Body:
    """Return what a text becomes, with whatever turns it into HTML, and report what is wrong with it."""
    files: ContentFiles = copy_with(build.files, asked=[])
    made = body.render(source, convert=convert, files=files, draw=draw)
    build.memory.asking.note(files.asked or [])
    build.problems += made.problems
    return made


def _source(build: Build, text: str, file: str, line: int, place: Place) -> Source:
    own = not build.is_lenient(file, IMAGE_NO_ALT.name)
    return Source(text=text, file=file, line=line, folder=_folder_of(file), place=place, own=own)


@lru_cache(maxsize=256)
def _folder_of(file: str) -> str:
    """Return the folder of a file below content/, "" for content/ itself: asked for each row of a spreadsheet."""
    folder = Path(file).parent.as_posix() if not Path(file).is_absolute() else ""
    return "" if folder == "." else folder
