"""Begins a post, program, event, infographic or page: asks, writes a file that builds, and says what is next."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.commands.asked import Asked
from plugins.commands.check import Check, look
from plugins.commands.new_answers import Desk, answers_of
from plugins.commands.new_file import Draft, draft_of
from plugins.commands.new_questions import QUESTIONS
from plugins.commands.new_row import Addition, addition_of
from plugins.commands.new_words import words_of
from plugins.commands.plainly import PlainError
from plugins.commands.put import put
from plugins.commands.site_settings import read_site
from plugins.kernel.problems import Severity
from plugins.kernel.text import did_you_mean

_HERE = ("kind", "content", "now", "today", "debug", "file")
_LOOK = "python3 tasks.py serve"


def run(root: Path, typed: Mapping[str, Any]) -> int:
    """Ask for what is missing, write, and say what to do next."""
    kind = str(typed["kind"]).casefold()
    if kind not in QUESTIONS:
        raise PlainError(f'There is no new "{typed["kind"]}". {did_you_mean(kind, QUESTIONS)}')
    given = {name: str(value) for name, value in typed.items() if value and name not in _HERE}
    _refuse_others(kind, given, typed)
    site = read_site(root, Asked(content=typed["content"], now=typed["now"], today=typed["today"]))
    desk = Desk(words=words_of(site), today=site.now.date())
    answers = answers_of(QUESTIONS[kind], given, desk, is_asking=sys.stdin.isatty())
    if kind == "event":
        added = addition_of(answers, typed["file"], site)
        put(added.path, added.content)
        said = list(_after_event(added))
    else:
        draft = draft_of(kind, QUESTIONS[kind], answers, site)
        _write(draft)
        if kind == "infographic":
            _prove_drawing(root, draft, typed)
        said = list(_after_file(kind, draft, answers["title"], {item.address for item in site.library.menu}))
    print("\n".join(said))
    return 0


def _refuse_others(kind: str, given: Mapping[str, str], typed: Mapping[str, Any]) -> None:
    known = {question.option for question in QUESTIONS[kind]}
    other = [name for name in given if name not in known]
    other += ["file"] if typed["file"] and kind != "event" else []
    if other:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in other)
        raise PlainError(f"A new {kind} takes no {options}: leave it out.")


def _write(draft: Draft) -> None:
    draft.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with draft.path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.text)
    except FileExistsError:
        raise PlainError(f"{_shown(draft.path)} is there already: open it, or choose another title.") from None


def _prove_drawing(root: Path, draft: Draft, typed: Mapping[str, Any]) -> None:
    """Take an infographic back that cannot be drawn as it is, and say why; only drawing it tells."""
    asked = Asked(content=typed["content"], now=typed["now"], today=typed["today"], drafts=True)
    found = [one.problem for one in look(root, Check(asked=asked)).findings if one.path == draft.path]
    wrong = [problem for problem in found if problem.severity is not Severity.NOTE]
    if wrong:
        draft.path.unlink()
        raise PlainError("\n".join(f"{problem.what} {problem.cure}" for problem in wrong))


def _after_file(kind: str, draft: Draft, title: str, menu: Collection[str]) -> Iterator[str]:
    yield f"Wrote {_shown(draft.path)}, which will be /{draft.address}."
    yield "Next:"
    look = f"{_LOOK} shows it on this computer."
    if draft.is_draft:
        yield "  1. Open it, and write the text below the second row of hyphens."
        yield f"  2. {look} It is marked as a draft: nobody else sees it."
        yield '  3. When it is ready, take out the line "status: draft", and publish.'
    else:
        yield f"  1. {look}"
        yield "  2. Read it aloud once, and publish."
    if kind == "page" and draft.address not in menu:
        yield "A page is found where something leads to it. For a place in the menu, add to library.toml:"
        yield f'[[menu]]\ntitle = {json.dumps(title, ensure_ascii=False)}\naddress = "{draft.address}"'
    if kind == "program":
        when = ", once it is no draft" if draft.is_draft else ""
        yield f"Its meetings are events{when}: python3 tasks.py new event --program {draft.path.stem}"


def _after_event(added: Addition) -> Iterator[str]:
    event = added.event
    yield f"Added a row to {_shown(added.path)}, line {event.line}: {event.summary}, {event.starts:%A %Y-%m-%d %H:%M}."
    yield f"Its id is {event.uid}, and its page will be /{event.address}. Please never change the id."
    yield "Next:"
    yield f"  1. {_LOOK} shows it on this computer."
    yield "  2. Publish. A cancelled event stays in the spreadsheet: write cancelled into its column status."


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
