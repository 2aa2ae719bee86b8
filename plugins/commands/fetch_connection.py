"""A connection to one computer of which the number was checked, and a watch that ends it when it takes too long."""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult

# What a host answers where there is nothing, for now or for good.
GONE = frozenset({404, 410})


class FetchError(Exception):
    """A file could not be fetched; the text is a sentence without a full stop that begins with what the host did.

    `status` is what the host answered, 0 where it answered nothing; `is_nowhere` tells that no host has the name.
    """

    def __init__(self, said: str, status: int = 0, *, is_nowhere: bool = False) -> None:
        super().__init__(said)
        self.status, self.is_nowhere = status, is_nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how large an answer may be; the size counts before and after it is unpacked."""

    connect_seconds: float = 10
    read_seconds: float = 20
    total_seconds: float = 60
    size_bytes: int = 20_000_000
    redirects: int = 5


Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Return the numbers of a host, each once, in the order in which the system would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def resolve_within(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """Return the numbers of a host; raises TimeoutError when the system takes too long to find them."""
    found: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found.put(resolve(host, port))
        except (OSError, ValueError) as failure:
            found.put(failure)

    # The system's own way to ask cannot be stopped; a thread that nobody waits for ends with the program.
    threading.Thread(target=look_up, daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


class Connection(http.client.HTTPConnection):
    """A connection to one of the numbers that were checked, under the name that was asked for."""

    def __init__(self, parts: SplitResult, port: int, numbers: list[str], limits: Limits) -> None:
        super().__init__(parts.hostname or "", port, timeout=limits.read_seconds)
        self._numbers = numbers
        # `sock` is taken away when a host says that its answer is the last.
        self._open: socket.socket | None = None
        self._limits = limits
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self.default_port = 443 if self._tls else 80

    def connect(self) -> None:
        for number in self._numbers[:-1]:
            try:
                return self._connect_to(number)
            except (ConnectionError, TimeoutError):
                continue
        return self._connect_to(self._numbers[-1])

    def _connect_to(self, number: str) -> None:
        self.sock = self._open = socket.create_connection((number, self.port), self._limits.connect_seconds)
        if self._tls:
            sock = self._tls.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            # Known to stop() before the handshake, which can be as slow as anything else.
            self.sock = self._open = sock
            sock.do_handshake()
        self.sock.settimeout(self._limits.read_seconds)

    def stop(self) -> None:
        """End whatever waits on this connection, from another thread."""
        if self._open is not None:
            with suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)


class Watch:
    """Ends what is still waiting when the time for the whole fetch is over, and closes what was opened."""

    def __init__(self, seconds: float) -> None:
        self.late = False
        self._connection: Connection | None = None
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._connection:
            self._connection.close()

    def over(self, connection: Connection) -> None:
        """Watch over a connection, in the place of the one before it."""
        if self._connection:
            self._connection.close()
        self._connection = connection
        if self.late:
            raise TimeoutError

    def _end(self) -> None:
        self.late = True
        if self._connection:
            self._connection.stop()
