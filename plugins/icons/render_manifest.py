"""Writes what a telephone needs to know to put the site among its apps: name, colors, and the icons there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from plugins.icons.model import MASKABLE, TOUCH, IconFile
from plugins.kernel.languages import direction
from plugins.kernel.library import Library

ADDRESS = "site.webmanifest"
# What fits below an icon (https://www.w3.org/TR/appmanifest/#short_name-member).
_SHORT_LIMIT = 30


def render_manifest(library: Library, icons: Iterable[IconFile], colors: Mapping[str, str]) -> str:
    """Return the manifest; all addresses in it are relative, since the site works at any path.

    It opens in the browser as any page does ("browser"): nobody loses the address, the way back, or the tools that
    help them to read.
    """
    language = library.languages[0]
    said = {
        "name": library.name,
        "short_name": library.short_name[:_SHORT_LIMIT] or library.name,
        "lang": language,
        "dir": direction(language),
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": colors["paper"],
        "background_color": colors["paper"],
        "icons": [_icon(one) for one in icons if one.shape is not TOUCH],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _icon(icon: IconFile) -> dict[str, str]:
    purpose = "maskable" if icon.shape is MASKABLE else "any"
    return {"src": icon.address, "sizes": f"{icon.side}x{icon.side}", "type": "image/png", "purpose": purpose}
