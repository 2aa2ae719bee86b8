"""Writes the map of the site for search engines: every page, when it changed, its languages and its picture.

The protocol is https://www.sitemaps.org/protocol.html; languages and pictures are said as Google reads them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from urllib.parse import quote

from plugins.sitemap.model import MappedPage

FILE = "sitemap.xml"
# What the protocol allows in one file.
PAGES_LIMIT = 50_000
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LINKS = "http://www.w3.org/1999/xhtml"
_IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
_SAFE = "/:%?=&#-._~!$'()*+,;@"


def render_sitemap(site: str, pages: Sequence[MappedPage]) -> dict[str, bytes]:
    """Return the files of the map by name: one, or an index and as many as it takes."""
    if len(pages) <= PAGES_LIMIT:
        return {FILE: _pages(site, pages)}
    parts = [pages[start : start + PAGES_LIMIT] for start in range(0, len(pages), PAGES_LIMIT)]
    files = {f"sitemap-{number}.xml": _pages(site, part) for number, part in enumerate(parts, 1)}
    return {FILE: _index(site, list(files)), **files}


def _index(site: str, names: Sequence[str]) -> bytes:
    root = ET.Element("sitemapindex", {"xmlns": _MAP})
    for name in names:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = f"{site}{name}"
    return _written(root)


def _pages(site: str, pages: Sequence[MappedPage]) -> bytes:
    root = ET.Element("urlset", {"xmlns": _MAP, "xmlns:xhtml": _LINKS, "xmlns:image": _IMAGES})
    for page in pages:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = _whole(site, page.address)
        if page.changed:
            ET.SubElement(url, "lastmod").text = page.changed.isoformat(timespec="seconds")
        for language, address in page.alternates:
            ET.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": _whole(site, address)})
        for image in page.images:
            ET.SubElement(ET.SubElement(url, "image:image"), "image:loc").text = _whole(site, image)
    return _written(root)


def _whole(site: str, address: str) -> str:
    return quote(f"{site}{address}", safe=_SAFE)


def _written(root: ET.Element) -> bytes:
    ET.indent(root, "")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
