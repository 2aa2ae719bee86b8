"""Addresses on the web: which are whole, how one is shown without its secrets, and where a Google Sheet has its CSV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

HIDDEN = "…"
# What people never type is a key: letters and digits mixed, and many of them.
_LIKE_A_KEY = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[\w.~-]{20,}")
_PLACE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_SECRET_NAME = re.compile(
    r"(?:^|[_-])(?:key|apikey|token|secret|password|passwd|pwd|auth|signature|sig)$", re.IGNORECASE
)
_WHOLE = re.compile(r"https?://[^\s/?#\\]+(?:[/?#][^\s]*)?", re.IGNORECASE)
_SHEETS_HOST = "docs.google.com"
_SHEET = re.compile(r"(/spreadsheets/(?:u/\d+/)?d/(?!e/)[\w-]+)(?:/.*)?")
_PUBLISHED_SHEET = re.compile(r"(/spreadsheets/(?:u/\d+/)?d/e/[\w-]+)(?:/.*)?")


class MissingSecretError(ValueError):
    """An address names a variable that the environment does not have; the message is its name."""


def is_web_address(text: str) -> bool:
    """Tell whether a text is a whole address on the web, with http:// or https:// and a host."""
    if not _WHOLE.fullmatch(text):
        return False
    try:
        parts = urlsplit(_PLACE.sub("x", text))
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def masked(address: str) -> str:
    """Return an address as it may be shown and kept: without name and password, values of a query, and long keys."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"{address.partition(':')[0][:10]}:{HIDDEN}"
    host = parts.netloc.rpartition("@")[2]
    path = "/".join(HIDDEN if _LIKE_A_KEY.fullmatch(part) else part for part in parts.path.split("/"))
    query = "&".join(_masked_part(part) for part in parts.query.split("&")) if parts.query else ""
    return urlunsplit((parts.scheme, f"{HIDDEN}@{host}" if "@" in parts.netloc else host, path, query, ""))


def _masked_part(part: str) -> str:
    name, equals, _ = part.partition("=")
    return f"{name}={HIDDEN}" if equals else HIDDEN


def holds_secret(address: str) -> bool:
    """Tell whether an address holds a password, or a value under a name for keys, rather than a ${NAME} for it."""
    parts = urlsplit(address)
    password = parts.netloc.rpartition("@")[0].partition(":")[2]
    values = [value for name, values in parse_qs(parts.query).items() if _SECRET_NAME.search(name) for value in values]
    return any(value and not _PLACE.fullmatch(value) for value in (password, *values))


def with_secrets(address: str, environ: Mapping[str, str]) -> str:
    """Return an address with what the environment holds in the place of each ${NAME}.

    Raises MissingSecretError.
    """
    for name in _PLACE.findall(address):
        if not environ.get(name):
            raise MissingSecretError(name)
    return _PLACE.sub(lambda found: environ[found[1]], address)


def csv_address(address: str) -> str:
    """Return where a Google Sheet, whose page people copy from the browser, has its CSV; any other as it is."""
    parts = urlsplit(address)
    if parts.netloc.casefold() != _SHEETS_HOST:
        return address
    given = parse_qs(parts.query) | parse_qs(parts.fragment)
    published, sheet = _PUBLISHED_SHEET.fullmatch(parts.path), _SHEET.fullmatch(parts.path)
    if published:
        wanted = {"output": "csv"} | ({"gid": given["gid"][-1], "single": "true"} if "gid" in given else {})
        path = f"{published[1]}/pub"
    elif sheet and not parts.path.endswith(("/export", "/gviz/tq")):
        wanted = {"format": "csv"} | ({"gid": given["gid"][-1]} if "gid" in given else {})
        path = f"{sheet[1]}/export"
    else:
        return address
    if published and "csv" in given.get("output", ()):
        return address
    return urlunsplit(("https", parts.netloc, path, urlencode(wanted), ""))
