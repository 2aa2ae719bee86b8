"""Brings a site to a branch of a git repository, which GitHub Pages shows: the whole of it in one step."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from plugins.commands.deploying.programs import program, run
from plugins.kernel.library import Library

BRANCH = "gh-pages"
_HOW = "see https://git-scm.com/downloads."
_NAME, _MAIL = "Broadside", "broadside@localhost"
# Where GitHub shows a site that has no name of its own.
_GITHUB = (".github.io", ".github.com")


class ToGit:
    """A branch of a repository: the name of a remote of this one, or an address; `#name` is another branch."""

    def __init__(self, root: Path, place: str) -> None:
        self._root = root
        self._remote, _, branch = place.partition("#")
        self._branch = branch or BRANCH
        self._git = program("git", _HOW)

    def read(self, file: str) -> bytes | None:
        """Return a file of the branch as it is there now; None where there is none."""
        fetched = [f"+{self._branch}:refs/heads/{self._branch}"]
        if self._is_named():
            fetched.append(f"+{self._branch}:refs/remotes/{self._remote}/{self._branch}")
        self._ask("ls-remote", "--quiet", self._remote)
        # A branch that is not there yet is no fault: the first deployment makes it.
        run([self._git, "fetch", "--quiet", self._remote, *fetched], cwd=self._root, allowed=(0, 128))
        data = run([self._git, "show", f"{self._branch}:{file}"], cwd=self._root, allowed=(0, 128))
        return data or None

    def send(self, site: Path, files: Iterable[str], library: Library) -> None:
        """Put these files, and no others, on the branch as one more commit, and push it."""
        with tempfile.TemporaryDirectory(dir=_beside(self._root)) as folder:
            for file in files:
                target = Path(folder) / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(site / file, target)
            name = urlsplit(library.address).hostname or ""
            cname = ["--cname", name] if name and not name.endswith(_GITHUB) else []
            options = ["--no-jekyll", "--push", "--remote", self._remote, "--branch", self._branch]
            # What begins with a dot (.well-known) would be left out by Jekyll.
            command = [sys.executable, "-m", "ghp_import", *options, *cname, "--message", "Publish the site", folder]
            run(command, cwd=self._root, env=self._identity())

    def _is_named(self) -> bool:
        return self._remote in self._ask("remote").decode().split()

    def _ask(self, *words: str) -> bytes:
        return run([self._git, *words], cwd=self._root)

    def _identity(self) -> dict[str, str]:
        """Return who commits, where nobody has said so, as on a machine that only publishes."""
        known = run([self._git, "config", "user.email"], cwd=self._root, allowed=(0, 1)).strip()
        pairs = () if known else (("user.name", _NAME), ("user.email", _MAIL))
        said = {"GIT_CONFIG_COUNT": str(len(pairs))}
        for place, (key, value) in enumerate(pairs):
            said |= {f"GIT_CONFIG_KEY_{place}": key, f"GIT_CONFIG_VALUE_{place}": value}
        return {**os.environ, **said} if pairs else dict(os.environ)


def _beside(root: Path) -> Path:
    folder = root / ".cache" / "deploy"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
