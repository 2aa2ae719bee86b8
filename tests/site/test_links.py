"""Every link, file and anchor of every page leads somewhere: in the folder, and through HTTP below a path."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import build_site
from tests.site.kinds import SITES
from tests.site.reading import Reading
from tests.site.served import served

Readings = Callable[[str], dict[str, Reading]]


def targets(page: Reading, here: str, origin: str) -> Iterator[tuple[str, str, str]]:
    """Return the links of a page within a site as (link, path, anchor); others are not ours to follow."""
    for link in dict.fromkeys(page.links):
        whole = urlsplit(urljoin(here, link))
        if f"{whole.scheme}://{whole.netloc}/" == origin:
            yield link, unquote(whole.path), unquote(whole.fragment)


def leads_nowhere(page: Reading, pages: dict[str, Reading], folder: Path, address: str) -> Iterator[str]:
    base = urlsplit(address).path
    own = address.removesuffix(base) + "/"
    for link, path, anchor in targets(page, address + page.path, own):
        inside = path.removeprefix(base)
        file = f"{inside}index.html" if inside.endswith("/") or not inside else inside
        if not path.startswith(base) or not (folder / file).is_file():
            yield f"/{page.address} leads to {link}"
        elif anchor and file in pages and anchor not in pages[file].ids:
            yield f"/{page.address} leads to {link}, and there is no such place on that page"


def address_of(pages: dict[str, Reading]) -> str:
    """Return the site's own address, as the home page says it."""
    return next(one["href"] for one in pages["index.html"].all("link") if one["rel"] == "canonical")


@pytest.mark.parametrize("name", SITES)
def test_every_link_and_anchor_leads_somewhere(folder: Callable[[str], Path], readings: Readings, name: str):
    pages = readings(name)
    address = address_of(pages)
    found = [one for page in pages.values() for one in leads_nowhere(page, pages, folder(name), address)]
    assert found == []


@pytest.fixture(scope="module")
def below_a_path(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the demo, built for https://host.example/x/y/ and served at /x/y/."""
    content = shutil.copytree(root / "content", tmp_path_factory.mktemp("below") / "content")
    facts = content / "library.toml"
    text = facts.read_text(encoding="utf-8").replace("https://juniper.example/", "https://host.example/x/y/")
    facts.write_text(text, encoding="utf-8")
    built = build_site(content.with_name("output"), "--content", str(content), "--now", "2026-10-08T14:20")
    assert built.code == 0, built.said
    with served(built.output, "/x/y/") as address:
        yield address


def get(connection: HTTPConnection, address: str) -> tuple[int, str]:
    connection.request("GET", urlsplit(address).path)
    answer = connection.getresponse()
    is_page = answer.headers.get_content_type() == "text/html"
    body = answer.read()
    return answer.status, body.decode() if is_page else ""


def crawl(start: str) -> tuple[dict[str, set[str]], list[str]]:
    """Follow every link from a page on; return each page's ids by its address, and what leads nowhere."""
    origin = urljoin(start, "/")
    connection = HTTPConnection(urlsplit(start).netloc)
    waiting, wrong, anchors = [start], [], set()
    ids: dict[str, set[str]] = {start: set()}
    while waiting:
        here = waiting.pop()
        status, html = get(connection, here)
        wrong += [f"{status} {here}"] if status != HTTPStatus.OK else []
        page = Reading(path="", html=html)
        ids[here] = set(page.ids)
        for link, _, anchor in targets(page, here, origin):
            to = urljoin(here, link).partition("#")[0]
            anchors |= {(to, anchor)} if anchor else set()
            if to not in ids:
                ids[to] = set()
                waiting.append(to)
    wrong += [f"no {anchor} at {to}" for to, anchor in anchors if ids[to] and anchor not in ids[to]]
    return ids, wrong


def test_the_demo_works_below_a_path(below_a_path: str, readings: Readings):
    ids, wrong = crawl(below_a_path)
    assert wrong == []
    # All but the style guide, to which nothing leads, and the page for what is missing.
    # Nothing leads to an address of before.
    pages = [page for page in readings("demo").values() if not page.has_moved]
    assert len([address for address, found in ids.items() if found]) == len(pages) - 2


@pytest.mark.parametrize("missing", ["missing", "missing/", "events/2026-10/a/b/c.html"])
def test_the_page_for_what_is_missing_works_at_any_depth(below_a_path: str, missing: str):
    connection = HTTPConnection(urlsplit(below_a_path).netloc)
    status, html = get(connection, below_a_path + missing)
    page = Reading(path=missing, html=html)
    assert status == HTTPStatus.NOT_FOUND
    assert len(page.links) > 20
    leads_to = {urljoin(below_a_path + missing, link) for link in page.links if "://" not in link}
    followed = {to: get(connection, to)[0] for to in leads_to if to.startswith("http") and "#" not in to}
    assert {to: found for to, found in followed.items() if found != HTTPStatus.OK} == {}
