"""A preview answers as a good web server does."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from plugins.commands.preview_answer import Hosted, Question, answer
from plugins.commands.publishing.references import Place

FILES = {
    "index.html": 1000,
    "index.html.br": 100,
    "index.html.gz": 200,
    "news/a/index.html": 50,
    "404.html": 900,
    "404.html.br": 90,
    "all.ics": 500,
    "all.ics.gz": 60,
    "audio/a.mp3": 1000,
    "files/minutes.gz": 70,
}
SITE = Hosted(
    place=Place(address="https://library.example/x/"),
    sizes=FILES,
    digests={file: f"{file:*<64}" for file in FILES},
    redirects={"old/": "/x/news/a/", "shop": "https://shop.example/", "here/old.html": "../news/a/"},
    headers_of=lambda address: {"About": address or "home"},
)


def ask(path: str, **headers: str):
    return answer(SITE, Question(path=path, headers={name.replace("_", "-"): value for name, value in headers.items()}))


@pytest.mark.parametrize(
    ("path", "file", "about"),
    [
        ("/x/", "index.html", "home"),
        ("/x/news/a/", "news/a/index.html", "news/a/"),
        ("/x/news/%61/", "news/a/index.html", "news/a/"),
        ("/x/index.html", "index.html", "home"),
        ("/x/audio/a.mp3", "audio/a.mp3", "audio/a.mp3"),
        ("/x/files/minutes.gz", "files/minutes.gz", "files/minutes.gz"),
    ],
)
def test_an_address_is_answered_with_its_file_and_headers(path: str, file: str, about: str):
    found = ask(path)
    assert (found.status, found.file, found.headers["About"]) == (HTTPStatus.OK, file, about)
    assert found.headers["Content-Length"] == str(FILES[file]) == str(found.last - found.first)


@pytest.mark.parametrize(
    "path", ["/", "/x", "/x/none", "/x/news/", "/x/../secret", "/x/%2e%2e/secret", "/x/index.html.br", "/y/index.html"]
)
def test_what_is_missing_is_answered_with_the_page_for_it_and_404(path: str):
    found = ask(path, accept_encoding="br", if_none_match="*", range="bytes=0-1")
    assert (found.status, found.file) == (HTTPStatus.NOT_FOUND, "404.html.br")
    assert found.headers["About"] == "404.html"


@pytest.mark.parametrize(
    ("accepted", "file", "encoding"),
    [
        ("", "index.html", None),
        ("identity", "index.html", None),
        ("gzip, deflate", "index.html.gz", "gzip"),
        ("gzip, deflate, br, zstd", "index.html.br", "br"),
        ("br;q=0, gzip;q=0.5", "index.html.gz", "gzip"),
        ("*", "index.html.br", "br"),
        ("*;q=0", "index.html", None),
        ("BR", "index.html.br", "br"),
        ("br;q=much", "index.html", None),
    ],
)
def test_the_smallest_copy_that_is_understood_is_sent(accepted: str, file: str, encoding: str | None):
    found = ask("/x/", accept_encoding=accepted)
    assert (found.file, found.headers.get("Content-Encoding")) == (file, encoding)
    assert found.headers["Vary"] == "Accept-Encoding"
    assert found.headers["Content-Length"] == str(FILES[file])


def test_a_text_without_such_a_copy_is_sent_as_it_is():
    assert ask("/x/all.ics", accept_encoding="br").file == "all.ics"
    assert ask("/x/news/a/", accept_encoding="br, gzip").file == "news/a/index.html"


def test_what_is_known_is_not_sent_again_and_each_copy_has_a_mark_of_its_own():
    plain, packed = ask("/x/").headers["ETag"], ask("/x/", accept_encoding="br").headers["ETag"]
    assert plain != packed
    for known in (packed, f'"other", {packed}', f"W/{packed}", "*"):
        found = ask("/x/", accept_encoding="br", if_none_match=known)
        assert (found.status, found.file, found.headers["ETag"]) == (HTTPStatus.NOT_MODIFIED, "", packed)
    assert ask("/x/", accept_encoding="br", if_none_match=plain).status is HTTPStatus.OK


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/x/news/a", "/x/news/a/"),
        ("/x/old/", "/x/news/a/"),
        ("/x/shop", "https://shop.example/"),
        ("/x/here/old.html", "/x/news/a/"),
    ],
)
def test_an_address_that_has_moved_leads_on(path: str, to: str):
    found = ask(path)
    assert (found.status, found.headers["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, to)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("bytes=0-99", "bytes 0-99/1000"),
        ("bytes=900-", "bytes 900-999/1000"),
        ("bytes=-100", "bytes 900-999/1000"),
        ("bytes=990-2000", "bytes 990-999/1000"),
    ],
)
def test_a_player_gets_the_part_it_asks_for(asked: str, told: str):
    found = ask("/x/audio/a.mp3", range=asked)
    assert (found.status, found.headers["Content-Range"]) == (HTTPStatus.PARTIAL_CONTENT, told)
    assert found.last - found.first == int(found.headers["Content-Length"])


def test_a_part_that_is_not_there_is_refused_and_one_that_means_nothing_is_all():
    assert ask("/x/audio/a.mp3", range="bytes=1000-").status is HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    for asked in ("bytes=-", "lines=1-2", "bytes=1-2,4-5", ""):
        assert ask("/x/audio/a.mp3", range=asked).status is HTTPStatus.OK
