"""Takes the time from a save to the changed page while a generator serves its site, generators in turn."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from plugins.commands.bench_clock import Say, variables
from plugins.commands.bench_content import id_of, slug_of
from plugins.commands.bench_sites import Change, Mode, Site
from plugins.commands.plainly import PlainError

_PATIENCE_SECONDS = 600
_REST_SECONDS = 1.5
# A watcher that missed a save gets another one.
_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Saves:
    """The seconds from each save of one kind to the page that shows it."""

    site: Site
    mode: Mode
    seconds: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running server and where its pages are."""

    site: Site
    process: subprocess.Popen[bytes]
    port: int

    def read(self, page: str) -> str:
        """Return a page as it is on disk, or nothing while there is none."""
        try:
            return (self.site.folder / self.site.peer.served / page / "index.html").read_text(encoding="utf-8")
        except OSError:
            return ""

    def visit(self, page: str) -> None:
        """Open a page as a browser does: Hugo makes only what was looked at lately again."""
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{page}", timeout=60) as answer:
            answer.read()


def take_saves(sites: Sequence[Site], modes: Sequence[Mode], rounds: int, say: Say) -> tuple[Saves, ...]:
    """Return the time from save to page for each site that can be served, and each kind of save."""
    found: dict[tuple[int, Mode], list[float]] = {}
    kinds = [mode for mode in modes if mode in {"post", "event", "template"}]
    with ExitStack() as running:
        served = [running.enter_context(_serving(site, say)) for site in sites if site.peer.serve]
        for one in served:
            _save(one, "post", tries=_TRIES)
        for turn in range(rounds):
            say(f"saves, round {turn + 1} of {rounds}")
            for mode in kinds:
                for place, one in enumerate(served):
                    if mode != "event" or one.site.events:
                        found.setdefault((place, mode), []).append(_save(one, mode))
    return tuple(
        Saves(site=served[place].site, mode=mode, seconds=tuple(seconds)) for (place, mode), seconds in found.items()
    )


@contextmanager
def _serving(site: Site, say: Say) -> Iterator[Served]:
    say(f"{site.peer.title}, {site.posts:,} posts: starting to serve")
    site.forget()
    port = _free_port()
    command = [part.format(port=port) for part in site.peer.serve]
    # Standard input stays open, since some servers stop at its end; a group of its own, since some start others.
    process = subprocess.Popen(
        command,
        cwd=site.folder,
        env=variables(site.folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        served = Served(site=site, process=process, port=port)
        _until(lambda: "</html>" in served.read(_post_of(site)), _PATIENCE_SECONDS, process)
        time.sleep(2 * _REST_SECONDS)
        yield served
    finally:
        _stop(process)


def _post_of(site: Site) -> str:
    return f"news/{slug_of(site.posts // 2)}/"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _save(served: Served, mode: Mode, tries: int = 1) -> float:
    """Save a change and return the seconds until the page shows it."""
    for left in range(tries, 0, -1):
        served.visit(f"events/{id_of(served.site.events // 2)}/" if mode == "event" else _post_of(served.site))
        change = served.site.change(mode)
        start = time.monotonic()
        if change and _shows(served, change, _PATIENCE_SECONDS if left == 1 else 30):
            seconds = time.monotonic() - start
            time.sleep(_REST_SECONDS)
            return seconds
    raise PlainError(f"{served.site.peer.title} never showed a saved {mode} while it served.")


def _shows(served: Served, change: Change, seconds: float) -> bool:
    return _until(lambda: change.text in served.read(change.page), seconds, served.process)


def _until(holds: Callable[[], bool], seconds: float, process: subprocess.Popen[bytes]) -> bool:
    """Wait until something holds; False when that takes too long or the program has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        if holds():
            return True
        time.sleep(0.003)
    return False
