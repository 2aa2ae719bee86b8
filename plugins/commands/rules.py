"""What can go wrong with a command itself, under names that stay."""

from __future__ import annotations

from plugins.kernel.problems import error

STOPPED = error("build.stopped", "The build came upon something that it cannot go on from; the old site stays.")
NO_BUILD = error("build.no-bridge", "The plugin plugins.bridge.plugin did not load, so nothing was built.")
