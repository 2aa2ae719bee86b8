"""Publishes again and again in copies of one process, each killed just before it changes something on the disk.

    python -m tests.commands.publish_killer CONTENT OLD WORK MOMENTS

`OLD` holds an old site and what belongs to it; each attempt works on a copy in `WORK`. `MOMENTS` is how many moments
are tried, spread evenly, besides those around the exchange; what came of each is printed as JSON.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import signal
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pelicanconf
from plugins.commands import publish
from plugins.commands.asked import Asked

ROOT = Path(pelicanconf.ROOT)
# A moment: how many exchanges are over (of the folder that is built, and of the site), and how many changes since.
Moment = tuple[int, int]
AT_EXCHANGE, OVER = -1, 2
NEVER: Moment = (9, 9)
_CHANGES = frozenset("os.rename os.link os.remove os.mkdir os.rmdir os.utime os.truncate shutil.rmtree".split())
_AFTER = 3
# How many changes one attempt may have fewer than another, such as folders that are there by then.
_FEWER = 10


@dataclass(slots=True)
class Killer:
    """Hears of everything that Python does, and kills this process at a moment, before the change is made."""

    moment: Moment
    seen: list[Moment] = field(default_factory=list)
    now: Moment = (0, 0)
    me: int = field(default_factory=os.getpid)

    def hear(self, event: str, given: tuple[object, ...]) -> None:
        if os.getpid() != self.me or event == "os.kill":
            return
        exchanges, changes = self.now
        # What the system is asked for is looked up just before it is called.
        is_exchange = event == "ctypes.dlsym" and given[1] == "renameat2"
        # After the last exchange there may be nothing left to change: everything counts.
        if not (is_exchange or is_change(event, given) or exchanges == OVER):
            return
        if self.moment == self.now or (is_exchange and self.moment == (exchanges, AT_EXCHANGE)):
            os.kill(self.me, signal.SIGKILL)
        self.seen.append(self.now)
        self.now = (exchanges + 1, 0) if is_exchange else (exchanges, changes + 1)


def is_change(event: str, given: tuple[object, ...]) -> bool:
    """Tell whether an event of Python's own log is about to change something on the disk."""
    if event == "open":
        return isinstance(given[2], int) and bool(given[2] & (os.O_WRONLY | os.O_RDWR))
    return event in _CHANGES


def attempt(content: Path, folder: Path, moment: Moment) -> tuple[int, list[Moment]]:
    """Publish in a copy of this process; return how it ended, and unless it was killed, all its moments."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        killer = Killer(moment)
        asked = Asked(content=str(content), output=str(folder / "output"), now="2026-10-08T14:20")
        with Path(os.devnull).open("w", encoding="utf-8") as sys.stdout:
            sys.addaudithook(killer.hear)
            code = publish.run(ROOT, asked)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps(killer.seen).encode())
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    return os.waitpid(child, 0)[1], [(one, other) for one, other in json.loads(said)] if said else []


def digest(folder: Path) -> str:
    """Return the digest of all files of a folder, and of nothing where there is none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    told = "".join(f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}\n" for path in files)
    return sha256(told.encode()).hexdigest()


def fresh(old: Path, work: Path, name: str) -> Path:
    """Return a copy of the old site and what belongs to it, by second names of its files."""
    return Path(shutil.copytree(old, work / name, copy_function=os.link))


def chosen(seen: list[Moment], count: int) -> list[Moment]:
    """Return some of all moments before the exchange of the site, that itself, and some after it."""
    before = [moment for moment in seen if moment[0] < OVER][:-_FEWER]
    return [*before[:: max(1, len(before) // count)], (OVER - 1, AT_EXCHANGE), *((OVER, one) for one in range(_AFTER))]


def main(content: Path, old: Path, work: Path, count: int) -> None:
    for plugin in pelicanconf.PLUGINS:
        importlib.import_module(plugin)
    # So that all is done by the one process that is killed, in the same order each time.
    os.cpu_count = lambda: 1
    before = digest(old / "output")
    # What is kept of packed copies is there from now on, so that every attempt does the same.
    attempt(content, fresh(old, work, "first"), NEVER)
    whole = fresh(old, work, "whole")
    status, seen = attempt(content, whole, NEVER)
    after = digest(whole / "output")
    states = {before: "old", after: "new"}
    tried = []
    for moment in chosen(seen, count):
        folder = fresh(old, work, f"moment-{len(tried)}")
        killed, _ = attempt(content, folder, moment)
        found = states.get(digest(folder / "output"), "between")
        again, _ = attempt(content, folder, NEVER)
        mended = states.get(digest(folder / "output"), "between")
        tried.append({"moment": moment, "ended": killed, "found": found, "again": again, "mended": mended})
        shutil.rmtree(folder)
    json.dump({"status": status, "differ": before != after, "changes": len(seen), "tried": tried}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
