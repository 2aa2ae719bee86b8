"""Writes the table as `_headers`, which Netlify and Cloudflare Pages read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.hosting.digest_names import digest_globs
from plugins.hosting.model import CACHING, LASTING
from plugins.hosting.table import row_headers, table
from plugins.hosting.varying import varying
from plugins.kernel.library import Library

CLOUDFLARE = "cloudflare"
# What Cloudflare reads at most (https://developers.cloudflare.com/pages/configuration/headers/); Netlify has no limit.
RULES_LIMIT, LINE_LIMIT = 100, 2000
_ALL = "*"
# A header cannot be taken back in Netlify's file. Browsers read this word as if the header were not there
# (https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header).
_ALLOW_ALL = "ALLOWALL"
_ABOUT = """\
# Made by Broadside from the one table of headers (docs/publishing.md); a change here is lost with the next build.
# What stands further down counts more.
"""


def render_headers_file(library: Library, files: Iterable[str], host: str = "") -> str:
    """Return the file; `files` are all of the site, since names with a digest are found among them.

    Cloudflare joins the values of a header that several rules give, so each rule takes back what it gives anew.
    Netlify lets the later rule count, and knows no taking back.
    """
    rows = table(library)
    given = {row.name: row_headers(row, library) for row in rows}
    changing = varying(library).by_row
    general = given[rows[-1].name]
    blocks = [_block(_ALL, general)]
    for row in reversed(rows[:-1]):
        headers = {name: value for name, value in given[row.name].items() if name in changing}
        refused = [name for name in general if name not in given[row.name]]
        blocks += [_rule(glob, headers, refused, general, host) for glob in row.globs]
    blocks += [_rule(glob, {CACHING: LASTING}, (), general, host) for glob in digest_globs(files)]
    return "\n".join([_ABOUT, *blocks])


def _rule(glob: str, headers: Mapping[str, str], refused: Iterable[str], general: Mapping[str, str], host: str) -> str:
    """Return a rule that gives some headers, whatever others have given, and refuses some."""
    if host == CLOUDFLARE:
        return _block(glob, headers, [*refused, *(name for name in headers if name in general)])
    return _block(glob, {**headers, **dict.fromkeys(refused, _ALLOW_ALL)})


def _block(glob: str, headers: Mapping[str, str], taken: Iterable[str] = ()) -> str:
    lines = [f"/{glob}", *(f"  ! {name}" for name in taken), *(f"  {name}: {value}" for name, value in headers.items())]
    return "\n".join(lines) + "\n"
