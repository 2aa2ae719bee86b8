"""Reads a built page into the elements that tests ask about, without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

_SAID = frozenset("title h1 h2 h3 h4 h5 h6".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(slots=True, kw_only=True)
class Element:
    """A tag with its attributes, whether it waits in a <template>, and the text of a heading."""

    tag: str
    attributes: dict[str, str]
    waits: bool
    text: str = ""

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waits = bool(self.open) and (self.open[-1].waits or self.open[-1].tag == "template")
        element = Element(tag=tag, attributes={name: value or "" for name, value in attrs}, waits=waits)
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            if element.tag in _SAID:
                element.text += data


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One built page: `path` is its file within the site ("news/a/index.html")."""

    path: str
    html: str = field(repr=False)

    @cached_property
    def elements(self) -> list[Element]:
        reader = _Reader()
        reader.feed(self.html)
        return reader.elements

    @property
    def address(self) -> str:
        """Return the page's address within the site."""
        return self.path.removesuffix("index.html")

    @property
    def has_moved(self) -> bool:
        """Tell whether it is a page at an old address, which leads on to another."""
        return any(one["http-equiv"] == "refresh" for one in self.all("meta"))

    def all(self, *tags: str) -> list[Element]:
        """Return the elements with these tags that readers see, in order."""
        return [one for one in self.elements if one.tag in tags and not one.waits]

    def meta(self, name: str) -> list[str]:
        return [one["content"] for one in self.all("meta") if name in (one["name"], one["property"])]

    @cached_property
    def ids(self) -> list[str]:
        return [one["id"] for one in self.elements if one.has("id") and not one.waits]

    @cached_property
    def links(self) -> list[str]:
        """Return every address the page leads to or loads, templates included."""
        found = [one[name] for one in self.elements for name in ("href", "src", "poster") if one.has(name)]
        copies = (copy.split() for one in self.elements if one.has("srcset") for copy in one["srcset"].split(","))
        found += [address for address, *_ in copies]
        return found + [one["content"] for one in self.elements if one["property"] in {"og:image", "og:url"}]


def read_site(folder: Path) -> dict[str, Reading]:
    """Return every page of a built site by its path."""
    pages = (
        Reading(path=file.relative_to(folder).as_posix(), html=file.read_text("utf-8"))
        for file in folder.rglob("*.html")
    )
    return {page.path: page for page in sorted(pages, key=lambda page: page.path)}
