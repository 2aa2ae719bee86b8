"""Names change when what they stand for does, and only then."""

from __future__ import annotations

import re

import pytest

from plugins.commands.publishing.assets import is_asset, name_assets
from plugins.hosting.digest_names import has_digest

ASSETS = {"theme/a.js": b"a", "theme/b.js": b"b", "theme/c.js": b"c", "theme/d.png": b"d"}
# a and b name each other, as scripts may; c names a.
NAMED = {"theme/a.js": {"theme/b.js"}, "theme/b.js": {"theme/a.js", "theme/not-there.js"}, "theme/c.js": {"theme/a.js"}}


def changed(file: str) -> set[str]:
    before, after = name_assets(ASSETS, NAMED), name_assets({**ASSETS, file: b"new"}, NAMED)
    return {name for name in ASSETS if before[name] != after[name]}


def test_a_name_holds_a_digest_and_keeps_its_beginning_and_end():
    names = name_assets(ASSETS, NAMED)
    assert re.fullmatch(r"theme/d\.[0-9a-f]{10}\.png", names["theme/d.png"])
    assert len(set(names.values())) == len(ASSETS)
    assert all(map(has_digest, names.values()))


@pytest.mark.parametrize(
    ("file", "also"),
    [
        ("theme/a.js", {"theme/b.js", "theme/c.js"}),
        ("theme/b.js", {"theme/a.js", "theme/c.js"}),
        ("theme/c.js", set()),
        ("theme/d.png", set()),
    ],
)
def test_what_leads_to_a_file_that_changes_has_a_new_name_too(file: str, also: set[str]):
    assert changed(file) == {file, *also}


@pytest.mark.parametrize("file", ["theme/css/site.css", "theme/js/modules/a.js", "feeds/feed.css", "embed/embed.css"])
def test_what_pages_load_from_the_theme_is_renamed(file: str):
    assert is_asset(file)


@pytest.mark.parametrize(
    "file", ["files/a.css", "theme/fonts/LICENSE.txt", "favicon.ico", "images/a.svg", "feeds/a.xml"]
)
def test_what_people_keep_the_address_of_is_not(file: str):
    assert not is_asset(file)
