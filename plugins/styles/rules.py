"""What is said about the library's color."""

from __future__ import annotations

from plugins.kernel.problems import warning

HUE_ADJUSTED = warning("styles.hue-adjusted", "The brand color was made paler, so that everything can be read.")
