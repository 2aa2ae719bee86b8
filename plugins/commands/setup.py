"""Makes the project's own .venv from the locked list of packages, and goes over to its Python."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from plugins.commands.locks import only_one
from plugins.commands.plainly import PlainError

SITE = "site"
TESTS = "tests"
_LOCKS = {SITE: ("requirements-build.txt", "requirements.txt"), TESTS: ("requirements-test.txt",)}
_PIP = ("-I", "-m", "pip", "install", "--require-hashes", "--no-user", "--disable-pip-version-check", "--quiet")
# One package is published as source only; it is built by the pinned setuptools of requirements-build.txt.
_FROM_SOURCE = ("--no-build-isolation", "--only-binary=:all:", "--no-binary=feedgen")
_ROOM_BYTES = 20_000_000
# What a person has set for other projects must not steer this one.
_FOREIGN_VARIABLES = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where the project and its environment are."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def stamp(self, kind: str) -> Path:
        """Return the file that says which lock a finished set-up was made from."""
        return self.venv / f"{kind}.stamp"

    @property
    def is_ours(self) -> bool:
        """Say whether this very process runs in the project's environment."""
        return Path(sys.prefix).resolve() == self.venv.resolve()


def _digest(home: Home, kind: str, version: str) -> str:
    digest = hashlib.sha256(version.encode())
    for name in _LOCKS[kind]:
        digest.update((home.root / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _wanted(home: Home, kind: str, version: str) -> str:
    return f"{version} {_digest(home, kind, version)}"


def is_ready(home: Home, kind: str) -> bool:
    """Say whether a finished set-up of this kind stands, made from the lock as it is now."""
    try:
        found = home.stamp(kind).read_text(encoding="ascii")
    except OSError:
        return False
    version = found.partition(" ")[0]
    is_moved = home.is_ours and version != _version()
    return found == _wanted(home, kind, version) and home.python.exists() and not is_moved


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def prepare(home: Home, kind: str = SITE) -> None:
    """Make what is missing of the environment; one process at a time, from the start after an interruption."""
    if is_ready(home, kind):
        return
    with only_one(home.root / ".venv.lock", "Another command is setting up the environment; waiting for it."):
        if not is_ready(home, SITE):
            _make(home)
        if kind == TESTS and not is_ready(home, TESTS):
            print("Installing what the tests need ...", file=sys.stderr)
            _install(home, "requirements-test.txt", *_FROM_SOURCE)
            _finish(home, TESTS)


def _make(home: Home) -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise PlainError(_NO_VENV)
    print("Setting up .venv from requirements.txt; this happens once and takes about a minute ...", file=sys.stderr)
    if home.venv.exists():
        shutil.rmtree(home.venv)
    _run(home, [sys.executable, "-m", "venv", str(home.venv)])
    _install(home, "requirements-build.txt")
    _install(home, "requirements.txt", *_FROM_SOURCE)
    _finish(home, SITE)


def _install(home: Home, lock: str, *options: str) -> None:
    _run(home, [str(home.python), *_PIP, *options, "-r", str(home.root / lock)])


def _finish(home: Home, kind: str) -> None:
    """Write the stamp in one step, so that a half-made environment never has one."""
    draft = home.venv / "stamp.new"
    draft.write_text(_wanted(home, kind, _version()), encoding="ascii")
    draft.replace(home.stamp(kind))


def _run(home: Home, command: list[str]) -> None:
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        # The venv module does not pass on why it failed.
        is_full = shutil.disk_usage(home.root).free < _ROOM_BYTES
        raise PlainError(_NO_ROOM if is_full else explain(done.stdout + done.stderr))


_NO_VENV = (
    "This Python cannot make a virtual environment: install its venv module "
    "(on Debian and Ubuntu: sudo apt install python3-venv) and run the same command again."
)
_NO_ROOM = "The disk is full: free some space and run the same command again."
_WRONG_HASH = (
    "A package that was downloaded is not the one that was locked, so it was not installed: "
    "run the same command again, and if it says so again, report it."
)
_NO_NETWORK = (
    "The packages could not be fetched: connect to the internet (or set the proxy) and run the same command again."
)
_NO_PACKAGE = (
    "A package in requirements.txt is not published for this Python on this kind of machine: "
    "use Python 3.11, 3.12 or 3.13, and if it says so again, report it."
)
_DENIED = "Permission denied while making .venv: make the project's folder yours, or copy it to one that you own."
# What pip or venv says, in the order of what is most telling.
_SIGNS = {
    "ensurepip is not available": _NO_VENV,
    "No space left on device": _NO_ROOM,
    "Disk quota exceeded": _NO_ROOM,
    "DO NOT MATCH THE HASHES": _WRONG_HASH,
    "Permission denied": _DENIED,
    "NewConnectionError": _NO_NETWORK,
    "NameResolutionError": _NO_NETWORK,
    "ConnectTimeout": _NO_NETWORK,
    "ProxyError": _NO_NETWORK,
    "SSLError": _NO_NETWORK,
    "Read timed out": _NO_NETWORK,
    "Connection refused": _NO_NETWORK,
    "No matching distribution found": _NO_PACKAGE,
}


def explain(said: str) -> str:
    """Return the sentence for what venv or pip said, which is long and not for everyone."""
    for sign, sentence in _SIGNS.items():
        if sign in said:
            return sentence
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith("WARNING")]
    return "Setting up .venv failed: " + (lines[-1].strip() if lines else "pip gave no reason") + "."


def environment() -> dict[str, str]:
    """Return the variables for programs of ours, without those that belong to other projects."""
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN_VARIABLES}


def enter(root: Path, arguments: list[str]) -> None:
    """Return when this process runs in the environment, made if need be; otherwise start again in it."""
    home = Home(root=root)
    if home.is_ours and is_ready(home, SITE):
        return
    if home.is_ours:
        # It cannot be made anew from within: the Python that it was made by does that.
        home.stamp(SITE).unlink(missing_ok=True)
        _become(Path(getattr(sys, "_base_executable", sys.executable)), root, arguments, environment())
    prepare(home)
    variables = environment() | {"VIRTUAL_ENV": str(home.venv)}
    variables["PATH"] = f"{home.python.parent}{os.pathsep}{variables.get('PATH', os.defpath)}"
    _become(home.python, root, arguments, variables)


def _become(python: Path, root: Path, arguments: list[str], variables: dict[str, str]) -> NoReturn:
    command = [str(python), str(root / "tasks.py"), *arguments]
    if os.name == "nt":
        # Windows' exec returns to the prompt before the program has ended.
        raise SystemExit(subprocess.run(command, env=variables, check=False).returncode)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(python, command, variables)
