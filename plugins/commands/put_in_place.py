"""Puts a site that was built in the place of the old one, and keeps what the next build needs to know of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.bridge.build import Build
from plugins.bridge.elsewhere import Elsewhere
from plugins.bridge.staging import bring_in_line
from plugins.commands.exchange import exchange, staging_of
from plugins.commands.unchanged import UNSEEN, Seen, look

if TYPE_CHECKING:
    from plugins.bridge.memory import Memory


def put_in_place(made: Build, output: Path, *, is_proof: bool, is_served: bool) -> Seen:
    """Exchange the two sites, and return what came out; nothing without `is_proof`.

    Of a site that `is_served`, the folder of the next one is got ready: after a save that changed every page, the next
    save would have to wait for that.
    """
    exchange(output)
    beside = [Elsewhere(made.memory.save)]
    if is_served and not made.memory.is_whole:
        beside.append(Elsewhere(partial(bring_in_line, staging_of(output), output)))
    came_out = look([str(output)], _written(made.memory, output)) if is_proof else UNSEEN
    for one in beside:
        one.wait()
    return came_out


def _written(memory: Memory, output: Path) -> Callable[[str], str]:
    """Return what knows the digest of a file of the new site by its path, without reading it again."""
    before = len(str(output)) + 1
    return lambda path: memory.content_of(path[before:].replace(os.sep, "/")).hex()
