"""Takes the time from a save to the changed page while a generator serves its site, generators in turn."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPResponse

from plugins.commands.bench_clock import Say, variables
from plugins.commands.bench_sites import SAVES, Change, Mode, Site
from plugins.commands.plainly import PlainError

_PATIENCE_SECONDS = 600
_REST_SECONDS = 1.5
# How often Hugo looks for saves.
_PERIOD_SECONDS = 0.5
# How long somebody has looked at a page before the save.
_LOOK_SECONDS = 0.2
_SCRIPT = re.compile(rb'src="/\.reload\.js\?build=(\d+)"')
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

    def read(self, file: str) -> str:
        """Return a file as it is on disk, or nothing while there is none."""
        try:
            return (self.site.folder / self.site.peer.served / file).read_text(encoding="utf-8")
        except OSError:
            return ""

    @contextmanager
    def looking(self, page: str) -> Iterator[None]:
        """Keep a page open as a browser does: Hugo makes only what was looked at lately again, and we make that first.

        Of our pages, the script that waits for news of them says that they are open (commands/reload.js).
        """
        with ExitStack() as opened:
            with suppress(OSError):
                script = _SCRIPT.search(opened.enter_context(self._open(page)).read())
                if script:
                    opened.enter_context(self._open(f".reload?build={script[1].decode()}&page=/{page}"))
            yield

    def _open(self, address: str) -> AbstractContextManager[HTTPResponse]:
        answer: HTTPResponse = urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=60)
        return answer


def take_saves(sites: Sequence[Site], modes: Sequence[Mode], rounds: int, say: Say) -> tuple[Saves, ...]:
    """Return the time from save to page for each site that can be served, and each kind of save."""
    found: dict[tuple[int, Mode], list[float]] = {}
    with ExitStack() as running:
        served = [running.enter_context(_serving(site, say)) for site in sites if site.peer.serve]
        for one in served:
            _save(one, "post", 0, tries=_TRIES)
        for turn in range(rounds):
            say(f"saves, round {turn + 1} of {rounds}")
            for mode in (mode for mode in SAVES if mode in modes):
                for place, one in enumerate(served):
                    if one.site.has(mode):
                        found.setdefault((place, mode), []).append(_save(one, mode, turn / rounds))
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
        _until(lambda: "</html>" in served.read(f"{site.shown()}index.html"), _PATIENCE_SECONDS, process)
        time.sleep(2 * _REST_SECONDS)
        yield served
    finally:
        _stop(process)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _save(served: Served, mode: Mode, moment: float, tries: int = 1) -> float:
    """Save a change and return the seconds until the site on disk shows it.

    `moment`, from 0 up to 1, is when to save within the time between two looks of Hugo's, wherever that begins: left to
    chance, a few saves would tell more of the chance than of Hugo.
    """
    for left in range(tries, 0, -1):
        with served.looking(served.site.shown(mode)):
            time.sleep(_LOOK_SECONDS)
            time.sleep((moment * _PERIOD_SECONDS - time.monotonic()) % _PERIOD_SECONDS)
            change = served.site.change(mode)
            start = time.monotonic()
            if change and _shows(served, change, _PATIENCE_SECONDS if left == 1 else 30):
                seconds = time.monotonic() - start
                time.sleep(_REST_SECONDS)
                return seconds
    raise PlainError(f"{served.site.peer.title} never showed a saved {mode} while it served.")


def _shows(served: Served, change: Change, seconds: float) -> bool:
    return _until(lambda: change.text in served.read(change.file), seconds, served.process)


def _until(holds: Callable[[], bool], seconds: float, process: subprocess.Popen[bytes]) -> bool:
    """Wait until something holds; False when that takes too long or the program has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        if holds():
            return True
        time.sleep(0.003)
    return False
