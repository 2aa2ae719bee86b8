"""Leads links from one file of content to the page of another; a link to a file that is not published is taken out."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from pelican.contents import Content

from plugins.bridge import rules
from plugins.bridge.build import Build

_LINK = re.compile(r'<a ([^>]*?)href="\{filename\}/([^"#?]*)([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def mend_links(content: Content, build: Build) -> None:
    """Lead the links of a page's text (Pelican would leave a link to an unpublished file, and name no file)."""
    if getattr(content, "is_plain", False):
        return
    known = content._context["generated_content"]  # noqa: SLF001 - where Pelican keeps what became of each file
    text = content._content  # noqa: SLF001 - the text before its links are resolved
    content._content = lead(text, build, known, file=content.relative_source_path, path=Path(content.source_path))  # noqa: SLF001


def lead(
    text: str, build: Build, known: Mapping[str, Content | None], *, file: str, path: Path | None = None, line: int = 1
) -> str:
    """Return HTML whose links to files of content lead to their pages; `known` is what became of each file.

    The words of a link to a file that became no page are kept, and a problem says so: on the line of `path` where the
    file is named, else on `line`.
    """

    def lead_one(found: re.Match[str]) -> str:
        before, address, rest, after, words = found.groups()
        target = unquote(html.unescape(address))
        page = known.get(target)
        if page is not None:
            return f'<a {before}href="/{page.url}{rest}"{after}>{words}</a>'
        build.problems.append(
            rules.LINK.at(
                file,
                line=_line_of(target, path) if path else line,
                value=target,
                what=f'A link on this page leads to "{target}", which is not published; its words are kept.',
                cure="That file is a draft, waits for its day or has a problem itself: mend it, or take the link out.",
            )
        )
        return words

    return _LINK.sub(lead_one, text)


def _line_of(target: str, path: Path) -> int | None:
    data = path.read_bytes()
    place = data.find(Path(target).name.encode())
    return data.count(b"\n", 0, place) + 1 if place >= 0 else None
