"""Makes a stylesheet as small as it can be, and says where one cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lightningcss

from plugins.commands.rules import STYLE
from plugins.kernel.problems import Problem

_AT = re.compile(r"^(?:Parsing stylesheet failed: )?(?P<what>.*?)(?: at \S*?:(?P<line>\d+):(?P<column>\d+))?$")


class StyleError(ValueError):
    """A stylesheet that browsers would read otherwise than it is meant; `line` is the line, where it is known."""

    def __init__(self, what: str, line: int | None) -> None:
        super().__init__(what)
        self.line = line


def lean_css(text: str, file: str) -> str:
    """Return a stylesheet that says the same in fewer bytes; nothing is translated for older browsers.

    Raises StyleError.
    """
    try:
        return lightningcss.process_stylesheet(text, filename=file, minify=True)
    except ValueError as failure:
        said = _AT.match(" ".join(str(failure).split()))
        # Counted from 0, and at the end of the file one more than there are.
        line = min(int(said["line"]) + 1, len(text.splitlines())) if said and said["line"] else None
        raise StyleError(said["what"] if said else str(failure), line) from None


def style_problems(theme: Path) -> Iterator[Problem]:
    """Yield what is wrong with the stylesheets of a theme as people write them, each where it stands."""
    for path in sorted((theme / "static").rglob("*.css")):
        try:
            lean_css(path.read_text("utf-8"), path.name)
        except StyleError as failure:
            file = f"{theme.name}/{path.relative_to(theme).as_posix()}"
            what = f"This stylesheet cannot be read: {failure}."
            yield STYLE.at(
                file, line=failure.line, what=what, cure="Look for a brace or a bracket that is missing there."
            )
