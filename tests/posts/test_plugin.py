"""The news of a small site, as it stands on its pages."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(scope="module")
def newsroom(site):
    return site("newsroom")


def links(html):
    main = html.partition("<main")[2].partition("</main>")[0]
    return re.findall(r'<a [^>]*?href="([^"]*)"', main)


def test_each_post_is_published_or_kept_back(newsroom):
    assert newsroom.code == 0
    assert newsroom.report["counts"]["posts"] == {"read": 11, "published": 9, "waiting": 1, "drafts": 1, "left_out": 0}


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("news/opening/", "The doors open: tea &amp; cake"),
        ("es/news/opening/", "Las puertas se abren"),
        ("news/garden/", "The garden"),
        ("es/news/jardin/", "El jardín"),
        ("news/plain/", "In plain lines"),
        ("news/restructured/", "Read by <em>Pelican's</em> own reader."),
        ("news/hyper/", "Read as it is."),
        ("news/by-address/", "By its address only"),
    ],
)
def test_where_posts_are(newsroom, address, words):
    assert words in newsroom.read(address)


@pytest.mark.parametrize("address", ["news/lanterns", "news/not-yet"])
def test_a_draft_and_a_post_of_tomorrow_are_nowhere(newsroom, address):
    assert not (newsroom.output / address).exists()
    pages = [path.read_text(encoding="utf-8") for path in newsroom.output.rglob("*.html")]
    assert not any(f"{address}/" in page for page in pages)


def test_a_hidden_post_is_in_no_list_and_no_feed(newsroom):
    pages = {path: path.read_text(encoding="utf-8") for path in newsroom.output.rglob("*.*ml")}
    holders = [
        path.relative_to(newsroom.output).as_posix() for path, page in pages.items() if "news/by-address/" in page
    ]
    assert holders == ["news/by-address/index.html"]
    assert not (newsroom.output / "tags/secret").exists()


@pytest.mark.parametrize(
    ("address", "alternate"),
    [
        ("news/opening/", "es/news/opening/"),
        ("es/news/opening/", "news/opening/"),
        ("news/garden/", "es/news/jardin/"),
        ("es/news/jardin/", "news/garden/"),
        ("about/", "es/about/"),
    ],
)
def test_translations_know_each_other(newsroom, address, alternate):
    assert re.search(rf'<link rel="alternate"[^>]*href="https://mini.example/a/b/{alternate}"', newsroom.read(address))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news/", ["garden", "odd", "opening", "hyper", "restructured", "plain"]),
        ("es/news/", ["jardin", "opening"]),
        ("news/2025/", ["plain"]),
        ("news/2026/", ["garden", "odd", "opening", "hyper", "restructured"]),
        ("tags/local-history/", ["garden", "opening"]),
        ("tags/other/", ["restructured"]),
        ("authors/ann-lee/", ["opening"]),
        ("topics/stories/", ["opening"]),
        ("es/topics/stories/", ["opening"]),
        ("es/tags/historia-local/", ["opening"]),
    ],
)
def test_what_stands_in_which_list(newsroom, address, expected):
    found = [link.split("/")[-2] for link in links(newsroom.read(address)) if re.search(r"news/[a-z-]+/$", link)]
    assert list(dict.fromkeys(found)) == expected


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("news/opening/", "../../branches/central/"),
        ("news/opening/", "../../files/form.pdf"),
        ("news/opening/", "../../news/garden/#beds"),
        ("news/opening/", "../../tags/local-history/"),
        ("news/opening/", "../../authors/ann-lee/"),
        ("news/opening/", "../../about/"),
        ("news/opening/", "../../news/plain/"),
        ("about/", "../news/opening/"),
        ("about/", "../programs/seed-library/"),
        ("programs/seed-library/", "../../news/garden/"),
        ("programs/seed-library/", "../../about/"),
        ("events/seed-swap/", "../../about/"),
    ],
)
def test_links_between_files_lead_to_pages_at_any_depth(newsroom, page, target):
    assert target in links(newsroom.read(page))
    file = (newsroom.output / page / target.partition("#")[0]).resolve()
    assert file.exists()


def test_no_link_of_pelican_s_kind_is_left_over(newsroom):
    for path in newsroom.output.rglob("*.*ml"):
        assert not re.search(r"\{(?:filename|static|attach|tag|author|index)\}", path.read_text(encoding="utf-8")), path


def test_a_link_to_what_is_not_out_yet_keeps_its_words_and_is_named(newsroom):
    assert "and what is not out yet." in newsroom.read("news/opening/")
    (problem,) = [one for one in newsroom.report["problems"] if one["rule"] == "pelican.link"]
    assert (problem["file"], problem["line"]) == ("posts/2026-09-01-opening.md", 17)
    assert (problem["value"], problem["severity"]) == ("posts/2026-10-20-lanterns.md", "warning")


def test_drafts_and_posts_of_tomorrow_can_be_shown_and_are_marked(site):
    built = site("newsroom", "--drafts")
    assert built.report["counts"]["posts"]["drafts"] == 1
    assert "A draft." in built.read("news/not-yet/")
    assert "Waiting for its day." in built.read("news/lanterns/")
    assert "news/lanterns/" in built.read("news/")
