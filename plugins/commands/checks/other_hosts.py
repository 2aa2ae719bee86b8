"""Checks that no page loads anything from another host, which would then know who reads what in the library."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.commands.checks.model import Site, shown_address
from plugins.commands.rules import OTHER_HOST
from plugins.kernel.problems import Problem

# Where a style or a script asks for something by a whole address; one that is only mentioned is left alone.
_IN_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s*["'])((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    r"""(?:\bimport\s*\(?\s*|\bfrom\s*|\bfetch\s*\(\s*|\b(?:Worker|SharedWorker|EventSource|WebSocket|URL)\s*\(\s*"""
    r"""|importScripts\s*\(\s*|sendBeacon\s*\(\s*|\.open\s*\(\s*["'][A-Z]+["']\s*,\s*|\.src\s*=\s*)"""
    r"""["'`]((?:https?:|wss?:)?//[^"'`\s]+)""",
)
_LOOKS = {"css": _IN_STYLE, "svg": _IN_STYLE, "js": _IN_SCRIPT, "mjs": _IN_SCRIPT}


def check_other_hosts(site: Site) -> Iterator[Problem]:
    """Yield each thing that a page would ask another host for."""
    for file, page in site.pages.items():
        for named in sorted(page.loads):
            target = site.target(file, named)
            if isinstance(target, str):
                yield _asked(site, file, f"The page {shown_address(file)}", target)
    for file, addresses in site.asked.items():
        for named in sorted(addresses):
            if isinstance(target := site.target(file, named), str):
                yield _asked(site, file, f"The file {shown_address(file)}", target)


def asked_in(text: str, file: str) -> frozenset[str]:
    """Return the addresses that a style, a drawing or a script asks for, where they are whole."""
    look = _LOOKS.get(file.rpartition(".")[2])
    return frozenset(found[1] for found in look.finditer(text)) if look else frozenset()


def _asked(site: Site, file: str, who: str, address: str) -> Problem:
    what = f'{who} would load "{address}", and tell that host who reads it.'
    cure = "Put a copy into the content folder and name that, or write a link that readers may follow."
    return OTHER_HOST.at(site.shown(file), value=address, what=what, cure=cure)
