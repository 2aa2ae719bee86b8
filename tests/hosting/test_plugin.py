"""A built site tells hosts and browsers what they must know, and leads old addresses on where no server does."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from plugins.hosting.policy import meta_policy
from plugins.hosting.render_headers_file import render_headers_file
from plugins.hosting.table import headers_of
from plugins.library.read_library import read_library
from tests.conftest import Built

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


def library(root: Path):
    return read_library(root / "content" / "library.toml")[0]


def test_every_page_says_the_policy_that_its_header_says(root: Path, demo: Built):
    said = library(root)
    for page in demo.output.rglob("*.html"):
        path = page.relative_to(demo.output).as_posix()
        html = page.read_text("utf-8")
        header = headers_of(path, said)["Content-Security-Policy"]
        assert [unescape(one) for one in META.findall(html)] == [meta_policy(header)], path
        # Browsers hold a page to it from there on, and look for the encoding in the first 1024 bytes.
        assert html.index("Content-Security-Policy") < min(html.index("<link"), html.index("<title")), path
        assert html.index("<meta charset") < html.index("Content-Security-Policy"), path


def test_nothing_on_a_page_is_what_its_policy_forbids(demo: Built):
    for page in demo.output.rglob("*.html"):
        html = re.sub(r"<code>.*?</code>|<pre>.*?</pre>", "", page.read_text("utf-8"), flags=re.DOTALL)
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all("src=" in one or "application/ld+json" in one for one in scripts), page
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:|<base|<iframe|<object", html), page


def test_the_files_for_hosts_are_there(root: Path, demo: Built):
    assert demo.read("_headers") == render_headers_file(library(root), ())
    rules = json.loads(demo.read("speculation-rules.json"))
    assert rules["prefetch"][0]["where"]["href_matches"] == ["/", "/*/"]
    assert "/node/12/ /news/kettles/ 301!" in demo.read("_redirects").splitlines()


def test_a_page_leads_on_from_each_old_address_and_says_where_it_is_now(demo: Built):
    pages = {
        "node/12/": "news/kettles/",
        "2026/bus-is-back/": "news/books-on-wheels-returns/",
        "hours.html": "branches/",
    }
    for old, new in pages.items():
        html = demo.read(old)
        way = (demo.output / old.removesuffix("hours.html") / REFRESH.findall(html)[0]).resolve()
        assert way == (demo.output / new).resolve()
        assert CANONICAL.findall(html) == [f"https://juniper.example/{new}"]
        assert f'href="{REFRESH.findall(html)[0].removeprefix("./")}"' in html.replace('href="./', 'href="')
    assert REFRESH.findall(demo.read("catalogue/")) == ["https://catalog.juniper.example/"]


@pytest.fixture
def moved(tmp_path: Path):
    """Return a small content folder at a path of its host, with posts that have moved."""
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\naddress = "https://a.example/x/y/"\n', "utf-8")
    return content


def post(content: Path, name: str, facts: str) -> None:
    text = f"---\ntitle: {name.title()}\ndate: 2026-01-01\n{facts}\n---\n\nText.\n"
    (content / "posts" / f"{name}.md").write_text(text, "utf-8")


def test_below_a_path_rules_and_addresses_are_below_it_too(build, moved):
    post(moved, "one", "old_addresses: [/first/, https://a.example/x/y/second/]")
    built = build("--content", str(moved), "--now", "2026-02-02T10:00")
    assert built.code == 0, built.said
    assert REFRESH.findall(built.read("second/")) == ["../news/one/"]
    assert CANONICAL.findall(built.read("first/")) == ["https://a.example/x/y/news/one/"]
    assert json.loads(built.read("speculation-rules.json"))["prefetch"][0]["where"]["href_matches"] == [
        "/x/y/",
        "/x/y/*/",
    ]


def test_what_cannot_be_is_named_by_file_line_and_value_and_stops_publishing(build, moved):
    post(moved, "one", "old_addresses:\n  - /same/\n  - /../up/")
    post(moved, "two", "old_addresses:\n  - /same/\n  - https://a.example/elsewhere/")
    (moved / "redirects.csv").write_text("from,to\n/news/two/,/news/one/\n/gone,/nothing/\n/a,/b\n/b,/a\n", "utf-8")
    built = build("--content", str(moved), "--now", "2026-02-02T10:00")
    found = {(one["rule"], one["file"], one["line"], one["value"]) for one in built.report["problems"]}
    assert {
        ("facts.wrong-value", "posts/one.md", 6, "/../up/"),
        ("facts.wrong-value", "posts/two.md", 6, "https://a.example/elsewhere/"),
        ("hosting.leads-nowhere", "redirects.csv", 3, "/gone"),
        ("hosting.circle", "redirects.csv", 4, "/a"),
        ("hosting.circle", "redirects.csv", 5, "/b"),
    } <= found
    assert not (built.output / "same").exists()
    assert build("--content", str(moved), "--now", "2026-02-02T10:00", "--strict").code == 1


def test_two_pages_cannot_both_have_had_an_address(build, moved):
    post(moved, "one", "old_addresses: /same/")
    post(moved, "two", "aliases:\n  - /same/\n  - /news/one/")
    built = build("--content", str(moved), "--now", "2026-02-02T10:00")
    found = {(one["rule"], one["file"], one["line"], one["value"]) for one in built.report["problems"]}
    assert found == {
        ("hosting.two-targets", "posts/two.md", 5, "/same/"),
        ("hosting.address-in-use", "posts/two.md", 6, "/news/one/"),
    }
    assert REFRESH.findall(built.read("same/")) == ["../news/one/"]


def test_a_table_that_is_a_link_out_of_the_folder_is_not_read(build, moved, tmp_path):
    post(moved, "one", "")
    (tmp_path / "outside.csv").write_text("from,to\n/a,/news/one/\n", "utf-8")
    (moved / "redirects.csv").symlink_to(tmp_path / "outside.csv")
    built = build("--content", str(moved), "--now", "2026-02-02T10:00")
    assert not (built.output / "a").exists()
