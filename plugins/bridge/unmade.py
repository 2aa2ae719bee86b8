"""Finds which files must be made again; their keys are worked out on all processors where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plugins.bridge.late_job import LateJob
from plugins.bridge.workers import Pieces, hands, share

if TYPE_CHECKING:
    from plugins.bridge.asked_now import Watch
    from plugins.bridge.job import Job
    from plugins.bridge.memory import Memory

# A key takes a tenth of a millisecond: of fewer, copying the process would take longer.
KEYS = Pieces(least=600, at_a_time=40)


def unmade(jobs: Sequence[Job], memory: Memory, watch: Watch) -> list[Job]:
    """Return the files that do not stand as they are on the last site; those that do are kept.

    `watch` is the build's: what the names of pages ask of now in another process is noted there.
    """
    # What a template uses is learned here, where it is kept for the next build.
    for name in sorted({job.template for job in jobs if isinstance(job, LateJob)}):
        memory.uses.of(name)
    known = [job for job in jobs if memory.had(job.file)]
    if hands(len(known), KEYS) > 1:
        memory.folder.ready()
        found = share(known, lambda job: (job.key(memory), watch.until), lambda job: job.file, pieces=KEYS)
        for job, (key, until) in zip(known, found, strict=True):
            memory.keys[job.file] = key
            watch.note(until)
    return [job for job in jobs if not memory.reuse(job)]
