"""What the checks must know of one page: what it says of itself, where it leads, and what it loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

# What the tag's address is for: a browser asks for it by itself, or only when a reader goes there.
_LOADED_LINKS = frozenset("stylesheet icon apple-touch-icon preload modulepreload manifest mask-icon".split())
_ASKED_LINKS = frozenset("preconnect dns-prefetch prefetch prerender".split())
_LEADING_META = frozenset("og:image og:url twitter:image og:audio og:video".split())
_LEADING_TAGS = frozenset({"a", "area", "form"})
_ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "srcset", "imagesrcset", "xlink:href", "ping")
_REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that is loaded at once: the choices of its best type, as (address, width in pixels or 0)."""

    choices: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """One page as it is. `leads` are addresses a reader may go to, `loads` what a browser asks for by itself.

    `modules` are the scripts that parts of the page ask for; `inline` are styles and scripts within the page itself;
    `refresh` is where the page sends everybody on, or ""; `events` is how many it lists.
    """

    language: str
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    headings: tuple[str, ...]
    ids: tuple[str, ...]
    wordless: tuple[str, ...]
    leads: frozenset[str]
    loads: frozenset[str]
    structured: tuple[str, ...]
    modules: frozenset[str]
    inline: tuple[str, ...]
    refresh: str
    at_once: frozenset[str]
    pictures: tuple[Picture, ...]
    events: int


def read_page(data: bytes) -> PageFacts:
    """Read a page once, for all checks."""
    page = lxml.html.document_fromstring(data or b"<html></html>", parser=lxml.html.HTMLParser(encoding="utf-8"))
    everything = [one for one in page.iter() if isinstance(one.tag, str)]
    waiting = {inner for outer in page.iter("template") for inner in outer.iter()}
    seen = [one for one in everything if one not in waiting]
    leads, loads = _addresses(everything)
    return PageFacts(
        language=page.get("lang", ""),
        titles=tuple(_said(one) for one in seen if one.tag == "title" and one.getparent().tag == "head"),
        descriptions=tuple(one.get("content", "") for one in seen if one.get("name") == "description"),
        headings=tuple(_said(one) for one in seen if one.tag == "h1"),
        ids=tuple(_ids(seen)),
        wordless=tuple(
            one.get("src", "") for one in everything if one.tag in ("img", "area") and one.get("alt") is None
        ),
        leads=leads,
        loads=loads,
        structured=tuple(one.text or "" for one in seen if _is_data(one)),
        modules=frozenset(name for one in everything for name in one.get("data-module", "").split()),
        inline=tuple(_inline(everything)),
        refresh=next(_refreshes(seen), ""),
        at_once=frozenset(_at_once(seen)),
        pictures=tuple(_pictures(seen)),
        events=sum("ev" in one.get("class", "").split() for one in seen),
    )


def _said(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _ids(elements: list[HtmlElement]) -> Iterator[str]:
    for one in elements:
        if one.get("id"):
            yield one.get("id")
        if one.tag == "a" and one.get("name") and one.get("name") != one.get("id"):
            yield one.get("name")


def _addresses(elements: list[HtmlElement]) -> tuple[frozenset[str], frozenset[str]]:
    leads: set[str] = set()
    loads: set[str] = set()
    for one in elements:
        place = _place(one, leads, loads)
        if place is None:
            continue
        attributes = one.attrib
        for name in _ADDRESSES:
            if name in attributes:
                named = _each(attributes[name]) if name.endswith("srcset") else (attributes[name].strip(),)
                # What is told to count clicks is asked for without a reader's will.
                (loads if name == "ping" else place).update(named)
        if one.tag == "meta":
            place.add(one.get("content", "").strip())
    return frozenset(leads - {""}), frozenset(loads - {""})


def _place(one: HtmlElement, leads: set[str], loads: set[str]) -> set[str] | None:
    """Return where the addresses of an element belong; None for one that has none."""
    if one.tag == "link":
        kinds = set(one.get("rel", "").lower().split())
        return loads if kinds & (_LOADED_LINKS | _ASKED_LINKS) else leads
    if one.tag == "meta":
        return leads if one.get("property", one.get("name")) in _LEADING_META else None
    return leads if one.tag in _LEADING_TAGS else loads


def _each(srcset: str) -> Iterator[str]:
    yield from (address for address, _ in _choices(srcset))


def _choices(srcset: str) -> Iterator[tuple[str, int]]:
    for part in srcset.split(","):
        address, _, size = part.strip().partition(" ")
        if address:
            yield address, int(size[:-1]) if size.endswith("w") and size[:-1].isdigit() else 0


def _is_data(one: HtmlElement) -> bool:
    return bool(one.tag == "script" and one.get("type") == "application/ld+json")


def _inline(elements: list[HtmlElement]) -> Iterator[str]:
    """Yield what a strict policy forbids, as it is known to those who wrote it."""
    for one in elements:
        if one.tag == "style" or one.get("style") is not None:
            yield f"a <{one.tag}> with a style"
        if (
            one.tag == "script"
            and one.get("src") is None
            and one.get("type") not in ("application/ld+json", "speculationrules")
        ):
            yield "a script"
        yield from (f"an {name} on a <{one.tag}>" for name in one.attrib if name.startswith("on"))


def _refreshes(elements: list[HtmlElement]) -> Iterator[str]:
    for one in elements:
        found = _REFRESH.match(one.get("content", "")) if one.get("http-equiv", "").lower() == "refresh" else None
        if found:
            yield found[1]


def _at_once(elements: list[HtmlElement]) -> Iterator[str]:
    """Yield the styles, scripts and fonts that a page names to be loaded at once."""
    for one in elements:
        if one.tag == "script" and one.get("src"):
            yield one.get("src")
        if one.tag == "link" and set(one.get("rel", "").split()) & {"stylesheet", "preload", "modulepreload"}:
            yield one.get("href", "")


def _pictures(elements: list[HtmlElement]) -> Iterator[Picture]:
    for one in elements:
        if one.tag == "img" and one.get("loading") != "lazy":
            # To lxml, a <source> holds whatever follows it.
            around = next(one.iterancestors("picture"), None)
            best = next(around.iter("source"), one) if around is not None else one
            sizes = tuple(_choices(best.get("srcset", "")))
            yield Picture(choices=sizes or ((one.get("src", ""), 0),))
