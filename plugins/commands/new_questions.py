"""What `new` asks for each kind of thing that a library writes: in which order, with which words, and for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Sort = Literal["text", "day", "time", "repeat", "one word", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to know: the option it may be given by, how it is asked, and what it becomes.

    `fact` is the fact or column that holds the answer; `words` names the list that it is chosen from.
    """

    option: str
    asks: str
    fact: str = ""
    sort: Sort = "text"
    words: str = ""
    needed: bool = False
    default: str = ""
    asked: bool = True

    @property
    def name(self) -> str:
        """Return the name of the fact or column."""
        return self.fact or self.option


TITLE = Question(option="title", asks="The title, in plain words", needed=True)
# What becomes no fact, but part of the text.
NO_FACTS = ("text", "table", "drawing")
BRANCHES = Question(option="branches", asks="The branches that it is about", sort="words", words="branches")
AUDIENCES = Question(option="audiences", asks="Who it is for", sort="words", words="audiences")
TOPICS = Question(option="topics", asks="What it is about", sort="words", words="topics")
PROGRAM = Question(option="program", asks="The program it belongs to", sort="one word", words="programs")
LANGUAGE = Question(option="lang", asks="The language", sort="one word", words="languages", asked=False)
TEXT = Question(option="text", asks="The text (or write it in the file afterwards)", asked=False)

POST = (
    TITLE,
    Question(option="date", asks="The day it appears; a day to come waits until then", sort="day", default="today"),
    Question(option="summary", asks="One sentence for lists and feeds"),
    Question(option="author", asks="Who speaks; a department is kinder than a name"),
    BRANCHES,
    AUDIENCES,
    TOPICS,
    PROGRAM,
    LANGUAGE,
    TEXT,
)

PROGRAM_PAGE = (
    TITLE,
    Question(option="summary", asks="One or two sentences about it, for its card", needed=True),
    AUDIENCES,
    BRANCHES,
    TOPICS,
    Question(option="cost", asks="What it costs"),
    Question(option="join", asks="How to take part"),
    Question(option="run_by", asks="Who runs it"),
    LANGUAGE,
    TEXT,
)

PAGE = (
    TITLE,
    Question(option="summary", asks="One sentence for search engines, 50 to 170 letters"),
    LANGUAGE,
    TEXT,
)

INFOGRAPHIC = (
    TITLE,
    Question(
        option="table",
        asks="The table in content/data that it draws from",
        sort="one word",
        words="tables",
        needed=True,
    ),
    Question(option="drawing", asks="What is drawn; nothing leaves it to the table", sort="one word", words="drawings"),
    Question(option="source", asks="Where the numbers come from", needed=True),
    Question(option="dated", asks="Of when they are, such as: January to December 2026", needed=True),
    Question(option="summary", asks="One or two sentences for lists"),
    Question(option="date", asks="The day it is published", sort="day", default="today", asked=False),
    BRANCHES,
    AUDIENCES,
    TOPICS,
    LANGUAGE,
    TEXT,
)

EVENT = (
    TITLE,
    Question(option="date", asks="The day; of a series, its first", sort="day", needed=True),
    Question(option="start", asks="When it starts, such as 14:00 or 2:00 pm", sort="time", needed=True),
    Question(option="end", asks="When it ends", sort="time"),
    Question(option="repeat", asks='How it comes again, such as "weekly" or "second Saturday"', sort="repeat"),
    Question(option="until", asks="The last day of the series", sort="day", asked=False),
    Question(option="branches", fact="branch", asks="The branch", sort="one word", words="branches"),
    Question(option="room", asks="The room, the table, the corner"),
    Question(option="place", asks="Where, if not in a branch"),
    Question(option="audiences", fact="audience", asks="Who it is for", sort="words", words="audiences"),
    TOPICS,
    PROGRAM,
    Question(option="text", fact="description", asks="What to expect, in a sentence or two"),
    Question(option="cost", asks="What it costs; nothing means free"),
    Question(option="registration", asks="Whether people book", sort="one word", words="registration"),
    Question(option="link", fact="registration_link", asks="The address at which people book"),
    Question(option="access", asks="What makes it possible to take part, such as: Hearing loop."),
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = MappingProxyType(
    {"post": POST, "program": PROGRAM_PAGE, "event": EVENT, "infographic": INFOGRAPHIC, "page": PAGE}
)
