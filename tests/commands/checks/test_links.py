"""Every link within the site leads somewhere, and every place that one names is there."""

from __future__ import annotations

import pytest

from plugins.commands.checks.links import check_links
from tests.commands.checks.pages import ADDRESS, page, site

OTHER = page('<h2 id="here">Here</h2><a name="old">.</a>')


def found(body: str, **known: object) -> list[str]:
    made = site(
        {"news/a/index.html": page(body, '<link rel="icon" href="../../theme/i.svg#dot">'), "b/index.html": OTHER},
        "files/form.pdf",
        "theme/i.svg",
        ids={"theme/i.svg": frozenset({"dot"})},
        **known,
    )
    return [problem.value for problem in check_links(made)]


@pytest.mark.parametrize(
    "href",
    [
        "../../b/",
        "../../b/#here",
        "../../b/#old",
        "../../b/#",
        "../../b/#:~:text=Here",
        "#top",
        "../../files/form.pdf",
        "/x/b/",
        f"{ADDRESS}b/#here",
        "webcal://library.example/x/files/form.pdf",
        "../../files/f%6Frm.pdf",
        "https://elsewhere.example/nothing/",
        "https://library.example/another-program/",
        "mailto:a@b.example",
        "tel:+15551234",
        "",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(href: str):
    assert found(f'<a href="{href}">to</a>') == []


@pytest.mark.parametrize(
    "href",
    [
        "../../c/",
        "../../b",
        "../../b/#there",
        "#there",
        "../../../b/",
        "../../Files/form.pdf",
        f"{ADDRESS}c/",
        "webcal://library.example/x/c.ics",
        "/b/",
    ],
)
def test_a_link_that_leads_nowhere_is_named(href: str):
    assert found(f'<a href="{href}">to</a>') == [href]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="no.png" alt="">',
        '<picture><source srcset="no.png 480w, ../../theme/i.svg 2x"><img src="../../theme/i.svg" alt=""></picture>',
        '<video poster="no.png"></video>',
        '<form action="no.png"></form>',
        '<template><a href="no.png">to</a></template>',
        '<svg><use xlink:href="no.png"></use></svg>',
        '<meta property="og:image" content="no.png">',
        '<script src="no.png"></script>',
    ],
)
def test_whatever_names_a_file_is_looked_at(body: str):
    assert found(body) == ["no.png"]


def test_a_place_within_a_drawing_is_looked_for():
    assert found('<svg><use href="../../theme/i.svg#line"></use></svg>') == ["../../theme/i.svg#line"]


def test_a_place_that_waits_in_a_template_is_not_there():
    assert found('<template><p id="late"></p></template><a href="#late">to</a>') == ["#late"]


def test_an_address_that_leads_on_is_one():
    assert found('<a href="../../c/">to</a>', redirects={"c/": "/x/b/"}) == []


def test_the_cure_for_a_slash_that_is_missing_says_so_and_where_the_page_comes_from():
    made = site({"index.html": page('<a href="b">to</a>'), "b/index.html": OTHER}, source_of=lambda _: "pages/home.md")
    assert [(one.file, one.cure) for one in check_links(made)] == [("pages/home.md", 'Write a slash at its end: "b/".')]


def test_addresses_in_feeds_and_styles_are_followed():
    named = {"feeds/all.xml": frozenset({f"{ADDRESS}c/", f"{ADDRESS}b/"}), "theme/a.css": frozenset({"no.woff2"})}
    made = site({"b/index.html": OTHER}, "feeds/all.xml", "theme/a.css", named=named)
    assert [problem.value for problem in check_links(made)] == [f"{ADDRESS}c/", "no.woff2"]
