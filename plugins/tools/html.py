"""Cleans HTML that came out of Markdown or a spreadsheet, by one list of what may stay (nh3)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

_GLOBAL = {"class", "id", "lang", "dir", "title"}
_PLAIN = (
    "abbr b bdi bdo br caption cite code colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins"
    " kbd li mark p pre rp rt ruby s samp section small span strong sub summary sup table tbody tfoot thead tr u ul var"
    " wbr"
).split()
_TAGS: dict[str, set[str]] = {tag: set() for tag in _PLAIN} | {
    "a": {"href", "hreflang", "rel", "type"},
    "blockquote": {"cite"},
    "col": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"reversed", "start"},
    "q": {"cite"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"}
_ADDRESS = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ALIGN = re.compile(r'(<t[dh]\b[^>]*?) align="(left|right|center)"')
_SPACE = re.compile(r"\s+")
_BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|blockquote|figure|figcaption|pre|dd|dt)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")

_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={"*": _GLOBAL} | {tag: names for tag, names in _TAGS.items() if names},
    url_schemes=_SCHEMES,
    clean_content_tags=_DROPPED_WHOLE,
    link_rel=None,
    strip_comments=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Clean HTML, and what was taken out of it, in the order in which it stood ("<script>", 'style="…"')."""

    html: str
    removed: tuple[str, ...]


def clean(source: str) -> Cleaned:
    """Return HTML without anything that is not on the list; the alignment of table cells becomes a class."""
    aligned = _ALIGN.sub(r'\1 class="align-\2"', source)
    scan = _Scan()
    scan.feed(aligned)
    scan.close()
    return Cleaned(html=_CLEANER.clean(aligned), removed=tuple(dict.fromkeys(scan.removed)))


def clean_quietly(source: str) -> str:
    """Return HTML without anything that is not on the list, and without a word about it: a tenth of the time."""
    return _CLEANER.clean(_ALIGN.sub(r'\1 class="align-\2"', source))


class _Scan(HTMLParser):
    """Names what the cleaner is about to take out, for the report."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.removed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.removed.append(f"<{tag}>")
            return
        allowed = _GLOBAL | _TAGS[tag]
        for name, value in attrs:
            scheme = _ADDRESS.match(value or "") if name in {"href", "src", "cite"} else None
            if name not in allowed or (scheme and scheme[1].lower() not in _SCHEMES):
                self.removed.append(f'{name}="{value or ""}"'[:80])


def as_text(source: str) -> str:
    """Return the words of a piece of HTML as plain text on one line."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub("", _BLOCK.sub(" ", source)))).strip()
