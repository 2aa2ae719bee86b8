"""Who may have which address."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.bridge.addresses import is_reserved, taken
from plugins.bridge.build import Build
from plugins.kernel.library import Library
from plugins.tools.markdown import DEFAULTS, Converter


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("get-a-card/", False),
        ("news/", True),
        ("NEWS/", True),
        ("es/news/", True),
        ("fr/news/", False),
        ("news-of-the-town/", False),
        ("es/", True),
        ("pt-br/", True),
        ("404/", True),
        ("_headers/", True),
        ("feed.xml", True),
        ("con/", True),
        ("news/con/", True),
        ("es/programs/COM1/", True),
        ("news/console/", False),
        ("news/a/", False),
        ("programs/events/", False),
        ("es/programs/events/", False),
    ],
)
def test_addresses_of_the_site_itself_and_of_windows_are_reserved(address, expected):
    assert is_reserved(address, ("en", "es", "pt-BR")) is expected


@pytest.fixture
def build():
    return Build(
        library=Library(name="Mini"),
        now=datetime(2026, 10, 8, tzinfo=UTC),
        content=Path("/content"),
        convert=Converter(DEFAULTS),
    )


def test_the_first_has_the_address_and_the_second_is_told_of_it(build):
    assert taken(build, "news/a/", "posts/a.md") is None
    assert taken(build, "news/a/", "posts/a.md") is None
    problem = taken(build, "news/A/", "posts/b.md")
    assert problem
    assert (problem.rule, problem.file, problem.value) == ("site.address-taken", "posts/b.md", "news/A/")
    assert "posts/a.md" in problem.what
    assert build.has("NEWS/a/")


def test_no_address_is_nobody_s(build):
    assert taken(build, "", "posts/a.md") is None
    assert taken(build, "", "posts/b.md") is None


def test_a_reserved_address_is_not_taken(build):
    problem = taken(build, "news/", "pages/news.md")
    assert problem
    assert problem.rule == "site.address-reserved"
    assert not build.has("news/")
