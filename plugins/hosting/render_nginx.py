"""Writes the table and the addresses that have moved as a configuration of nginx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.hosting.content_types import SPECULATION_RULES, TYPES, content_type
from plugins.hosting.digest_names import PATTERN
from plugins.hosting.model import CACHING, HEADERS_FILE, LASTING, REDIRECTS_FILE
from plugins.hosting.place import Place
from plugins.hosting.redirect import Redirect, by_path
from plugins.hosting.varying import Varying, varying
from plugins.kernel.library import Library

_ABOUT = """\
# Made by python3 tasks.py hosting from the one table of headers (docs/publishing.md); changes here are lost.
# Save it as /etc/nginx/conf.d/{host}.conf. On Debian: apt-get install nginx libnginx-mod-http-brotli-static
# For https: apt-get install python3-certbot-nginx, then certbot --nginx -d {host}
"""
_SERVER = """\
    root {root};
    index index.html;
    server_tokens off;
    absolute_redirect off;
    etag on;
    # Files compressed beforehand, beside each: index.html.br, index.html.gz.
    brotli_static on;
    gzip_static on;
    gzip_vary on;
    error_page 404 {missing};
    error_page 403 =404 {missing};
    default_type application/octet-stream;
    charset utf-8;
    charset_types {charset};
"""


def render_nginx(library: Library, place: Place, redirects: Iterable[Redirect]) -> str:
    """Return the configuration."""
    found = varying(library)
    lines = [*_maps(found, place), "", *_server(found, place), *_moved(place, redirects), "}"]
    return _ABOUT.format(host=place.host) + "\n".join(lines) + "\n"


def _maps(found: Varying, place: Place) -> Iterator[str]:
    """Yield what makes of a path the row that fits it first, and of a row its headers."""
    row = f"${place.word}_row"
    cases = [(f"~{place.pattern(pattern)}", name) for name, pattern in found.patterns.items() if name != found.last]
    yield from _map("$uri", row, [("default", found.last), *cases])
    for header, values in found.by_row.items():
        yield from _map(row, _variable(place, header), values.items())
    lasting = [("default", _variable(place, CACHING)), (f"~{place.pattern(PATTERN)}", LASTING)]
    yield from _map("$uri", f"${place.word}_lasting", lasting)


def _map(of: str, to: str, cases: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"map {of} {to} {{"
    for case, value in cases:
        yield f"    {case if case == 'default' else _quoted(case)} {value if value[:1] == '$' else _quoted(value)};"
    yield "}"


def _variable(place: Place, header: str) -> str:
    return f"${place.word}_{'_'.join(header.lower().split('-')[-2:])}"


def _server(found: Varying, place: Place) -> Iterator[str]:
    yield "server {"
    yield from (f"    listen {one};" for one in ([place.listen] if place.listen else ["80", "[::]:80"]))
    yield f"    server_name {place.host};"
    missing, charset = f"{place.path}404.html", " ".join(_with_charset())
    yield _SERVER.format(root=_quoted(place.root), missing=missing, charset=charset)
    yield "    types {"
    yield from (f"        {kind.partition(';')[0]} {ending};" for ending, kind in TYPES.items())
    yield "    }"
    # An empty value is not sent.
    for name in found.by_row:
        variable = f"${place.word}_lasting" if name == CACHING else _variable(place, name)
        yield f"    add_header {name} {variable} always;"
    yield from (f"    add_header {name} {_quoted(value)} always;" for name, value in found.same.items())
    yield f"    location = {place.path}{SPECULATION_RULES} {{"
    yield f"        types {{ }} default_type {content_type(SPECULATION_RULES)};"
    yield "    }"
    # For other hosts, and for no reader.
    yield from (f"    location = {place.path}{name} {{ return 404; }}" for name in (HEADERS_FILE, REDIRECTS_FILE))


def _with_charset() -> list[str]:
    # nginx sends text/html with it in any case, and would warn of a second mention.
    kinds = {kind.partition(";")[0] for kind in TYPES.values() if "charset" in kind}
    return sorted(kinds - {"text/html"})


def _moved(place: Place, redirects: Iterable[Redirect]) -> Iterator[str]:
    """Yield each address that leads on: a whole address is found at once, however many there are."""
    for one, ways in by_path(redirects):
        for source in one.sources:
            yield f"    location = {_quoted(f'{place.path}{source}')} {{"
            for way in ways:
                lead = f"return 301 {_quoted(way.below(place.path).replace('$', '%24'))};"
                yield f"        if ($args = {_quoted(way.query)}) {{ {lead} }}" if way.query else f"        {lead}"
            yield "    }"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\") if not text.startswith("~") else text
    return '"' + escaped.replace('"', '\\"') + '"'
