"""In whose name pages speak to machines: the library, its words, and addresses in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plugins.kernel.library import Branch, Library
from plugins.tools.interface import Say

# One thing in schema.org's words.
Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The library, the language and moment of a page, and `picture_of`, from a picture's path to its address or "".

    `tables_of` leads from the address of a page to the title and the address of each table of numbers beside it.
    """

    library: Library
    language: str
    now: datetime
    say: Say
    picture_of: Callable[[str], str]
    tables_of: Callable[[str], Sequence[tuple[str, str]]] = lambda _: ()

    def prefix_of(self, address: str) -> str:
        """Return what the address of a page begins with for its language: "" or "es/"."""
        return next((f"{one}/" for one in self.library.languages[1:] if address.startswith(f"{one}/")), "")

    def branch_at(self, address: str) -> Branch | None:
        """Return the branch whose page stands at an address, in whatever language."""
        plain = address.removeprefix(self.prefix_of(address))
        return next((one for one in self.library.branches if one.address == plain), None)

    def absolute(self, address: str) -> str:
        """Return an address of the site in full."""
        return self.library.address + address


def filled(**given: object) -> Node:
    """Return a node without what is empty; a name that begins with at_ stands for one with @."""
    named = {name.replace("at_", "@", 1) if name.startswith("at_") else name: value for name, value in given.items()}
    return {name: value for name, value in named.items() if value not in ("", None, [], (), {})}
