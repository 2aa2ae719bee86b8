"""The first sentence of a description, as plain text for lists."""

from __future__ import annotations

import html
import re

from plugins.kernel.text import shorten, without_unseen

LIMIT = 160
# How many letters after a sentence may be looked at to know that it ends.
_BEYOND = 8


def _first(found: re.Match[str]) -> str:
    return found[1]


# Markdown's signs: a letter without which there is none, the sign, and what is left of it for a reader.
_SIGNS = (
    ("<", re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE), " "),
    ("<", re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6])\b[^>]*>", re.IGNORECASE), "\n\n"),
    ("<", re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    ("[", re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    ("[", re.compile(r"\[([^\]]*)\]\([^)]*\)"), _first),
    ("[", re.compile(r"\[([^\]]*)\]\[[^\]]*\]"), _first),
    ("", re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+", re.MULTILINE), ""),
    ("**", re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), _first),
    ("__", re.compile(r"__(?=\S)(.+?)(?<=\S)__"), _first),
    ("*", re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), _first),
    ("_", re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), _first),
    ("`", re.compile(r"`([^`]*)`"), _first),
    ("\\", re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), _first),
)
_SIGN, _ITEM = r"<>*_`\[\\#&", re.compile(r"[ \t]*(?:[-+]|\d+[.)])[ \t]")
_ANY_SIGN = re.compile(rf"[{_SIGN}]|^{_ITEM.pattern}", re.MULTILINE)
_SIGN_OR_LINE = re.compile(rf"[{_SIGN}\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s+[\"“‘(¿¡]?[^\W\d_a-z]|\s+\d|\s*$)")
# No more of the end of a text needs a look.
_LONGEST_ABBREVIATION = 12
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Za-z]|Dr|Mr|Mrs|Ms|St|No|vs|e\.g|i\.e|[ap]\.m|U\.S|Jr|Sr|Prof|approx)\.$")


def plain_text(source: str) -> str:
    """Return Markdown or HTML as words alone, with an empty line between paragraphs."""
    text = without_unseen(source)
    text = html.unescape(html.unescape(text)) if "&" in text else text
    for letter, sign, left in _SIGNS if _ANY_SIGN.search(text) else ():
        text = sign.sub(left, text) if letter in text else text
    if "\n" not in text:
        return " ".join(text.split())
    paragraphs = (" ".join(paragraph.split()) for paragraph in _EMPTY_LINE.split(text))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def teaser(description: str) -> str:
    """Return the first sentence of a description in Markdown (or HTML), at most 160 characters."""
    first = _opening(description) or _first_paragraph(description)
    for found in _SENTENCE_END.finditer(first):
        if not _ABBREVIATION.search(first, found.end() - _LONGEST_ABBREVIATION, found.end()):
            return shorten(first[: found.end()], LIMIT)
    return shorten(first, LIMIT)


def _opening(description: str) -> str:
    """Return the beginning of a description that begins with plain words on one line, and as much as is needed of it.

    Where the first sentence ends beyond the limit, all that follows is cut off anyway.
    """
    begin = without_unseen(description[: LIMIT * 2])
    if _SIGN_OR_LINE.search(begin) or _ITEM.match(begin):
        return ""
    words = " ".join(begin.split())
    return words if len(words) > LIMIT + _BEYOND or len(description) <= LIMIT * 2 else ""


def _first_paragraph(description: str) -> str:
    """Return the first paragraph of a description as words alone."""
    text = description[: LIMIT * 25]
    # Only HTML can go on beyond an empty line; of anything else the first paragraph is enough.
    paragraph = text if "<" in text or "&" in text else text.lstrip().partition("\n\n")[0]
    return (plain_text(paragraph) or plain_text(text)).partition("\n\n")[0]
