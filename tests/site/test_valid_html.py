"""Every page of every site is valid HTML by the checker that browsers' makers and the W3C use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.kinds import SITES
from tests.site.nu import check

# What the checker says that is no mistake, and why we do it all the same.
MEANT = (
    # Safari takes a list for plain text once its bullets are gone, unless it says what it is.
    re.compile("The “list” role is unnecessary for element “[uo]l”"),
    # The style guide shows a date that will not come.
    re.compile("Potentially bad value “9000-"),
    # The scheme of reading apps takes a whole address (feed:https://...); with feed:// they would ask by http.
    re.compile("Bad value “(feed|podcast):https://[^ ”]*” for attribute “href” on element “a”: Expected a slash"),
    # The checker reads files, which have no host that could be the page's own; a browser is asked in tests/hosting.
    re.compile(r"Resource violates Content Security Policy \(meta tag\)"),
    # It takes JSON-LD for a script. That is a block of data, which nothing runs and no policy is about.
    re.compile(r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src”"),
    # A guess by the words of a page: lists of a language without texts of its own are mostly names.
    re.compile("This document appears to be written in"),
)


@pytest.mark.slow
@pytest.mark.parametrize("name", SITES)
def test_the_nu_checker_has_nothing_to_say(folder: Callable[[str], Path], root: Path, name: str):
    said = check(folder(name), root)
    assert [one for one in said if not any(meant.match(one.text) for meant in MEANT)] == []


@pytest.mark.slow
def test_the_nu_checker_sees_a_mistake(root: Path, tmp_path: Path):
    page = '<!doctype html>\n<html lang="en"><title>A mistake</title>\n<h1>A <p>mistake</p></h1>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    said = check(tmp_path, root)
    assert [(one.file, one.line) for one in said][:1] == [("/index.html", 3)]
