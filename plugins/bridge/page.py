"""Everything a template may use on the page it makes: words and dates in its language, links, its head, the menu."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from plugins.bridge.build import Build
from plugins.bridge.head import FeedLink, Head
from plugins.kernel.languages import direction
from plugins.kernel.library import MenuItem
from plugins.tools.interface import Interface

INDEX = "index.html"
NOT_FOUND = "404.html"
# Links of a finished page that begin at the site's root: they are made relative, so that a site works at any path.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_FROM_ROOT = '="/'
_LINKING = tuple(f"{gap}{name}" for gap in " \n\t\r\f" for name in "href src srcset poster action data-root".split())
# Texts can hold none of these themselves: attributes that are not on the list are taken out of them.
_WORD = re.compile(r' data-word="([a-z_]+)(?:\|(\w+))?">[^<>]*?(\s*)<')
_LAZY = ' loading="lazy"'
_LAZY_IMAGE = re.compile(f"<img [^<>]*{_LAZY}")
# What every template may show that follows from the page's place and language and from the site (theme/README.md).
FRAME_NAMES = frozenset("library now lang direction drafts_shown w link absolute asset menu foot page_address".split())
# What derivers tell a page, where they have nothing to say or are not there.
UNTOLD: Mapping[str, Any] = MappingProxyType(
    {
        "calendar": None,
        "calendars": (),
        "structured_data": "",
        "policy": "",
        "social_card": None,
        "feeds": (),
        "every_feed": (),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """One entry of the menu, as it stands on one page; `lang` is "" where its title is in the page's language."""

    title: str
    address: str
    current: bool
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to be written: `file` is where ("news/a/index.html"), `language` its frame's, `reading` its text's."""

    build: Build
    interface: Interface
    file: str
    language: str
    reading: str

    @property
    def address(self) -> str:
        """Return the page's address within the site; the home page's is empty."""
        return self.file.removesuffix(INDEX)

    def word(self, key: str, /, **values: Any) -> str:
        """Return words of the interface; where a value is markup (a link in a sentence), all of it is."""
        if any(isinstance(value, Markup) for value in values.values()):
            pattern = self.interface.pattern(self.language, key, values.get("n", 0))
            return escape(pattern).format(**values)
        return self.interface.say(self.language, key, values)

    def link(self, address: str) -> str:
        """Return a link to an address of this site: to the page in this page's language where there is one."""
        if _ELSEWHERE.match(address):
            return address
        address = address.lstrip("/")
        home = self.build.library.languages[0]
        own = f"{self.reading}/{address}"
        if self.reading != home and not address.startswith(f"{self.reading}/") and self.build.has(own):
            return f"/{own}"
        return f"/{address}"

    def absolute(self, address: str) -> str:
        """Return an address of this site in full."""
        return self.build.library.address + address

    def menu(self) -> tuple[MenuLink, ...]:
        """Return the library's menu in this page's language."""
        return self._links("menu", self.build.library.menu)

    def _links(self, place: str, items: Iterable[MenuItem]) -> tuple[MenuLink, ...]:
        """Return the links of a place of the frame, as they stand on this page; all but that is worked out once."""
        known, here, key = self.build.frame_links, f"/{self.address}", (place, self.language, self.reading)
        if key not in known:
            known[key] = [self._menu_link(item) for item in items]
        return tuple(current if below and here.startswith(below) else other for current, other, below in known[key])

    def _menu_link(self, item: MenuItem) -> tuple[MenuLink, MenuLink, tuple[str, ...]]:
        """Return a link on pages it leads to, on others, and what the addresses of the first begin with."""
        title = item.title.in_(self.language) if item.title else self.word(f"menu.{item.address.strip('/')}")
        link = self.link(item.address)
        # A page in another language may stand below an address of the site's own.
        below = tuple(place for place in (link, f"/{item.address.lstrip('/')}") if place.strip("/"))
        home = self.build.library.languages[0]
        is_translated = not item.title or self.language in {home, *item.title.by_language}
        made = MenuLink(title=title, address=link, current=False, lang="" if is_translated else home)
        return replace(made, current=True), made, below if link.strip("/") else ()

    def names(self, head: Head, used: Container[str] | None = None) -> dict[str, Any]:
        """Return the names every template may use (theme/README.md is the list).

        What derivers tell takes work: where it is known which names are `used`, only those are asked for.
        """
        build = self.build
        told = ((name, tell) for name, tell in build.on_pages.items() if used is None or name in used)
        return {
            "library": build.library,
            "now": build.now,
            "lang": self.language,
            "direction": direction(self.language),
            "drafts_shown": build.drafts_shown,
            "w": self.word,
            "link": self.link,
            "absolute": self.absolute,
            "asset": lambda path: f"/theme/{path}",
            "head": head,
            "menu": self.menu(),
            "foot": self._links("foot", build.foot),
            "page_address": self.address,
            **UNTOLD,
            **{name: tell(self.address, self.language) for name, tell in told},
        }

    def finish(self, html: str) -> str:
        """Return the page's HTML with links that work wherever the site lies; code that is shown stays as it is."""
        html = _first_at_once(self._spoken(html))
        parts, done, root = [], 0, self.root
        place = html.find(_FROM_ROOT)
        while place >= 0:
            slash = end = place + len(_FROM_ROOT) - 1
            if not html.startswith("//", slash) and _is_link(html, place):
                parts += [html[done:slash], root]
                if html.endswith("srcset", 0, place):
                    end = max(slash, html.find('"', slash))
                    parts.append(html[slash:end].replace(", /", f", {root}/"))
                done = end
            place = html.find(_FROM_ROOT, end)
        return "".join(parts) + html[done:]

    def _spoken(self, html: str) -> str:
        """Return HTML with words of the interface where a text asks for some, such as the card of a video."""
        if " data-word=" not in html:
            return html
        return _WORD.sub(
            lambda found: f">{escape(self.word(f'video.{found[1]}', host=found[2] or ''))}{found[3]}<", html
        )

    @property
    def root(self) -> str:
        """Return the way from the page to the site's root; a page for any address at all gives the path in full."""
        if self.file == NOT_FOUND:
            return urlsplit(self.build.library.address).path.rstrip("/")
        return "/".join([".."] * self.file.count("/")) or "."


def _first_at_once(html: str) -> str:
    """Return HTML whose first picture is loaded at once, and every other when somebody is about to see it."""
    if _LAZY not in html:
        return html
    return _LAZY_IMAGE.sub(lambda found: found[0].replace(_LAZY, ""), html, count=1)


def _is_link(html: str, place: int) -> bool:
    """Tell whether what is given a value at a place is an attribute that links, and stands within a tag."""
    if not html.endswith(_LINKING, 0, place):
        return False
    begin, end = html.rfind("<", 0, place), html.find(">", place)
    is_within = begin >= 0 and html.find(">", begin, place) < 0 and end >= 0 and html.find("<", place, end) < 0
    return is_within and html[begin + 1].isascii() and html[begin + 1].isalpha()


def feeds_of(build: Build, interface: Interface, language: str) -> tuple[FeedLink, ...]:
    """Return the feeds every page in a language offers."""
    prefix = "" if language == build.library.languages[0] else f"{language}/"
    address = f"{prefix}feeds/news"
    if not build.has(f"{address}.atom.xml"):
        prefix, address = "", "feeds/news"
    if not build.has(f"{address}.atom.xml"):
        return ()
    title = f"{build.library.name}: {interface.say(language, 'menu.news', {})}"
    return (
        FeedLink(title=f"{title} (RSS)", address=f"{address}.rss.xml", type="application/rss+xml"),
        FeedLink(title=f"{title} (Atom)", address=f"{address}.atom.xml", type="application/atom+xml"),
    )
