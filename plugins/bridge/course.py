"""How a build goes: how long each stage and each file took, and, on a terminal, how much of a long stage is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TextIO, TypeVar

# Less is over before anybody has read it.
SILENT_SECONDS = 2.0
_BETWEEN_SECONDS = 0.2
Clock = Callable[[], float]
Result = TypeVar("Result")


@dataclass(slots=True, kw_only=True)
class Course:
    """The seconds of each stage in order, and those of each file by stage; `terminal` is where progress is shown."""

    clock: Clock = time.perf_counter
    terminal: TextIO | None = None
    stages: dict[str, float] = field(default_factory=dict)
    files: dict[str, dict[str, float]] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Take the time of a stage; a stage within another counts for both."""
        start = self.clock()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + self.clock() - start

    @contextmanager
    def many(self, name: str, count: int) -> Iterator[Callable[[int], None]]:
        """Take the time of a stage that works on many files; call what is handed out with how many are done."""
        progress = Progress(name, count, self.clock, self.terminal)
        with self.stage(name):
            try:
                yield progress.show
            finally:
                progress.clear()

    def took(self, stage: str, file: str, seconds: float) -> None:
        """Remember how long one file took in a stage."""
        self.files.setdefault(stage, {})[file] = seconds

    def slowest(self, stage: str, count: int) -> list[tuple[str, float]]:
        """Return the files that took longest in a stage, the slowest first."""
        return sorted(self.files.get(stage, {}).items(), key=lambda one: (-one[1], one[0]))[:count]


class Progress:
    """One line on a terminal about a stage that takes long: how many of its files are done, and what time is left."""

    def __init__(self, name: str, count: int, clock: Clock, terminal: TextIO | None) -> None:
        self._name, self._count, self._clock, self._terminal = name, count, clock, terminal
        self._start = self._said = clock()
        self._is_shown = False

    def show(self, done: int) -> None:
        """Say how far it is, once it has lasted, and now and then after that."""
        now = self._clock()
        if self._terminal is None or now - self._start < SILENT_SECONDS or now - self._said < _BETWEEN_SECONDS:
            return
        self._said, self._is_shown = now, True
        left = (now - self._start) / max(1, done) * (self._count - done)
        words = f"{self._name.capitalize()}: {done:,} of {self._count:,}, about {left:.0f} s left"
        self._terminal.write(f"\r\033[K{words}")
        self._terminal.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown and self._terminal is not None:
            self._terminal.write("\r\033[K")
            self._terminal.flush()


def timed(do: Callable[..., Result], *given: Any) -> tuple[Result, float]:
    """Return what a function makes of what it is given, and the seconds it took."""
    start = time.perf_counter()
    return do(*given), time.perf_counter() - start


def terminal() -> TextIO | None:
    """Return where progress is shown; None where nobody watches."""
    return sys.stderr if sys.stderr.isatty() else None


def render_profile(course: Course, *, slowest: int = 10) -> str:
    """Return where the time went: by stage, in order, and the slowest files of each stage that counts them."""
    width = max(map(len, course.stages), default=0)
    lines = ["Where the time went"]
    lines += [f"  {name:<{width}}  {seconds:7.3f} s" for name, seconds in course.stages.items()]
    for stage in course.files:
        lines += ["", f"The slowest files, {stage}"]
        lines += [f"  {seconds * 1000:8.1f} ms  {file}" for file, seconds in course.slowest(stage, slowest)]
    return "\n".join(lines) + "\n"
