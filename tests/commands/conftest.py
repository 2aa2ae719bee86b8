"""A miniature project in a folder of its own: our tasks.py and plugins, a site of one page, and no bridge."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-test.txt")
SETTINGS = '''
import sys
from pathlib import Path

class Build:
    """What the bridge would leave in the settings."""
    counts = {"posts": {"read": 1, "published": 1, "waiting": 0, "drafts": 0, "left_out": 0}}
    defaults = ("No time zone is named, so it is UTC.",)
    pages = 1
    sources = {}
    def sorted_problems(self):
        sys.path.insert(0, str(Path(__file__).parent))
        from plugins.kernel.problems import error
        rule = error("posts.bad", "A post is bad.")
        said = (Path(__file__).parent / "content/error.txt")
        if not said.exists():
            return []
        return [rule.at("posts/a.md", line=3, value="x", what=said.read_text().strip(), cure="Mend it.")]
    class watch:
        now = 0.0

    class memory:
        until = 0.0
        is_whole = True
        save = staticmethod(lambda: None)
        load_ahead = staticmethod(lambda: None)
        content_of = staticmethod(lambda file: b"")

BUILD = Build()
PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output"
DIRECT_TEMPLATES = ["index"]
PREFIX = sys.prefix
SITEURL = ""
TIMEZONE = "UTC"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
'''
PAGE = """<!doctype html><title>T</title>
<body><p>in {{ PREFIX }}</p><p>now {{ BROADSIDE_NOW }}</p>{% include 'words.html' %}</body>
"""


@pytest.fixture
def bare(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the project as it is cloned, without an environment."""
    folder = tmp_path / "a project"
    folder.mkdir()
    for name in ("tasks.py", *LOCKS):
        shutil.copy(root / name, folder / name)
    shutil.copytree(root / "plugins", folder / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def project(bare: Path) -> Path:
    """Return a copy with this environment and a site of one page."""
    (bare / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    (bare / "content").mkdir()
    (bare / "theme/templates").mkdir(parents=True)
    (bare / "theme/templates/index.html").write_text(PAGE, encoding="utf-8")
    (bare / "theme/templates/words.html").write_text("<p>first words</p>", encoding="utf-8")
    (bare / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return bare


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs tasks.py of a project, by a chosen Python from a chosen folder."""

    def run_tasks(
        project: Path,
        *arguments: str,
        cwd: Path | None = None,
        python: str = sys.executable,
        env: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        command = [python, str(project / "tasks.py"), *arguments]
        variables = os.environ | (env or {})
        return subprocess.run(command, cwd=cwd or project, env=variables, capture_output=True, text=True, check=False)

    return run_tasks
