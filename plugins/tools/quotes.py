"""Sets a short quotation that names its source as a pull quote, as the design has it."""

from __future__ import annotations

import re

PULL_LIMIT = 160
_QUOTE = re.compile(r"<blockquote>\s*<p>(?P<said>.*?)</p>\s*<p><em>(?P<source>.*?)</em></p>\s*</blockquote>", re.DOTALL)


def mend(markup: str) -> str:
    """Return the HTML with each short quotation whose last line is its source, in italics, as a pull quote."""
    return _QUOTE.sub(_pull, markup)


def _pull(found: re.Match[str]) -> str:
    said = found["said"]
    if "</p>" in said or "<blockquote" in said or len(said) > PULL_LIMIT:
        return found[0]
    return f'<blockquote class="pull wide"><p>{said}</p><footer>{found["source"]}</footer></blockquote>'
