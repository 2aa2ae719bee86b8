"""Finds the file that was being worked on when a build stopped, so that its author knows where to look."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from plugins.commands.plainly import sentence_for
from plugins.commands.rules import STOPPED
from plugins.kernel.problems import Problem

_NAMES = ("source_path", "content", "path", "source")


def problem_of(failure: BaseException, content: Path, root: Path) -> Problem:
    """Return the problem that a failure in the middle of a build is, with its file and line where they are known."""
    file, line = _place(failure)
    said = sentence_for(failure) or f"{type(failure).__name__}: {' '.join(str(failure).split())}"
    return STOPPED.at(
        _relative(file, content, root) if file else "the build",
        line=line,
        what=f"The build stopped here: {said}",
        cure="Look at what changed in this file last. Running it again with --debug shows more.",
    )


def _place(failure: BaseException) -> tuple[str, int | None]:
    template = getattr(failure, "filename", None)
    if template and getattr(failure, "lineno", None):
        return str(template), failure.lineno  # type: ignore[attr-defined]  # jinja2's TemplateSyntaxError
    for frame in reversed(traceback.extract_tb(failure.__traceback__)):
        if frame.filename.endswith(".html"):
            return frame.filename, frame.lineno
    return next(_sources(failure.__traceback__), ""), None


def _sources(trace: TracebackType | None) -> Iterator[str]:
    """Yield the content files that the innermost calls held in their hands."""
    frames = [frame for frame, _ in traceback.walk_tb(trace)]
    for frame in reversed(frames):
        for name in _NAMES:
            found = frame.f_locals.get(name)
            source = getattr(found, "source_path", found)
            if isinstance(source, str | Path) and _is_file(str(source)):
                yield str(source)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        # It is not a path at all, but a page's text.
        return False


def _relative(file: str, content: Path, root: Path) -> str:
    for folder in (content, root):
        if Path(file).is_relative_to(folder):
            return Path(file).relative_to(folder).as_posix()
    return file
