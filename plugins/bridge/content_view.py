"""An article or a page of Pelican's as templates see it: our facts by value, all else of Pelican's on request."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from markupsafe import Markup
from pelican.contents import Content

from plugins.kernel.later import Later, text_of
from plugins.kernel.library import Audience, Branch, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink:
    """A tag or an author, and the address of the list of what it has."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentView:
    """One article or page; what a theme of others asks of Pelican's own object is noted in `asked`.

    `listed` is false for a hidden post, which stands in no list of its tags, topics and authors.
    A page that asked is made anew in each build, since nobody can tell whether the answer is still the same.
    """

    title: str
    lang: str
    direction: str
    text: str | Later[str]
    summary_text: str
    date: datetime | None = None
    waiting: bool = False
    is_draft: bool = False
    listed: bool = True
    reading_minutes: int = 0
    authors: tuple[NamedLink, ...] = ()
    tags: tuple[NamedLink, ...] = ()
    topics: tuple[Topic, ...] = ()
    branches: tuple[Branch, ...] = ()
    audiences: tuple[Audience, ...] = ()
    program: NamedLink | None = None
    behind: Content = field(compare=False, repr=False)
    asked: list[str] = field(compare=False, default_factory=list)

    @property
    def content(self) -> Markup:
        """Return the text as HTML."""
        return Markup(text_of(self.text))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.asked.append(name)
        return getattr(self.behind, name)
