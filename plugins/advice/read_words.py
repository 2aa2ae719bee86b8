"""Reads the list of words that the library would rather not use: words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from plugins.advice import rules
from plugins.advice.model import AvoidedWord
from plugins.kernel.problems import Problem

FILE = "words.toml"
KEYS = ("word", "use", "why", "language")
_EXAMPLE = '[[avoid]], and below it word = "utilize", use = "use" and why = "It is longer", each on a line of its own'


def read_words(text: str) -> tuple[tuple[AvoidedWord, ...], tuple[Problem, ...]]:
    """Return the words of a list, and what is wrong with it; one that cannot be read hides no other."""
    try:
        entries = tomllib.loads(text).get("avoid", [])
    except tomllib.TOMLDecodeError as failure:
        return (), (_say(f"This file is not TOML: {failure}.", f"Write each word as {_EXAMPLE}."),)
    if not isinstance(entries, list):
        return (), (_say('"avoid" is no list of words.', f"Write each word as {_EXAMPLE}."),)
    words, problems = [], []
    for number, entry in enumerate(entries, start=1):
        wrong = list(_wrong(entry, number))
        problems += wrong
        if not wrong:
            words.append(AvoidedWord(**{key: entry[key].strip() for key in KEYS if key in entry}))
    return tuple(words), tuple(problems)


def _wrong(entry: object, number: int) -> Iterator[Problem]:
    if not isinstance(entry, dict) or not str(entry.get("word", "")).strip():
        yield _say(f"Word {number} of the list has no word.", f"Write it as {_EXAMPLE}.")
        return
    for key, value in entry.items():
        if key not in KEYS:
            yield _say(f'"{entry["word"]}" has a key "{key}" that nothing reads.', f"Known: {', '.join(KEYS)}.")
        elif not isinstance(value, str):
            yield _say(f"The {key} of word {number} is no text.", "Put it between quotation marks.")


def _say(what: str, cure: str) -> Problem:
    return rules.WORDS_FILE.at(FILE, what=what, cure=cure)
