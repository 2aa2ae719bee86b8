"""Builds at each save in a copy of a process that has all code loaded already, where the system can copy one safely.

Elsewhere, each build is a command of its own. Either way no build sees anything of the one before it but its ledger.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

from plugins.bridge.first import First
from plugins.bridge.version import version_of
from plugins.commands.asked import Asked
from plugins.commands.site_settings import read_settings
from plugins.tools.dates import date_words

_OPTIONS = ("content", "posts", "theme", "output", "report", "events", "timezone", "now", "today")
_FLAGS = ("drafts", "notes", "debug")


# Says that a page is there before the rest; every other byte is the exit code of a build.
_SHOWN = b"\xff"


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
            return self._ask(asked, opened, tell)
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

    def _ask(self, asked: Asked, opened: Sequence[str], tell: Callable[[], None]) -> int:
        if self._process is None or self._process.stdin is None:
            return 1
        self._process.stdin.write(json.dumps([asdict(asked), list(opened)]).encode() + b"\n")
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
    """Copy this process for each line that comes in, build in the copy, and answer with its exit code."""
    version = load(root)
    for line in sys.stdin:
        copy = os.fork()
        if copy == 0:
            asked, opened = json.loads(line)
            first = First(Path(asked["output"]), opened, lambda: os.write(answering, _SHOWN), version)
            os._exit(_build(root, Asked(**asked), first))
        _, status = os.waitpid(copy, 0)
        os.write(answering, bytes([os.waitstatus_to_exitcode(status) % 255]))


def _build(root: Path, asked: Asked, first: First) -> int:
    gc.disable()  # the copy ends with the build
    from plugins.commands.build import run
    from plugins.commands.plainly import plainly

    try:
        with plainly(debug=asked.debug):
            code = run(root, asked, first=first)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    # Ctrl-C reaches this process as well; who started it says that it has stopped.
    with suppress(KeyboardInterrupt):
        _serve(Path(sys.argv[1]), int(sys.argv[2]))
