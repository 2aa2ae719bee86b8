"""Turns the text of a post, a page, a program or an event into the HTML that stands on its page."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.kernel import text as words
from plugins.kernel.problems import Problem
from plugins.tools import html, outline, rules
from plugins.tools.content_files import ContentFiles, Found, picture_size

_CODE = re.compile(r"<pre\b.*?</pre>|<code\b.*?</code>", re.DOTALL)
_TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_IMAGE = re.compile(r"<p>\s*<img (?P<alone>[^>]*)>\s*</p>|<img (?P<within>[^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_LINK = re.compile(r'<a ([^>]*?)href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_PLACEHOLDER = re.compile(r"(?:\{|%7B|\|)(filename|static|attach)(?:\}|%7D|\|)/?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|\{|%7B|\|", re.IGNORECASE)
_CREDIT = re.compile(r"\s*\bcredit:\s*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SIZES = (("MB", 1024 * 1024), ("KB", 1024))
FILE_TYPES = frozenset("csv docx epub ics mp3 odp ods odt pdf pptx txt xlsx zip".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as it was written, and where: its file, the line it begins on, its folder below content/."""

    text: str
    file: str
    line: int
    folder: str = ""

    def line_of(self, fragment: str) -> int:
        """Return the line a piece of the text stands on (the first line when it is not found)."""
        found = self.text.find(fragment)
        return self.line + self.text.count("\n", 0, found) if found >= 0 else self.line


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a text became. `usable` is false when it may not be published at all."""

    html: str
    problems: tuple[Problem, ...]
    usable: bool = True

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return len(html.as_text(self.html).split())

    @property
    def opening(self) -> str:
        """Return the first paragraph that says something, as plain text of at most 300 characters."""
        paragraphs = (html.as_text(found[1]) for found in _PARAGRAPH.finditer(self.html))
        return words.shorten(next((text for text in paragraphs if text), ""), 300)


def render(source: Source, *, convert: Callable[[str], str], files: ContentFiles) -> Body:
    """Return the HTML of a Markdown text, with every link and picture checked against the content folder."""
    problems: list[Problem] = []
    made = convert(_visible(source, problems))
    tag = _TEMPLATE_TAG.search(_CODE.sub("", made))
    if tag:
        return Body(html="", problems=(*problems, _template_tag(source, html_module.unescape(tag[0]))), usable=False)
    cleaned = html.clean(made)
    problems += [_removed(source, what) for what in cleaned.removed]
    outlined = outline.mend(cleaned.html)
    if outlined.moved:
        problems.append(_moved(source))
    pictures = _Pictures(source, files, problems)
    links = _Links(source, files, problems)
    return Body(html=links.mend(pictures.mend(outlined.html)), problems=tuple(problems))


def _visible(source: Source, problems: list[Problem]) -> str:
    if not words.has_unseen(source.text):
        return source.text
    unseen = next(letter for letter in source.text if words.has_unseen(letter))
    problems.append(
        rules.UNSEEN.at(
            source.file,
            line=source.line_of(unseen),
            value=f"U+{ord(unseen):04X}",
            what="There is a character here that nobody can see; it was left out.",
            cure="It often comes with text pasted from a PDF. Type the words around it again.",
        )
    )
    return words.without_unseen(source.text)


def _template_tag(source: Source, tag: str) -> Problem:
    return rules.TEMPLATE_TAG.at(
        source.file,
        line=source.line_of(tag),
        value=words.shorten(tag, 80),
        what="This is an instruction for another site generator; readers would see it as it stands.",
        cure="Replace it with plain Markdown (a picture is ![what it shows](images/name.jpg)), "
        "or put it between backticks if it is meant to be read.",
    )


def _removed(source: Source, what: str) -> Problem:
    return rules.HTML_REMOVED.at(
        source.file,
        line=source.line_of(what.split('="', maxsplit=1)[0].rstrip(">")),
        value=what,
        what=f"{what} may not be published and was taken out.",
        cure="Write it in Markdown. A video or a form belongs behind a link: [Watch the film](https://...).",
    )


def _moved(source: Source) -> Problem:
    return rules.HEADING.at(
        source.file,
        line=source.line,
        what="The headings do not go down one level at a time from ##; they were moved.",
        cure="Start with ## and use ### only below it: the title of the page is the one heading above.",
    )


class _Pictures:
    """Makes a figure of each picture, or words and a link where the picture cannot be shown."""

    def __init__(self, source: Source, files: ContentFiles, problems: list[Problem]) -> None:
        self._source, self._files, self._problems = source, files, problems

    def mend(self, markup: str) -> str:
        return _IMAGE.sub(self._either, markup)

    def _either(self, found: re.Match[str]) -> str:
        return self._figure(found["alone"]) if found["alone"] is not None else self._image(found["within"])[0]

    def _figure(self, inside: str) -> str:
        made, caption = self._image(inside)
        if not made.startswith("<img"):
            return f"<p>{made}</p>" if made else ""
        words_, _, credit = (part.strip() for part in _partition(caption))
        parts = [words_] if words_ else []
        parts += [f'<small class="credit">{credit}</small>'] if credit else []
        return f'<figure class="wide">{made}{_caption(" ".join(parts))}</figure>'

    def _image(self, inside: str) -> tuple[str, str]:
        """Return the picture's markup (or what stands in for it) and its caption, both HTML."""
        attributes = dict(_ATTRIBUTE.findall(inside))
        address, alt = attributes.get("src", ""), attributes.get("alt", "").strip()
        found = None if _remote(address) else self._find(address)
        if found is None:
            return self._without(address, alt), ""
        if not alt:
            self._say_no_alt(address)
        size = picture_size(found.path)
        box = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'<img src="/{found.address}" alt="{alt}"{box} loading="lazy" decoding="async">', attributes.get(
            "title", ""
        )

    def _find(self, address: str) -> Found | None:
        return self._files.find(_PLACEHOLDER.sub("", html_module.unescape(address)), self._source.folder)

    def _without(self, address: str, alt: str) -> str:
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
            return f'<a href="{address}">{alt or address}</a>' if address.startswith(("http:", "https:")) else alt
        self._problems.append(
            rules.IMAGE_MISSING.at(
                self._source.file,
                line=line,
                value=plain,
                what=f'There is no picture "{plain}" in the content folder.',
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


def _partition(caption: str) -> tuple[str, str, str]:
    parts = _CREDIT.split(caption, maxsplit=1)
    return (parts[0], ":", parts[1]) if len(parts) > 1 else (caption, "", "")


def _caption(inside: str) -> str:
    return f"<figcaption>{inside}</figcaption>" if inside else ""


def _remote(address: str) -> bool:
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE))


class _Links:
    """Leads each link of a text to its page or file, and says type and size of a file."""

    def __init__(self, source: Source, files: ContentFiles, problems: list[Problem]) -> None:
        self._source, self._files, self._problems = source, files, problems

    def mend(self, markup: str) -> str:
        return _LINK.sub(self._link, markup)

    def _link(self, match: re.Match[str]) -> str:
        before, address, after, inside = match.groups()
        plain = html_module.unescape(address)
        placeholder = _PLACEHOLDER.match(plain)
        if not placeholder and (_SCHEME.match(plain) or not plain):
            return match[0]
        path, mark, fragment = _PLACEHOLDER.sub("", plain, count=1).partition("#")
        ending = path.rpartition(".")[2].lower()
        if ending not in FILE_TYPES | {"md", "markdown", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif"}:
            return match[0]
        found = self._files.find(path, self._source.folder)
        if found is None:
            return self._without(plain, inside)
        if ending in {"md", "markdown"}:
            target = f"{{filename}}/{html_module.escape(found.address)}{mark}{fragment}"
            return f'<a {before}href="{target}"{after}>{inside}</a>'
        kind = f' <small class="file-kind">({ending.upper()}, {_size(found.size_bytes)})</small>'
        return f'<a {before}href="/{found.address}{mark}{fragment}"{after}>{inside}{kind}</a>'

    def _without(self, address: str, inside: str) -> str:
        self._problems.append(
            rules.LINK_MISSING.at(
                self._source.file,
                line=self._source.line_of(address),
                value=address,
                what=f'This link leads to "{address}", and there is no such file in the content folder.',
                cure="Check the spelling; forms and minutes belong in content/files/, written as files/name.pdf.",
            )
        )
        return inside


def _size(size_bytes: int) -> str:
    for unit, of in _SIZES:
        if size_bytes >= of:
            return f"{size_bytes / of:.1f}".removesuffix(".0") + f" {unit}"
    return "1 KB"
