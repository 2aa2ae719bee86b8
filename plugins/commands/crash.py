"""Finds the file that was being worked on when a build stopped, so that its author knows where to look."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from plugins.commands.plainly import sentence_for
from plugins.commands.rules import STOPPED
from plugins.kernel.problems import Problem

# What calls name the page or file they have in hand, and what they hand to a template.
_IN_HAND = ("source_path", "content", "path", "source", "article", "page", "program", "event")
_CONTEXTS = ("context", "localcontext", "kwargs")


def problem_of(failure: BaseException, content: Path, root: Path) -> Problem:
    """Return the problem that a failure in the middle of a build is, with its file and line where they are known."""
    file, line = next(_places(failure, content, root), ("the build", None))
    said = sentence_for(failure) or f"{type(failure).__name__}: {' '.join(str(failure).split())}"
    return STOPPED.at(
        _relative(file, content, root),
        line=line,
        what=f"The build stopped here: {said}",
        cure="Look at what changed here last. Running it again with --debug shows more.",
    )


def _places(failure: BaseException, content: Path, root: Path) -> Iterator[tuple[str, int | None]]:
    """Yield where it happened, what is most telling first: a template, a content file, a line of our own code."""
    if getattr(failure, "filename", None) and getattr(failure, "lineno", None):
        yield str(getattr(failure, "filename", "")), getattr(failure, "lineno", None)
    frames = list(reversed(list(traceback.walk_tb(failure.__traceback__))))
    yield from ((frame.f_code.co_filename, line) for frame, line in frames if _is_template(frame))
    for frame, _ in frames:
        yield from ((source, None) for source in _sources(frame) if Path(source).is_relative_to(content))
    ours = root / "plugins"
    yield from ((frame.f_code.co_filename, line) for frame, line in frames if _is_below(frame, ours))


def _is_template(frame: FrameType) -> bool:
    return frame.f_code.co_filename.endswith(".html")


def _is_below(frame: FrameType, folder: Path) -> bool:
    return Path(frame.f_code.co_filename).is_relative_to(folder)


def _sources(frame: FrameType) -> Iterator[str]:
    """Yield the files that a call had in its hands."""
    contexts = (frame.f_locals.get(name) for name in _CONTEXTS)
    for held in (frame.f_locals, *(context for context in contexts if isinstance(context, dict))):
        for name in _IN_HAND:
            source = getattr(held.get(name), "source_path", held.get(name))
            if isinstance(source, str | Path) and _is_file(source):
                yield str(source)


def _is_file(text: str | Path) -> bool:
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
