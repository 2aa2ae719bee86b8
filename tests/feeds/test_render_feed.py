"""RSS and Atom as other programs read them: whole addresses, ids that stay, dates, and any characters."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import feedparser
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.feeds.model import SHOW, Shelf
from plugins.feeds.tag_uri import tag_uri
from tests.feeds import faults
from tests.feeds.conftest import EPISODE, EVENT, EVERYTHING, FEED, POST, SHOW_FEED, SITE, ZONE
from tests.feeds.readers import by_dom_parser, by_rss_parser

GOLDEN = Path(__file__).parent / "golden"
FORMS = ("rss", "atom")
CASES = {
    "news.atom.xml": ("atom", FEED, (POST,)),
    "news.rss.xml": ("rss", FEED, (POST,)),
    "news.json": ("json", FEED, (POST,)),
    "all.atom.xml": ("atom", EVERYTHING, (EVENT, EPISODE, POST)),
    "all.rss.xml": ("rss", replace(EVERYTHING, hub="https://hub.example/"), (EVENT, EPISODE)),
    "all.json": ("json", replace(EVERYTHING, hub="https://hub.example/"), (EVENT, EPISODE)),
    "nothing.atom.xml": ("atom", FEED, ()),
    "show.rss.xml": ("rss", SHOW_FEED, (EPISODE,)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_becomes_its_golden_file(write, name: str):
    form, feed, entries = CASES[name]
    assert write(form, *entries, feed=feed).decode() == (GOLDEN / name).read_text("utf-8")


def test_every_golden_file_has_its_case():
    assert {path.name for path in GOLDEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_golden_file_has_no_fault(name: str):
    form, feed, _ = CASES[name]
    data = (GOLDEN / name).read_bytes()
    assert list(faults.of(data, SITE + feed.address(form))) == []
    assert form == "json" or not feedparser.parse(data).bozo
    assert feed.shelf.kind != SHOW or list(faults.of_show(data)) == []


def test_rss_parser_finds_the_same_in_each_golden_file(browser, root: Path):
    names = [name for name in CASES if name.endswith(".xml")]
    found = by_rss_parser(browser, root, [(GOLDEN / name).read_bytes() for name in names])
    for name, read in zip(names, found, strict=True):
        ours = feedparser.parse((GOLDEN / name).read_bytes())
        assert read["title"] == ours.feed.title, name
        assert [one["title"] for one in read["items"]] == [one.title for one in ours.entries], name
        assert [one["link"] for one in read["items"]] == [one.link for one in ours.entries], name
        assert [one.get("guid") or one.get("id") for one in read["items"]] == [one.id for one in ours.entries], name
        dates = [datetime.fromisoformat(one["isoDate"]) for one in read["items"]]
        assert [(*date.utctimetuple()[:6],) for date in dates] == [one.published_parsed[:6] for one in ours.entries]
        if name.endswith(".rss.xml"):
            files = [one.get("enclosure", {}).get("url") for one in read["items"]]
            assert files == [one.enclosures[0].href if one.enclosures else None for one in ours.entries], name
    show = found[names.index("show.rss.xml")]
    assert show["itunes"]["image"] == SHOW_FEED.cover.address
    assert show["items"][0]["itunes"]["duration"] == "754"


def read(write, form, *entries, **more):
    read_back = feedparser.parse(write(form, *entries, **more))
    assert not read_back.bozo, read_back.get("bozo_exception")
    return read_back


@pytest.mark.parametrize("form", FORMS)
def test_what_a_feed_says_of_itself(write, form):
    found = read(write, form, POST)
    assert found.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert (found.feed.title, found.feed.subtitle) == ("Mini Library: News", "What is new")
    assert (found.feed.link, found.feed.language) == (f"{SITE}news/", "en")
    assert f"{SITE}feeds/news.{form}.xml" in [link.href for link in found.feed.links if link.rel == "self"]
    assert found.feed.updated_parsed[:5] == (2026, 9, 2, 15, 0)


def test_the_id_of_the_news_is_the_one_it_always_had(write):
    assert read(write, "atom", POST).feed.id == f"{SITE}news/"
    assert read(write, "atom", feed=EVERYTHING).feed.id == f"{SITE}feeds/all/"


@pytest.mark.parametrize("form", FORMS)
def test_what_it_says_of_a_post(write, form):
    (entry,) = read(write, form, POST).entries
    assert (entry.title, entry.link, entry.summary) == ("The doors open", f"{SITE}news/opening/", "In short.")
    assert entry.id == "tag:mini.example,2026-09-01:posts/2026-09-01-opening.md"
    assert entry.published_parsed[:5] == (2026, 9, 1, 16, 30)
    assert [tag.term for tag in entry.tags] == ["Local history", "Stories"]
    assert [(one.href, one.type, one.length) for one in entry.enclosures] == [
        (f"{SITE}images/tea.jpg", "image/jpeg", "4321")
    ]
    assert entry.media_content[0]["url"] == f"{SITE}images/tea.jpg"
    assert "A cup of tea & a spoon" in etree.fromstring(write(form, POST)).xpath("//*[local-name()='content']/*/text()")
    assert (
        re.findall(r"Press desk|Local Studies", str(entry.authors)) == ["Press desk", "Local Studies"] or form == "rss"
    )


def test_rss_names_departments_as_creators(write):
    root = etree.fromstring(write("rss", POST))
    assert root.xpath("//dc:creator/text()", namespaces={"dc": "http://purl.org/dc/elements/1.1/"}) == [
        "Press desk",
        "Local Studies",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_recording_goes_before_a_picture(write, form):
    (entry,) = read(write, form, replace(EPISODE, image="images/tea.jpg")).entries
    assert entry.enclosures[0].href == f"{SITE}audio/one.mp3"
    assert entry.media_content[0]["url"] == f"{SITE}images/tea.jpg"


@pytest.mark.parametrize("form", [*FORMS, "json"])
def test_every_address_is_whole(write, form):
    data = write(form, POST)
    text = json.loads(data)["items"][0]["content_html"] if form == "json" else _content(data)
    for address in (
        f'href="{SITE}about/"',
        f'href="{SITE}news/garden/?a=1&amp;b=2"',
        f'href="{SITE}news/opening/#down"',
        'href="https://a.example/"',
        'href="mailto:a@b.example"',
        f'src="{SITE}images/tea.svg"',
    ):
        assert address in text


def _content(data: bytes) -> str:
    root = etree.fromstring(data)
    return (root.xpath("//*[local-name()='encoded']") or root.xpath("//*[local-name()='content'][@type='html']"))[
        0
    ].text


@pytest.mark.parametrize("form", FORMS)
def test_an_id_stays_when_title_address_and_text_change(write, form):
    before, after = (
        read(write, form, one).entries[0].id
        for one in (POST, replace(POST, title="New", address="news/new/", body="New", updated=None))
    )
    assert before == after


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (POST, "tag:mini.example,2026-09-01:posts/2026-09-01-opening.md"),
        (replace(POST, id="opening-2026"), "tag:mini.example,2026-09-01:opening-2026"),
        (replace(POST, source="posts/a é.md"), "tag:mini.example,2026-09-01:posts/a%20%C3%A9.md"),
        (replace(POST, id="a#b<c>"), "tag:mini.example,2026-09-01:a%23b%3Cc%3E"),
    ],
)
def test_ids_are_tags(entry, expected):
    assert tag_uri(entry, SITE) == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a ]]&gt; b</p>", "<p>a ]]&gt; b</p>"),
        ("<pre>a ]]> b</pre>", "<pre>a ]]> b</pre>"),
        ("<p>🫖 &amp; שלום</p>", "<p>🫖 &amp; שלום</p>"),
        ("<p>a\x00b\x0bc\x1fd\ufffee\ud800f</p>", "<p>abcdef</p>"),
        ("<p>&lt;script&gt;</p>", "<p>&lt;script&gt;</p>"),
        ('<code>&lt;a href="/x"&gt;</code>', '<code>&lt;a href="/x"&gt;</code>'),
        ("", None),
    ],
)
def test_any_text_makes_a_sound_feed(write, form, text, expected):
    (entry,) = read(write, form, replace(POST, body=text)).entries
    assert expected in (None, entry.content[0].value if text else None)


UGLY = [
    "Tea & cake",
    "a < b > c",
    "]]>",
    "🫖",
    "מה חדש",
    "bell \x07 rings",
    "&amp; as written",
    "“quoted” 'so'",
    "\ud83d x",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", UGLY)
def test_any_title_is_read_back_as_it_was(write, form, title):
    root = etree.fromstring(write(form, replace(POST, title=title, tags=(title,), summary=title, authors=(title,))))
    titles = [one.text for one in root.iter("{*}title")]
    assert titles[1:] == [" ".join(re.sub("[\x07\ud83d]", "", title).split())]


def test_ugly_titles_are_read_back_by_chromium(browser, write):
    entries = [replace(POST, title=title, id=str(number)) for number, title in enumerate(UGLY)]
    for found in by_dom_parser(browser, [write(form, *entries) for form in FORMS]):
        assert found == [" ".join(re.sub("[\x07\ud83d]", "", title).split()) for title in UGLY]


ANY = st.text(st.characters(), max_size=200)


@example(*["\ud83d"] * 8)
@given(title=ANY, summary=ANY, tag=ANY, body=ANY, alt=ANY, id_=ANY, author=ANY, note=ANY)
@settings(max_examples=80, deadline=None)
def test_anything_makes_feeds_without_a_fault(write, title, summary, tag, body, alt, id_, author, note):
    said = {"title": title, "summary": summary, "body": f"<p>{body}</p>", "image_alt": alt}
    post = replace(POST, **said, id=id_, tags=(tag,), authors=(author,))
    event = replace(EVENT, **said, id=f"{id_}x", note=note, place=note, status="moved", previous_place=tag)
    for form in (*FORMS, "json"):
        data = write(form, post, event, feed=EVERYTHING)
        assert list(faults.of(data, SITE + EVERYTHING.address(form))) == []
        assert form == "json" or not feedparser.parse(data).bozo


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", ["", "\x07", " \n "])
def test_a_title_of_nothing_is_the_library(write, form, title):
    assert read(write, form, replace(POST, title=title)).entries[0].title == "Mini Library"


@pytest.mark.parametrize("form", [*FORMS, "json"])
def test_a_title_of_five_thousand_letters_is_cut_between_words(write, form):
    data = write(form, replace(POST, title="word " * 1000))
    assert list(faults.of(data, SITE + FEED.address(form))) == []
    assert "word word…".encode() in data
    assert len(data) < 8000


@pytest.mark.parametrize("form", FORMS)
def test_two_renders_are_the_same_bytes(write, form):
    assert write(form, POST, EVENT) == write(form, POST, EVENT)


@pytest.mark.parametrize("form", FORMS)
def test_of_now_only_the_year_stands_in_a_feed_of_nothing(write, form):
    assert b"2026-10-08" not in write(form, POST)
    assert read(write, form).feed.updated_parsed[:3] == (2026, 1, 1)
    assert write(form) == write(form, now=datetime(2026, 12, 31, 23, 0, tzinfo=ZONE))


@pytest.mark.parametrize("form", FORMS)
def test_the_order_is_kept(write, form):
    found = read(write, form, replace(POST, title="1"), replace(POST, title="2", id="2"))
    assert [entry.title for entry in found.entries] == ["1", "2"]


@pytest.mark.parametrize("form", [*FORMS, "json"])
def test_what_comes_last_gives_way_where_there_is_no_room(write, form):
    posts = [replace(POST, id=str(number), body=f"<p>{'<b>x</b>' * 8000}</p>") for number in range(20)]
    data = write(form, *posts)
    assert list(faults.of(data, SITE + FEED.address(form))) == []
    assert data.count(b"tag:mini.example") == 20
    whole = data.count(b"x&lt;/b&gt;&lt;/p&gt;") or data.count(b"x</b></p>")
    assert 1 <= whole < 20


def test_a_title_on_every_item_does_not_make_it_too_large(write):
    posts = [
        replace(POST, id=str(number), title="𝕏" * 1000, summary="𝕏" * 2000, tags=("𝕏" * 999,)) for number in range(99)
    ]
    data = write("atom", *posts)
    assert len(data) <= 512_000
    assert data.count(b"<entry>") > 20


@pytest.mark.parametrize("form", FORMS)
def test_people_are_led_to_the_page_that_explains_it(write, form):
    (link,) = etree.fromstring(write(form, POST)).iter("{http://www.w3.org/1999/xhtml}a")
    assert link.get("href") == f"{SITE}feeds/news/"


@pytest.mark.parametrize(
    ("shelf", "prefix", "style"),
    [
        (Shelf(id="news"), "", "../feeds/feed.css"),
        (Shelf(kind="topic", id="a"), "", "../../feeds/feed.css"),
        (Shelf(kind="topic", id="a"), "es/", "../../../feeds/feed.css"),
    ],
)
def test_the_stylesheet_is_found_from_wherever_the_feed_lies(write, shelf, prefix, style):
    data = write("atom", POST, feed=replace(FEED, shelf=shelf, prefix=prefix))
    assert data.split(b"\n")[1].decode() == f'<?xml-stylesheet type="text/css" href="{style}"?>'


@pytest.mark.parametrize("form", FORMS)
def test_a_hub_is_named_where_there_is_one(write, form):
    root = etree.fromstring(write(form, POST, feed=replace(FEED, hub="https://hub.example/")))
    hubs = [one.get("href") for one in root.iter("{http://www.w3.org/2005/Atom}link") if one.get("rel") == "hub"]
    assert hubs == ["https://hub.example/"]
    assert b'rel="hub"' not in write(form, POST)
