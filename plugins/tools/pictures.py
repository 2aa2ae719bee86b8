"""Makes a figure of each picture in a text, or words and a link where the picture cannot be shown."""

from __future__ import annotations

import html as html_module
import re

from plugins.kernel.problems import Problem, Rule
from plugins.tools import alt_text, rules
from plugins.tools.captions import parted, render_caption
from plugins.tools.content_files import ContentFiles
from plugins.tools.html import as_text
from plugins.tools.show_picture import show
from plugins.tools.shown_picture import ShownPicture
from plugins.tools.source import PLACEHOLDER, Source
from plugins.tools.videos import Videos, is_video

_IMAGE = re.compile(r"<p>\s*<img (?P<alone>[^>]*)>\s*</p>|<img (?P<within>[^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_MADE = ("<img", "<picture")


class Pictures:
    """Makes a figure of each picture, or words and a link where the picture cannot be shown."""

    def __init__(self, source: Source, files: ContentFiles, problems: list[Problem]) -> None:
        self._source, self._files, self._problems = source, files, problems

    def mend(self, markup: str) -> str:
        return _IMAGE.sub(self._either, markup)

    def _either(self, found: re.Match[str]) -> str:
        linked = _is_linked(found)
        if found["alone"] is not None:
            return self._figure(found["alone"], linked=linked)
        return self._image(found["within"], linked=linked)[0]

    def _figure(self, inside: str, *, linked: bool) -> str:
        attributes = dict(_ATTRIBUTE.findall(inside))
        address = attributes.get("src", "")
        if is_video(html_module.unescape(address)):
            alt = html_module.unescape(attributes.get("alt", ""))
            return Videos(self._source, self._files, self._problems).render(address, alt, attributes.get("title", ""))
        made, caption = self._image(inside, linked=linked)
        if not made.startswith(_MADE):
            return f"<p>{made}</p>" if made else ""
        return f'<figure class="wide">{made}{render_caption(*parted(caption))}</figure>'

    def _image(self, inside: str, *, linked: bool) -> tuple[str, str]:
        """Return the picture's markup (or what stands in for it) and its caption, both HTML; no link within a link."""
        attributes = dict(_ATTRIBUTE.findall(inside))
        address, caption = attributes.get("src", ""), attributes.get("title", "")
        alt = html_module.unescape(attributes.get("alt", "")).strip()
        if is_elsewhere(address):
            return self._elsewhere(address, alt, linked=linked), ""
        shown = self._find(address)
        if shown is None:
            return _words_for(alt), ""
        said = self._said(address, alt, caption, linked=linked)
        if said is None:
            return "", ""
        return shown.markup(said, self._source.place), caption

    def _find(self, address: str) -> ShownPicture | None:
        """Return the picture that is meant; None and a problem where it is not there, or cannot be shown."""
        name = html_module.unescape(address)
        found = self._files.offered(PLACEHOLDER.sub("", name), self._source.folder)
        return show(self._files, found, name, lambda rule, what, cure: self._say(rule, name, what, cure))

    def _said(self, address: str, alt: str, caption: str, *, linked: bool) -> str | None:
        """Return what is said of a picture to those who cannot see it; None and a problem where that is missing."""
        if alt_text.is_decorative(alt) and not linked:
            return ""
        name = html_module.unescape(address)
        refused = alt_text.refusal(alt, name, as_text(parted(caption)[0]))
        if linked and alt_text.is_decorative(alt):
            refused = "This picture is a link, and nobody is told where it leads."
        if not refused:
            return alt
        cure = f"Say what it shows, as you would on the telephone: ![{alt_text.EXAMPLE}]({name})"
        cure += "" if linked else f", or {alt_text.DECORATIVE} between the brackets if it shows nothing that matters."
        self._say(rules.IMAGE_NO_ALT, name, refused, cure, f"![{alt}]({name}")
        return None if self._source.own else ""

    def _elsewhere(self, address: str, alt: str, *, linked: bool) -> str:
        what = "This picture lies on another site, which would see every reader of the page."
        cure = "Save the picture to content/images/ (if you may use it) and name it from there."
        self._say(rules.IMAGE_REMOTE, html_module.unescape(address), what, cure)
        words_ = html_module.escape(alt) or address
        if linked or not address.startswith(("http:", "https:")):
            return words_
        return f'<a href="{address}">{words_}</a>'

    def _say(self, rule: Rule, value: str, what: str, cure: str, written: str = "") -> None:
        line = self._source.line_of(written, value)
        self._problems.append(rule.at(self._source.file, line=line, value=value, what=what, cure=cure))


def _words_for(alt: str) -> str:
    return f"<em>{html_module.escape(alt)}</em>" if alt and not alt_text.is_decorative(alt) else ""


def _is_linked(found: re.Match[str]) -> bool:
    before = found.string[: found.start()]
    return before.rfind("<a ") > before.rfind("</a>")


def is_elsewhere(address: str) -> bool:
    """Tell whether a picture's address leads to another site."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))
