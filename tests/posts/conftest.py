"""What the tests of posts share: a library and how a post of it is read."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

import pytest

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic
from plugins.posts.read_post import Place, read_post
from plugins.tools.front_matter import split

DENVER = ZoneInfo("America/Denver")
NOW = datetime(2026, 10, 8, 14, 20, tzinfo=DENVER)
LIBRARY = Library(
    name="Juniper County Library",
    time_zone=DENVER,
    languages=("en", "es"),
    branches=(Branch(id="central", name=Phrase(default="Central Library")),),
    audiences=(Audience(id="adults", name=Phrase(default="Adults")),),
    topics=(Topic(id="stories", name=Phrase(default="Stories")),),
)


@pytest.fixture(scope="session")
def read():
    """Return what reads a post of some lines of YAML, in a file of some name."""

    def of(*lines, name="2026-10-01-a-post.md", own=True):
        place = Place(file=f"posts/{name}", path=PurePosixPath(name), own=own)
        front = split("\n".join(["---", *lines, "---", "Text."]))
        return read_post(front, place, library=LIBRARY, now=NOW, languages=frozenset(["en", "es", "fr"]))

    return of
