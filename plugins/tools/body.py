"""Turns the text of a post, a page, a program or an event into the HTML that stands on its page."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plugins.kernel import text as words
from plugins.kernel.problems import Problem
from plugins.tools import html, outline, quotes, rules, tables
from plugins.tools.content_files import ContentFiles
from plugins.tools.links import Links
from plugins.tools.pictures import Pictures
from plugins.tools.source import Source

_CODE = re.compile(r"<pre\b.*?</pre>|<code\b.*?</code>", re.DOTALL)
_TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# A paragraph of words: no tag, no sign that stands for another, nothing of a template, and no space that is written out
# as a sign (U+00A0) or is none (controls).
_WORDS_ALONE = re.compile(r"<p>[^<>&{}\x00-\x09\x0b-\x1f\x7f-\xa0]+</p>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a text became. `usable` is false when it may not be published at all; `charts` are what its blocks drew."""

    html: str
    problems: tuple[Problem, ...]
    usable: bool = True
    charts: tuple[Any, ...] = ()

    @property
    def words(self) -> int:
        """Return how many words it has."""
        return html.count_words(self.html)

    @property
    def opening(self) -> str:
        """Return the first paragraph that says something, as plain text of at most 300 characters."""
        paragraphs = (html.as_text(found[1]) for found in _PARAGRAPH.finditer(self.html))
        return words.shorten(next((text for text in paragraphs if text), ""), 300)


# Draws what the blocks of a text name: takes the text, its HTML and where to report, returns HTML and what was drawn.
Draw = Callable[[Source, str, ContentFiles, list[Problem]], tuple[str, tuple[Any, ...]]]


def render(source: Source, *, convert: Callable[[str], str], files: ContentFiles, draw: Draw | None = None) -> Body:
    """Return the HTML of a Markdown text, with every link and picture checked against the content folder.

    What `draw` makes of its blocks is our own, and comes past the list of what may stay.
    """
    problems: list[Problem] = []
    made = convert(_visible(source, problems))
    if draw is None and _WORDS_ALONE.fullmatch(made):
        # Nothing in it can be forbidden, lead anywhere, or need mending: most descriptions of events are no more.
        return Body(html=made, problems=tuple(problems))
    return _mended(source, made, problems, files, draw)


def _mended(source: Source, made: str, problems: list[Problem], files: ContentFiles, draw: Draw | None) -> Body:
    tag = _TEMPLATE_TAG.search(_CODE.sub("", made)) if "{" in made else None
    if tag:
        return Body(html="", problems=(*problems, _template_tag(source, html_module.unescape(tag[0]))), usable=False)
    cleaned = html.clean(made)
    problems += [_removed(source, what) for what in cleaned.removed]
    outlined = outline.mend(words.without_unseen(cleaned.html))
    if outlined.moved:
        problems.append(_moved(source, outlined.first))
    pictures = Pictures(source, files, problems)
    links = Links(source, files, problems)
    made = tables.mend(quotes.mend(outlined.html))
    made, charts = links.mend(pictures.mend(made)), ()
    if draw is not None:
        made, charts = draw(source, made, files, problems)
    return Body(html=made, problems=tuple(problems), charts=charts)


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
        line=source.line_of(tag, tag.split(maxsplit=1)[0], tag[:2]),
        value=words.shorten(tag, 80),
        what="This is an instruction for another site generator; readers would see it as it stands.",
        cure="Replace it with plain Markdown (a picture is ![what it shows](images/name.jpg)), "
        "or put it between backticks if it is meant to be read.",
    )


def _removed(source: Source, what: str) -> Problem:
    return rules.HTML_REMOVED.at(
        source.file,
        line=source.line_of(*_ways_to_write(what)),
        value=what,
        what=f"{what} may not be published and was taken out.",
        cure="Write it in Markdown. A video is written as a picture, ![what it shows](https://...), a form as a link.",
    )


def _ways_to_write(what: str) -> tuple[str, ...]:
    """Return how a tag or an attribute may stand in the source, the surest first."""
    name, is_attribute, value = what.partition('="')
    if not is_attribute:
        return (name.rstrip(">"),)
    value = value.removesuffix('"')
    return (f'{name}="{value}', f"{name}='{value}", f"{name}={value}", value, f"{name}=")


def _moved(source: Source, words: str) -> Problem:
    return rules.HEADING.at(
        source.file,
        line=source.line_of(f"# {words}", words, f"# {words.partition(' ')[0]}"),
        value=words,
        what="The headings do not go down one level at a time from ##; they were moved.",
        cure="Start with ## and use ### only below it: the title of the page is the one heading above.",
    )
