"""One cell of a spreadsheet as a person reads it: plain spaces, no invisible letters, a formula as what it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.kernel.text import without_unseen

# What makes a cell a formula in a spreadsheet program: no cell of a file that we publish begins with one.
FORMULA_SIGNS = ("=", "+", "-", "@")
_ODD = re.compile("[^\x21-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac ]|  ")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t ]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRING = r'"((?:[^"]|"")*)"'
_LINK = re.compile(rf"=\s*HYPERLINK\(\s*{_STRING}\s*(?:[,;]\s*(?:{_STRING}|[^()\"]*)\s*)?\)\s*", re.IGNORECASE)
_PICTURE = re.compile(rf"=\s*IMAGE\(\s*{_STRING}[^()]*\)\s*", re.IGNORECASE)
_TEXT = re.compile(rf"=\s*(?:T\(\s*)?{_STRING}\s*\)?\s*", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*[-+@$\w.!'\"({]")
_SHIELDED = re.compile(r"'+[=+\-@#]")
# What a spreadsheet program shows where a formula has gone wrong, or a column is too narrow for its date.
_FAILED = re.compile(r"#(?:REF!|VALUE!|NAME\?|NUM!|NULL!|DIV/0!|N/A|ERROR!|SPILL!|#+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell says, the address it leads to, and whether it holds a formula whose result we cannot know."""

    text: str
    link: str = ""
    is_formula: bool = False


def clean(cell: str) -> str:
    """Return the letters of a cell without those nobody sees, and with plain spaces."""
    cell = cell.strip()
    # Of ASCII, the printable letters are those that are not odd.
    if (cell.isascii() and cell.isprintable() and "  " not in cell) or not _ODD.search(cell):
        return cell
    lines = without_unseen(_INVISIBLE.sub("", cell)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def is_odd(text: str) -> bool:
    """Tell whether a clean cell may say something else than its letters."""
    return text.startswith(("=", "'", "#"))


def read_odd(text: str) -> Cell:
    """Return what a clean cell that is_odd says.

    An apostrophe before a formula's sign makes it a text, as it does in a spreadsheet program.
    """
    if _SHIELDED.match(text):
        return Cell(text=text[1:])
    if _FAILED.fullmatch(text):
        return Cell(text="", is_formula=text.upper() != "#N/A")
    for pattern in (_LINK, _PICTURE):
        link = pattern.fullmatch(text)
        if link:
            address = _unquoted(link[1])
            shown = _unquoted(link[2]) if pattern is _LINK else ""
            return Cell(text=shown or address, link=address)
    plain = _TEXT.fullmatch(text)
    if plain:
        return Cell(text=_unquoted(plain[1]))
    return Cell(text="", is_formula=True) if _FORMULA.match(text) else Cell(text=text)


def shielded(text: str) -> str:
    """Return a text for a spreadsheet, where no program takes it for a formula; read_odd undoes it."""
    is_read_otherwise = is_odd(text) and read_odd(text) != Cell(text=text)
    return f"'{text}" if is_read_otherwise or text.startswith(FORMULA_SIGNS) else text


def _unquoted(text: str | None) -> str:
    return (text or "").replace('""', '"').strip()
