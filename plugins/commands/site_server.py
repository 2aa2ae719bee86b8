"""Serves the built site on this computer, and tells open pages when there is a newer one."""

from __future__ import annotations

import os
import posixpath
import socket
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from plugins.commands import remarks
from plugins.commands.checks.model import file_of
from plugins.commands.remarks import Remarks
from plugins.hosting.content_types import TYPES, content_type

# What socketserver makes a handler of: the connection, who is at its other end, and the server.
Given = tuple[socket.socket, tuple[str, int], BaseServer]
_SCRIPT = Path(__file__).with_name("reload.js")
# What the box of problems needs.
_BESIDE = {f"/.{file.name}": file for file in (remarks.STYLE, remarks.SCRIPT)}
_HEARTBEAT_SECONDS = 10
# What every page loads: a change of it shows on the page that is open.
STYLE = "theme/css/site.css"
_MISSING = "404.html"
_NOT_BUILT = b"<!doctype html><title>Not built yet</title><p>The site could not be built; the terminal says why.</p>"


@dataclass(slots=True)
class News:
    """The mark of the newest build, and a way to wait for the next."""

    mark: str = "0"
    remarks: Remarks | None = None
    is_over: bool = False
    _open: Counter[str] = field(default_factory=Counter)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self) -> None:
        """Say that there is a new build."""
        if self.remarks:
            self.remarks.refresh()
        with self._changed:
            self.mark = str(time.time_ns())
            self._changed.notify_all()

    def opened(self) -> tuple[str, ...]:
        """Return the files of the pages that are open in a browser, and the style that all of them have."""
        with self._changed:
            files = [file_of(page) for page in +self._open]
        return (*files, STYLE)

    @contextmanager
    def looking(self, page: str) -> Iterator[None]:
        """Count a page as open in a browser for the duration."""
        with self._changed:
            self._open[page] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[page] -= 1

    def close(self) -> None:
        """Send everyone home who waits."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def wait(self, known: str, seconds: float) -> bool:
        """Return whether a build newer than the known one came within the time."""
        with self._changed:
            return self._changed.wait_for(lambda: self.is_over or self.mark != known, seconds) and not self.is_over


class SiteServer(ThreadingHTTPServer):
    """Listens on one address; Windows would let two programs listen on the same port."""

    allow_reuse_address = os.name != "nt"
    daemon_threads = True

    def __init__(self, place: tuple[str, int], handle: Callable[..., BaseHTTPRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        super().__init__(place, handle)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that go away in the middle of an answer."""


def make_server(site: Path, host: str, port: int, news: News) -> SiteServer:
    """Return a server of the folder that is not yet running; port 0 takes a free one. Raises OSError."""
    return SiteServer((host, port), partial(_Handler, site, news))


class Handler(BaseHTTPRequestHandler, ABC):
    """Answers for the site in a folder, and leaves the terminal to the report."""

    server_version = "Broadside"
    sys_version = ""

    def __init__(self, site: Path, *given: *Given) -> None:
        self.site = site
        super().__init__(*given)

    @abstractmethod
    def respond(self) -> None:
        """Answer; where the command is HEAD, without the bytes."""

    def do_GET(self) -> None:
        self.respond()

    def do_HEAD(self) -> None:
        self.respond()

    def log_message(self, *said: object, **more: object) -> None:
        """Say nothing of each answer."""


class _Handler(Handler):
    def __init__(self, site: Path, news: News, *given: *Given) -> None:
        self.news = news
        super().__init__(site, *given)

    def respond(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/.reload":
            asked = parse_qs(address.query)
            with self.news.looking(asked.get("page", [""])[0].lstrip("/")):
                self._stream(asked.get("build", [""])[0])
        elif address.path == "/.reload.js":
            self._send(HTTPStatus.OK, TYPES["js"], _SCRIPT.read_bytes())
        elif address.path in _BESIDE:
            file = _BESIDE[address.path]
            self._send(HTTPStatus.OK, content_type(file.name), file.read_bytes())
        else:
            self._page(unquote(address.path))

    def _page(self, path: str) -> None:
        file = file_for(self.site, path)
        if file and file.is_dir():
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", quote(f"/{file.relative_to(self.site).as_posix()}/"))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif file:
            self._send(HTTPStatus.OK, content_type(file.name), self._marked(file))
        else:
            missing = self.site / _MISSING
            body = self._marked(missing) if missing.is_file() else _NOT_BUILT + self._tag(missing)
            self._send(HTTPStatus.NOT_FOUND, TYPES["html"], body)

    def _marked(self, file: Path) -> bytes:
        """Return a file's bytes; a page also gets its problems, and the script that loads it anew."""
        body = file.read_bytes()
        if file.suffix != ".html":
            return body
        before, end, after = body.rpartition(b"</body>")
        return before + self._tag(file) + end + after if end else body + self._tag(file)

    def _tag(self, file: Path) -> bytes:
        said, address = self.news.remarks, file.relative_to(self.site).as_posix()
        box = said.render(address, is_missing=address == _MISSING) if said else ""
        return f'{box}<script src="/.reload.js?build={self.news.mark}"></script>'.encode()

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self, known: str) -> None:
        """Send one server-sent event when there is a newer build, and a sign of life until then."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while not self.news.wait(known, _HEARTBEAT_SECONDS):
            if self.news.is_over:
                return
            self.wfile.write(b": here\n\n")
            self.wfile.flush()
        self.wfile.write(b"event: built\ndata: now\n\n")


def file_for(site: Path, path: str) -> Path | None:
    """Return the file an address leads to, its folder when the address lacks the last slash, or None."""
    if "\0" in path or "\\" in path:
        return None
    inside = posixpath.normpath("/" + path.lstrip("/")).lstrip("/")
    file = site / inside
    if not path.endswith("/"):
        return file if file.exists() else None
    index = file / "index.html"
    return index if index.is_file() else None
