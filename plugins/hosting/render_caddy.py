"""Writes the table and the addresses that have moved as a configuration of Caddy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from plugins.hosting.content_types import SPECULATION_RULES, TYPES, UNKNOWN, content_type
from plugins.hosting.digest_names import PATTERN
from plugins.hosting.model import CACHING, HEADERS_FILE, LASTING, REDIRECTS_FILE
from plugins.hosting.place import Place
from plugins.hosting.redirect import Redirect
from plugins.hosting.varying import Varying, varying
from plugins.kernel.library import Library

_ABOUT = """\
# Made by python3 tasks.py hosting from the one table of headers (docs/publishing.md); changes here are lost.
# Save it as /etc/caddy/Caddyfile, or import it there. On Debian: apt-get install caddy. Caddy sees to https by itself.
"""


def render_caddy(library: Library, place: Place, redirects: Iterable[Redirect]) -> str:
    """Return the configuration."""
    found = varying(library)
    snippet = [f"({place.word}) {{", *_tabbed(_headers(found, place)), "}"]
    absent = [name for name, values in found.by_row.items() if not values[found.last]]
    lines = [*_site(place), *_moved(place, redirects), *_missing(place, absent)]
    site = [f"{place.listen or place.host} {{", *_tabbed(lines), "}"]
    return _ABOUT + "\n".join([*snippet, "", *site]) + "\n"


def _tabbed(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"\t{line}" for line in lines)


def _headers(found: Varying, place: Place) -> Iterator[str]:
    """Yield what makes of a path the row that fits it first, and of a row its headers."""
    patterns = [(place.pattern(pattern), name) for name, pattern in found.patterns.items() if name != found.last]
    yield from _map("{path}", "row", [(f"~{pattern}", name) for pattern, name in patterns], found.last)
    full = [name for name, values in found.by_row.items() if all(values.values())]
    for header in full:
        values = found.by_row[header]
        yield from _map("{row}", _word(header), list(values.items())[:-1], values[found.last])
    yield from _map("{path}", "lasting", [(f"~{place.pattern(PATTERN)}", LASTING)], f"{{{_word(CACHING)}}}")
    yield from _map("{path}", "type", _types(place), UNKNOWN)
    yield "header {"
    yield "\tContent-Type {type}"
    yield from (f"\t{name} {{{'lasting' if name == CACHING else _word(name)}}}" for name in full)
    yield from (f"\t{name} {_quoted(value)}" for name, value in found.same.items())
    yield "\t-Server"
    yield "}"
    for name in found.by_row:
        if name not in full:
            yield from _partly(name, found, place)


def _partly(name: str, found: Varying, place: Place) -> Iterator[str]:
    """Yield a header that some rows do not have: there it is not sent at all, not even empty."""
    values = found.by_row[name]
    is_usual = bool(values[found.last])
    others = [found.patterns[row] for row, value in values.items() if bool(value) != is_usual]
    value = next(filter(None, values.values()))
    yield f"@{_word(name)} {'not ' if is_usual else ''}path_regexp {_quoted(place.pattern('|'.join(others)))}"
    yield f"header @{_word(name)} {name} {_quoted(value)}"


def _types(place: Place) -> Iterator[tuple[str, str]]:
    """Yield the types by pattern; a page's address ends with a slash, or with none where Caddy adds it."""
    yield f"~{place.pattern(SPECULATION_RULES)}", content_type(SPECULATION_RULES)
    yield "~(?:/[^/.]*|\\.html)$", TYPES["html"]
    yield from ((f"~(?i)\\.{ending}$", kind) for ending, kind in TYPES.items() if ending != "html")


def _map(of: str, to: str, cases: Iterable[tuple[str, str]], default: str) -> Iterator[str]:
    yield f"map {of} {{{to}}} {{"
    for case, value in cases:
        yield f"\t{_quoted(case)} {_quoted(value)}"
    yield f"\tdefault {_quoted(default)}"
    yield "}"


def _word(header: str) -> str:
    return header.lower().replace("-", "_")


def _site(place: Place) -> Iterator[str]:
    yield f"root * {_quoted(place.root)}"
    # The files for other hosts are for no reader.
    yield from (
        "route {",
        f"\timport {place.word}",
        *_tabbed(_file_server(f"hide {HEADERS_FILE} {REDIRECTS_FILE}")),
        "}",
    )


def _missing(place: Place, absent: Iterable[str]) -> Iterator[str]:
    """Yield what is sent where there is no file: the page for that, with its own headers and none of the file's."""
    yield "handle_errors {"
    yield "\t@missing expression {err.status_code} == 404"
    yield "\troute @missing {"
    yield f"\t\trewrite * {place.path}404.html"
    yield from (f"\t\theader -{name}" for name in absent)
    yield f"\t\timport {place.word}"
    yield from (f"\t\t{line}" for line in _file_server())
    yield from ("\t}", "}")


def _file_server(*more: str) -> Iterator[str]:
    yield from ("file_server {", "\tprecompressed br gzip", *(f"\t{line}" for line in more), "}")


def _moved(place: Place, redirects: Iterable[Redirect]) -> Iterator[str]:
    """Yield the addresses that lead on, by where they lead; those with a query first, since they say more."""
    in_order = sorted(redirects, key=lambda one: (not one.query, one.query, one.below(place.path), one.path))
    for number, ((query, target), group) in enumerate(
        groupby(in_order, lambda one: (one.query, one.below(place.path)))
    ):
        sources = "|".join(re.escape(source) for one in group for source in one.sources)
        yield f"@moved_{number} {{"
        yield f"\tpath_regexp {_quoted(place.pattern(sources))}"
        if query:
            yield f"\texpression {_quoted(f'{{query}} == {json.dumps(query)}')}"
        yield "}"
        yield f"redir @moved_{number} {_quoted(target)} permanent"


def _quoted(text: str) -> str:
    """Return a text between signs within which only quotation marks mean anything; patterns keep their backslashes."""
    return f"`{text}`" if "`" not in text else '"' + text.replace('"', '\\"') + '"'
