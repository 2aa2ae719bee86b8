"""Links on a page: relative at any depth, and in its own language where there is one."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.bridge.build import Build
from plugins.bridge.head import Head
from plugins.bridge.page import Page, feeds_of
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library, MenuItem
from plugins.tools.interface import Interface
from plugins.tools.markdown import DEFAULTS, Converter

LIBRARY = Library(
    name="Mini",
    address="https://mini.example/a/b/",
    languages=("en", "es"),
    menu=(
        MenuItem(address="news/"),
        MenuItem(address="programs/", title=Phrase(default="Programs", by_language={"es": "Programas"})),
        MenuItem(address="get-a-card/", title=Phrase(default="Get a card")),
        MenuItem(address="https://catalog.example/", title=Phrase(default="Catalog")),
    ),
)
WORDS = Interface(
    words={
        "en": {"menu.news": "News", "card": "Get {link} now", "n": {"one": "{n} card of {link}", "other": "{n} cards"}}
        | {"video.watch": "Watch on {host}", "video.transcript": "Transcript"},
        "es": {"menu.news": "Noticias"},
    }
)


@pytest.fixture
def page():
    """Return what makes a page of a small site in two languages."""
    build = Build(
        library=LIBRARY,
        now=datetime(2026, 10, 8, tzinfo=ZoneInfo("America/Denver")),
        content=Path("/content"),
        convert=Converter(DEFAULTS),
    )
    for address in ("news/", "es/news/", "programs/", "get-a-card/", "feeds/news.atom.xml", "es/feeds/news.atom.xml"):
        build.claim(address, address)

    def of(file, reading="en"):
        return Page(
            build=build, interface=WORDS, file=file, language="es" if reading == "es" else "en", reading=reading
        )

    return of


@pytest.mark.parametrize(
    ("file", "root", "made"),
    [
        ("index.html", ".", '<a href="./news/">'),
        ("news/index.html", "..", '<a href="../news/">'),
        ("es/news/page/2/index.html", "../../../..", '<a href="../../../../news/">'),
        ("404.html", "/a/b", '<a href="/a/b/news/">'),
        ("404/index.html", "..", '<a href="../news/">'),
    ],
)
def test_a_link_works_wherever_the_site_lies(page, file, root, made):
    assert page(file).root == root
    assert page(file).finish('<a href="/news/">') == made


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img class="a" src="/x.png" alt="">', '<img class="a" src="../x.png" alt="">'),
        ('<source srcset="/a-1.avif 1w, /a-2.avif 2w">', '<source srcset="../a-1.avif 1w, ../a-2.avif 2w">'),
        ('<img src="/b.jpg" srcset="/a.jpg" alt="c, /d">', '<img src="../b.jpg" srcset="../a.jpg" alt="c, /d">'),
        ('<img srcset="/a 1w, /b', '<img srcset="/a 1w, /b'),
        ('<img srcset="/a 1w, /b>', '<img srcset="../a 1w, /b>'),
        ('<form action="/search/">', '<form action="../search/">'),
        ('<html data-root="/">', '<html data-root="../">'),
        ('<a data-root="/" href="/x">', '<a data-root="../" href="../x">'),
        ('<a href="//cdn.example/x">', '<a href="//cdn.example/x">'),
        ('<a href="https://a.example/">', '<a href="https://a.example/">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="x/">', '<a href="x/">'),
        ('<a data-href="/x">', '<a data-href="/x">'),
        ('<code>&lt;a href="/x"&gt;</code>', '<code>&lt;a href="/x"&gt;</code>'),
        ("<p>a < b, see href=/x</p>", "<p>a < b, see href=/x</p>"),
    ],
)
def test_only_links_from_the_root_are_changed(page, html, expected):
    assert page("news/index.html").finish(html) == expected


LAZY = '<img src="x" loading="lazy" alt="">'
AT_ONCE = '<img src="x" alt="">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{LAZY}</p>{LAZY}{LAZY}", f"<p>{AT_ONCE}</p>{LAZY}{LAZY}"),
        (f'<code>&lt;img loading="lazy"&gt;</code>{LAZY}', f'<code>&lt;img loading="lazy"&gt;</code>{AT_ONCE}'),
        ('<p>Write loading="lazy" here.</p>', '<p>Write loading="lazy" here.</p>'),
    ],
)
def test_the_first_picture_of_a_page_is_loaded_at_once(page, html, expected):
    assert page("news/index.html").finish(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="x" data-word="transcript">a.txt</a>', '<a href="x">Transcript</a>'),
        ('<span data-word="watch|YouTube">YouTube</span>', "<span>Watch on YouTube</span>"),
        ('<code>data-word="watch"</code>', '<code>data-word="watch"</code>'),
        ('<a data-word="transcript">a.txt <small>(TXT)</small></a>', "<a>Transcript <small>(TXT)</small></a>"),
    ],
)
def test_words_of_the_interface_come_into_a_text_when_a_page_shows_it(page, html, expected):
    assert page("news/index.html").finish(html) == expected


PIECES = st.sampled_from(
    """<a <img <é <1 </a < ∙href="/ ∙src="/ ∙poster="/ ∙action="/ ∙data-root="/ \tdata-root="/ ∙data-href="/ href="/
∙href="// ∙href=" ∙href='/ " > x / ∙ ="/ = "/> &gt; ∙class="a\"""".replace("\n", " ").split(" ")
).map(lambda piece: piece.replace("∙", " "))
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
FROM_ROOT = re.compile(r'(\s(?:href|src|poster|action|data-root)=")/(?!/)')


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map("".join))
def test_links_are_changed_within_tags_and_nowhere_else(page, html):
    expected = TAG.sub(lambda tag: FROM_ROOT.sub(r"\g<1>../", tag[0]), html)
    assert page("news/index.html").finish(html) == expected


@pytest.mark.parametrize(
    ("reading", "address", "expected"),
    [
        ("en", "news/", "/news/"),
        ("en", "/news/", "/news/"),
        ("en", "", "/"),
        ("en", "es/news/", "/es/news/"),
        ("es", "news/", "/es/news/"),
        ("es", "programs/", "/programs/"),
        ("es", "es/news/", "/es/news/"),
        ("fr", "news/", "/news/"),
        ("es", "https://a.example/", "https://a.example/"),
        ("es", "mailto:a@b.example", "mailto:a@b.example"),
        ("es", "#top", "#top"),
    ],
)
def test_a_page_links_to_its_own_language_where_there_is_one(page, reading, address, expected):
    assert page("index.html", reading).link(address) == expected


def test_an_address_in_full(page):
    assert page("news/index.html").absolute("news/") == "https://mini.example/a/b/news/"


@pytest.mark.parametrize(
    ("file", "reading", "expected"),
    [
        ("index.html", "en", [("News", "/news/", False), ("Programs", "/programs/", False)]),
        ("news/2026/index.html", "en", [("News", "/news/", True), ("Programs", "/programs/", False)]),
        ("es/news/index.html", "es", [("Noticias", "/es/news/", True), ("Programas", "/programs/", False)]),
        ("es/programs/a/index.html", "es", [("Noticias", "/es/news/", False), ("Programas", "/programs/", False)]),
    ],
)
def test_the_menu_knows_where_it_is(page, file, reading, expected):
    assert [(one.title, one.address, one.current) for one in page(file, reading).menu()[:2]] == expected


def test_a_menu_entry_without_a_translation_says_its_language(page):
    assert [one.lang for one in page("es/index.html", "es").menu()] == ["", "", "en", "en"]
    assert [one.lang for one in page("index.html").menu()] == ["", "", "", ""]
    assert page("index.html").menu()[3].address == "https://catalog.example/"


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        ("menu.news", {}, "News"),
        ("card", {"link": "<it>"}, "Get <it> now"),
        ("card", {"link": Markup("<a>it</a>")}, "Get <a>it</a> now"),
        ("n", {"n": 1, "link": Markup("<a>it</a>")}, "1 card of <a>it</a>"),
    ],
)
def test_words_may_hold_a_link(page, key, values, expected):
    made = page("index.html").word(key, **values)
    assert made == expected
    assert isinstance(made, Markup) is any(isinstance(value, Markup) for value in values.values())


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "feeds/news"), ("es", "es/feeds/news"), ("fr", "feeds/news")]
)
def test_the_feeds_a_page_offers(page, language, expected):
    feeds = feeds_of(page("index.html").build, WORDS, language)
    assert [one.address for one in feeds] == [f"{expected}.rss.xml", f"{expected}.atom.xml"]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_names_of_a_page(page, language, direction):
    one = Page(build=page("").build, interface=WORDS, file="news/index.html", language=language, reading=language)
    names = one.names(Head(title="News", address="news/", language=language))
    assert (names["lang"], names["direction"], names["page_address"]) == (language, direction, "news/")
    assert names["asset"]("css/site.css") == "/theme/css/site.css"


# The same on built pages.


def local_links(html):
    found = re.findall(r'<[a-z][^<>]*?\s(?:href|src)="([^"]*)"', html)
    return [link for link in found if not re.match(r"[a-z][a-z0-9+.-]*:|//|#", link)]


@pytest.mark.parametrize("name", ["newsroom", "messy", "one-branch", "arabic"])
def test_every_link_of_a_small_site_leads_somewhere(site, name):
    output = site(name).output
    for path in output.rglob("*.html"):
        if path.name == "404.html":
            continue
        for link in local_links(path.read_text(encoding="utf-8")):
            assert not link.startswith("/"), (path, link)
            target = path.parent / re.split("[?#]", link)[0].replace("%20", " ").replace("&amp;", "&")
            assert target.exists(), (path.relative_to(output), link)
            assert not target.is_dir() or (target / "index.html").exists(), (path.relative_to(output), link)


def test_the_page_for_a_lost_address_works_at_any_depth(site):
    links = local_links(site("newsroom").read("404.html"))
    assert links
    assert all(link.startswith("/a/b/") for link in links)


def test_pages_in_spanish_link_to_pages_in_spanish(site):
    page = site("newsroom").read("es/news/opening/")
    assert '<html lang="es"' in page
    assert 'href="../../../es/news/"' in page
    assert 'href="../../../news/"' not in page
