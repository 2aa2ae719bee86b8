"""What a row of the table of headers is: which files it is about, and what is sent with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What some hosts read of a site, and no reader.
HEADERS_FILE, REDIRECTS_FILE = "_headers", "_redirects"
CACHING = "Cache-Control"
# A page that is a minute old may ask for a stylesheet that is gone by now: so each is asked for anew, and mostly
# answered with "not modified".
FRESH = "public, max-age=0, must-revalidate"
# Programs look every few minutes at most.
MINUTES = "public, max-age=300, must-revalidate"
HOUR = "public, max-age=3600"
# What has a digest in its name has another name when it changes.
LASTING = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of file: `pattern` finds its path in full ("" is home), and `globs` are the same for `_headers`.

    `policy` is the Content-Security-Policy. What is `is_open` may be read by scripts of other sites, what is
    `is_shown` by their pages as a picture or a recording, and what is `is_framed` within a frame of theirs.
    """

    name: str
    about: str
    pattern: re.Pattern[str]
    globs: tuple[str, ...]
    policy: str
    caching: str = FRESH
    is_open: bool = False
    is_shown: bool = False
    is_framed: bool = False
