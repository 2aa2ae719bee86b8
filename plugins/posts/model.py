"""What a post is, once its facts have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plugins.kernel.library import Audience, Branch, Topic
from plugins.kernel.problems import Problem

Status = Literal["published", "draft", "hidden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post. `waiting` is true until its day has come; `key` pairs it with its translations."""

    title: str
    date: datetime
    language: str
    slug: str
    key: str
    id: str = ""
    updated: datetime | None = None
    summary: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    branches: tuple[Branch, ...] = ()
    audiences: tuple[Audience, ...] = ()
    program: str = ""
    event: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    card: str = "title"
    audio: str = ""
    transcript: str = ""
    status: Status = "published"
    waiting: bool = False
    old_addresses: tuple[str, ...] = ()

    @property
    def outcome(self) -> Literal["drafts", "waiting", "published"]:
        """Return what becomes of it, in the words of the report."""
        if self.status == "draft":
            return "drafts"
        return "waiting" if self.waiting else "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a file: a post, or none and the reasons."""

    post: Post | None
    problems: tuple[Problem, ...]
