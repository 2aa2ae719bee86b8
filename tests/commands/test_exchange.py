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


def test_the_staged_site_replaces_the_old_one(output):
    exchange(output)
    assert (output / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_where_the_system_has_no_exchange_two_renames_do(output, monkeypatch):
    monkeypatch.setattr(module, "_swap", lambda *_: False)
    exchange(output)
    assert (output / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_stop_between_the_two_renames_is_mended(output):
    output.rename(output.with_name(".output-old"))
    recover(output)
    assert (output / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_the_first_site_needs_no_exchange(tmp_path):
    staging_of(tmp_path / "output").mkdir()
    exchange(tmp_path / "output")
    assert (tmp_path / "output").is_dir()
