"""It stays a Pelican site: its command, settings, links, plugins and readers work as their users know them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=ZoneInfo("America/Denver"))


@pytest.fixture(scope="module")
def pelican(root):
    """Return what runs Pelican's own command, at the moment at which all our tests build."""

    def run(*arguments, settings="pelicanconf.py", **variables):
        moment = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "PYTHONPATH": str(root)}
        return subprocess.run(
            [sys.executable, "-m", "pelican", *map(str, arguments), "-s", str(settings)],
            cwd=root,
            env=os.environ | moment | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.slow
def test_pelican_s_command_builds_the_same_demo(demo, pelican, tmp_path, assert_same):
    done = pelican("content", "-o", tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert_same(demo.output, tmp_path / "site")


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_and_a_small_site_in_public_settings_too(site, root, pelican, tmp_path, assert_same, settings):
    done = pelican(root / "tests/sites/newsroom/content", "-o", tmp_path / "site", settings=settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert_same(site("newsroom").output, tmp_path / "site")


def test_it_says_each_problem_in_pelican_s_log(root, pelican, tmp_path):
    done = pelican(root / "tests/sites/newsroom/content", "-o", tmp_path / "site")
    said = " ".join((done.stdout + done.stderr).split())
    assert "posts/2026-09-01-opening.md" in said
    assert "is not published; its words are kept." in said


PLUGIN = """
from pathlib import Path
from pelican import signals

def count(generator):
    generator.context["HOW_MANY"] = len(generator.articles)
    for article in generator.articles:
        article.shelf_mark = getattr(article, "shelf", "none")

def written(path, context):
    with (Path(context["LOG"])).open("a") as log:
        log.write(f"{context['HOW_MANY']} {Path(path).name}\\n")

def finished(pelican):
    (Path(pelican.output_path) / "third-party.txt").write_text("made by a plugin of others")

def register():
    signals.article_generator_finalized.connect(count)
    signals.content_written.connect(written)
    signals.finalized.connect(finished)
"""
SETTINGS = """
import sys
sys.path.insert(0, {here!r})
from pelicanconf import *
PLUGINS = [*PLUGINS, "of_others"]
LOG = {log!r}
PATH = {content!r}
STATIC_PATHS = ["extra"]
SITENAME = "Named in settings"
"""
FILES = {
    "library.toml": 'name = "Mini"\naddress = "https://mini.example/"\n',
    "posts/2026-10-01-a.md": "---\ntitle: A\nshelf: 7B\ntags: Local history\nauthor: Ann Lee\n---\n"
    "[other]({filename}b.md#x) [file]({static}/extra/plan.pdf) [old](|filename|/posts/b.md) [tag]({tag}Local history) "
    "[author]({author}Ann Lee) [image]({static}/extra/map.png) [home]({index})\n\n![Map]({static}/extra/map.png)\n",
    "posts/b.md": "Title: B\nDate: 2026-10-02\nModified: 2026-10-03\nCategory: News\n\n## X\n\nText\n",
    "posts/c.rst": "C\n#\n\n:date: 2026-10-03\n:author: Ann Lee\n\nSee `a <{filename}2026-10-01-a.md>`_.\n",
    "posts/d.html": '<html><head><title>D</title><meta name="date" content="2026-10-04">'
    '<meta name="tags" content="local history"></head><body><p>D</p></body></html>',
    "posts/e.rst": "E\n#\n\n:date: 2026-11-01\n\nWaits.\n",
    "posts/f.rst": "F\n#\n\n:date: 2026-10-01\n:status: draft\n\nDraft.\n",
    "posts/g.rst": "No facts\n########\n\nText.\n",
    "pages/about.rst": "About\n#####\n\nWho we are.\n",
    "extra/plan.pdf": "%PDF-1.4",
    "extra/map.png": "not really",
    "extra/deep/robots.txt": "User-agent: *",
}


@pytest.fixture(scope="module")
def habits(pelican, tmp_path_factory):
    """Return the folder of a site that a Pelican user made with settings and a plugin of their own."""
    folder = tmp_path_factory.mktemp("habits")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "of_others.py").write_text(PLUGIN, encoding="utf-8")
    values = {"here": str(folder), "log": str(folder / "log.txt"), "content": str(folder / "content")}
    (folder / "mine.py").write_text(SETTINGS.format(**values), encoding="utf-8")
    done = pelican("-o", folder / "site", settings=folder / "mine.py")
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    return folder


def page(habits, address):
    return (habits / "site" / address / "index.html").read_text(encoding="utf-8")


def test_a_plugin_of_others_hears_its_signals_and_adds_names(habits):
    lines = (habits / "log.txt").read_text(encoding="utf-8").splitlines()
    assert "4 index.html" in lines
    assert (habits / "site/third-party.txt").exists()


@pytest.mark.parametrize(
    "link",
    [
        'href="../../news/b/#x"',
        'href="../../extra/plan.pdf"',
        'href="../../news/b/"',
        'href="../../tags/local-history/"',
        'href="../../authors/ann-lee/"',
        'href="../../extra/map.png"',
        'src="../../extra/map.png"',
    ],
)
def test_pelican_s_links_lead_where_they_should(habits, link):
    assert link in page(habits, "news/a")
    target = link.split('"')[1].partition("#")[0]
    assert (habits / "site/news/a" / target).exists()


def test_static_paths_are_copied(habits):
    names = {path.relative_to(habits / "site").as_posix() for path in (habits / "site/extra").rglob("*.*")}
    assert names == {"extra/plan.pdf", "extra/map.png", "extra/deep/robots.txt"}


@pytest.mark.parametrize(
    ("address", "words"),
    [("news/c", "See <a"), ("news/d", "<p>D</p>"), ("about", "Who we are."), ("news/b", '<h2 id="x">X</h2>')],
)
def test_pelican_s_own_readers_are_asked(habits, address, words):
    assert words in page(habits, address)


def test_a_link_in_another_markup_leads_to_its_page(habits):
    assert 'href="../../news/a/"' in page(habits, "news/c")


def test_posts_in_other_markups_stand_in_the_lists(habits):
    news = page(habits, "news")
    assert [f'href="../news/{slug}/"' in news for slug in "abcdef"] == [True] * 4 + [False] * 2
    assert 'news/d/"' in page(habits, "tags/local-history")
    assert 'news/c/"' in page(habits, "authors/ann-lee")


@pytest.mark.parametrize("address", ["news/e", "news/f", "news/g", "drafts"])
def test_they_wait_and_stay_drafts_as_others_do(habits, address):
    assert not (habits / "site" / address).exists()


def test_and_are_counted(build_into, habits, tmp_path):
    built = build_into(tmp_path / "site", "--content", str(habits / "content"))
    counts = {"read": 7, "published": 4, "waiting": 1, "drafts": 1, "left_out": 1}
    assert built.report["counts"]["posts"] == counts
    assert built.report["counts"]["pages"]["published"] == 1
    assert [one["file"] for one in built.report["problems"] if one["severity"] == "error"] == ["posts/g.rst"]


def test_library_toml_names_the_site_whatever_the_settings_say(habits):
    assert "Named in settings" not in page(habits, "news")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str, words: str, seconds: int = 40) -> bool:
    """Tell whether a page says something before so many seconds have passed."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        with suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 - our own server
            if words in answer.read().decode():
                return True
        time.sleep(0.2)
    return False


def wait_until_it_watches(said: Path, builds: int) -> None:
    """Wait for the end of so many builds; Pelican misses a save between the end of one and its first look."""
    ends = time.monotonic() + 40
    while said.read_text(encoding="utf-8").count("Done:") < builds and time.monotonic() < ends:
        time.sleep(0.2)
    time.sleep(1.5)


@pytest.mark.slow
def test_listen_and_autoreload_build_again_at_a_save(root, tmp_path):
    content = tmp_path / "content"
    shutil.copytree(root / "tests/sites/newsroom/content", content)
    port = free_port()
    options = ["--listen", "--autoreload", "--port", str(port), "-s", "pelicanconf.py", "-o", str(tmp_path / "site")]
    with (tmp_path / "said.txt").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "pelican", str(content), *options],
            cwd=root,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            page = f"http://127.0.0.1:{port}/news/garden/"
            news = f"http://127.0.0.1:{port}/news/"
            said = tmp_path / "said.txt"
            assert wait_for(page, "Beans."), said.read_text(encoding="utf-8")
            for number, word in enumerate(("Peas", "Squash"), start=1):
                wait_until_it_watches(said, number)
                post = content / "posts/2026-09-10-garden.md"
                post.write_text(post.read_text(encoding="utf-8") + f"\n{word} too.\n", encoding="utf-8")
                assert wait_for(page, f"{word} too."), said.read_text(encoding="utf-8")
            wait_until_it_watches(said, 3)
            with urllib.request.urlopen(news) as answer:
                assert answer.read().decode().count('href="../news/garden/"') == 1
        finally:
            # Pelican serves and watches in processes of its own, which do not end with the first.
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=20)


def test_html_of_another_reader_passes_the_same_list_of_what_may_stay(build, tmp_path):
    posts = tmp_path / "content" / "posts"
    posts.mkdir(parents=True)
    page = (
        '<html><head><title>Old</title><meta name="date" content="2026-01-01"></head>'
        '<body><p onclick="x()">Kept</p><script>x()</script><h1>Big</h1></body></html>'
    )
    (posts / "old.html").write_text(page, "utf-8")
    done = build("--content", str(tmp_path / "content"), "--now", "2026-02-02T10:00")
    html = (done.output / "news" / "old" / "index.html").read_text("utf-8")
    assert "<p>Kept</p>" in html
    assert "<script>x()" not in html
    assert "<h1>Big" not in html
    assert {"text.html-removed"} <= {problem["rule"] for problem in done.report["problems"]}
