"""Writes a node as JSON that is safe within a script element: nothing in a title can end the element."""

from __future__ import annotations

import json

from plugins.kernel.text import without_unseen
from plugins.structured_data.model import Node

# Within a string JSON may write any character by its number; outside of strings none of these stands.
_NUMBERED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def render_script(*nodes: Node) -> str:
    """Return the text of a script element of the type application/ld+json; several things stand side by side in it."""
    said = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    data = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False, separators=(",", ":"))
    return without_unseen(data).translate(_NUMBERED)
