"""What an infographic is, once its facts have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plugins.infographics.model import Source
from plugins.kernel.library import Audience, Branch, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Infographic:
    """One infographic; `catchline` stands below its title ("2025 to 2026"), `source` is that of all its drawings."""

    title: str
    date: datetime
    language: str
    slug: str
    key: str
    source: Source
    id: str = ""
    updated: datetime | None = None
    summary: str = ""
    catchline: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    branches: tuple[Branch, ...] = ()
    audiences: tuple[Audience, ...] = ()
    is_draft: bool = False
    waiting: bool = False
