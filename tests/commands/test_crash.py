"""A build that stops names the file that its author can look at."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.commands.crash import problem_of


def place(failing, tmp_path: Path) -> str:
    with pytest.raises(ValueError, match="no") as caught:
        failing()
    return problem_of(caught.value, tmp_path / "content", tmp_path).place


@pytest.fixture
def post(tmp_path: Path) -> Path:
    post = tmp_path / "content/posts/a.md"
    post.parent.mkdir(parents=True)
    post.touch()
    return post


def raise_in(file: Path):
    """Return a function whose code is, as far as a traceback can tell, line 3 of a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("def fail():\n\n    raise ValueError('no')\n", encoding="utf-8")
    return runpy.run_path(str(file))["fail"]


def test_a_template_is_named_by_line(tmp_path, post):
    fail = raise_in(tmp_path / "theme/templates/page.html")

    def with_path(path=post):
        fail()

    assert place(with_path, tmp_path) == "theme/templates/page.html:3"


def test_the_content_file_in_hand_is_named_before_our_code(tmp_path, post):
    fail = raise_in(tmp_path / "plugins/posts/read_post.py")
    text = "a page's own text, which is no path\n" * 500
    held = SimpleNamespace(source_path=str(post))

    def with_page(page=held, content=text):
        fail()

    def with_context(context={"article": held}):  # noqa: B006
        fail()

    assert place(with_page, tmp_path) == "posts/a.md"
    assert place(with_context, tmp_path) == "posts/a.md"


def test_else_our_own_line_is_named(tmp_path):
    assert place(raise_in(tmp_path / "plugins/posts/read_post.py"), tmp_path) == "plugins/posts/read_post.py:3"
    assert place(raise_in(tmp_path / "elsewhere/x.py"), tmp_path) == "the build"
