"""The feeds of built sites, read back by other programs and looked at in a browser."""

from __future__ import annotations

import json
import re
import shutil

import feedparser
import pytest
from lxml import etree

from plugins.feeds.read_seconds import read_seconds
from tests.feeds import faults
from tests.feeds.readers import by_rss_parser
from tests.site.served import served

SITE = "https://mini.example/a/b/"
JUNIPER = "https://juniper.example/"


@pytest.fixture(scope="module")
def newsroom(site):
    return site("newsroom")


def feeds_of(built):
    """Return every feed of a site by its address."""
    found = [*built.output.rglob("feeds/**/*.xml"), *built.output.rglob("feeds/*.json")]
    return {path.relative_to(built.output).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("form", ["rss", "atom"])
@pytest.mark.parametrize(
    ("prefix", "expected"),
    [("", ["garden", "odd", "opening", "hyper", "restructured", "plain"]), ("es/", ["jardin", "opening"])],
)
def test_each_language_has_its_news(newsroom, form, prefix, expected):
    found = feedparser.parse((newsroom.output / f"{prefix}feeds/news.{form}.xml").read_bytes())
    assert not found.bozo
    assert [entry.link for entry in found.entries] == [f"{SITE}{prefix}news/{slug}/" for slug in expected]


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_odd_characters_come_through(newsroom, form):
    found = feedparser.parse((newsroom.output / f"feeds/news.{form}.xml").read_bytes())
    odd = next(entry for entry in found.entries if entry.link.endswith("/odd/"))
    assert odd.title == "Odd ]]> 🫖 bold שלום"
    assert "]]&gt; &amp; 🫖 שלום" in odd.content[0].value


@pytest.mark.parametrize("name", ["demo", "newsroom", "hostile", "arabic", "one-branch"])
def test_no_feed_of_a_site_has_a_fault(request, site, name):
    built = request.getfixturevalue("demo") if name == "demo" else site(name)
    feeds = feeds_of(built)
    assert feeds
    home = re.search(r'rel="canonical" href="([^"]*)"', built.read(""))[1]
    found = {at: list(faults.of(data, home + at)) for at, data in feeds.items()}
    assert {at: said for at, said in found.items() if said} == {}
    assert [at for at, data in one_of_each_kind(feeds).items() if feedparser.parse(data).bozo] == []


def one_of_each_kind(feeds):
    """Return of the feeds in XML the first of each kind and form."""
    kinds = {
        re.sub(r"/[^/]+(\.[a-z]+\.xml)$", r"\1", at): at for at in sorted(feeds, reverse=True) if at.endswith(".xml")
    }
    whole = {at for at in feeds if re.fullmatch(r"feeds/[a-z]+\.[a-z]+\.xml", at)}
    return {at: feeds[at] for at in {*kinds.values(), *whole}}


def test_a_reader_that_is_no_python_takes_a_feed_of_each_kind(browser, root, demo):
    feeds = one_of_each_kind(feeds_of(demo))
    assert len(feeds) > 12
    for (at, data), read in zip(feeds.items(), by_rss_parser(browser, root, list(feeds.values())), strict=True):
        assert [one["title"] for one in read["items"]] == [one.title for one in feedparser.parse(data).entries], at


def test_what_the_demo_has(demo):
    feeds = {at.split("/", 1)[1] for at in feeds_of(demo) if at.startswith("feeds/")}
    assert {f"{name}.{form}" for name in ("all", "news", "events") for form in ("atom.xml", "rss.xml", "json")} <= feeds
    assert {
        "changes.atom.xml", "branch/central.atom.xml", "audience/teens.atom.xml", "topic/making.atom.xml",
        "tag/repair.atom.xml", "program/toddler-time.atom.xml", "show/returned-late.rss.xml",
    } <= feeds  # fmt: skip
    assert {name for name in feeds if name.startswith("branch/") and not name.endswith(".atom.xml")} == set()


def test_no_item_is_dated_in_the_future_and_the_order_is_by_what_comes_next(demo):
    found = json.loads((demo.output / "feeds/events.json").read_bytes())["items"]
    assert all(item["date_published"] < "2026-10-08T14:21" for item in found)
    next_up = [item["title"].partition(":")[0] for item in found]
    assert (
        next_up.index("Mending Morning") < next_up.index("Paper Lantern Workshop") < next_up.index("The Lantern Walk")
    )


def test_each_feed_has_a_page_that_lists_what_is_in_it(demo):
    for at, data in feeds_of(demo).items():
        if at.endswith(".atom.xml"):
            page = demo.read(f"{at.removesuffix('.atom.xml')}/")
            assert page.count("<li><time") == len(etree.fromstring(data).findall("{*}entry")), at
            assert f'<code dir="ltr">{JUNIPER}{at}</code>' in page


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("", "feeds/all.atom.xml"),
        ("subscribe/", "feeds/all.json"),
        ("es/", "es/feeds/all.atom.xml"),
        ("news/", "feeds/news.json"),
        ("events/", "feeds/events.atom.xml"),
        ("events/", "feeds/changes.atom.xml"),
        ("branches/central/", "feeds/branch/central.atom.xml"),
        ("events/branch/central/", "feeds/branch/central.atom.xml"),
        ("events/audience/teens/", "feeds/audience/teens.atom.xml"),
        ("topics/making/", "feeds/topic/making.atom.xml"),
        ("events/topic/making/", "feeds/topic/making.atom.xml"),
        ("es/events/topic/making/", "es/feeds/topic/making.atom.xml"),
        ("tags/repair/", "feeds/tag/repair.atom.xml"),
        ("programs/mending-morning/", "feeds/program/mending-morning.atom.xml"),
        ("programs/returned-late/", "feeds/show/returned-late.rss.xml"),
        ("news/returned-late-1/", "feeds/show/returned-late.rss.xml"),
        ("feeds/topic/making/", "feeds/topic/making.atom.xml"),
    ],
)
def test_a_page_leads_to_the_feeds_of_what_it_shows(demo, page, feed):
    offered = re.findall(
        r'<link rel="alternate" type="application/[^"]*" title="[^"]+" href="([^"]*)"', demo.read(page)
    )
    place = demo.output / page
    assert (demo.output / feed).resolve() in [(place / one).resolve() for one in offered]
    assert all((place / one).resolve().is_file() for one in offered)


def test_every_page_tells_readers_where_the_feeds_are(newsroom):
    for path in newsroom.output.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert 'type="application/rss+xml"' in page, path
        assert 'type="application/atom+xml"' in page, path


@pytest.mark.parametrize("prefix", ["", "es/"])
def test_one_list_holds_every_feed_of_a_language(demo, prefix):
    root = etree.parse(demo.output / f"{prefix}feeds/feeds.opml").getroot()
    listed = [one.get("xmlUrl").removeprefix(JUNIPER) for one in root.iter("outline") if one.get("type") == "rss"]
    there = {at.partition("feeds/")[2].partition(".")[0] for at in feeds_of(demo) if at.startswith(f"{prefix}feeds/")}
    assert {one.partition("feeds/")[2].partition(".")[0] for one in listed} == there
    assert len(listed) == len(there)
    assert root.get("version") == "2.0"
    assert root.findtext("head/title")


def test_the_table_for_subscribers_leads_to_every_feed(demo):
    page = demo.read("subscribe/")
    for at in feeds_of(demo):
        assert (f'href="../{at}"' in page) == at.startswith("feeds/"), at


def test_the_podcast_of_the_demo_has_what_apps_ask_for(demo):
    data = (demo.output / "feeds/show/returned-late.rss.xml").read_bytes()
    assert list(faults.of_show(data)) == []
    (item,) = etree.fromstring(data).iter("item")
    recording = demo.output / item.find("enclosure").get("url").removeprefix(JUNIPER)
    assert recording.stat().st_size == int(item.find("enclosure").get("length"))
    assert item.findtext(f"{faults.ITUNES}duration") == "30"
    assert (demo.output / item.find(f"{faults.PODCAST}transcript").get("url").removeprefix(JUNIPER)).is_file()
    assert '<audio controls preload="none" src="../../audio/returned-late-1.mp3"' in demo.read("news/returned-late-1/")


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"", 0), (b"no recording", 0), (b"ID3", 0), (b"RIFF\x24\x00\x00\x00WAVEfmt ", 0)],
)
def test_what_is_no_recording_lasts_nothing(tmp_path, data, expected):
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    assert read_seconds(path) == expected


POST = "---\ntitle: One\ndate: 2026-09-09\nprogram: {}\n{}---\n\nHear it.\n"
HEARD = {
    "sound": ("audio: audio/one.mp3\ntranscript: audio/one.txt\n", []),
    "unsaid": ("audio: audio/one.mp3\n", ["posts.no-transcript"]),
    "lost-words": ("audio: audio/one.mp3\ntranscript: audio/two.txt\n", ["posts.no-transcript"]),
    "lost": ("audio: audio/two.mp3\n", ["posts.audio-missing"]),
    "no-audio": ("audio: audio/one.txt\n", ["posts.audio-missing"]),
    "bad": ("audio: audio/bad.mp3\ntranscript: audio/one.txt\n", []),
    "silent": ("", []),
}


def test_what_is_wrong_with_a_recording_is_said_and_the_post_is_published(build, tmp_path, root):
    content = tmp_path / "content"
    for folder in ("posts", "audio", "programs"):
        (content / folder).mkdir(parents=True)
    (content / "library.toml").write_text('name = "Small"\naddress = "https://small.example/"\n', "utf-8")
    shutil.copy(root / "content/audio/returned-late-1.mp3", content / "audio" / "one.mp3")
    (content / "audio" / "one.txt").write_text("Said.", "utf-8")
    (content / "audio" / "bad.mp3").write_bytes(b"nothing")
    for name, (facts, _) in HEARD.items():
        (content / "posts" / f"{name}.md").write_text(POST.format(name, facts), "utf-8")
        (content / "programs" / f"{name}.md").write_text(f"---\ntitle: {name}\nsummary: {name}\n---\n", "utf-8")
    built = build("--content", str(content), "--now", "2026-10-08T14:20")
    assert built.code == 0
    said = {(one["file"], one["rule"]) for one in built.report["problems"] if one["severity"] == "warning"}
    expected = {(f"posts/{name}.md", rule) for name, (_, rules) in HEARD.items() for rule in rules}
    shows = {"sound", "unsaid", "lost-words", "bad"}
    covers = {(f"posts/{name}.md", "feeds.cover") for name in shows}
    assert said == expected | covers | {("audio/bad.mp3", "feeds.unreadable-audio")}
    assert {path.name.partition(".")[0] for path in built.output.glob("feeds/show/*.xml")} == shows
    assert {path.parent.name for path in built.output.glob("news/*/index.html")} >= set(HEARD)


def test_a_feed_that_somebody_opens_in_a_browser_can_be_read(browser, demo):
    with served(demo.output) as address:
        for scheme in ("light", "dark"):
            for width in (390, 1280):
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for feed in ("feeds/events.atom.xml", "feeds/all.rss.xml", "es/feeds/topic/making.atom.xml"):
                    page.goto(f"{address}{feed}")
                    shown = page.evaluate("document.documentElement.innerText || document.documentElement.textContent")
                    assert "Juniper County Library" in shown
                    seen = page.evaluate(
                        "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).display !== 'none' "
                        "&& e.getClientRects().length).map((e) => e.localName)"
                    )
                    assert {"title", "a", "div"} <= set(seen)
                    assert {"id", "guid", "content", "encoded", "category", "creator"}.isdisjoint(seen)
                    assert page.evaluate("document.documentElement.scrollWidth") <= width
                page.close()


def test_the_link_in_a_feed_leads_to_its_page(browser, demo):
    with served(demo.output) as address:
        page = browser.new_page()
        page.goto(f"{address}feeds/topic/making.atom.xml")
        href = page.evaluate("document.querySelector('a').href")
        assert href == f"{JUNIPER}feeds/topic/making/"
        assert page.evaluate("getComputedStyle(document.querySelector('a')).textDecorationLine") == "underline"
        page.close()
