"""Writes the small texts that stand at fixed places of a site: for crawlers, for finders of faults, for people."""

from __future__ import annotations

from datetime import datetime

from plugins.kernel.library import Library
from plugins.sitemap.render_sitemap import FILE

ROBOTS, SECURITY, HUMANS = "robots.txt", ".well-known/security.txt", "humans.txt"
# RFC 9116 asks for less than a year (2.5.5); the text is another one every month, and no oftener.
_MONTHS_VALID = 11
_MONTHS = 12


def render_robots(library: Library, *, is_preview: bool) -> str:
    """Return what crawlers are told (RFC 9309): all of it, or in a preview with drafts nothing."""
    if is_preview:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {library.address}{FILE}\n"


def render_security(library: Library, now: datetime) -> str:
    """Return whom to tell of a hole in the site (RFC 9116); "" where the library names nobody."""
    reached = _reached(library)
    if not reached:
        return ""
    lines = [f"Contact: {one}" for one in reached]
    lines += [
        f"Expires: {_expires(now)}",
        f"Preferred-Languages: {', '.join(library.languages)}",
        f"Canonical: {library.address}{SECURITY}",
    ]
    return "\n".join(lines) + "\n"


def _reached(library: Library) -> list[str]:
    mail, phone = library.contact.email, "".join(library.contact.phone.split())
    return [*([f"mailto:{mail}"] if mail else []), *([f"tel:{phone}"] if phone and not mail else [])]


def _expires(now: datetime) -> str:
    """Return the first day of the month that is eleven months ahead."""
    month = now.month - 1 + _MONTHS_VALID
    return f"{now.year + month // _MONTHS:04}-{month % _MONTHS + 1:02}-01T00:00:00Z"


def render_humans(library: Library) -> str:
    """Return who made the site (https://humanstxt.org); when it last changed, the map of the site says by page."""
    contact = library.contact
    us = [library.name, contact.email, contact.phone, ", ".join(filter(None, (contact.city, contact.region)))]
    lines = [
        "/* LIBRARY */",
        *filter(None, us),
        *(branch.name.in_(library.languages[0]) for branch in library.branches),
    ]
    site = [f"Address: {library.address}", f"Languages: {', '.join(library.languages)}"]
    site += ["Standards: HTML, CSS, Atom, RSS, iCalendar, schema.org, WCAG 2.2", "Software: Broadside, Pelican"]
    return "\n".join([*lines, "", "/* SITE */", *site]) + "\n"
