"""The letters of a file, whatever program wrote it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tools.decode import NotTextError, decode, is_encoding

TEXT = "title,date\nCafé – Žofie’s déjà vu,2026-10-17\n"


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_encoding_is_known_by_its_bytes(source: bytes, encoding: str):
    assert decode(source) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("source", "text", "encoding"),
    [
        # 0xE6 is æ here and ć in Windows-1250; 0x81 is in neither.
        (b"Sm\xf8rrebr\xf8d og \xe6bler \x81", "Smørrebrød og æbler \x81", "Windows-1252"),
        (b"caf\x8e, l\xd5\x8et\x8e, d\x8ej\x88 vu", "café, l’été, déjà vu", "Mac OS Roman"),
    ],
)
def test_an_old_encoding_is_known_by_what_it_spells(source: bytes, text: str, encoding: str):
    assert decode(source) == (text, encoding)


def test_what_was_stated_goes_before_what_the_bytes_look_like_but_not_before_a_mark():
    assert decode("Łódź".encode("cp1250"), "cp1250") == ("Łódź", "cp1250")
    assert decode("Łódź".encode("utf-8-sig"), "cp1250") == ("Łódź", "UTF-8")
    assert decode(TEXT.encode(), "no such thing") == (TEXT, "UTF-8")


@pytest.mark.parametrize(
    ("name", "expected"), [("cp1252", True), ("UTF-8", True), ("rot13", False), ("base64", False), ("", False)]
)
def test_an_encoding_has_a_name(name: str, expected: bool):  # noqa: FBT001
    assert is_encoding(name) is expected


@given(st.binary(max_size=200), st.sampled_from(["", "cp1252", "utf-7", "utf-16", "punycode"]))
def test_any_bytes_are_text_or_refused(source: bytes, stated: str):
    try:
        text, encoding = decode(source, stated)
    except NotTextError:
        return
    assert isinstance(text, str)
    assert encoding
