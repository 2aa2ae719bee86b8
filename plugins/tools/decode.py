"""The letters of a spreadsheet: by the encoding that was stated, else by the first bytes and by what they spell."""

from __future__ import annotations

import codecs
import re

SAMPLE_BYTES = 100_000
MACINTOSH = "Mac OS Roman"
# What a file that is no text begins with, and how people make text of it.
NOT_TEXT = (
    (b"PK\x03\x04", "an Excel or LibreOffice workbook (or another zip file)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a text document"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# An old Macintosh's é, è, ç, ü and ’ between small letters, where Windows-1252 has Ž, a sign, or a capital Õ.
_MAC_LETTERS = re.compile(rb"[a-z][\x8e\x8f\x8d\x9f\x88\x87\x96\xd5][a-z]")
_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0xA0)}
_WINDOWS_LETTERS = re.compile(rb"[a-z][\xe0-\xf6\xf8-\xff\x92][a-z]")


class NotTextError(ValueError):
    """The bytes are no text; the message says what they seem to be."""


def is_encoding(name: str) -> bool:
    """Tell whether a name such as "cp1252" is that of an encoding we can read."""
    try:
        return isinstance(b"a\xff".decode(name, errors="replace"), str)
    except (LookupError, ValueError):
        return False


def decode(source: bytes, stated: str = "") -> tuple[str, str]:
    """Return the text in the bytes, and the name of its encoding; a byte-order mark goes before what was stated.

    Raises NotTextError.
    """
    for opening, what in NOT_TEXT:
        if source.startswith(opening):
            raise NotTextError(f"it is {what}: open it in its program and save it as CSV UTF-8")
    for mark, codec, name in _MARKS:
        if source.startswith(mark):
            return source.decode(codec, errors="replace"), name
    if stated and is_encoding(stated):
        return _decode_stated(source, stated)
    if b"\x00" in source[:SAMPLE_BYTES]:
        return _decode_zeros(source)
    text = source.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = 0 if text.isascii() else len(text) - len(text.encode("ascii", errors="ignore"))
    if broken == 0 or broken * 10 <= beyond_ascii:
        return text, "UTF-8"
    return _decode_old(source)


def _decode_stated(source: bytes, stated: str) -> tuple[str, str]:
    try:
        return source.decode(stated, errors="replace"), stated
    except (LookupError, ValueError) as refusal:
        raise NotTextError(f"it is no text in the encoding {stated}") from refusal


def _decode_zeros(source: bytes) -> tuple[str, str]:
    """Return text with zero bytes in it: UTF-16 without its mark when every other byte is one, else a broken file."""
    sample = source[:2000]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if max(odd, even) * 4 < len(sample):
        return source.decode("utf-8", errors="replace").replace("\x00", ""), "UTF-8"
    return source.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace"), "UTF-16"


def _decode_old(source: bytes) -> tuple[str, str]:
    """Return text of a time before UTF-8: Windows-1252, unless its letters make sense on an old Macintosh only.

    What Windows-1252 leaves open is taken from ISO-8859-1, of which it is an extension.
    """
    sample = source[:SAMPLE_BYTES]
    if len(_MAC_LETTERS.findall(sample)) > len(_WINDOWS_LETTERS.findall(sample)):
        return source.decode("mac-roman"), MACINTOSH
    return source.decode("latin-1").translate(_WINDOWS), "Windows-1252"
