"""The words of a text without its markup, block by block and sentence by sentence."""

from __future__ import annotations

import html as html_module
import re

from plugins.advice.model import Piece

_CODE = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.DOTALL)
_DRAWN = re.compile(r"<(figure|table|svg)\b.*?</\1>", re.DOTALL)
_KIND = re.compile(r'<small class="file-kind">.*?</small>')
_BLOCK = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|th|table|blockquote|figure|figcaption|dd|dt|hr)\b[^>]*>")
_PROSE = re.compile(r"<(?:p|li)\b[^>]*>(.*?)(?=</?(?:p|li|ul|ol)\b)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# A sentence ends where a capital, a quotation mark or a digit follows; not after an initial or a title.
_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|No|vs)\.)(?<!\b(?:Mrs|Sra|Sta)\.)(?<=[.!?…])[”\"’')]*\s+"
    r"(?=[\"“‘'¿¡(]*[A-ZÁÉÍÓÚÑ0-9])"
)


def blocks(html: str) -> list[str]:
    """Return the words of each block: a paragraph, a heading, an item of a list, a cell. Code is left out."""
    parts = _BLOCK.split(_KIND.sub("", _CODE.sub(" ", html)))
    return [text for text in map(words_of, parts) if text]


def prose(html: str) -> list[str]:
    """Return the words of paragraphs and items alone, without headings, tables, captions and what is drawn."""
    plain = _KIND.sub("", _DRAWN.sub(" ", _CODE.sub(" ", html)))
    return [text for text in map(words_of, _PROSE.findall(plain)) if text]


def words_of(markup: str) -> str:
    """Return the words of a piece of markup on one line."""
    return " ".join(html_module.unescape(_TAG.sub("", markup)).split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part for part in _END.split(text) if part]


def said(piece: Piece) -> list[str]:
    """Return all that a piece says: its title, its summary, and the blocks of its text."""
    return [text for text in (piece.title, piece.facts.get("summary", ""), *blocks(piece.html)) if text]
