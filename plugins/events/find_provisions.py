"""Which provisions of access a text speaks of: those whose name, or another of their words, begins a part of it."""

from __future__ import annotations

import re

from plugins.kernel.library import Library, Provision

# The ends of a part of the text; a dot within a number or a word is none.
_ENDS = re.compile(r"[.!?](?:\s|$)|[;,|·•\n]")


def find_provisions(text: str, library: Library) -> tuple[Provision, ...]:
    """Return what a text says there is, in the library's order.

    Only beginnings count: "Hearing loop in the hall" is one, "No hearing loop" and "Ask for a hearing loop" are not.
    """
    if not text or not library.access:
        return ()
    parts = [" ".join(part.casefold().split()) for part in _ENDS.split(text)]
    return tuple(one for one in library.access if any(_begins(part, one) for part in parts))


def _begins(part: str, provision: Provision) -> bool:
    names = (provision.name.default, *provision.name.by_language.values(), *provision.words)
    return any(_is_whole(name.casefold(), part) for name in names if part.startswith(name.casefold()))


def _is_whole(name: str, part: str) -> bool:
    """Tell whether a beginning ends with a word: "Loop" does not begin "Loophole"."""
    return bool(name) and not part[len(name) : len(name) + 1].isalnum()
