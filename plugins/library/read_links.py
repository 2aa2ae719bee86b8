"""Addresses in library.toml: of the site, of accounts elsewhere, of the catalog, of the menu."""

from __future__ import annotations

import re

from plugins.kernel.library import PLACEHOLDER_ADDRESS, STANDARD_MENU, MenuItem, Social
from plugins.library import rules
from plugins.library.reading import Section

_HOST = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
_HOST_NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_WITHIN_SITE = re.compile(r"[^\s:?#\\]*(?:#\S*)?")
_STANDARD_ADDRESSES = frozenset(item.address for item in STANDARD_MENU)


def read_web_address(section: Section, key: str) -> str:
    """Return an absolute address, or "" when there is none that a link can have."""
    address = section.text(key)
    if not address:
        return ""
    if not _HOST.fullmatch(address):
        host = address.partition("://")[2] or address.lstrip("/")
        what = f'"{address}" is not a whole address on the web.'
        section.report(rules.BAD_ADDRESS, key, what=what, cure=f'Did you mean "https://{host}"?')
        return ""
    if address.lower().startswith("http://"):
        what = f'"{address}" begins with http://, which browsers warn of.'
        section.report(rules.INSECURE_ADDRESS, key, what=what, cure=f'If it works, write "https://{address[7:]}".')
    return address


def read_site_address(section: Section) -> str:
    """Return the address of the site, which ends with a slash."""
    address = read_web_address(section, "address")
    if not address:
        return PLACEHOLDER_ADDRESS
    if "?" in address or "#" in address:
        what = f'The address of the site, "{address}", has a ? or a # in it.'
        section.report(rules.BAD_ADDRESS, "address", what=what, cure="Leave out the ? or # and what follows.")
        return PLACEHOLDER_ADDRESS
    return address if address.endswith("/") else f"{address}/"


def read_calendar_host(section: Section) -> str:
    """Return the host that ids in calendars name, or "" where they name that of the site."""
    host = section.text("calendar_host").lower()
    if not host or _HOST_NAME.fullmatch(host):
        return host
    what = f'"{host}" is not the name of a host.'
    cure = 'Write the name alone, without https:// and slashes: "juniper.example".'
    section.report(rules.BAD_ADDRESS, "calendar_host", what=what, cure=cure)
    return ""


def read_catalog(section: Section) -> str:
    """Return the address of a catalog search, with {query} where the words go."""
    address = read_web_address(section, "search")
    if address and "{query}" not in address:
        what = f'The catalog search "{address}" does not say where the words go.'
        cure = 'Write {query} in their place: "https://catalog.example/search?q={query}".'
        section.report(rules.BAD_ADDRESS, "search", what=what, cure=cure)
        return ""
    return address


def read_social(section: Section) -> Social | None:
    """Return an account, or None when it lacks its name or its address."""
    for key, example in (("name", '"Mastodon"'), ("address", '"https://…"')):
        if not section.has(key):
            section.missing(key, example)
    name, address = section.text("name"), read_web_address(section, "address")
    return Social(name=name, address=address) if name and address else None


def read_menu_item(section: Section) -> MenuItem | None:
    """Return an item of the menu, or None when it leads nowhere; only the standard ones need no title."""
    if not section.has("address"):
        section.missing("address", '"events/"')
        return None
    address = _menu_address(section)
    title = section.phrase("title") or None
    if address is None:
        return None
    if title is None and address not in _STANDARD_ADDRESSES:
        section.missing("title", '"About us"')
        return None
    return MenuItem(title=title, address=address)


def _menu_address(section: Section) -> str | None:
    """Return an address on the web, or one within the site without its first slash ("" is home); None when bad."""
    address = section.text("address")
    if "://" in address:
        return read_web_address(section, "address") or None
    if _WITHIN_SITE.fullmatch(address):
        return address.lstrip("/")
    what = f'"{address}" is not an address that a menu can lead to.'
    section.report(
        rules.BAD_ADDRESS, "address", what=what, cure='Write one of this site, such as "events/", or one with https://.'
    )
    return None
