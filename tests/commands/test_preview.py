"""preview serves on this computer what publish would put out, through real HTTP, below the site's own path."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from plugins.commands.preview import server_of
from plugins.commands.publishing.manifest import FILE
from plugins.commands.serve import Place, serving
from plugins.hosting.table import headers_of
from plugins.library.read_library import read_library
from tests.conftest import ROOT

LIBRARY = 'name = "Cove Library"\naddress = "https://library.example/x/"\ntime_zone = "Europe/Madrid"\n'


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview") / "content"
    (folder / "posts").mkdir(parents=True)
    (folder / "library.toml").write_text(LIBRARY, encoding="utf-8")
    facts = "title: The news of the week\ndate: 2026-10-01\nold_addresses: /older/\n"
    (folder / "posts/a.md").write_text(f"---\n{facts}---\n\nWhat is new at the library.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    output = content.with_name("output")
    options = ["--content", str(content), "--output", str(output), "--now", "2026-10-08T14:20"]
    command = [sys.executable, str(ROOT / "tasks.py"), "publish", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return output


@pytest.fixture(scope="module")
def connection(content: Path, site: Path) -> Iterator[HTTPConnection]:
    library, _, _ = read_library(content / "library.toml")
    with serving(server_of(site, library, Place(host="127.0.0.1", port=0))) as address:
        yield HTTPConnection(*address, timeout=60)


def ask(connection: HTTPConnection, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    found = connection.getresponse()
    return found, found.read()


def test_every_file_is_sent_with_the_headers_of_the_table(connection: HTTPConnection, content: Path, site: Path):
    library, _, _ = read_library(content / "library.toml")
    style = next((site / "theme/css").glob("site.*.css")).relative_to(site).as_posix()
    for file in ("", "news/a/", style, "feeds/news.atom.xml", "feeds/news.json", "favicon.ico", FILE):
        found, _ = ask(connection, f"/x/{file}")
        assert found.status == HTTPStatus.OK, file
        assert headers_of(file, library).items() <= dict(found.getheaders()).items()
    assert "immutable" in ask(connection, f"/x/{style}")[0].headers["Cache-Control"]


def test_a_page_is_packed_and_not_sent_twice(connection: HTTPConnection, site: Path):
    page = (site / "index.html").read_bytes()
    found, body = ask(connection, "/x/", Accept_Encoding="gzip, br")
    assert (found.headers["Content-Encoding"], brotli.decompress(body)) == ("br", page)
    assert gzip.decompress(ask(connection, "/x/", Accept_Encoding="gzip")[1]) == page
    assert ask(connection, "/x/")[1] == page
    again, nothing = ask(connection, "/x/", Accept_Encoding="gzip, br", If_None_Match=found.headers["ETag"])
    assert (again.status, nothing) == (HTTPStatus.NOT_MODIFIED, b"")


def test_head_says_the_same_and_sends_nothing(connection: HTTPConnection):
    whole, _ = ask(connection, "/x/news/a/")
    head, nothing = ask(connection, "/x/news/a/", "HEAD")
    assert nothing == b""
    left_out = {"Date"}
    assert {*head.getheaders()} ^ {*whole.getheaders()} <= {(name, head.headers[name]) for name in left_out} | {
        (name, whole.headers[name]) for name in left_out
    }


def test_what_is_missing_and_what_has_moved(connection: HTTPConnection, site: Path):
    found, body = ask(connection, "/x/no/such/page")
    assert (found.status, body) == (HTTPStatus.NOT_FOUND, (site / "404.html").read_bytes())
    assert ask(connection, "/x/news/a")[0].headers["Location"] == "/x/news/a/"
    found, _ = ask(connection, "/x/older/")
    assert (found.status, found.headers["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, "/x/news/a/")
    assert ask(connection, "/published.json")[0].status == HTTPStatus.NOT_FOUND


def test_the_command_serves_until_it_is_stopped(content: Path):
    (content / "posts/b.md").write_text("---\ntitle: A post without a day\n---\n\n[No](/none/).\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "tasks.py"), "preview", "--content", str(content), "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=content.parent)
    said = []
    try:
        for line in running.stdout:
            said.append(line)
            if line.startswith("Serving on "):
                break
        address = re.search(r"http://\S+", said[-1])[0]
        found, _ = ask(HTTPConnection(urlsplit(address).netloc, timeout=60), urlsplit(address).path)
    finally:
        running.kill()
        running.wait()
    (content / "posts/b.md").unlink()
    assert urlsplit(address).path == "/x/"
    assert found.status == HTTPStatus.OK
    assert "publish would refuse it until what is named above is mended" in "".join(said)
