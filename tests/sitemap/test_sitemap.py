"""The map of the site has every page that may be found, and says of none that it changed when it did not."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from plugins.kernel.entry import Alternate, Entry
from plugins.sitemap.choose_pages import in_order, of_entry
from plugins.sitemap.model import MappedPage
from plugins.sitemap.render_sitemap import PAGES_LIMIT, render_sitemap
from tests.conftest import Built

NAMES = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
SITE = "https://juniper.example/"
NOW, BEFORE = datetime(2026, 10, 8, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
ENTRY = Entry(kind="post", address="news/a/", title="A", language="en")


def urls(data: bytes) -> dict[str, etree._Element]:
    root = etree.fromstring(data)
    return {str(url.findtext("map:loc", "", NAMES)).removeprefix(SITE): url for url in root.findall("map:url", NAMES)}


@pytest.mark.parametrize(
    ("facts", "changed"),
    [
        ({}, None),
        ({"published": BEFORE}, BEFORE),
        ({"published": BEFORE, "updated": NOW}, NOW),
        ({"published": BEFORE, "updated": datetime(2062, 1, 1, tzinfo=UTC)}, None),
    ],
)
def test_a_page_changed_when_its_content_says_so_and_never_when_it_was_built(facts, changed):
    page = of_entry(replace(ENTRY, **facts), NOW, lambda _: "")
    assert page
    assert page.changed == changed


@pytest.mark.parametrize("facts", [{"listed": False}, {"status": "draft"}, {"status": "waiting"}])
def test_what_nobody_shall_find_is_not_in_it(facts):
    assert of_entry(replace(ENTRY, **facts), NOW, lambda _: "") is None


def test_languages_and_pictures_are_said_with_their_addresses_in_full():
    entry = replace(ENTRY, alternates=(Alternate(language="es", address="es/news/a/"),), image="images/é.jpg")
    page = of_entry(entry, NOW, lambda image: image)
    assert page
    url = urls(render_sitemap(SITE, [page])["sitemap.xml"])["news/a/"]
    link = url.find("xhtml:link", NAMES)
    assert link is not None
    assert (link.get("hreflang"), link.get("href")) == ("es", f"{SITE}es/news/a/")
    assert url.findtext("image:image/image:loc", "", NAMES) == f"{SITE}images/%C3%A9.jpg"


def test_more_pages_than_one_file_takes_have_an_index():
    files = render_sitemap(SITE, [MappedPage(address=f"news/{number}/") for number in range(PAGES_LIMIT + 1)])
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert list(urls(files["sitemap-2.xml"])) == [f"news/{PAGES_LIMIT}/"]
    assert b"sitemapindex" in files["sitemap.xml"]


def test_each_page_stands_there_once_in_order():
    pages = [MappedPage(address=address) for address in ("b/", "a/", "b/")]
    assert [page.address for page in in_order(pages)] == ["a/", "b/"]


def test_the_map_of_the_demo_has_exactly_the_pages_that_may_be_found(demo: Built):
    found = urls(demo.read("sitemap.xml").encode())
    pages = set()
    for page in demo.output.rglob("*.html"):
        html = page.read_text("utf-8")
        is_hidden = 'name="robots" content="noindex"' in html or 'http-equiv="refresh"' in html
        if not is_hidden:
            pages.add(page.relative_to(demo.output).as_posix().removesuffix("index.html"))
    assert set(found) == pages
    assert found["news/kettles/"].findtext("map:lastmod", "", NAMES)[:4] == "2026"
    assert found["news/riverbend-reopens/"].findtext("image:image/image:loc", "", NAMES)
    assert found["events/"].find("map:lastmod", NAMES) is None


def test_every_language_that_a_page_names_is_in_the_map_and_names_it_in_turn(demo: Built):
    found = urls(demo.read("sitemap.xml").encode())
    ways = {
        address: {str(link.get("href")).removeprefix(SITE) for link in url.findall("xhtml:link", NAMES)}
        for address, url in found.items()
    }
    assert any(ways.values())
    for address, others in ways.items():
        assert not others or address in others
        assert all(ways[other] == others for other in others), address


def test_every_picture_that_it_names_is_there(demo: Built):
    named = re.findall(r"<image:loc>https://juniper.example/([^<]*)<", demo.read("sitemap.xml"))
    assert named
    assert all((demo.output / name).is_file() for name in named)


def test_the_texts_of_the_demo_are_there(demo: Built):
    assert "Sitemap: https://juniper.example/sitemap.xml" in demo.read("robots.txt")
    assert "mailto:ask@juniper.example" in demo.read(".well-known/security.txt")
    assert "Juniper County Library" in demo.read("humans.txt")


def test_a_post_that_is_changed_and_not_said_to_be_leaves_the_map_as_it_was(build, tmp_path: Path):
    post = tmp_path / "content/posts/one.md"
    post.parent.mkdir(parents=True)
    said = []
    for words, now in (("Words.", "2026-02-02T10:00"), ("Other words.", "2026-02-20T10:00")):
        post.write_text(f"---\ntitle: One\ndate: 2026-01-01\n---\n\n{words}\n", "utf-8")
        said.append(build("--content", str(tmp_path / "content"), "--now", now).read("sitemap.xml"))
    assert said[0] == said[1]


def test_a_telephone_is_told_the_name_and_the_icons(demo: Built):
    said = json.loads(demo.read("site.webmanifest"))
    assert (said["name"], said["lang"], said["start_url"]) == ("Juniper County Library", "en", "./")
    assert {icon["purpose"] for icon in said["icons"]} == {"any", "maskable"}
    assert all((demo.output / icon["src"]).is_file() for icon in said["icons"])
    assert 'rel="manifest" href="../site.webmanifest"' in demo.read("news/")
