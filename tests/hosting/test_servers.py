"""A real nginx and a real Caddy send what the table says, compressed beforehand, and lead old addresses on."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest

from plugins.hosting.redirect import Redirect
from plugins.hosting.table import headers_of
from plugins.kernel.library import Library
from plugins.library.read_library import read_library
from tests.conftest import Built
from tests.hosting.servers import caddy, nginx

TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json", ".ics", ".txt")
MOVED = (
    Redirect(path="node/99", query="", target="news/kettles/"),
    Redirect(path="old.html", query="", target="about/#hours"),
    Redirect(path="a b/café:(d)$*", query="", target="https://catalog.example/?a=b&c=$d"),
    Redirect(path="index.php", query="id=4&b=1", target=""),
    Redirect(path="index.php", query="id=5", target="news/"),
    Redirect(path="index.php", query="", target="about/"),
)
pytestmark = pytest.mark.slow


class Asked:
    """A server, the site it sends, and the path that the site has there."""

    def __init__(self, port: int, library: Library, site: Path, path: str) -> None:
        self.library, self.site, self.path = library, site, path
        self._connection = HTTPConnection("127.0.0.1", port, timeout=20)

    def get(self, address: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask for an address below the site's path, as it is asked for."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request("GET", f"{self.path}{address}", headers={"Host": "127.0.0.1", **named})
        answer = self._connection.getresponse()
        return answer, answer.read()


PLACES = {f"{serve.__name__} {path}": (serve, path) for path in ("/", "/x/y/") for serve in (nginx, caddy)}


@pytest.fixture(scope="module", params=PLACES.values(), ids=PLACES.keys())
def asked(request, root: Path, demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """Return each server with the demo as it is published, at the top of its host and below a path."""
    serve, path = request.param
    folder = tmp_path_factory.mktemp("server")
    site = folder / "www" / path.strip("/")
    shutil.copytree(demo.output, site)
    shutil.copy(site / "theme/css/site.css", site / "theme/css/site.3fa9c2b1d0.css")
    (site / "search").mkdir()
    shutil.copy(site / "about/index.html", site / "search/index.html")
    for file in [one for one in site.rglob("*") if one.suffix in TEXT]:
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(file.read_bytes(), quality=4))
    library = replace(read_library(root / "content")[0], address=f"https://juniper.example{path}")
    with serve(folder, library, folder / "www", MOVED) as port:
        yield Asked(port, library, site, path)


def said(answer: HTTPResponse, names: set[str]) -> dict[str, str]:
    """Return the headers that the table knows, as they came; one that came twice is seen."""
    found = [(name, value) for name, value in answer.getheaders() if name in names]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_every_file_is_sent_with_what_the_table_says(asked: Asked):
    names = {name for path in ("", "embed/", "events.json") for name in headers_of(path, asked.library)}
    files = [one.relative_to(asked.site).as_posix() for one in asked.site.rglob("*") if one.is_file()]
    asked_for = [file for file in files if not file.endswith((".gz", ".br")) and not file.startswith("_")]
    assert len(asked_for) > 500
    for file in asked_for:
        address = file.removesuffix("index.html")
        answer, body = asked.get(quote(address))
        assert answer.status == 200, file
        assert body == (asked.site / file).read_bytes(), file
        assert said(answer, names) == headers_of(address, asked.library), file


def test_text_comes_compressed_beforehand_to_whoever_takes_it(asked: Asked):
    for address in ("", "events/calendar.ics", "feeds/news.atom.xml", "theme/css/site.3fa9c2b1d0.css", "events.json"):
        file = asked.site / (address or "index.html")
        for accepted, ending, unpack in (
            ("br", "br", brotli.decompress),
            ("gzip", "gz", gzip.decompress),
            ("gzip, br", "br", brotli.decompress),
            ("identity", "", bytes),
        ):
            answer, body = asked.get(address, Accept_Encoding=accepted)
            encoding = {"br": "br", "gz": "gzip", "": None}[ending]
            assert answer.getheader("Content-Encoding") == encoding, (address, accepted)
            assert unpack(body) == file.read_bytes()
            if ending:
                assert body == file.with_name(f"{file.name}.{ending}").read_bytes()
                assert "Accept-Encoding" in (answer.getheader("Vary") or "")
            assert answer.getheader("Content-Type") == headers_of(address, asked.library)["Content-Type"]


@pytest.mark.parametrize(
    "address", ["nothing/", "nothing.svg", "feeds/nothing.xml", "theme/", "_headers", "_redirects"]
)
def test_what_is_not_there_is_answered_with_the_page_for_it_and_404(asked: Asked, address: str):
    answer, body = asked.get(address)
    assert answer.status == 404
    assert body == (asked.site / "404.html").read_bytes()
    expected = headers_of("404.html", asked.library)
    assert said(answer, {*expected, "Access-Control-Allow-Origin"}) == expected


def test_what_a_browser_has_already_is_not_sent_again(asked: Asked):
    for address in ("", "events/calendar.ics", "images/chess.svg"):
        mark = asked.get(address)[0].getheader("ETag")
        assert mark
        answer, body = asked.get(address, If_None_Match=mark)
        assert (answer.status, body) == (304, b"")
        assert answer.getheader("Cache-Control") == headers_of(address, asked.library)["Cache-Control"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("node/99", "news/kettles/"),
        ("node/99/", "news/kettles/"),
        ("old.html", "about/#hours"),
        ("index.php?id=4&b=1", ""),
        ("index.php?id=5", "news/"),
        ("index.php", "about/"),
        ("index.php?id=6", "about/"),
    ],
)
def test_old_addresses_are_led_on_for_good(asked: Asked, old: str, new: str):
    answer, _ = asked.get(old)
    assert (answer.status, answer.getheader("Location")) == (301, f"{asked.path}{new}")


def test_an_old_address_of_any_letters_is_led_on_and_no_other(asked: Asked):
    answer, _ = asked.get("a%20b/caf%C3%A9%3A%28d%29%24%2A/")
    assert answer.status == 301
    assert (answer.getheader("Location") or "").replace("%24", "$") == "https://catalog.example/?a=b&c=$d"
    assert asked.get("node/999")[0].status == 404
    assert asked.get("oldXhtml")[0].status == 404


def test_a_folder_is_asked_for_with_its_last_slash(asked: Asked):
    answer, _ = asked.get("news")
    assert answer.status in (301, 308)
    assert answer.getheader("Location") == f"{asked.path}news/"


@pytest.mark.parametrize("way", ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt", "news/../../secret.txt"])
def test_nothing_leads_out_of_the_site(asked: Asked, way: str):
    (asked.site / "../secret.txt").write_text("secret", "utf-8")
    # Below a path, what lies above the site may be another site of the same host.
    assert asked.path != "/" or b"secret" not in asked.get(way)[1]
