"""Turns the bytes of a file into text, whatever program saved it."""

from __future__ import annotations

import codecs

from plugins.kernel.problems import Problem
from plugins.tools import rules


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return the text of a file with plain line ends; one that is not UTF-8 is read as Windows wrote it."""
    try:
        return _plain_ends(data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        # Notepad's "Unicode" is UTF-16, which begins with a mark; anything else was saved for Western Europe.
        is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = _plain_ends(data.decode("utf-16" if is_wide else "cp1252", errors="replace"))
    what = "This file is not saved as UTF-8; accented letters may be wrong on the site."
    problem = rules.ENCODING.at(file, line=line, what=what, cure='Open it and save it again with the encoding "UTF-8".')
    return text, [problem]


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
