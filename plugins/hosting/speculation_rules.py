"""Which pages a browser may fetch before somebody opens them: those that a reader is about to touch."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from plugins.kernel.library import Library


def render_speculation_rules(library: Library) -> str:
    """Return the rules: pages end with a slash, so that calendars, feeds and files are not fetched for nothing.

    "moderate" means a pointer that stays on a link, or a finger that comes down on it: no page is fetched that nobody
    points at, and the library's server is the only one that is asked (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API).
    """
    home = urlsplit(library.address).path or "/"
    pages = {"href_matches": [home, f"{home}*/"]}
    return json.dumps({"prefetch": [{"where": pages, "eagerness": "moderate"}]}) + "\n"
