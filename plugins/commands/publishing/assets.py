"""Gives styles, scripts, fonts and icons names that change when they do, so that browsers can keep them for good."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping

# What pages load from the theme, and the two styles beside what they belong to. What staff offer keeps its name.
_ASSET = re.compile(r"theme/(?!.*\.txt$).+|(?:feeds|embed)/[^/]+\.css")
_DIGEST_LENGTH = 10


def is_asset(file: str) -> bool:
    """Tell whether a file is given a name with a digest."""
    return bool(_ASSET.fullmatch(file))


def name_assets(assets: Mapping[str, bytes], named: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the published name of each asset; `named` are the files that each one names.

    A digest covers all that an asset leads to, since their new names will stand in it: scripts may name each other in
    a circle, so it is taken from what they hold before they are renamed.
    """
    digests = {file: hashlib.sha256(data).hexdigest() for file, data in assets.items()}
    return {file: _with(file, _together(file, digests, named)) for file in assets}


def _together(file: str, digests: Mapping[str, str], named: Mapping[str, Iterable[str]]) -> str:
    reached: set[str] = set()
    waiting = [file]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += [other for other in named.get(one, ()) if other in digests]
    told = "".join(f"{one}\0{digests[one]}\n" for one in sorted(reached))
    return hashlib.sha256(f"{file}\n{told}".encode()).hexdigest()[:_DIGEST_LENGTH]


def _with(file: str, digest: str) -> str:
    """Return "theme/css/site.0123456789.css"."""
    stem, ending = posixpath.splitext(file)
    return f"{stem}.{digest}{ending}"
