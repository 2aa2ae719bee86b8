"""The kinds of value that facts and keys of library.toml take, as types that schemas for editors are made of.

A reader takes text and says in words what is wrong with it; here stands what an editor can know by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.posts.model import Status
from plugins.posts.read_post import CARDS

Line = Annotated[str, Field(min_length=1)]
# In front matter, a year or a number is as good as a text.
Loose = Line | int | float
Words = list[Loose] | Loose
Day = Annotated[str, Field(pattern=r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}([T ].+)?$")]
Yes = bool | Literal["yes", "no", "true", "false", "on", "off"]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")]
Card = Annotated[str, Field(json_schema_extra={"enum": list(CARDS)})]

Phrase = Line | dict[str, str]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Hours = Annotated[str, Field(pattern=r"\d|^[Cc]losed$")]


class Strict(BaseModel):
    """A table in which nothing else may stand."""

    model_config = ConfigDict(extra="forbid")


class Question(Strict):
    """A question that people ask, and its answer."""

    question: Line
    answer: Line


class Deadline(Strict):
    """A day by which something is due."""

    date: Day
    text: Loose


class Deadlines(Strict):
    """A slip of dates."""

    title: Line = ""
    of: Line = ""
    dates: list[Deadline]


# Facts that take something else than a line of text.
FACTS: Mapping[str, Any] = MappingProxyType(
    {
        **dict.fromkeys(("date", "updated", "modified"), Day),
        **dict.fromkeys(("authors", "author", "branches", "topics", "audiences", "tags"), Words),
        **dict.fromkeys(("branch", "topic", "audience", "category", "old_addresses"), Words),
        "status": Status,
        **dict.fromkeys(("program.status", "infographic.status"), Literal["published", "draft"]),
        "card": Card,
        "draft": Yes,
        "lang": Language,
        "order": int,
        "questions": list[Question],
        "deadlines": Deadlines,
    }
)

# What docs/library-toml.md calls the type of a key; to an editor, a date of TOML is a text.
KEYS: Mapping[str, Any] = MappingProxyType(
    {
        "words": Phrase,
        "list of texts": list[Line] | Line,
        "list of branch ids": list[Line] | Line,
        "list of language tags": list[Language] | Language,
        "table of texts": dict[str, str],
        "web address": Annotated[str, Field(pattern=r"^https?://")],
        "mail address": Annotated[str, Field(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")],
        "id": Id,
        "branch id": Id,
        "hours": Hours,
        "day": Annotated[str, Field(pattern=r"^(\d{4}-)?\d{1,2}-\d{1,2}$")],
        "moment or day": Annotated[str, Field(pattern=r"^\d{4}-\d{1,2}-\d{1,2}([T ].+)?$")],
        "true or false": bool,
    }
)
_SPAN = re.compile(r"number, (-?[\d.]+) to (-?[\d.]+)")


def type_of_key(said: str) -> object:
    """Return the type that the documentation of library.toml gives a key: "number, 0 to 360", "`one` or `other`".

    It is one in any of the ways that pydantic takes a type.
    """
    span, choices = _SPAN.fullmatch(said), re.findall(r"`\"?([\w-]+)\"?`", said)
    if span:
        return Annotated[float, Field(ge=float(span[1]), le=float(span[2]))]
    if choices:
        return Annotated[str, Field(json_schema_extra={"enum": choices})]
    return KEYS.get(said, Line)
