"""Writes addresses that have moved as `_redirects`, which Netlify and Cloudflare Pages read, and reads that again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from plugins.hosting.redirect import Redirect, encoded
from plugins.hosting.render_headers_file import CLOUDFLARE

# What Cloudflare reads at most (https://developers.cloudflare.com/pages/configuration/redirects/).
RULES_LIMIT = 2000
_ABOUT = "# Made by Broadside from redirects.csv and the old addresses of pages (docs/publishing.md).\n"
_FIELDS = 3


def render_redirects_file(redirects: Iterable[Redirect], host: str = "") -> str:
    """Return the file. Netlify sends a page that is there first, unless told so by "!"; Cloudflare knows no queries."""
    lines = [line for one in redirects for line in _lines(one, host)]
    return _ABOUT + "".join(lines[:RULES_LIMIT] if host == CLOUDFLARE else lines)


def is_cut(redirects: Iterable[Redirect], host: str) -> bool:
    """Tell whether there are more than the host reads."""
    return host == CLOUDFLARE and sum(len(tuple(_lines(one, host))) for one in redirects) > RULES_LIMIT


def _lines(one: Redirect, host: str) -> Iterator[str]:
    if host == CLOUDFLARE and one.query:
        return
    query = "".join(f" {part}" for part in one.query.split("&") if part)
    for source in one.sources:
        yield f"/{encoded(source)}{query} {one.below('/')} {'301' if host == CLOUDFLARE else '301!'}\n"


def read_redirects_file(text: str) -> tuple[Redirect, ...]:
    """Return the redirects of a file that was written here."""
    found: dict[tuple[str, str], Redirect] = {}
    for line in text.splitlines():
        parts = line.split()
        if len(parts) < _FIELDS or line.startswith("#"):
            continue
        source, *query, target, _ = parts
        one = Redirect(path=unquote(source).strip("/"), query="&".join(query), target=_target(target))
        found.setdefault((one.path, one.query), one)
    return tuple(found.values())


def _target(written: str) -> str:
    return written if "://" in written else unquote(written).removeprefix("/")
