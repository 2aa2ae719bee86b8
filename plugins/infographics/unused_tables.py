"""Names the tables in content/data/ that no block draws from, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.infographics import rules
from plugins.infographics.find_sheet import FOLDER
from plugins.kernel.problems import Problem


def files_below(content: Path) -> tuple[Path, ...]:
    """Return every file in content/data/ that is not hidden."""
    folder = content / FOLDER
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def unused_tables(
    files: Iterable[Path], asked: Callable[[Path], bool], shown: Callable[[Path], str]
) -> tuple[Problem, ...]:
    """Return a note for each file that no block has asked for; `shown` gives its name for people."""
    problems = []
    for path in files:
        if asked(path) or path.name.upper().startswith("README"):
            continue
        is_table = path.suffix.lower() in (".csv", ".tsv", ".txt")
        what = (
            "No page draws from this table." if is_table else "This file is no CSV, so that nothing can be drawn of it."
        )
        cure = f"Name it in a block: table: {path.name}" if is_table else "Save it as CSV UTF-8 in its program."
        problems.append(rules.UNUSED.at(shown(path), what=what, cure=cure))
    return tuple(problems)
