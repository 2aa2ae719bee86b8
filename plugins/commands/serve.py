"""Shows the site on this computer while it is written: a save builds it again and the browser follows."""

from __future__ import annotations

import queue
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from plugins.commands.asked import Asked, files_of, settings_of
from plugins.commands.nearby import address_of, invitation, is_for_others
from plugins.commands.plainly import PlainError
from plugins.commands.remarks import Remarks
from plugins.commands.site_server import News, SiteServer, make_server
from plugins.commands.try_events import events_at_hand
from plugins.commands.warm import Builder

_FOLDERS = ("content", "theme", "plugins")
_SETTLE_SECONDS = 0.005
# How long the watcher waits for more saves before it tells of one.
_STEP_MS = 5
_HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to listen; port 0 takes a free one."""

    host: str
    port: int


def place_of(host: str, port: str) -> Place:
    """Return where to listen, from the options as they were typed."""
    if not port.isascii() or not port.isdigit() or int(port) > _HIGHEST_PORT:
        raise PlainError(
            f"--port {port} is not a port: name a number from 1024 to {_HIGHEST_PORT}, or 0 for a free one."
        )
    return Place(host=host, port=int(port))


def run(root: Path, asked: Asked, place: Place) -> None:
    """Build, serve and build again until Ctrl-C; a build that fails leaves the pages as they were."""
    asked = events_at_hand(root, asked)
    settings_of(asked)
    site = root / ".serve"
    report = root / ".cache" / "serve-report.json"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    asked = replace(asked, report=str(report))
    news = News(remarks=Remarks(report=report))
    # For each time something was saved, whether code was among it.
    saves: queue.SimpleQueue[bool] = queue.SimpleQueue()
    builder = Builder(root)
    try:
        # Watching begins before the first build, so that a save during it is not missed.
        with serving(listen(place, partial(make_server, site, news=news))) as address, _watching(root, asked, saves):
            print("Building ...", flush=True)
            _build(builder, asked, site, news)
            print(f"\nServing on {address_of(*address)} - stop with Ctrl-C.", flush=True)
            if is_for_others(place.host):
                print(invitation(*address, is_terminal=sys.stdout.isatty()), flush=True)
            while True:
                if _wait(saves):
                    builder.renew()
                print(f"\n{time.strftime('%H:%M:%S')} A file was saved; building ...", flush=True)
                _build(builder, asked, site, news)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
    finally:
        builder.renew()
        news.close()


def listen(place: Place, make: Callable[..., SiteServer]) -> SiteServer:
    """Return a server that listens there and is not yet running; `make` takes a host and a port."""
    try:
        return make(host=place.host, port=place.port)
    except PermissionError:
        raise PlainError(
            f"Port {place.port} is reserved for the system: name one above 1023, such as --port 8000."
        ) from None
    except socket.gaierror:
        raise PlainError(f"--host {place.host} is not an address of this computer: try --host 127.0.0.1.") from None


@contextmanager
def serving(server: SiteServer) -> Iterator[tuple[str, int]]:
    """Serve until the end, and return at which address."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host, port = server.server_address[:2]
    try:
        yield str(host), port
    finally:
        server.shutdown()
        server.server_close()


def _build(builder: Builder, asked: Asked, site: Path, news: News) -> None:
    start = time.monotonic()

    def first() -> None:
        news.tell()
        print(f"The page you look at is new after {time.monotonic() - start:.2f} s; the rest follows.", flush=True)

    wanted = replace(asked, drafts=True, output=str(site))
    if builder.build(wanted, news.opened(), first) == 0:
        news.tell()
        print(f"All is new after {time.monotonic() - start:.2f} s.", flush=True)


def _wait(saves: queue.SimpleQueue[bool]) -> bool:
    """Wait for a save, and a moment longer for those that come with it; return whether code was among them."""
    while True:
        try:
            # Windows lets Ctrl-C through only between two waits.
            is_code = saves.get(timeout=0.5)
            break
        except queue.Empty:
            continue
    time.sleep(_SETTLE_SECONDS)
    while not saves.empty():
        is_code = saves.get() or is_code
    return is_code


@contextmanager
def _watching(root: Path, asked: Asked, saves: queue.SimpleQueue[bool]) -> Iterator[None]:
    """Put into the queue what was saved of content, theme, plugins and settings, each time."""
    import watchfiles

    stop = threading.Event()
    folders = [root / name for name in _FOLDERS]
    folders += [Path(typed).resolve() for typed in (asked.content, asked.posts, asked.theme) if typed]
    files = [root / "pelicanconf.py", *files_of(asked.events)]

    def watch(paths: list[Path], only: list[Path]) -> None:
        # Files are watched by their folder, since many editors save by putting a new file in place of the old.
        changes = watchfiles.watch(
            *paths, stop_event=stop, recursive=not only, raise_interrupt=False, step=_STEP_MS, debounce=10 * _STEP_MS
        )
        for found in changes:
            if not only or any(Path(path) in only for _, path in found):
                saves.put(any(path.endswith(".py") for _, path in found))

    settings_folders = list({file.parent for file in files})
    threads = [
        threading.Thread(target=watch, args=([folder for folder in folders if folder.is_dir()], []), daemon=True),
        threading.Thread(target=watch, args=(settings_folders, files), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
