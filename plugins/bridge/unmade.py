"""Finds which files must be made again; their keys are worked out on all processors where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plugins.bridge.page_job import PageJob
from plugins.bridge.workers import Pieces, hands, share

if TYPE_CHECKING:
    from plugins.bridge.job import Job
    from plugins.bridge.memory import Memory

# A key takes a tenth of a millisecond: of fewer, copying the process would take longer.
KEYS = Pieces(least=600, at_a_time=40)


def unmade(jobs: Sequence[Job], memory: Memory) -> list[Job]:
    """Return the files that do not stand as they are on the last site; those that do are kept."""
    # What a template uses is learned here, where it is kept for the next build.
    for name in sorted({str(job.template.name) for job in jobs if isinstance(job, PageJob)}):
        memory.uses.of(name)
    known = [job for job in jobs if memory.had(job.file)]
    if hands(len(known), KEYS) > 1:
        memory.folder.ready()
        keys = share(known, lambda job: job.key(memory), lambda job: job.file, pieces=KEYS)
        memory.keys.update(zip((job.file for job in known), keys, strict=True))
    return [job for job in jobs if not memory.reuse(job)]
