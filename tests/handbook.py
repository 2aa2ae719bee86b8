"""The examples of the handbook as steps: what is typed and what it says, files, rows, and what is then on the site.

What a page helps against has to happen first, and nobody who reads it should do it: it stands in a comment.
"""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

_STEP = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,})(?P<kind>\w+)(?: (?P<how>file|text|facts|add|row|new-row)=(?P<path>\S+))?\n"
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$"
    r"|<!-- what happened: (?P<happened>.+?) -->"
    r"|<!-- (?P<is_not>not )?on the site: (?P<address>\S+)(?: \"(?P<words>[^\"]*)\")? -->",
    re.MULTILINE | re.DOTALL,
)

# A whole file; one with this text; one with these facts.
_WRAPPED = {
    "file": "{}",
    "text": "---\ntitle: An example\n---\n\nAs the handbook says:\n\n{}",
    "facts": "---\ntitle: An example\n{}---\n\nText.\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What must be on the site, or must not, when a page has been followed."""

    address: str
    words: str
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One example: a console, or what becomes of a file."""

    kind: str
    how: str
    path: str
    text: str


def steps(page: str) -> Iterator[Step | Promise]:
    """Yield the examples of a page in order; a block of plain text is none."""
    for found in _STEP.finditer(page):
        if found["address"]:
            yield Promise(address=found["address"], words=found["words"] or "", is_there=not found["is_not"])
        elif found["happened"]:
            yield Step(kind="console", how="", path="", text=f"$ {found['happened']}\n")
        elif found["how"] or found["kind"] == "console":
            text = re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
            yield Step(kind=found["kind"], how=found["how"] or "", path=found["path"] or "", text=text)


def follow(step: Step, project: Path, env: dict[str, str]) -> None:
    """Do what a step says; whatever a console says must be said."""
    file = project / step.path
    if step.kind == "console":
        for command, expected in commands(step.text):
            _type(command, expected, project, env)
    elif step.how in _WRAPPED:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_WRAPPED[step.how].format(step.text), encoding="utf-8")
    elif step.how == "add":
        file.write_text(file.read_text(encoding="utf-8") + step.text, encoding="utf-8")
    else:
        _put_row(file, step)


def commands(console: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each line that is typed, with the lines that are then said."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, *said = part.splitlines()
        yield command, [line for line in said if line.strip()]


def _type(command: str, expected: list[str], project: Path, env: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, f"{command}\n{said}"
    for line in expected:
        assert line.strip() in said, f"{command}\n{said}"


def _put_row(file: Path, step: Step) -> None:
    """Change the row of an id as an example says, or add it where there is none or a new one is meant."""
    with file.open(encoding="utf-8", newline="") as opened:
        names, *rows = list(csv.reader(opened))
    (given,) = csv.DictReader(StringIO(step.text))
    assert set(given) <= set(names), f"{file.name} has no column {set(given) - set(names)}"
    found = [row for row in rows if row[names.index("id")] == given["id"]] if step.how == "row" else []
    if found:
        for name, cell in given.items():
            found[0][names.index(name)] = cell
    else:
        rows.append([given.get(name, "") for name in names])
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([names, *rows])
