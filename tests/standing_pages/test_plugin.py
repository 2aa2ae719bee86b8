"""The pages that every site has: home, subscribe, the page for what is not found, the style guide."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(scope="module")
def newsroom(site):
    return site("newsroom")


def test_home_shows_the_latest_three_posts_in_its_language(newsroom):
    def posts(address):
        return list(dict.fromkeys(re.findall(r'href="[./]*((?:es/)?news/[a-z-]+)/"', newsroom.read(address))))

    assert posts("") == ["news/garden", "news/odd", "news/opening"]
    assert posts("es/") == ["es/news/jardin", "news/odd", "es/news/opening"]


def test_home_holds_fourteen_days_as_of_the_moment_of_the_build(newsroom):
    days = re.findall(r'datetime="(2026-10-\d\d)"', newsroom.read(""))
    assert set(days) <= {f"2026-10-{day:02}" for day in range(8, 22)}
    assert {"2026-10-12", "2026-10-17"} <= set(days)


@pytest.mark.parametrize("address", ["404.html", "style-guide/"])
def test_search_engines_are_asked_to_pass_by(newsroom, address):
    assert re.search(r'<meta name="robots" content="noindex', newsroom.read(address))


@pytest.mark.parametrize("address", ["", "subscribe/", "es/subscribe/", "news/opening/"])
def test_and_to_read_the_rest(newsroom, address):
    assert "noindex" not in newsroom.read(address)


def test_nothing_leads_to_the_style_guide(newsroom):
    pages = [path for path in newsroom.output.rglob("*.html") if "style-guide" not in path.parts]
    assert not [path for path in pages if "style-guide/" in path.read_text(encoding="utf-8")]


def test_subscribe_names_the_feeds_of_its_language(newsroom):
    assert "feeds/news.atom.xml" in newsroom.read("subscribe/")
    assert "es/feeds/news.atom.xml" in newsroom.read("es/subscribe/")


def test_a_folder_with_nothing_but_posts_is_a_site(build, tmp_path):
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/2026-10-01-a.md").write_text("Title: A\n\nText\n", encoding="utf-8")
    built = build("--content", str(tmp_path / "content"))
    assert (built.code, built.report["problems"]) == (0, [])
    assert "Text" in built.read("news/a/")
    assert any("Time zone: UTC." in said for said in built.report["defaults"])


def test_an_empty_folder_is_a_site_too(build, tmp_path):
    (tmp_path / "content").mkdir()
    built = build("--content", str(tmp_path / "content"))
    assert (built.code, built.report["problems"]) == (0, [])
    assert built.report["counts"]["posts"]["read"] == 0
    assert "<h1" in built.read("news/")
