"""Pelican is loaded without libraries that a build does not use, and has them as soon as something needs them."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOAD = "import sys; from plugins.bridge.load_pelican import *; load_pelican(); "
READERS = "from pelican.readers import Readers; from pelican.settings import DEFAULT_CONFIG as settings; "
TEXT = "Seeds\n#####\n\n:date: 2026-10-01\n\nTake *five* packets.\n\n.. code-block:: python\n\n   packets = 5\n"


def said_by(root, code: str) -> str:
    found = subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True)
    return found.stdout


@pytest.mark.parametrize("name", ["docutils", "feedgenerator", "rich", "watchfiles", "http.server", "pelican.server"])
def test_what_a_build_does_not_use_stays_away(root, name):
    assert said_by(root, f"{LOAD}import pelican.writers; print({name!r} in sys.modules)") == "False\n"


@pytest.mark.parametrize(
    ("name", "value", "home"),
    [
        ("rich.console", "Console", "rich.console"),
        ("rich.logging", "RichHandler", "rich.logging"),
        ("feedgenerator", "Atom1Feed", "feedgenerator.django.utils.feedgenerator"),
        ("pelican.server", "RootedHTTPServer", "pelican.server"),
        ("watchfiles", "Change", "watchfiles.main"),
    ],
)
def test_whoever_asks_for_it_gets_the_real_one(root, name, value, home):
    assert said_by(root, f"{LOAD}import {name} as asked; print(asked.{value}.__module__)") == f"{home}\n"


def test_docutils_is_there_for_others(root):
    assert (
        said_by(root, f"{LOAD}import docutils.core; print(docutils.core.publish_string.__name__)") == "publish_string\n"
    )


def test_what_has_loaded_docutils_before_keeps_it(root):
    code = f"import docutils; {LOAD}import pelican.readers; print(pelican.readers.docutils is docutils)"
    assert said_by(root, code) == "True\n"


@pytest.mark.parametrize(
    "how", ["whole(Readers(settings).readers['rst'])", "load_docutils() or Readers(settings).readers['rst']"]
)
def test_a_file_in_restructuredtext_is_read_as_pelican_reads_it(root, tmp_path, how):
    file = tmp_path / "seeds.rst"
    file.write_text(TEXT, "utf-8")
    read = f".read({str(file)!r}); print(sorted(found[1].items()), found[0])"
    plain = said_by(root, f"import sys; {READERS}found = Readers(settings).readers['rst']{read}")
    assert "<em>five</em>" in plain
    assert said_by(root, f"{LOAD}{READERS}found = ({how}){read}") == plain


def test_other_readers_stay_what_they_are(root):
    code = f"{LOAD}{READERS}html = Readers(settings).readers['html']; print(whole(html) is html)"
    assert said_by(root, code) == "True\n"


def test_a_feed_of_pelicans_own_is_what_pelican_makes(root):
    made = "from pelican.writers import Writer; writer = Writer('.'); "
    made += "writer.site_url = writer.feed_url = 'https://a.example'; "
    made += "feed = writer._create_new_feed('rss', 'News', {'SITENAME': 'Ash'}); print(feed.writeString('utf-8')[:200])"
    plain = said_by(root, made)
    assert "<title>Ash - News</title>" in plain
    assert said_by(root, f"{LOAD}load_feedgenerator(); {made}") == plain


def test_pelicans_console_says_nothing(root):
    code = f"{LOAD}import pelican; pelican.console.print('a', style='b'); pelican.console.print_exception(); "
    assert said_by(root, f"{code}print(pelican.console.quiet)") == "True\n"
