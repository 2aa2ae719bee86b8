"""Texts of a build to HTML, with what is asked of the content folder noted, so that an answer that changes is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.bridge.build import Build
from plugins.tools import body
from plugins.tools.body import Body
from plugins.tools.content_files import ContentFiles
from plugins.tools.source import Source


def render(build: Build, text: str, *, file: str, line: int) -> Body:
    """Return the HTML of a text of this build, and report what is wrong with it."""
    files: ContentFiles = replace(build.files, asked=[])
    made = body.render(_source(text, file, line), convert=build.convert, files=files)
    build.memory.note(files.asked or [])
    build.problems += made.problems
    return made


def _source(text: str, file: str, line: int) -> Source:
    folder = Path(file).parent.as_posix() if not Path(file).is_absolute() else ""
    return Source(text=text, file=file, line=line, folder="" if folder == "." else folder)
