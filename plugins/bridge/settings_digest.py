"""The digest of all settings that say what is made: equal settings have equal digests, in every process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.bridge.digest import hashed

# Settings that say how a build runs, and nothing of what it makes; and the name, which the library has itself.
_CIRCUMSTANCES = frozenset(
    "BUILD BROADSIDE_ADVICE BROADSIDE_COURSE BROADSIDE_FIRST BROADSIDE_LEDGER BROADSIDE_NOW BROADSIDE_REPORT PLUGINS"
    " BROADSIDE_STAGING BROADSIDE_PICTURES BROADSIDE_SURVEY BROADSIDE_VERSION OUTPUT_PATH PELICAN_CLASS"
    " DEPLOY_TO SITENAME".split()
)
_PLACE = re.compile(r" at 0x[0-9a-f]+")


def digest_of_settings(settings: Mapping[str, Any]) -> bytes:
    """Return the digest of what the settings say of the site."""
    told = sorted(name for name in settings if name.isupper() and name not in _CIRCUMSTANCES)
    # A function among them is told by its name, since its place in memory says nothing.
    return hashed(_PLACE.sub("", repr([(name, spelled(settings[name])) for name in told])).encode())


def spelled(value: object) -> str:
    """Return a setting as it would be typed; a set in order, since its own differs from process to process."""
    if isinstance(value, (set, frozenset)):
        return f"{{{', '.join(sorted(map(spelled, value)))}}}"
    return repr(value)
