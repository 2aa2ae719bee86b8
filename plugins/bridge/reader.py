"""Pelican's reader of Markdown files, with our front matter, one parser for all files, and problems, not crashes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican.readers import MarkdownReader

from plugins.bridge import rules as site_rules
from plugins.bridge.build import Build, Outcome, build_of
from plugins.bridge.decode import decode
from plugins.bridge.texts import render
from plugins.kernel.problems import Problem
from plugins.tools import rules
from plugins.tools.body import Body, Draw
from plugins.tools.front_matter import FrontMatter, FrontMatterError, split
from plugins.tools.shown_picture import Place

SKIPPED: tuple[str, dict[str, Any]] = ("", {"status": "skip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a kind of page makes of a file's facts: Pelican's metadata, or None when the file is left out."""

    metadata: dict[str, Any] | None
    problems: tuple[Problem, ...]
    outcome: Outcome
    address: str = ""


# What a source plugin hands to the reader: its own facts out of the front matter and the file's path.
Interpret = Callable[[FrontMatter, Path], Read]


class DocumentReader(MarkdownReader):  # type: ignore[misc]  # Pelican publishes no types
    """Reads one kind of Markdown file."""

    def __init__(self, settings: dict[str, Any], kind: str, interpret: Interpret) -> None:
        super().__init__(settings)
        self._kind, self._interpret = kind, interpret

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and the metadata of a file; a file that is left out is skipped, and the report says why."""
        build, path = build_of(self.settings), Path(source_path)
        file = build.shown(path)
        try:
            text, problems = decode(path.read_bytes(), file)
            build.problems += problems
            front = split(text)
        except OSError as failure:
            return cannot_read(build, self._kind, file, failure.strerror or str(failure))
        except FrontMatterError as error:
            build.problems.append(rules.FRONT_MATTER.at(file, line=error.line, what=str(error), cure=error.cure))
            return skip(build, self._kind, file, Outcome.LEFT_OUT)
        read = self._interpret(front, path)
        place: Place = "post" if self._kind == "posts" else "text"
        return publish(
            build,
            self._kind,
            file,
            read,
            lambda: render(build, front.body, file=file, line=front.body_line, place=place, draw=_draw(build, read)),
        )


def _draw(build: Build, read: Read) -> Draw | None:
    """Return what draws the blocks of a text, for the page that it becomes."""
    if build.draw is None or read.metadata is None:
        return None
    return build.draw(read.metadata, read.address)


def publish(build: Build, kind: str, file: str, read: Read, make: Callable[[], Body]) -> tuple[str, dict[str, Any]]:
    """Return the HTML and the metadata of a file whose facts have been read, or skip it; `make` renders its text."""
    build.problems += read.problems
    if read.metadata is None:
        return skip(build, kind, file, read.outcome)
    made = make()
    if not made.usable:
        return skip(build, kind, file, Outcome.LEFT_OUT)
    build.wanted[file] = read.address
    build.record(kind, file, read.outcome)
    told = {"summary": read.metadata.get("summary") or made.opening, "words": made.words, "charts": made.charts}
    return made.html, read.metadata | told


def cannot_read(build: Build, kind: str, file: str, why: str) -> tuple[str, dict[str, Any]]:
    """Skip a file that cannot be opened or understood, and say why."""
    reason = why.strip().partition("\n")[0]
    what, cure = f"This file cannot be read: {reason}.", "Open it, mend it and save it again, or move it away."
    build.problems.append(site_rules.FILE.at(file, value=reason, what=what, cure=cure))
    return skip(build, kind, file, Outcome.LEFT_OUT)


def skip(build: Build, kind: str, file: str, outcome: Outcome) -> tuple[str, dict[str, Any]]:
    """Remember what became of a file, and tell Pelican to make nothing of it."""
    build.record(kind, file, outcome)
    return SKIPPED
