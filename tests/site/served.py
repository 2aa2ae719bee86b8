"""Serves a built site on the loopback as a plain web host would: a folder has its index, what is missing 404.html."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body are written apart; without this each answer waits for the other side to say that it has the head.
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".webp": "image/webp",
        ".avif": "image/avif",
        ".woff2": "font/woff2",
    }

    def __init__(self, base: str, site: Path, *arguments: object) -> None:
        self.base = base
        super().__init__(*arguments, directory=str(site))

    def translate_path(self, path: str) -> str:
        """Return the file of an address; the site begins at the base, and nothing else is here."""
        inside = path.removeprefix(self.base)
        return super().translate_path(f"/{inside}" if path.startswith(self.base) else "/nothing/is/here")

    def send_error(self, code: int, *_: object) -> None:
        body = Path(self.directory, "404.html").read_bytes() if code == 404 else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path: str) -> str:
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

    def log_message(self, *_: object) -> None:
        """Leave the terminal to pytest."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that goes away in the middle of an answer."""


@contextmanager
def served(site: Path, base: str = "/") -> Iterator[str]:
    """Give the address at which a folder is served, such as http://127.0.0.1:40001/x/y/."""
    server = _Server(("127.0.0.1", 0), partial(_Host, base, site))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
