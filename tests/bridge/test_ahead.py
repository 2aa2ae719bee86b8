"""Texts are turned into HTML while code is being loaded: the same HTML, or none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from plugins.bridge.ahead import Ahead, convert_all
from plugins.tools.markdown import DEFAULTS, Converter

FACTS = "---\ntitle: Kettles\n---\n\n"
TEXTS = {
    "plain.md": (f"{FACTS}Some *words*.\n", "Some *words*."),
    "windows.md": (f"\ufeff{FACTS}One\n\nTwo\n".replace("\n", "\r\n"), "One\n\nTwo"),
    "deep/er/list.md": (f"{FACTS}- a\n- b\n", "- a\n- b"),
    "no-facts.md": ("## Only a heading\n", "## Only a heading"),
}


@pytest.fixture
def content(tmp_path):
    for name, (written, _) in TEXTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, encoding="utf-8", newline="")
    (tmp_path / "broken.md").write_text("---\ntitle: [\n---\n\nText\n", encoding="utf-8")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "other.txt").write_text("Not Markdown", encoding="utf-8")
    return tmp_path


def expected():
    convert = Converter(DEFAULTS)
    return {text: convert(text) for _, text in TEXTS.values()}


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_each_text_is_what_the_parser_makes_of_it(content):
    made = convert_all([content], lambda: False)
    assert {text.strip(): html for text, html in made.items()} == expected()
    assert all(Converter(DEFAULTS)(text) == html for text, html in made.items())


def test_it_ends_when_it_is_told_to(content):
    asked: list[bool] = []
    made = convert_all([content], lambda: bool(len(asked) > 2 or asked.append(True)))
    assert len(made) < len(TEXTS)
    assert convert_all([content], lambda: True) == {}


def test_what_another_process_has_made_is_taken_over(content):
    ahead = Ahead([content])
    time.sleep(1)
    assert {text.strip(): html for text, html in ahead.take().items()} == expected()
    assert not is_running(ahead._elsewhere._child[0])


def test_nothing_comes_of_one_that_is_dropped_or_has_died(content):
    died = Ahead([content])
    os.kill(died._elsewhere._child[0], signal.SIGKILL)
    dropped, early = Ahead([content]), Ahead([content])
    dropped.drop()
    assert died.take() == {}
    assert set(early.take()) <= set(convert_all([content], lambda: False))
    assert not any(is_running(one._elsewhere._child[0]) for one in (dropped, died, early))


def test_it_ends_with_the_process_that_began_it(content, root):
    for number in range(3000):
        (content / f"{number}.md").write_text(f"{FACTS}{'*a* word ' * 300}{number}\n", encoding="utf-8")
    code = "from pathlib import Path; from plugins.bridge.ahead import Ahead; "
    code += f"print(Ahead([Path({str(content)!r})])._elsewhere._child[0])"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, check=True, text=True)
    child, end = int(done.stdout), time.monotonic() + 30
    while is_running(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_running(child)


def test_a_converter_takes_what_is_known_of_a_text_and_of_no_other():
    convert = Converter(DEFAULTS)
    convert.known = {"# A": "<p>known</p>"}
    assert (convert("# A"), convert("# B")) == ("<p>known</p>", '<h1 id="b">B</h1>')


@pytest.mark.parametrize(
    ("more", "used"),
    [("", True), ("MARKDOWN['tab_length'] = 2\n", False), ("PLUGINS.append('textwrap')\n", False)],
)
def test_it_is_used_where_the_settings_are_those_taken_for_granted(root, tmp_path, more, used):
    written = (root / "pelicanconf.py").read_text(encoding="utf-8")
    conf = tmp_path / "conf.py"
    conf.write_text(f"{written.replace('Path(__file__).resolve().parent', f'Path({str(root)!r})')}\n{more}", "utf-8")
    code = f"""
from plugins.bridge.ahead import Ahead
ahead = Ahead([])
from plugins.bridge.load_pelican import load_pelican
load_pelican()
from pelican.settings import read_settings
from plugins.bridge.plugin import _ahead
settings = read_settings({str(conf)!r}, override={{"BROADSIDE_AHEAD": ahead}})
print(_ahead(settings) is ahead, _ahead(settings))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=root, stdout=subprocess.PIPE, check=True, text=True)
    assert done.stdout == f"{used} None\n"
