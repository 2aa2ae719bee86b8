"""Names the files in a folder of posts from elsewhere that are no posts, so that none is lost without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plugins.kernel.problems import Problem
from plugins.posts import rules


def strays(folder: Path, shown: Callable[[Path], str], is_used: Callable[[str], bool]) -> tuple[Problem, ...]:
    """Return a note for each file below a folder that nothing has read; `shown` gives its name for people."""
    files = (shown(path) for path in sorted(folder.rglob("*")) if path.is_file() and not _is_hidden(path, folder))
    what, cure = "This file is no post, and was not read.", "Posts are Markdown files, with names that end in .md."
    return tuple(rules.NOT_A_POST.at(file, what=what, cure=cure) for file in files if not is_used(file))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
