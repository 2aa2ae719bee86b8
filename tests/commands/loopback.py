"""A host on loopback that behaves as badly as it is told to: each path has its own way to answer."""

from __future__ import annotations

import gzip
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

CSV = b"Title,Start Date,Start Time,Location\nChess,2026-10-20,18:00,Hall\nTea,2026-10-21,15:00,Hall\n"
LOG_IN = b"<!DOCTYPE html><html><title>Log in</title><form>Password</form></html>"
Way = Callable[["Visit"], None]


@dataclass(kw_only=True)
class Visit:
    """One question that came in: its path, its headers in lower case, and how to answer."""

    path: str
    headers: dict[str, str]
    send: Callable[[bytes], object]
    hang_up: threading.Event

    def answer(self, body: bytes = b"", status: str = "200 OK", length: int | None = None, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [
            f"HTTP/1.1 {status}",
            f"Content-Length: {len(body) if length is None else length}",
            "Connection: close",
        ]
        lines += [f"{name}: {value}" for name, value in named.items()]
        self.send("\r\n".join([*lines, "", ""]).encode() + body)

    def drip(self, piece: bytes, seconds: float = 0.05) -> None:
        """Send a piece again and again, until nobody listens any more."""
        with suppress(OSError):
            while not self.hang_up.is_set():
                self.send(piece)
                time.sleep(seconds)

    def wait(self) -> None:
        self.hang_up.wait(20)


@dataclass(kw_only=True)
class Host:
    """A host that is up: where it is, how it answers each path, and what it was asked."""

    port: int
    ways: dict[str, Way]
    visits: list[Visit] = field(default_factory=list)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def up(greeting: bytes = b"", certificate: Path | None = None, **ways: Way) -> Iterator[Host]:
    """Run a host on loopback; the way called `slow` answers /slow. It may greet first, or speak https."""
    host = Host(port=0, ways=dict(ways))
    hang_up = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def setup(self) -> None:
            if certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(certificate)
                self.request = context.wrap_socket(self.request, server_side=True)
            super().setup()
            self.wfile.write(greeting)

        def handle(self) -> None:
            first = self.rfile.readline().decode("latin-1").split(" ")
            pairs = (line.decode("latin-1").partition(":") for line in iter(self.rfile.readline, b"\r\n") if line)
            headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
            visit = Visit(path=first[1], headers=headers, send=self.request.sendall, hang_up=hang_up)
            host.visits.append(visit)
            with suppress(OSError):
                host.ways[visit.path.partition("?")[0].strip("/")](visit)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """Whoever asks may hang up; that is what is being tried."""

    with Server(("127.0.0.1", 0), Handler) as server:
        host.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield host
        finally:
            hang_up.set()
            server.shutdown()


def csv(visit: Visit) -> None:
    visit.answer(CSV, Content_Type="text/csv", ETag='"one"', Last_Modified="Thu, 08 Oct 2026 12:00:00 GMT")


def known(visit: Visit) -> None:
    """Answer 304 to whoever has it already."""
    if visit.headers.get("if-none-match") == '"one"':
        visit.send(b'HTTP/1.1 304 Not Modified\r\nETag: "one"\r\nConnection: close\r\n\r\n')
    else:
        csv(visit)


def slow_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n")
    visit.drip(b"X")


def slow_body(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    visit.drip(b"a")


def nothing(visit: Visit) -> None:
    """Hang up."""


def silent(visit: Visit) -> None:
    visit.wait()


def truncated(visit: Visit) -> None:
    visit.answer(CSV, length=len(CSV) + 500)


def truncated_chunks(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(CSV), CSV))


def chunks(visit: Visit) -> None:
    truncated_chunks(visit)
    visit.send(b"0\r\n\r\n")


def truncated_gzip(visit: Visit) -> None:
    visit.answer(gzip.compress(CSV)[:-12], Content_Encoding="gzip")


def packed(visit: Visit) -> None:
    visit.answer(gzip.compress(CSV[:40]) + gzip.compress(CSV[40:]), Content_Encoding="gzip")


def bomb(visit: Visit) -> None:
    visit.answer(gzip.compress(bytes(3_000_000)), Content_Encoding="gzip")


def endless(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    visit.drip(b"a,b\n" * 50_000, seconds=0)


def huge(visit: Visit) -> None:
    visit.answer(b"", length=10**12)


def garbage(visit: Visit) -> None:
    visit.send(b"220 mail.example ESMTP ready\r\n")


def log_in(visit: Visit) -> None:
    visit.answer(LOG_IN, Content_Type="text/html")


def status(said: str) -> Way:
    return lambda visit: visit.answer(b"no", status=said)


def to(location: str) -> Way:
    return lambda visit: visit.answer(b"", status="302 Found", Location=location)
