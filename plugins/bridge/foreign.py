"""Which plugins are not ours: nobody knows what they look at, so with them everything is made anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def foreign_plugins(settings: Mapping[str, Any]) -> list[str]:
    """Return the names of the plugins in the settings that are not ours."""
    names = [
        name if isinstance(name, str) else str(getattr(name, "__name__", name)) for name in settings["PLUGINS"] or ()
    ]
    return [name for name in names if not name.startswith("plugins.")]
