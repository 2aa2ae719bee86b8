"""Takes the time and the memory of builds, in turn, so that a busy machine is busy for every generator."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.commands.bench_sites import Mode, Site
from plugins.commands.plainly import PlainError
from plugins.commands.setup import environment

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one build took: seconds on the clock, seconds of processors, and MiB at its highest (0: not known)."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """All runs of one generator in one mode at one size, in order of rounds."""

    site: Site
    mode: Mode
    runs: tuple[Taken, ...]
    pages: int

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        return statistics.median(run.peak for run in self.runs)


def take_all(sites: Sequence[Site], modes: Sequence[Mode], rounds: int, say: Say) -> tuple[Cell, ...]:
    """Return every generator's figures: in each round each mode, in each mode all generators in turn."""
    for site in sites:
        say(f"{site.peer.title}, {site.posts:,} posts: a first build, not counted")
        take(site, "cold")
        missing = site.missing_pages()
        if missing:
            raise PlainError(f"{site.peer.title} made no page {missing[0]} ({len(missing)} are missing).")
    runs: dict[tuple[int, Mode], list[Taken]] = {}
    for turn in range(rounds):
        for mode in modes:
            say(f"round {turn + 1} of {rounds}: {mode}")
            # Who begins changes, so that nobody always follows the same neighbor.
            for place in _rotated(range(len(sites)), turn):
                if mode != "event" or sites[place].events:
                    runs.setdefault((place, mode), []).append(take(sites[place], mode))
    counts = [site.pages() for site in sites]
    return tuple(
        Cell(site=sites[place], mode=mode, runs=tuple(found), pages=counts[place])
        for (place, mode), found in sorted(runs.items(), key=lambda one: (one[0][0], modes.index(one[0][1])))
    )


def _rotated(places: Sequence[int], turn: int) -> list[int]:
    start = turn % len(places)
    return [*places[start:], *places[:start]]


def take(site: Site, mode: Mode) -> Taken:
    """Make the change, build, and return what the build took; PlainError when it failed or missed the change."""
    change = site.change(mode)
    taken = run_once(site.peer.command, site.folder, site.peer.title)
    site.check(change)
    return taken


def variables(folder: Path) -> dict[str, str]:
    """Return the environment of every generator: Hugo's cache is the site's own, so that cold is cold."""
    return environment() | {"HUGO_CACHEDIR": str(folder / ".hugo-cache"), "PYTHONWARNINGS": "ignore"}


def run_once(command: tuple[str, ...], folder: Path, title: str) -> Taken:
    """Run a command in a folder, and return what it took; PlainError when it failed."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        child = subprocess.Popen(
            command, cwd=folder, env=variables(folder), stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        cpu, peak = _wait(child)
        wall = time.monotonic() - start
        if child.returncode:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            raise PlainError(f"{title} could not build: {' '.join(lines[-3:]) or 'it said nothing'}")
    return Taken(wall=wall, cpu=cpu, peak=peak)


def _wait(child: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Wait for a child; return its processors' seconds and its peak in MiB, where the system tells them."""
    if not hasattr(os, "wait4"):
        child.wait()
        return 0.0, 0.0
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if os.uname().sysname == "Darwin" else 2**10
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit
