"""The part of an event's address that comes from its id."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from plugins.kernel.text import slug

# Addresses under events/ that are not an event's, and names that no Windows folder may have.
RESERVED_IDS = re.compile(
    r"\d{4}-\d{2}|branch|audience|topic|program|language|access|archive|past|page|embed|fetched"
    r"|con|prn|aux|nul|com\d|lpt\d"
)


# An event is led to from many pages.
@lru_cache(maxsize=16_384)
def address_part(uid: str) -> str:
    """Return an id as part of an address; one that cannot stand there as it is gets a mark of its own."""
    plain = slug(uid)
    if plain == uid and not RESERVED_IDS.fullmatch(plain):
        return plain
    mark = hashlib.sha256(uid.encode(errors="replace")).hexdigest()[:8]
    return f"{plain[:71].rstrip('-')}-{mark}" if plain.isascii() else f"event-{mark}"
