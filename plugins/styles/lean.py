"""Takes out of styles and scripts what only those who write them need: comments, and room between the parts."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Whole lines only: what follows code on its line may be part of an address in quotes.
_SCRIPT_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*[^\n]*\*/)\n", re.MULTILINE)
_SCRIPT_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


def lean_style(text: str) -> str:
    """Return a stylesheet on one line, without comments."""
    plain = " ".join(_COMMENT.sub("", text).split())
    for sign in "{};,":
        plain = plain.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return plain.replace(";}", "}") + "\n"


def lean_script(text: str) -> str:
    """Return a script line by line as it was, without lines of comment and indents; it holds no text of many lines."""
    return _SCRIPT_INDENT.sub("", _SCRIPT_COMMENT.sub("", text)).lstrip()
