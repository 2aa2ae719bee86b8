"""The line of every key of a TOML file."""

from __future__ import annotations

import tomllib

import pytest

from plugins.library.locate import locate

SOURCE = '''\
# a note with [brackets] and "quotes
name = "Juniper # not a note"
tag_line = { en = "Hello", es = "Hola } [x]" }
languages = [
    "en",  # ours
    "es",
]
story = """
[brand]
hue = 1
"""

[brand]
hue = 152
contact.phone = "555"
"quoted key".x = 'a'

[[branches]]
id = "central"
  [branches.hours]
  monday = "9:00-20:00"
  [[branches.special_days]]
  date = 2026-12-24
  [[branches.special_days]]
  date = "12-25"

[[branches]]
id = 'north'
rooms = [["a", "b"], ["c"]]
[branches.hours]
tuesday = "closed"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("tag_line",), 3),
        (("tag_line", "es"), 3),
        (("languages",), 4),
        (("languages", 0), 5),
        (("languages", 1), 6),
        (("story",), 8),
        (("brand",), 13),
        (("brand", "hue"), 14),
        (("brand", "contact"), 15),
        (("brand", "contact", "phone"), 15),
        (("brand", "quoted key", "x"), 16),
        (("branches",), 18),
        (("branches", 0), 18),
        (("branches", 0, "id"), 19),
        (("branches", 0, "hours"), 20),
        (("branches", 0, "hours", "monday"), 21),
        (("branches", 0, "special_days", 1, "date"), 25),
        (("branches", 1), 27),
        (("branches", 1, "id"), 28),
        (("branches", 1, "rooms", 1, 0), 29),
        (("branches", 1, "hours", "tuesday"), 31),
        (("branches", 1, "hours", "wednesday"), 30),  # not there: the heading it would be under
        (("nowhere", "at", "all"), None),
    ],
)
def test_a_key_has_a_line(path, line):
    assert locate(SOURCE).line(path) == line


def _paths(value, path=()):
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _paths(item, (*path, key))


def test_every_key_that_tomllib_reads_is_found():
    found = locate(SOURCE).by_path
    assert [path for path in _paths(tomllib.loads(SOURCE)) if path not in found] == []


@pytest.mark.parametrize("source", ["", "\n\n", "# only a note", "= nothing", "[", "a = [1, 2", "a = {", 'a = "', "%%"])
def test_a_source_that_is_not_toml_ends_the_search(source):
    assert locate(source).line(("b",)) is None
