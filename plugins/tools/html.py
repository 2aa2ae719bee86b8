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
_ADDRESSES = {"href", "src", "cite"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"}
_ADDRESS = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ALIGN = re.compile(r'(<t[dh]\b[^>]*?) align="(left|right|center)"')
# A tag as Markdown writes it; what is written in another way is read by a parser. In HTML of nothing but such tags
# every "<" begins one of them.
_PLAIN_TAG = re.compile(r'<(/?[a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>]*")*) ?/?>')
_PLAIN_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_BLOCK_NAME = re.compile(r"/?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|blockquote|figure|figcaption|pre|dd|dt)\b")
_BLOCK = re.compile(rf"<{_BLOCK_NAME.pattern}[^>]*>")
_TAG = re.compile(r"<[^>]*>")
# What a tag without attributes leaves behind: a space where it is a block, nothing where it stands within a line.
_SPACES = {f"{end}{tag}": " " if _BLOCK_NAME.match(tag) else "" for tag in _TAGS for end in ("", "/")}

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
    aligned = _ALIGN.sub(r'\1 class="align-\2"', source) if ' align="' in source else source
    removed = _removed_from_plain(aligned)
    if removed is None:
        scan = _Scan()
        scan.feed(aligned)
        scan.close()
        removed = scan.removed
    return Cleaned(html=_CLEANER.clean(aligned), removed=tuple(dict.fromkeys(removed)))


def _removed_from_plain(source: str) -> list[str] | None:
    """Return what `_Scan` would find in plain HTML with no tag but those on the list; None for any other HTML."""
    tags = _PLAIN_TAG.findall(source)
    if len(tags) != source.count("<"):
        return None
    removed: list[str] = []
    for name, attributes in dict.fromkeys(tags):
        if name.startswith("/"):
            continue
        if name not in _TAGS:
            return None
        for attribute, value in _PLAIN_ATTRIBUTE.findall(attributes) if attributes else ():
            removed += _forbidden(name, attribute, html.unescape(value))
    return removed


def _forbidden(tag: str, name: str, value: str | None) -> list[str]:
    """Return an attribute, as it is reported, when it may not stay."""
    scheme = _ADDRESS.match(value or "") if name in _ADDRESSES else None
    if (name in _GLOBAL or name in _TAGS[tag]) and not (scheme and scheme[1].lower() not in _SCHEMES):
        return []
    return [f'{name}="{value or ""}"'[:80]]


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
        for name, value in attrs:
            self.removed += _forbidden(tag, name, value)


def as_text(source: str) -> str:
    """Return the words of a piece of HTML as plain text on one line."""
    return " ".join(_without_tags(source).split())


def count_words(source: str) -> int:
    """Return how many words a piece of HTML has."""
    return len(_without_tags(source).split())


def _without_tags(source: str) -> str:
    text, *pieces = source.split("<")
    parts = [text]
    for piece in pieces:
        tag, end, text = piece.partition(">")
        if not end:
            # A "<" that begins no tag of its own.
            return html.unescape(_TAG.sub("", _BLOCK.sub(" ", source)))
        space = _SPACES.get(tag)
        if space is None:
            space = " " if _BLOCK_NAME.match(tag) else ""
        parts.append(space + text)
    return html.unescape("".join(parts))
