"""What a program is, once its facts have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plugins.kernel.library import Audience, Branch, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something people ask about a program; the answer is HTML once it has been rendered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date to keep, and what is due by it."""

    date: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The date-due slip of a program: its heading ("Sow by"), what its second column is ("From drawer"), its dates."""

    title: str
    of: str
    dates: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One continuing offer; `call` is its number in the catalog ("635 SEE"), `join` is Markdown, then HTML."""

    title: str
    language: str
    slug: str
    key: str
    summary: str
    call: str = ""
    audiences: tuple[Audience, ...] = ()
    branches: tuple[Branch, ...] = ()
    topics: tuple[Topic, ...] = ()
    cost: str = ""
    join: str = ""
    since: str = ""
    run_by: str = ""
    phone: str = ""
    cover: str = ""
    order: int = 0
    questions: tuple[Question, ...] = ()
    deadlines: Deadlines | None = None
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    updated: datetime | None = None
    old_addresses: tuple[str, ...] = ()
