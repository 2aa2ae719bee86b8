"""Addresses that a page once had, on this site or on the one before: where a link in a letter still leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.tools import rules
from plugins.tools.facts import Facts
from plugins.tools.front_matter import Text

# What people write who come from Hugo and from Jekyll.
ALSO = frozenset(("aliases", "redirect_from"))
FIELD = "old_addresses"
_CURE = "Write what stands in the browser after the name of the site, such as /news/2019/opening/ or /node/12."
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\\]")


class UnusableAddressError(ValueError):
    """No server could be asked for this below the site; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldAddress:
    """A path below the site, without its first and last slash, and what stood after its question mark."""

    path: str
    query: str = ""


def parse_old_address(written: str, site: str) -> OldAddress:
    """Return an old address as it was written: a path, or a whole address of this site or of the one before it.

    Raises UnusableAddressError.
    """
    text = written.strip()
    if _UNSEEN.search(text):
        raise UnusableAddressError("holds a character that no address has")
    try:
        parts, home = urlsplit(text), urlsplit(site)
    except ValueError:
        raise UnusableAddressError("is no address") from None
    if parts.scheme not in ("", "http", "https"):
        raise UnusableAddressError("is no address of a website")
    if parts.fragment:
        raise UnusableAddressError("has a #, and what follows it is never sent to a server")
    path = unquote(parts.path)
    if parts.netloc == home.netloc and home.path != "/":
        if not path.startswith(home.path):
            raise UnusableAddressError(f"is not below {home.path}, where this site is")
        path = path.removeprefix(home.path)
    return OldAddress(path=_clean(path), query=parts.query)


def _clean(path: str) -> str:
    plain = path.strip("/")
    if not plain:
        raise UnusableAddressError("is the first page of a site, and this site has one")
    if any(part in ("", ".", "..") for part in plain.split("/")) or _UNSEEN.search(plain):
        raise UnusableAddressError("leads up or nowhere")
    return plain


def read_old_addresses(facts: Facts) -> tuple[Text, ...]:
    """Return what a file says of the addresses it had, as written; what cannot be one is reported."""
    found = facts.texts(FIELD, *sorted(ALSO))
    for written in found:
        try:
            parse_old_address(written, facts.library.address)
        except UnusableAddressError as reason:
            rule = rules.WRONG_VALUE if facts.own else rules.UNUSED_VALUE
            what = f'The old address "{written}" {reason}.'
            facts.problems.append(
                rule.at(facts.file, line=written.line, column=FIELD, value=written, what=what, cure=_CURE)
            )
    return found
