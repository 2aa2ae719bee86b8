"""One table says what is sent with each file; no row lets a page run or load what is not the site's own."""

from __future__ import annotations

import re

import pytest

from plugins.hosting.content_types import TYPES, UNKNOWN, content_type
from plugins.hosting.digest_names import digest_globs, has_digest
from plugins.hosting.table import headers_of, row_of, table
from plugins.kernel.library import Library
from plugins.tools.links import AUDIO_TYPES, FILE_TYPES
from plugins.tools.photograph import ENDINGS
from plugins.tools.videos import TYPES as VIDEO_TYPES

LIBRARY = Library(
    name="Juniper",
    address="https://juniper.example/x/y/",
    languages=("en", "es"),
    catalog="https://catalog.example/search?q={query}",
)


@pytest.mark.parametrize(
    ("path", "row", "kind", "caching"),
    [
        ("", "page", "text/html; charset=utf-8", "max-age=0"),
        ("news/a-title/", "page", "text/html; charset=utf-8", "max-age=0"),
        ("news/a-title/index.html", "page", "text/html; charset=utf-8", "max-age=0"),
        ("404.html", "page", "text/html; charset=utf-8", "max-age=0"),
        ("embed/", "embed", "text/html; charset=utf-8", "max-age=0"),
        ("es/embed/central/index.html", "embed", "text/html; charset=utf-8", "max-age=0"),
        ("embed/embed.css", "embed", "text/css; charset=utf-8", "max-age=0"),
        ("embedded/", "page", "text/html; charset=utf-8", "max-age=0"),
        ("search/", "search", "text/html; charset=utf-8", "max-age=0"),
        ("es/search/", "search", "text/html; charset=utf-8", "max-age=0"),
        ("feeds/news.atom.xml", "open", "application/xml", "max-age=300"),
        ("es/feeds/topic/stories.atom.xml", "open", "application/xml", "max-age=300"),
        ("feeds/news.json", "open", "application/json", "max-age=300"),
        ("feeds/news/", "page", "text/html; charset=utf-8", "max-age=0"),
        ("feeds/feed.css", "page", "text/css; charset=utf-8", "max-age=0"),
        ("events/branch/central/calendar.ics", "open", "text/calendar; charset=utf-8", "max-age=300"),
        ("events.json", "open", "application/json", "max-age=300"),
        ("events/card.png", "shown", "image/png", "max-age=3600"),
        ("images/chess.svg", "drawing", "image/svg+xml", "max-age=3600"),
        ("images/kettle-3fa9c2b1d0-800.avif", "shown", "image/avif", "immutable"),
        ("images/hall-3fa9c2b1d0-moving.webp", "shown", "image/webp", "immutable"),
        ("files/minutes.20261012.pdf", "shown", "application/pdf", "max-age=3600"),
        ("theme/css/site.3fa9c2b1d0.css", "page", "text/css; charset=utf-8", "immutable"),
        ("theme/css/site.css", "page", "text/css; charset=utf-8", "max-age=0"),
        ("theme/fonts/besley-800.3fa9c2b1.woff2", "page", "font/woff2", "immutable"),
        ("theme/icons/icons.3fa9c2b1.svg", "drawing", "image/svg+xml", "immutable"),
        ("site.webmanifest", "page", "application/manifest+json", "max-age=0"),
        ("speculation-rules.json", "page", "application/speculationrules+json", "max-age=0"),
        ("sitemap.xml", "page", "application/xml", "max-age=0"),
        (".well-known/security.txt", "page", "text/plain; charset=utf-8", "max-age=0"),
    ],
)
def test_each_file_has_its_row_its_type_and_its_time(path, row, kind, caching):
    headers = headers_of(path, LIBRARY)
    assert row_of(path, table(LIBRARY)).name == row
    assert headers["Content-Type"] == kind
    assert caching in headers["Cache-Control"]


def policy_of(path: str) -> dict[str, list[str]]:
    parts = (part.split() for part in headers_of(path, LIBRARY)["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in parts}


def test_no_row_allows_what_is_unsafe_and_webassembly_runs_on_the_search_alone():
    policies = {row.name: row.policy for row in table(LIBRARY)}
    words = {name: set(re.findall(r"'[a-z-]*unsafe[a-z-]*'", policy)) for name, policy in policies.items()}
    assert {name: found for name, found in words.items() if found} == {"search": {"'wasm-unsafe-eval'"}}
    assert not any("data:" in policy or "blob:" in policy for name, policy in policies.items() if name != "drawing")


def test_a_page_loads_from_its_own_site_only_and_sends_forms_to_the_catalog():
    policy = policy_of("news/")
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    loads = [values for name, values in policy.items() if name.endswith("-src") and name != "default-src"]
    assert loads
    assert all(values == ["'self'"] for values in loads)
    assert policy["form-action"] == ["'self'", "https://catalog.example"]
    assert "form-action 'self';" in headers_of("", Library(name="A"))["Content-Security-Policy"]


def test_only_what_is_made_for_it_may_be_framed():
    for path in ("", "events/", "es/events/", "images/chess.svg", "files/form.pdf", "feeds/news.atom.xml", "404.html"):
        headers = headers_of(path, LIBRARY)
        assert headers["X-Frame-Options"] == "DENY", path
        assert policy_of(path)["frame-ancestors"] == ["'none'"], path
    for path in ("embed/", "embed/central/", "es/embed/"):
        assert "X-Frame-Options" not in headers_of(path, LIBRARY), path
        assert policy_of(path)["frame-ancestors"] == ["*"], path


def test_partners_scripts_may_read_what_is_made_for_them_and_no_page():
    is_open = {path: "Access-Control-Allow-Origin" in headers_of(path, LIBRARY) for path in ("events.json", "", "a/")}
    assert is_open == {"events.json": True, "": False, "a/": False}
    assert headers_of("images/a.svg", LIBRARY)["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers_of("theme/css/site.css", LIBRARY)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_https_is_asked_for_where_the_site_has_it():
    assert headers_of("", LIBRARY)["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in headers_of("", Library(name="A", address="http://a.example/"))


def test_every_type_that_may_be_published_has_one_that_browsers_know():
    for ending in (*FILE_TYPES, *AUDIO_TYPES, *ENDINGS, *VIDEO_TYPES, "svg", "vtt"):
        assert content_type(f"files/a.{ending}") != UNKNOWN, ending
    assert content_type("files/A.PDF") == TYPES["pdf"]
    assert content_type("events/A.ICS") == TYPES["ics"]
    assert content_type("files/no-end") == content_type("_headers") == UNKNOWN


def test_a_glob_stands_for_files_with_a_digest_only_where_all_of_them_have_one():
    files = ["theme/a.11112222.css", "theme/css/b.33334444.css", "theme/x.js", "theme/y.11112222.js", "index.html"]
    assert digest_globs(files) == ("theme/*.css",)
    assert not has_digest("news/a.11112222.html")
    assert not has_digest("images/plan-1234567890-800.svg")
