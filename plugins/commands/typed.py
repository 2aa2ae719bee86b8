"""The words after `python3 tasks.py`, as Invoke reads them: what it cannot read is said in a sentence with its cure."""

from __future__ import annotations

import re

from invoke.exceptions import ParseError
from invoke.program import Program

from plugins.commands.plainly import complain
from plugins.kernel.text import did_you_mean

_UNKNOWN = re.compile(r"No idea what ['\"](.+)['\"] is!")
_NO_VALUE = re.compile(r"Flag <Argument: ([\w-]+).*> needed value")
# `check` tells an option that cannot be meant from something to mend (docs/check.md).
_CODES = {"check": 2}


class Typed(Program):
    """The commands, which end the program with a sentence where nobody can tell what is asked for."""

    def parse_tasks(self) -> None:
        """Find out which tasks are asked for, with which options."""
        try:
            super().parse_tasks()
        except ParseError as refusal:
            task = _task_of(refusal)
            complain(_sentence(refusal, task, list(self.parser.contexts)), _CODES.get(task, 1))


def _task_of(refusal: ParseError) -> str:
    return (refusal.context.name or "") if refusal.context else ""


def _sentence(refusal: ParseError, task: str, tasks: list[str]) -> str:
    said, more = str(refusal), f"python3 tasks.py {task} --help says what it takes."
    if (unknown := _UNKNOWN.fullmatch(said)) is not None:
        word = unknown[1]
        return f'{task} can do nothing with "{word}": {more}' if task else _no_task(word, tasks)
    if refusal.context and refusal.context.missing_positional_args:
        return f"One word is missing. After {task} comes: {refusal.context.missing_positional_args[0].help}."
    if (bare := _NO_VALUE.match(said)) is not None:
        return f"--{bare[1]} needs something after it: {more}"
    return said


def _no_task(word: str, tasks: list[str]) -> str:
    return f'There is no command "{word}". {did_you_mean(word, tasks)}'
