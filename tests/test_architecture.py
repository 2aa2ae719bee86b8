"""The house keeps its rules, and each rule's test sees a violation planted for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import clocks, hidden_state, wrong_imports, wrong_openings, wrong_shapes, wrong_sizes

RULES = (wrong_imports, wrong_shapes, wrong_sizes, wrong_openings, hidden_state)
OPENING = '"""Says what it is."""\n'
LONG = "def long() -> None:\n" + "    pass\n" * 40
CHANGEABLE = "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass Post:\n    title: str\n"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(root: Path, rule: Callable[[Path], list[str]]):
    assert rule(root) == []


def test_the_clock_is_read_in_one_place(root: Path):
    assert len(clocks(root)) == 1, clocks(root)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a small house that keeps every rule."""
    _write(tmp_path, "plugins/__init__.py", OPENING)
    for package in ("kernel", "tools", "bridge", "posts", "feeds", "commands"):
        _write(tmp_path, f"plugins/{package}/__init__.py", OPENING)
    for package in ("posts", "feeds"):
        _write(
            tmp_path, f"plugins/{package}/plugin.py", f"{OPENING}import pelican\n\ndef register() -> None:\n    pass\n"
        )
    return tmp_path


def _write(house: Path, name: str, text: str) -> None:
    path = house / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_house_without_violations_passes(house: Path):
    assert [rule(house) for rule in (*RULES, clocks)] == [[]] * 6


@pytest.mark.parametrize(
    ("rule", "file", "text"),
    [
        (wrong_imports, "kernel/text.py", "import markdown"),
        (wrong_imports, "kernel/text.py", "from plugins.tools import html"),
        (wrong_imports, "tools/html.py", "from plugins.bridge import reader"),
        (wrong_imports, "tools/html.py", "import pelican"),
        (wrong_imports, "bridge/reader.py", "from plugins.posts.model import Post"),
        (wrong_imports, "posts/model.py", "import pelican.contents"),
        (wrong_imports, "posts/model.py", "def late() -> None:\n    from jinja2 import Environment"),
        (wrong_imports, "posts/model.py", "from plugins.bridge import reader"),
        (wrong_imports, "posts/model.py", "from plugins.posts.plugin import register"),
        (wrong_imports, "posts/model.py", "from plugins.posts import plugin"),
        (wrong_imports, "posts/model.py", "from .plugin import register"),
        (wrong_imports, "posts/model.py", "import plugins.posts.plugin"),
        (wrong_imports, "feeds/render_atom.py", "from plugins.posts.model import Post"),
        (wrong_imports, "feeds/plugin.py", "from plugins.posts.model import Post"),
        (wrong_imports, "feeds/render_atom.py", "from plugins.events.model import Event"),
        (wrong_imports, "bridge/reader.py", "from plugins.commands import build"),
        (wrong_imports, "commands/build.py", "from plugins.posts.plugin import register"),
        (wrong_shapes, "posts/__init__.py", "from plugins.posts.model import Post"),
        (wrong_shapes, "posts/plugin.py", "import pelican"),
        (wrong_shapes, "posts/model.py", "def register() -> None:\n    pass"),
        (wrong_shapes, "tags/__init__.py", ""),
        (wrong_shapes, "posts/model.py", CHANGEABLE),
        (wrong_sizes, "posts/model.py", LONG),
        (wrong_sizes, "posts/model.py", f"class Post:\n    {LONG.replace(chr(10), chr(10) + '    ')}"),
        (wrong_sizes, "posts/model.py", "A = 1\n" * 250),
        (hidden_state, "posts/model.py", "SEEN = []\ndef see(post: str) -> None:\n    SEEN.append(post)"),
        (hidden_state, "posts/model.py", "SEEN: dict[str, str] = {}\ndef see(post: str) -> None:\n    SEEN[post] = ''"),
        (hidden_state, "posts/model.py", "COUNT = 0\ndef see() -> None:\n    global COUNT\n    COUNT = 1"),
        (clocks, "posts/model.py", "from datetime import date\ndef age() -> date:\n    return date.today()"),
        (clocks, "posts/model.py", "import datetime\nNOW = datetime.datetime.now()"),
    ],
)
def test_a_planted_violation_is_seen(house: Path, rule: Callable[[Path], list[str]], file: str, text: str):
    _write(house, f"plugins/{file}", f"{OPENING}{text}\n")
    assert len(rule(house)) == 1
    assert file.removesuffix("/__init__.py") in rule(house)[0]


@pytest.mark.parametrize("text", ["", "import sys\n", '"""notes"""\n', '"""begins small."""\n', '"""No end"""\n'])
def test_a_module_without_an_opening_sentence_is_seen(house: Path, text: str):
    _write(house, "plugins/posts/model.py", text)
    assert wrong_openings(house) == ["plugins/posts/model.py does not open with a sentence"]


def test_a_kernel_of_eleven_files_is_seen(house: Path):
    for number in range(11):
        _write(house, f"plugins/kernel/word_{number}.py", OPENING)
    assert wrong_sizes(house) == ["kernel has 11 files"]


def test_a_kernel_of_701_lines_is_seen(house: Path):
    for name, lines in (("a", 233), ("b", 233), ("c", 232)):
        _write(house, f"plugins/kernel/{name}.py", OPENING + "A = 1\n" * lines)
    assert wrong_sizes(house) == ["kernel has 701 lines"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "posts/read_post.py",
            "import yaml\nfrom plugins.kernel.text import slug\nfrom plugins.posts.model import Post",
        ),
        ("posts/plugin.py", "import pelican\nfrom plugins.bridge import reader\ndef register() -> None:\n    pass"),
        ("commands/import_posts.py", "from plugins.posts.read_post import read_post\nimport pelican"),
        ("calendars/render.py", "from plugins.events.model import Event"),
        ("advice/compare_times.py", "from plugins.events.agenda import Agenda"),
        ("bridge/templates.py", "import jinja2"),
        ("posts/model.py", "NAMES = []\ndef see(names: list[str]) -> None:\n    names.append('a')"),
        ("posts/model.py", "NAMES = []\ndef see() -> None:\n    NAMES = []\n    NAMES.append('a')"),
    ],
)
def test_what_is_allowed_passes(house: Path, file: str, text: str):
    _write(house, f"plugins/{file}", f"{OPENING}{text}\n")
    assert wrong_imports(house) + hidden_state(house) == []
