"""Runs the programs of others that bring files somewhere, and says in a sentence what was wrong with them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.commands.plainly import PlainError

_SHOWN_LINES = 5


def program(name: str, how: str) -> str:
    """Return where a program is, beside this Python or anywhere; PlainError says how to get it."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        raise PlainError(f"This needs {name}, which is not there: {how}")
    return found


def run(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    allowed: Sequence[int] = (0,),
    env: Mapping[str, str] | None = None,
) -> bytes:
    """Run a program and return what it printed; PlainError, with its last words, where it failed."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode not in allowed:
        words = done.stderr.decode(errors="replace").strip().splitlines()[-_SHOWN_LINES:]
        raise PlainError(
            f"{Path(command[0]).name} stopped ({done.returncode}), and the site is not all there yet; "
            "the same command goes on from here. It said:\n" + "\n".join(f"  {line}" for line in words)
        )
    return done.stdout


@contextmanager
def listed(files: Sequence[str]) -> Iterator[str]:
    """Hand out a file that names files, one a line."""
    with tempfile.TemporaryDirectory(prefix="broadside-") as folder:
        names = Path(folder) / "files.txt"
        names.write_text("".join(f"{file}\n" for file in files), "utf-8")
        yield str(names)
