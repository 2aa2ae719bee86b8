"""The site's own words: in each language, with the plural it asks for."""

from __future__ import annotations

import pytest

from plugins.tools.interface import read_interface

EN = '[home]\nnews = "News"\nhello = "Hello {name}"\n[home.meetings]\none = "{n} meeting"\nother = "{n} meetings"\n'
ES = '[home]\nnews = "Noticias"\n'
AR = '[home.meetings]\nzero = "z"\none = "o"\ntwo = "t"\nfew = "f"\nmany = "m"\nother = "x"\n'


@pytest.fixture
def interface(tmp_path):
    for name, text in (("en", EN), ("es", ES), ("ar", AR)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return read_interface(tmp_path)


@pytest.mark.parametrize(
    ("language", "key", "values", "expected"),
    [
        ("en", "home.news", {}, "News"),
        ("es", "home.news", {}, "Noticias"),
        ("es-MX", "home.news", {}, "Noticias"),
        ("ES", "home.news", {}, "Noticias"),
        ("fr", "home.news", {}, "News"),
        ("es", "home.hello", {"name": "Ana"}, "Hello Ana"),
        ("en", "home.meetings", {"n": 1}, "1 meeting"),
        ("en", "home.meetings", {"n": 0}, "0 meetings"),
        ("en", "home.meetings", {"n": 7}, "7 meetings"),
        ("ar", "home.meetings", {"n": 0}, "z"),
        ("ar", "home.meetings", {"n": 2}, "t"),
        ("ar", "home.meetings", {"n": 5}, "f"),
        ("ar", "home.meetings", {"n": 11}, "m"),
        ("ar", "home.meetings", {"n": 100}, "x"),
    ],
)
def test_words_in_a_language_or_in_english(interface, language, key, values, expected):
    assert interface.say(language, key, values) == expected


def test_a_key_nobody_has_is_a_mistake_of_ours(interface):
    with pytest.raises(KeyError):
        interface.say("en", "home.nothing", {})


@pytest.mark.parametrize(("language", "known"), [("es", True), ("es-MX", True), ("fr", False)])
def test_which_languages_it_speaks(interface, language, known):
    assert interface.knows(language) is known
