"""One block of a text: which table it names, and what to draw of it; read from the lines between its fences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from plugins.infographics import rules
from plugins.infographics.kinds import CHOICES, KINDS, options_of
from plugins.infographics.read_numbers import parse_number
from plugins.kernel.problems import Problem, Rule
from plugins.kernel.text import did_you_mean, shorten
from plugins.tools.front_matter import FrontMatterError, split

# How a block begins, with the word that says what it draws.
FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ \t]*\{?[ \t]*\.?(?P<word>[\w-]+)", re.MULTILINE)
_NAMES_TABLE = re.compile(r"^table[ \t]*:", re.MULTILINE)
# Languages of code in which such lines may be meant to be read.
_CODE = frozenset("yaml yml toml text txt markdown md json console sh bash python html css".split())
_MOST_NUMBER = 1000


class NoDrawingError(Exception):
    """There is nothing to draw: what is wrong has been said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block: its kind, its options as they were written, the file it stands in, its line and those of its options."""

    kind: str
    options: Mapping[str, Any]
    file: str
    line: int
    lines: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str, otherwise: str = "") -> str:
        """Return an option as one line of text."""
        value = self.options.get(name, "")
        if isinstance(value, str):
            return " ".join(value.split()) or otherwise
        raise self.refusal(rules.VALUE, name, f'"{name}" is one text, not a list.', f"Write it as {name}: some words")

    def texts(self, name: str) -> tuple[str, ...]:
        """Return an option as a list: a YAML list, or words with commas between them."""
        value = self.options.get(name, "")
        if isinstance(value, str):
            value = value.split(",")
        if isinstance(value, dict) or not all(isinstance(one, str) for one in value):
            raise self.refusal(
                rules.VALUE, name, f'"{name}" is not a plain list.', f"Write it as {name}: [one, another]"
            )
        return tuple(" ".join(one.split()) for one in value if one.strip())

    def texts_of(self, name: str) -> tuple[str, ...]:
        """Return an option as sentences: one, or a YAML list of several."""
        value = self.options.get(name, "")
        sentences = value if isinstance(value, list) else [value]
        return tuple(" ".join(str(one).split()) for one in sentences if str(one).strip())

    def choice(self, name: str, otherwise: str) -> str:
        """Return one of a few words."""
        written = self.text(name).casefold() or otherwise
        if written in CHOICES[name]:
            return written
        raise self.refusal(
            rules.VALUE, name, f'"{written}" is not a known {name}.', did_you_mean(written, CHOICES[name])
        )

    def number(self, name: str, example: str) -> Decimal | None:
        """Return an option as a number above zero, or None where it is not there."""
        written = self.text(name)
        if not written:
            return None
        try:
            number = parse_number(written)
        except ValueError:
            number = None
        if number is None or number <= 0:
            raise self.refusal(
                rules.VALUE, name, f'"{written}" is not a number above zero.', f"Write it as {name}: {example}"
            )
        return number

    def whole(self, name: str, example: str) -> int | None:
        """Return an option as a whole number, or None where it is not there."""
        number = self.number(name, example)
        if number is not None and (number != int(number) or number > _MOST_NUMBER):
            what = f'"{self.text(name)}" is not a whole number that can be used.'
            raise self.refusal(rules.VALUE, name, what, f"Write it as {name}: {example}")
        return None if number is None else int(number)

    def required(self, name: str, what: str, cure: str) -> str:
        """Return an option without which nothing can be drawn."""
        written = self.text(name)
        if not written:
            raise self.refusal(rules.MISSING, name, what, cure)
        return written

    def say(self, rule: Rule, name: str, what: str, cure: str) -> None:
        """Report what is wrong with an option."""
        value = self.options.get(name, "")
        shown = value if isinstance(value, str) else ", ".join(map(str, value))
        line = self.lines.get(name, self.line)
        self.problems.append(rule.at(self.file, line=line, column=name, value=shorten(shown, 80), what=what, cure=cure))

    def refusal(self, rule: Rule, name: str, what: str, cure: str) -> NoDrawingError:
        """Report what is wrong with an option, and return what to raise, since nothing can be drawn."""
        self.say(rule, name, what, cure)
        return NoDrawingError()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fenced:
    """A block of code in a text: its word, what stands in it, and the line that opens it."""

    word: str
    text: str
    line: int

    @property
    def is_drawn(self) -> bool:
        """Tell whether it is a block that draws, or was meant to be one."""
        return self.word in KINDS or (self.word not in _CODE and bool(_NAMES_TABLE.search(self.text)))


def read_block(fenced: Fenced, file: str, problems: list[Problem]) -> Block | None:
    """Return the block that stands between fences; None, and problems, for one from which nothing can be drawn."""
    if fenced.word not in KINDS:
        what, cure = f'There is no kind of drawing "{fenced.word}".', did_you_mean(fenced.word, KINDS)
        problems.append(rules.KIND.at(file, line=fenced.line, value=fenced.word, what=what, cure=cure))
        return None
    try:
        front = split(f"---\n{fenced.text}\n---\n")
    except FrontMatterError as error:
        line = fenced.line + error.line - 1
        problems.append(rules.BLOCK.at(file, line=line, what=str(error), cure=error.cure))
        return None
    lines = {name: fenced.line + line - 1 for name, line in front.lines.items()}
    block = Block(kind=fenced.word, options=front.fields, file=file, line=fenced.line, lines=lines, problems=problems)
    unknown = [name for name in front.fields if name not in options_of(block.kind)]
    free = [name for name in options_of(block.kind) if name not in front.fields]
    for name in unknown:
        what = f'A block of the kind "{block.kind}" has no option "{name}".'
        block.say(rules.OPTION, name, what, did_you_mean(name, free))
    return None if unknown else block
