"""Serving shows the site as it is, follows a save, and stops when asked."""

from __future__ import annotations

import re
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.commands.plainly import PlainError
from plugins.commands.serve import place_of
from plugins.commands.site_server import file_for
from tests.commands.serving import Serving, until


@pytest.fixture
def serving(project: Path) -> Iterator[Serving]:
    page = (project / "theme/templates/index.html").read_text(encoding="utf-8")
    (project / "theme/templates/404.html").write_text(page.replace("<p>in", "<p>nothing here"), encoding="utf-8")
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace('["index"]', '["index", "404"]')
    (project / "pelicanconf.py").write_text(settings, encoding="utf-8")
    running = Serving(project)
    yield running
    running.process.kill()
    running.process.wait()


def test_a_save_is_built_and_the_browser_is_told(project: Path, serving: Serving):
    response, page = serving.get("/")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert response.headers["Cache-Control"] == "no-store"
    script = re.findall(r'<script src="(/\.reload\.js\?build=\d+)"></script></body>', page)[0]
    assert "EventSource" in serving.get(script)[1]
    assert "<script" not in (project / ".serve/index.html").read_text(encoding="utf-8")
    assert serving.get("/", "HEAD")[1] == ""
    assert not (project / "output").exists()

    told: list[str] = []
    listener = threading.Thread(target=lambda: told.append(serving.get(script.replace(".js", ""))[1]), daemon=True)
    listener.start()
    (project / "theme/templates/words.html").write_text("<p>second words</p>", encoding="utf-8")
    until(lambda: "second words" in serving.get("/")[1], serving)
    listener.join(15)
    assert told == ["event: built\ndata: now\n\n"]


@pytest.mark.browser
def test_an_open_page_follows_a_save_at_the_same_height(project: Path, serving: Serving, browser: Browser):
    tall = "<p style='height: 5000px'>{} words</p>"
    words = project / "theme/templates/words.html"
    words.write_text(tall.format("tall"), encoding="utf-8")
    until(lambda: "tall words" in serving.get("/")[1], serving)
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{serving.port}/")
    page.evaluate("scrollTo(0, 1234)")
    words.write_text(tall.format("taller"), encoding="utf-8")
    page.get_by_text("taller words").wait_for(timeout=30_000)
    page.wait_for_function("scrollY === 1234")
    page.close()


def test_a_failed_build_keeps_the_pages_and_says_why(project: Path, serving: Serving):
    (project / "theme/templates/words.html").write_text("{% if %}", encoding="utf-8")
    serving.wait_for("theme/templates/words.html")
    serving.wait_for("was left as it is")
    assert "first words" in serving.get("/")[1]


def test_a_save_of_the_settings_counts_too(project: Path, serving: Serving):
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    (project / "new.py").write_text(settings.replace("PREFIX = sys.prefix", "PREFIX = 'new'"), encoding="utf-8")
    (project / "new.py").replace(project / "pelicanconf.py")
    until(lambda: "in new" in serving.get("/")[1], serving)


def test_a_missing_page_is_the_sites_own_404(serving: Serving):
    for address in ("/none/", "/../tasks.py", "/%2e%2e/tasks.py", "/..%5ctasks.py", "/%00"):
        response, page = serving.get(address)
        assert (response.status, "nothing here" in page) == (404, True), address


def test_ctrl_c_stops_it_cleanly(serving: Serving):
    serving.process.send_signal(signal.SIGINT)
    assert serving.process.wait(15) == 0
    until(lambda: serving.said.endswith("Stopped.\n"), serving)
    assert "Traceback" not in serving.said


def test_a_taken_port_is_one_sentence(project, run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(project, "serve", "--port", str(taken.getsockname()[1]))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ("The port is taken by another program: stop that one, or name another port with --port.\n")


def test_a_host_that_is_not_here_is_one_sentence(project, run):
    done = run(project, "serve", "--port", "0", "--host", "nowhere.invalid")
    assert done.returncode == 1
    assert done.stderr.startswith("--host nowhere.invalid is not an address of this computer")


@pytest.mark.parametrize("typed", ["web", "-1", "65536", "", "80.5", "８０００"])
def test_a_port_that_is_none_is_refused(typed):
    with pytest.raises(PlainError, match="is not a port"):
        place_of("127.0.0.1", typed)


def test_addresses_lead_to_files_of_the_site_only(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news/index.html").touch()
    (tmp_path / "feed.xml").touch()
    site = tmp_path
    assert file_for(site, "/news/") == site / "news/index.html"
    assert file_for(site, "/news") == site / "news"
    assert file_for(site, "//feed.xml") == site / "feed.xml"
    for none in ("/", "/feed.xml/", "/news/none", "/../x", "/a\0b"):
        assert file_for(site, none) is None, none
