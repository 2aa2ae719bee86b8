"""Makes a figure of each picture in a text, or words and a link where the picture cannot be shown."""

from __future__ import annotations

import html as html_module
import re

from plugins.kernel.problems import Problem
from plugins.tools import rules
from plugins.tools.content_files import ContentFiles, Found, picture_size
from plugins.tools.source import PLACEHOLDER, Source

_IMAGE = re.compile(r"<p>\s*<img (?P<alone>[^>]*)>\s*</p>|<img (?P<within>[^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_CREDIT = re.compile(r"\s*\bcredit:\s*", re.IGNORECASE)


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
        made, caption = self._image(inside, linked=linked)
        if not made.startswith("<img"):
            return f"<p>{made}</p>" if made else ""
        words_, _, credit = (part.strip() for part in _partition(caption))
        parts = [words_] if words_ else []
        parts += [f'<small class="credit">{credit}</small>'] if credit else []
        return f'<figure class="wide">{made}{_caption(" ".join(parts))}</figure>'

    def _image(self, inside: str, *, linked: bool) -> tuple[str, str]:
        """Return the picture's markup (or what stands in for it) and its caption, both HTML; no link within a link."""
        attributes = dict(_ATTRIBUTE.findall(inside))
        address, alt = attributes.get("src", ""), attributes.get("alt", "").strip()
        found = None if _remote(address) else self._find(address)
        if found is None:
            return self._without(address, alt, linked=linked), ""
        if not alt:
            self._say_no_alt(address)
        size = picture_size(found.path)
        box = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'<img src="/{found.address}" alt="{alt}"{box} loading="lazy" decoding="async">', attributes.get(
            "title", ""
        )

    def _find(self, address: str) -> Found | None:
        return self._files.offered(PLACEHOLDER.sub("", html_module.unescape(address)), self._source.folder)

    def _without(self, address: str, alt: str, *, linked: bool) -> str:
        plain = html_module.unescape(address)
        line = self._source.line_of(plain)
        if _remote(address):
            self._problems.append(
                rules.IMAGE_REMOTE.at(
                    self._source.file,
                    line=line,
                    value=plain,
                    what="This picture lies on another site, which would see every reader of the page.",
                    cure="Save the picture to content/images/ (if you may use it) and name it from there.",
                )
            )
            if linked or not address.startswith(("http:", "https:")):
                return alt or address
            return f'<a href="{address}">{alt or address}</a>'
        self._problems.append(
            rules.IMAGE_MISSING.at(
                self._source.file,
                line=line,
                value=plain,
                what=f'There is no picture "{plain}" in content/images/.',
                cure="Put the picture into content/images/ and write its name as images/name.jpg.",
            )
        )
        return f"<em>{alt}</em>" if alt else ""

    def _say_no_alt(self, address: str) -> None:
        self._problems.append(
            rules.IMAGE_NO_ALT.at(
                self._source.file,
                line=self._source.line_of(address),
                value=address,
                what="This picture has no words for people who cannot see it.",
                cure="Say what it shows between the square brackets: ![Two children planting beans](images/beans.jpg)",
            )
        )


def _is_linked(found: re.Match[str]) -> bool:
    before = found.string[: found.start()]
    return before.rfind("<a ") > before.rfind("</a>")


def _partition(caption: str) -> tuple[str, str, str]:
    parts = _CREDIT.split(caption, maxsplit=1)
    return (parts[0], ":", parts[1]) if len(parts) > 1 else (caption, "", "")


def _caption(inside: str) -> str:
    return f"<figcaption>{inside}</figcaption>" if inside else ""


def _remote(address: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))
