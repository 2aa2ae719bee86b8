"""Where only reading is asked for, what a page alone would show is read all the same, and nobody works out its key."""

from __future__ import annotations

from types import SimpleNamespace

from plugins.bridge.late_job import LateJob
from plugins.bridge.unwritten import Unwritten
from plugins.kernel.later import Later


def test_what_a_page_alone_shows_is_read():
    read: list[str] = []
    names = {"description": Later("mark", lambda: read.append("description")), "title": "Chess"}
    memory = Unwritten.__new__(Unwritten)
    job = LateJob("events/chess/index.html", "events/detail.html", lambda: SimpleNamespace(names=names))
    assert memory.reuse(job)
    assert read == ["description"]
    assert not memory.had(job.file)
