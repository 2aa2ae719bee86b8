"""What a build worked out comes back as it was: shared words by name, tags with the settings of the next build."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from pelican.urlwrappers import Author, Tag

from plugins.bridge.pickling import Pickling
from plugins.kernel.entry import Entry
from plugins.kernel.library import Phrase, Topic

HISTORY = Topic(id="history", name=Phrase(default="History", by_language=MappingProxyType({"es": "Historia"})))


@pytest.mark.parametrize(
    "value",
    [
        HISTORY,
        Phrase(default="a", by_language=MappingProxyType({})),
        Entry(kind="post", address="a/", title="A", language="en", topics=(HISTORY, HISTORY), tags=("x",)),
        {"a": [1, "b", None, (HISTORY,)]},
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_come_back_equal(value):
    pickling = Pickling({})
    assert pickling.load(pickling.dump(value)) == value


def test_what_is_shared_comes_back_as_the_very_one_of_the_next_build():
    renamed = Topic(id="history", name=Phrase(default="Local history"))
    written = Pickling({("Topic", "history"): HISTORY}).dump(["a", HISTORY])
    assert b"Historia" not in written
    assert Pickling({("Topic", "history"): renamed}).load(written)[1] is renamed


def test_tags_and_authors_get_the_settings_of_the_next_build():
    first, second = ({"SLUGIFY_SOURCE": "title", "NUMBER": number} for number in (1, 2))
    tag = Tag("Old maps", first)
    tag.slug = "old-maps"
    written = Pickling({"settings": first}).dump([tag, Author("Staff", first)])
    again, author = Pickling({"settings": second}).load(written)
    assert (str(again), again.slug, type(again), again.settings) == ("Old maps", "old-maps", Tag, second)
    assert again == tag
    assert (author.name, type(author)) == ("Staff", Author)


def test_a_name_that_is_not_shared_is_an_error():
    written = Pickling({"topic": HISTORY}).dump(HISTORY)
    with pytest.raises(KeyError):
        Pickling({}).load(written)
