"""A new site takes the place of the old one whole."""

from __future__ import annotations

import pytest

from plugins.commands import exchange as module
from plugins.commands.exchange import exchange, recover, staging_of


@pytest.fixture
def output(tmp_path):
    output = tmp_path / "output"
    for folder, word in ((output, "old"), (staging_of(output), "new")):
        folder.mkdir()
        (folder / "index.html").write_text(word, encoding="utf-8")
    return output


def standing(output):
    """Return what stands where the site is and beside it."""
    return {path.name: (path / "index.html").read_text(encoding="utf-8") for path in output.parent.iterdir()}


def test_the_staged_site_and_the_old_one_change_places(output):
    exchange(output)
    assert standing(output) == {"output": "new", ".output-new": "old"}


def test_where_the_system_has_no_exchange_renames_do(output, monkeypatch):
    monkeypatch.setattr(module, "_swap", lambda *_: False)
    exchange(output)
    assert standing(output) == {"output": "new", ".output-new": "old"}


def test_a_stop_between_the_two_renames_is_mended(output):
    output.rename(output.with_name(".output-old"))
    recover(output)
    assert standing(output) == {"output": "old", ".output-new": "new"}


def test_a_stop_after_both_of_them_is_mended(output):
    output.rename(output.with_name(".output-old"))
    staging_of(output).rename(output)
    recover(output)
    assert standing(output) == {"output": "new"}


def test_the_first_site_needs_no_exchange(tmp_path):
    staging_of(tmp_path / "output").mkdir()
    exchange(tmp_path / "output")
    assert (tmp_path / "output").is_dir()
