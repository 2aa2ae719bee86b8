"""The one table of headers: what is sent with each kind of file, by whatever server; the first row that fits counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from plugins.hosting.content_types import SPECULATION_RULES, content_type
from plugins.hosting.digest_names import has_digest
from plugins.hosting.model import CACHING, HOUR, LASTING, MINUTES, Row
from plugins.hosting.policy import ANYBODY, DRAWING, FILE, PERMISSIONS, WASM, page_policy
from plugins.kernel.library import Library

_FEED_ENDINGS = ("xml", "json", "opml")
# Pictures, recordings and forms: everything that readers of feeds and other sites may show.
_SHOWN = ("images", "audio", "videos", "files")
_SHOWN_ENDINGS = ("avif", "gif", "ico", "jpg", "png", "webp")


def table(library: Library) -> tuple[Row, ...]:
    """Return every row, the most particular first."""
    page = page_policy(library)
    places = ("", *(f"{language}/" for language in library.languages[1:]))
    rest = Row(name="page", about="pages, and everything else", pattern=re.compile(".*"), globs=("*",), policy=page)
    return (*_pages(places, library), _open(places, page), *_files(), rest)


def _pages(places: tuple[str, ...], library: Library) -> tuple[Row, ...]:
    return (
        Row(
            name="embed",
            about="the list of what is on, for other sites to frame",
            pattern=re.compile(rf"{_any(places)}embed/.*"),
            globs=tuple(f"{place}embed/*" for place in places),
            policy=page_policy(library, frames=ANYBODY),
            is_open=True,
            is_framed=True,
        ),
        Row(
            name="search",
            about="the page of the search, where there is one",
            pattern=re.compile(rf"{_any(places)}search/(?:index\.html)?"),
            globs=tuple(f"{place}search/{end}" for place in places for end in ("", "index.html")),
            policy=page_policy(library, f"'self' {WASM}"),
        ),
    )


def _open(places: tuple[str, ...], policy: str) -> Row:
    feeds = tuple(f"{place}feeds/*.{ending}" for place in places for ending in _FEED_ENDINGS)
    return Row(
        name="open",
        about="feeds, calendars and data for partners",
        pattern=re.compile(rf"{_any(places)}feeds/.+\.{_any(_FEED_ENDINGS)}|.+\.ics|events\.json"),
        globs=("*.ics", "events.json", *feeds),
        policy=policy,
        caching=MINUTES,
        is_open=True,
    )


def _files() -> tuple[Row, ...]:
    return (
        Row(
            name="drawing",
            about="drawings (SVG), which could hold a script: none runs",
            pattern=re.compile(r".+\.svg"),
            globs=("*.svg",),
            policy=DRAWING,
            caching=HOUR,
            is_shown=True,
        ),
        Row(
            name="shown",
            about="pictures, recordings, forms and cards, which feed readers and other sites show",
            pattern=re.compile(rf"{_any(_SHOWN)}/.+|.+\.{_any(_SHOWN_ENDINGS)}"),
            globs=(*(f"{folder}/*" for folder in _SHOWN), *(f"*.{ending}" for ending in _SHOWN_ENDINGS)),
            policy=FILE,
            caching=HOUR,
            is_shown=True,
        ),
    )


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def row_of(path: str, rows: Iterable[Row]) -> Row:
    """Return which of the rows is that of a path: "news/a/", "theme/css/site.css"; "" is home."""
    return next(row for row in rows if row.pattern.fullmatch(path))


def headers_of(path: str, library: Library) -> dict[str, str]:
    """Return all that is sent with a path of the site (without its first slash, "" is home), besides its length.

    What a server works out of the file itself is not among it: ETag, Last-Modified, Content-Encoding and Vary.
    """
    headers = {"Content-Type": content_type(path), **row_headers(row_of(path, table(library)), library)}
    return headers | ({CACHING: LASTING} if has_digest(path) else {})


def row_headers(row: Row, library: Library) -> dict[str, str]:
    """Return what is sent with every file of a row, but that one with a digest in its name may be kept for ever."""
    found = urlsplit(library.address)
    is_reachable = row.is_open or row.is_shown
    return {
        CACHING: row.caching,
        "Content-Security-Policy": row.policy,
        **({} if row.is_framed else {"X-Frame-Options": "DENY"}),
        **({"Access-Control-Allow-Origin": "*"} if row.is_open else {}),
        "Cross-Origin-Resource-Policy": "cross-origin" if is_reachable else "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        # No other site learns what somebody has read here.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
        **({"Strict-Transport-Security": "max-age=31536000"} if found.scheme == "https" else {}),
        "Speculation-Rules": f'"{found.path}{SPECULATION_RULES}"',
    }
