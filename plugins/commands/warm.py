"""Builds at each save in a copy of a process that has all code loaded already, where the system can copy one safely.

Elsewhere, each build is a command of its own. Either way no build sees anything of the one before it but its ledger.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.bridge.first import First
from plugins.bridge.version import version_of
from plugins.commands.asked import Asked
from plugins.commands.site_settings import read_settings
from plugins.tools.dates import date_words

_OPTIONS = ("content", "posts", "theme", "output", "report", "events", "timezone", "now", "today")
_FLAGS = ("drafts", "notes", "debug")


# Says that a page is there before the rest; every other byte is the exit code of a build.
_SHOWN = b"\xff"
# The exit code of a copy that got ready too early: something it had read has changed since.
_STALE = 254


class Builder:
    """Builds on request; `renew` is for when the code itself has changed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = -1

    def build(self, asked: Asked, opened: Sequence[str], tell: Callable[[], None]) -> int:
        """Build, and return the exit code; `tell` is called when one of the opened files is there before the rest."""
        if sys.platform != "linux":
            return subprocess.run(_command(self._root, asked), check=False).returncode
        if self._process is None or self._process.poll() is not None:
            self._start()
        try:
            return self._ask([asdict(asked), list(opened)], tell)
        except OSError:
            return 1

    def renew(self) -> None:
        """Let the next build load all code anew."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            os.close(self._answers)
        self._process = None

    def _start(self) -> None:
        self.renew()
        self._answers, answering = os.pipe()
        command = [sys.executable, "-m", __name__, str(self._root), str(answering)]
        self._process = subprocess.Popen(command, cwd=self._root, stdin=subprocess.PIPE, pass_fds=[answering])
        os.close(answering)

    def _ask(self, line: list[Any], tell: Callable[[], None]) -> int:
        if self._process is None or self._process.stdin is None:
            return 1
        self._process.stdin.write(json.dumps(line).encode() + b"\n")
        self._process.stdin.flush()
        while (answer := os.read(self._answers, 1)) == _SHOWN:
            tell()
        return answer[0] if answer else 1


def _command(root: Path, asked: Asked) -> list[str]:
    command = [sys.executable, str(root / "tasks.py"), "build"]
    for option in _OPTIONS:
        command += [f"--{option}", getattr(asked, option)] if getattr(asked, option) else []
    return command + [f"--{flag}" for flag in _FLAGS if getattr(asked, flag)]


def load(root: Path) -> bytes:
    """Load what a build may need, so that a copy of this process begins with it; return the version of the code."""
    version = version_of(root)
    settings = read_settings(root, {})
    importlib.import_module("plugins.commands.build")
    for path in sorted((root / "plugins").glob("*/*.py")):
        if path.parent.name != "commands":
            importlib.import_module(f"plugins.{path.parent.name}.{path.stem}")
    if "LIBRARY_READER" in settings:
        library, _, _ = settings["LIBRARY_READER"](Path(settings["PATH"]) / "library.toml")
        for language in library.languages:
            # The names of days and months are loaded when the first date is written.
            date_words(date(2000, 1, 1), language)
    return version


def _serve(root: Path, answering: int) -> None:
    """Build in a copy of this process for each line that comes in, and answer with its exit code.

    After a build, the next copy gets ready for the next one: what has been asked stays the same while a site is served.
    """
    warmth = Warmth(root=root, version=load(root), answering=answering)
    waiting: Copy | None = None
    for line in sys.stdin:
        asked, _ = json.loads(line)
        if waiting is not None and waiting.asked != asked:
            waiting.stop()
            waiting = None
        code = waiting.build(line) if waiting is not None else _STALE
        if code == _STALE:
            code = Copy(warmth, asked).build(line)
        os.write(answering, bytes([code]))
        waiting = Copy(warmth, asked, is_early=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmth:
    """What every copy begins with: the version of the code it has loaded, and where its answers go."""

    root: Path
    version: bytes
    answering: int


class Copy:
    """A copy of this process, which gets ready for one build and waits for the line that asks for it.

    One that `is_early` says nothing of what goes wrong before anything is asked: another one will say it.
    """

    def __init__(self, warmth: Warmth, asked: dict[str, Any], *, is_early: bool = False) -> None:
        self.asked = asked
        reading, self._asking = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            # Ctrl-C is for whoever started us: while it waits, a copy ends when nobody can ask it any more.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            os.close(self._asking)
            os._exit(_Work(warmth, Asked(**asked), reading, is_early=is_early).build())
        os.close(reading)

    def build(self, line: str) -> int:
        """Let it build; return its exit code."""
        with suppress(BrokenPipeError), os.fdopen(self._asking, "w") as asking:
            asking.write(line)
        _, status = os.waitpid(self._number, 0)
        return os.waitstatus_to_exitcode(status) % 255

    def stop(self) -> None:
        """Let it go without having built anything."""
        os.close(self._asking)
        os.waitpid(self._number, 0)


class _Work:
    """What such a copy does."""

    def __init__(self, warmth: Warmth, asked: Asked, reading: int, *, is_early: bool) -> None:
        self._warmth, self._asked, self._reading, self._is_early = warmth, asked, reading, is_early
        self._said = (os.dup(1), os.dup(2))

    def build(self) -> int:
        """Build when it is asked for, and return the exit code."""
        gc.disable()  # the copy ends with the build
        from plugins.commands.build import run
        from plugins.commands.plainly import plainly
        from plugins.commands.ready import StaleError

        if self._is_early:
            self._say_to(os.open(os.devnull, os.O_WRONLY), os.open(os.devnull, os.O_WRONLY))
        first = First(Path(self._asked.output), self._opened, self._tell, self._warmth.version)
        try:
            with plainly(debug=self._asked.debug):
                code = run(self._warmth.root, self._asked, first=first)
        except StaleError:
            return _STALE
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
        return _STALE if self._is_early else code

    def _opened(self) -> list[str]:
        """Wait for the line that asks for a build, and return the files that are open in a browser."""
        with os.fdopen(self._reading) as lines:
            line = lines.readline()
        if not line:
            # Nothing more will be asked for.
            os._exit(0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._say_to(*self._said)
        self._is_early = False
        opened: list[str] = json.loads(line)[1]
        return opened

    def _say_to(self, *places: int) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, place in enumerate(places, 1):
            os.dup2(place, number)

    def _tell(self) -> None:
        os.write(self._warmth.answering, _SHOWN)


if __name__ == "__main__":
    # Ctrl-C reaches this process as well; who started it says that it has stopped.
    with suppress(KeyboardInterrupt):
        _serve(Path(sys.argv[1]), int(sys.argv[2]))
