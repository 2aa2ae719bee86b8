"""Fetches one file from the web with every care: checked addresses, limits on time and size, and no half answers.

No proxy of the environment is used, because behind one nobody could check which computer is asked.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from base64 import b64encode
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from plugins.commands.fetch_body import read_body
from plugins.commands.fetch_connection import (
    GONE,
    Connection,
    FetchError,
    Limits,
    Resolve,
    Watch,
    resolve,
    resolve_within,
)
from plugins.kernel.text import shorten, without_unseen
from plugins.tools.public_hosts import is_public
from plugins.tools.web_address import is_web_address, masked

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_MODIFIED = 200, 304
_BROKEN = 500
_HEADER_LIMIT = 500
_SHOWN_LIMIT = 80
_SAFE_IN_PATH = "%/:=&?~+!$,;'@()*[]"
_AGENT = "Broadside (a library's website; fetches a list of events)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to fetch, and what is known of it: `etag` and `last_modified` as the host gave them the last time.

    `method` is HEAD where only its being there is asked about; `agent` says who asks, and why.
    """

    address: str
    allow_private: bool = False
    method: Literal["GET", "HEAD"] = "GET"
    agent: str = _AGENT
    etag: str = ""
    last_modified: str = ""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered; `body` is None where it is what it was."""

    body: bytes | None
    etag: str = ""
    last_modified: str = ""


def fetch(wanted: Wanted, resolve: Resolve = resolve) -> Answer:
    """Return what lies at an address.

    Raises FetchError, whatever the host does.
    """
    with Watch(wanted.limits.total_seconds) as watch:
        try:
            answer = _follow(wanted, resolve, watch)
        except (FetchError, OSError, ValueError, http.client.HTTPException, zlib.error) as failure:
            said = _too_slow(wanted.limits) if watch.late else _sentence(failure, wanted.limits)
            is_nowhere = isinstance(failure, socket.gaierror) and not watch.late
            raise FetchError(said, getattr(failure, "status", 0), is_nowhere=is_nowhere) from None
        # What was ended from outside looks like an answer that has come to its end.
        if watch.late:
            raise FetchError(_too_slow(wanted.limits))
        return answer


def _follow(wanted: Wanted, resolve: Resolve, watch: Watch) -> Answer:
    address = wanted.address
    for _ in range(wanted.limits.redirects + 1):
        answer = _ask(wanted, urlsplit(address), resolve, watch)
        if isinstance(answer, Answer):
            return answer
        address = _next(address, answer)
    raise FetchError(f"leads on to another address more than {wanted.limits.redirects} times")


def _next(address: str, location: str) -> str:
    """Return where a redirect leads, if that is somewhere on the web and no less safe."""
    target = urljoin(address, location)
    if not is_web_address(target):
        shown = shorten(without_unseen(masked(target)), _SHOWN_LIMIT)
        raise FetchError(f'leads on to "{shown}", which is no address on the web')
    if urlsplit(address).scheme == "https" and urlsplit(target).scheme != "https":
        raise FetchError("leads from https:// to http://, where anybody on the way could change the answer")
    return target


def _ask(wanted: Wanted, parts: SplitResult, resolve: Resolve, watch: Watch) -> Answer | str:
    """Return the answer of one host, or the address that it leads on to."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    numbers = resolve_within(resolve, host, port, wanted.limits.connect_seconds)
    connection = Connection(parts, port, _checked(wanted, host, numbers), wanted.limits)
    watch.over(connection)
    connection.request(wanted.method, _target(parts), headers=_headers(wanted, parts))
    with connection.getresponse() as response:
        if response.status in _REDIRECTS and response.headers.get("Location"):
            return str(response.headers["Location"])
        return _answer(wanted, response)


def _checked(wanted: Wanted, host: str, numbers: list[str]) -> list[str]:
    """Return the numbers of a host that may be asked; it is then one of these that is connected to."""
    allowed = [number for number in numbers if wanted.allow_private or is_public(number)]
    if not allowed:
        raise FetchError(
            f'leads to the host "{host}" within a private network, which is refused unless library.toml says '
            "allow_private = true"
        )
    return allowed


def _too_slow(limits: Limits) -> str:
    return f"did not finish its answer within {limits.total_seconds:g} seconds"


def _sentence(failure: Exception, limits: Limits) -> str:
    if isinstance(failure, FetchError):
        return str(failure)
    sentences: tuple[tuple[type[Exception], str], ...] = (
        (socket.gaierror, "cannot be found: there is no host of that name, or no network"),
        (TimeoutError, f"said nothing for {limits.read_seconds:g} seconds"),
        (ssl.SSLCertVerificationError, f"shows a certificate that is not valid ({_why(failure)})"),
        (ssl.SSLError, "cannot be asked safely: what it speaks is not https"),
        (ConnectionRefusedError, "is down: it takes no connection"),
        (http.client.IncompleteRead, "broke off in the middle of its answer"),
        (http.client.RemoteDisconnected, "hung up without an answer"),
        (ConnectionError, "broke off the connection"),
        (http.client.HTTPException, "answers with something that is not HTTP"),
        (zlib.error, "answers with something that cannot be unpacked"),
        (UnicodeError, "has a name that no host can have"),
        (OSError, "cannot be reached"),
    )
    return next((said for kind, said in sentences if isinstance(failure, kind)), "cannot be asked")


def _why(failure: Exception) -> str:
    return str(getattr(failure, "verify_message", "")) or "unknown"


def _target(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return quote((parts.path or "/") + query, safe=_SAFE_IN_PATH)


def _headers(wanted: Wanted, parts: SplitResult) -> dict[str, str]:
    """Return what goes with the question; name and password go only to the host that the library named."""
    headers = {"Accept": "text/csv, text/*;q=0.9, */*;q=0.5", "Accept-Encoding": "gzip", "User-Agent": wanted.agent}
    first = urlsplit(wanted.address)
    if first.username is not None and _host(first) == _host(parts):
        pair = f"{unquote(first.username)}:{unquote(first.password or '')}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode('ascii')}"
    if wanted.etag:
        headers["If-None-Match"] = wanted.etag
    if wanted.last_modified:
        headers["If-Modified-Since"] = wanted.last_modified
    return headers


def _host(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port


def _answer(wanted: Wanted, response: http.client.HTTPResponse) -> Answer:
    if response.status == _NOT_MODIFIED and (wanted.etag or wanted.last_modified):
        return Answer(body=None, etag=wanted.etag, last_modified=wanted.last_modified)
    if response.status != _OK:
        raise FetchError(_refusal(response.status), response.status)
    return Answer(
        body=b"" if wanted.method == "HEAD" else read_body(response, wanted.limits.size_bytes),
        etag=_header(response, "ETag"),
        last_modified=_header(response, "Last-Modified"),
    )


def _refusal(status: int) -> str:
    words = {
        401: "asks for a password",
        403: "does not let us in",
        429: "was asked too often, and wants to be left alone",
    }
    if status in GONE:
        return f"has nothing at this address (it answers {status})"
    return f"{words.get(status, 'is out of order' if status >= _BROKEN else 'refuses')} (it answers {status})"


def _header(response: http.client.HTTPResponse, name: str) -> str:
    """Return a header that can be sent back and kept in a line of text, else ""."""
    value = str(response.headers.get(name, "")).strip()
    return value if value.isascii() and value.isprintable() and len(value) <= _HEADER_LIMIT else ""
