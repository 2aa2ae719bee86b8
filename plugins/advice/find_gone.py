"""Finds links to other sites at which there is nothing any more, once somebody has asked there."""

from __future__ import annotations

import html as html_module
from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.say_links import LINK
from plugins.kernel.problems import Problem

# Takes addresses, and returns those at which there is nothing, each with what its host answered.
Ask = Callable[[Iterable[str]], Mapping[str, str]]
FACTS = ("registration_link", "url")
_CURE = "Look for where it went and lead the link there, or take it out."


def outside(pieces: Iterable[Piece], home: str) -> list[str]:
    """Return the addresses on other sites that texts and facts name, each once, in order."""
    named = (address for piece in pieces for _, address in _links(piece))
    return sorted({one for one in named if one.startswith(("http://", "https://")) and not one.startswith(home)})


def find_gone(piece: Piece, gone: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each link of a piece to an address at which there is nothing."""
    for fact, address in _links(piece):
        if address not in gone:
            continue
        what = f"This link leads to {address}, and {gone[address]}."
        if fact:
            yield piece.say_of(rules.GONE, fact, what, _CURE, value=address)
        else:
            yield piece.say(rules.GONE, what, _CURE, address, value=address)


def _links(piece: Piece) -> Iterator[tuple[str, str]]:
    """Yield each link with the fact that names it, "" for one of the text."""
    yield from (("", html_module.unescape(found[2])) for found in LINK.finditer(piece.html))
    yield from ((fact, piece.facts[fact]) for fact in FACTS if piece.facts.get(fact))
