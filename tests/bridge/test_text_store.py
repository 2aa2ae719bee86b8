"""Texts lie in a file of their own: read one by one, lost when they are not as written, tidied when half is waste."""

from __future__ import annotations

import pytest

from plugins.bridge.text_store import TextStore

TEXTS = ["<p>One</p>", "", "<p>¿Dos? 🫖</p>", "unpaired \ud800", "long " * 5000]


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "a.texts"
    writing = TextStore(path, {})
    digests = [writing.add(text) for text in TEXTS]
    return path, digests, writing.save(set(digests))


def test_texts_come_back_as_they_were(store):
    path, digests, places = store
    assert [TextStore(path, places).get(digest) for digest in digests] == TEXTS


@pytest.mark.parametrize("harm", [b"", b"cut", b"x" * 100_000], ids=["empty", "cut", "other"])
def test_a_text_that_is_not_as_written_is_lost_and_no_crash(store, harm):
    path, digests, places = store
    path.write_bytes(harm)
    assert TextStore(path, places).get(digests[0]) is None
    path.unlink()
    assert TextStore(path, places).get(digests[0]) is None


def test_what_is_added_later_stands_behind_and_what_is_unwanted_goes(store):
    path, digests, places = store
    again = TextStore(path, places)
    new = again.add("<p>New</p>")
    both = again.save({*digests, new})
    assert {digest: both[digest] for digest in digests} == places
    tidy = TextStore(path, both).save({digests[0], new})
    assert path.stat().st_size == len("<p>One</p><p>New</p>")
    assert [TextStore(path, tidy).get(one) for one in (digests[0], new, digests[4])] == [TEXTS[0], "<p>New</p>", None]
