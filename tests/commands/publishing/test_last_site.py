"""The last site is found where it is said to be, and its absence is told from not knowing."""

from __future__ import annotations

import http.server
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from plugins.commands.publishing.last_site import NOTHING, SITE, Asking, LastSiteError, last_site
from plugins.commands.publishing.manifest import FILE, Manifest, ManifestError, read_manifest, render_manifest

LAST = Manifest(files={"index.html": "a" * 64, "news/é/index.html": "b" * 64})


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / FILE).write_bytes(render_manifest(LAST))
    return folder


@pytest.fixture
def asking(tmp_path: Path) -> Callable[..., Asking]:
    return lambda typed, **more: Asking(
        **{"typed": typed, "root": tmp_path, "output": tmp_path / "output", "address": "http://127.0.0.1:9/"} | more
    )


@pytest.fixture
def web(old: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(old))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_a_list_is_read_as_it_was_written_one_file_a_line():
    data = render_manifest(LAST)
    assert read_manifest(data) == LAST
    assert data.decode().count("\n") >= len(LAST.files)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"version": 2, "files": {}}', b'{"version": 1, "files": {"a": 1}}']
)
def test_what_is_no_list_is_refused(data: bytes):
    with pytest.raises(ManifestError):
        read_manifest(data)


def test_it_is_found_in_a_file_a_folder_and_the_output(old: Path, asking: Callable[..., Asking]):
    assert (
        last_site(asking(str(old))) == last_site(asking(str(old / FILE))) == last_site(asking("", output=old)) == LAST
    )


def test_there_may_be_none(asking: Callable[..., Asking], old: Path):
    assert last_site(asking("")) is None
    assert last_site(asking(NOTHING, output=old)) is None


def test_it_is_found_on_the_web_at_an_address_that_was_typed(web: str, asking: Callable[..., Asking]):
    assert last_site(asking(f"{web}{FILE}")) == LAST
    assert last_site(asking(f"{web}other.json")) is None


def test_an_address_of_library_toml_may_not_lead_into_the_house(web: str, asking: Callable[..., Asking]):
    with pytest.raises(LastSiteError, match="private network"):
        last_site(asking(SITE, address=web))


def test_a_host_that_is_down_is_not_taken_for_one_that_has_nothing(asking: Callable[..., Asking]):
    with pytest.raises(LastSiteError, match="is down"):
        last_site(asking("http://127.0.0.1:9/published.json"))


def test_what_is_shown_of_an_address_gives_no_password_away(asking: Callable[..., Asking]):
    with pytest.raises(LastSiteError) as caught:
        last_site(asking("http://reader:open-sesame@127.0.0.1:9/published.json"))
    assert "open-sesame" not in str(caught.value)


def git(folder: Path, *words: str) -> None:
    named = ("-c", "user.name=A", "-c", "user.email=a@library.example")
    subprocess.run(["git", *named, *words], cwd=folder, check=True, capture_output=True)


def test_it_is_found_in_a_branch(old: Path, asking: Callable[..., Asking]):
    git(old, "init", "--initial-branch", "gh-pages")
    git(old, "add", FILE)
    git(old, "commit", "--message", "Publish")
    (old / FILE).unlink()
    assert last_site(asking("gh-pages", root=old)) == LAST
    with pytest.raises(LastSiteError, match="no branch"):
        last_site(asking("no-pages", root=old))
    with pytest.raises(LastSiteError, match="no branch"):
        last_site(asking("--output=/tmp/x", root=old))
