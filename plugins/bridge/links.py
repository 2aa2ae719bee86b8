"""Takes out links from one file of content to another that is not published, and says so."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from pelican.contents import Content

from plugins.bridge import rules
from plugins.bridge.build import Build

_LINK = re.compile(r'<a [^>]*?href="\{filename\}/([^"#?]*)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def mend_links(content: Content, build: Build) -> None:
    """Keep the words of each link whose file became no page (Pelican would leave the link, and name no file)."""
    known = content._context["generated_content"]  # noqa: SLF001 - where Pelican keeps what became of each file

    def keep(found: re.Match[str]) -> str:
        target = unquote(html.unescape(found[1]))
        if known.get(target) is not None:
            return found[0]
        build.problems.append(
            rules.LINK.at(
                content.relative_source_path,
                value=target,
                what=f'A link on this page leads to "{target}", which is not published; its words are kept.',
                cure="That file is a draft, waits for its day or has a problem itself: mend it, or take the link out.",
            )
        )
        return found[2]

    content._content = _LINK.sub(keep, content._content)  # noqa: SLF001 - the text before its links are resolved
