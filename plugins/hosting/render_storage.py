"""Writes what storage that speaks S3 must be told: what goes with each object, and what only a host can send."""

from __future__ import annotations

import json

from plugins.hosting.content_types import TYPES, UNKNOWN
from plugins.hosting.digest_names import PATTERN
from plugins.hosting.model import CACHING, LASTING
from plugins.hosting.varying import varying
from plugins.kernel.library import Library

_ABOUT = (
    "For storage that speaks S3. `website` is how pages are found, `objects` what is kept with each object by the "
    "first pattern that fits its key, `types` their Content-Type by the end of the key, and `responses` what only a "
    "host before the storage (such as CloudFront) can send, by the same rows. "
    "python3 tasks.py deploy sets what belongs to objects."
)


def render_storage(library: Library) -> str:
    """Return it as JSON."""
    found = varying(library)
    rows = [{"row": name, "pattern": pattern} for name, pattern in found.patterns.items()]
    objects = [{"pattern": row["pattern"], CACHING: found.by_row[CACHING][row["row"]]} for row in rows]
    others = {name: values for name, values in found.by_row.items() if name != CACHING}
    responses = [
        row
        | {"headers": found.same | {name: values[row["row"]] for name, values in others.items() if values[row["row"]]}}
        for row in rows
    ]
    said = {
        "about": _ABOUT,
        "website": {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "404.html"}},
        "objects": [{"pattern": PATTERN, CACHING: LASTING}, *objects],
        "types": {**TYPES, "": UNKNOWN},
        "responses": responses,
    }
    return json.dumps(said, indent=2, ensure_ascii=False) + "\n"
