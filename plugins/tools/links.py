"""Leads each link of a text to its page or file, and says type and size of a file."""

from __future__ import annotations

import html as html_module
import re

from plugins.kernel.problems import Problem
from plugins.tools import rules
from plugins.tools.content_files import ContentFiles, Found
from plugins.tools.photograph import ENDINGS, PictureError
from plugins.tools.source import PLACEHOLDER, Source

_LINK = re.compile(r'<a ([^>]*?)href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|\{|%7B|\|", re.IGNORECASE)
_SIZES = (("MB", 1024 * 1024), ("KB", 1024))
FILE_TYPES = frozenset("csv docx epub ics mp3 odp ods odt pdf pptx txt xlsx zip".split())
# What lies in content/audio: recordings, and what is said in them.
AUDIO_TYPES = frozenset("json m4a mp3 oga ogg opus srt txt vtt".split())


class Links:
    """Leads each link of a text to its page or file, and says type and size of a file."""

    def __init__(self, source: Source, files: ContentFiles, problems: list[Problem]) -> None:
        self._source, self._files, self._problems = source, files, problems

    def mend(self, markup: str) -> str:
        return _LINK.sub(self._link, markup)

    def _link(self, match: re.Match[str]) -> str:
        before, address, after, inside = match.groups()
        plain = html_module.unescape(address)
        placeholder = PLACEHOLDER.match(plain)
        if not placeholder and (_SCHEME.match(plain) or not plain):
            return match[0]
        path, mark, fragment = PLACEHOLDER.sub("", plain, count=1).partition("#")
        ending = path.rpartition(".")[2].lower()
        if ending not in FILE_TYPES | AUDIO_TYPES | {"md", "markdown", "svg", *ENDINGS}:
            return match[0]
        is_text = ending in {"md", "markdown"}
        find = self._files.find if is_text else self._files.offered
        found = find(path, self._source.folder)
        if found is None:
            return self._without(plain, inside)
        if ending in ENDINGS and self._files.has_copies(found):
            return self._to_picture(found, plain, match)
        if is_text:
            target = f"{{filename}}/{html_module.escape(found.address)}{mark}{fragment}"
            return f'<a {before}href="{target}"{after}>{inside}</a>'
        kind = f' <small class="file-kind">({ending.upper()}, {_size(found.size_bytes)})</small>'
        return f'<a {before}href="/{found.address}{mark}{fragment}"{after}>{inside}{kind}</a>'

    def _to_picture(self, found: Found, plain: str, match: re.Match[str]) -> str:
        """Lead a link to the largest copy of a photograph, since the photograph itself is not on the site."""
        before, _, after, inside = match.groups()
        try:
            shown = self._files.shown(found)
        except PictureError as error:
            what, line = f'The picture "{plain}" {error.what}.', self._source.line_of(plain)
            self._problems.append(
                rules.IMAGE_UNUSABLE.at(self._source.file, line=line, value=plain, what=what, cure=error.cure)
            )
            return inside
        kind = f' <small class="file-kind">({shown.ending.upper()})</small>'
        return f'<a {before}href="/{shown.largest}"{after}>{inside}{kind}</a>'

    def _without(self, address: str, inside: str) -> str:
        self._problems.append(
            rules.LINK_MISSING.at(
                self._source.file,
                line=self._source.line_of(address),
                value=address,
                what=f'This link leads to "{address}", and no such file is published.',
                cure="Check the spelling; forms and minutes belong in content/files/, written as files/name.pdf.",
            )
        )
        return inside


def _size(size_bytes: int) -> str:
    for unit, of in _SIZES:
        if size_bytes >= of:
            return f"{size_bytes / of:.1f}".removesuffix(".0") + f" {unit}"
    return "1 KB"
