"""What a parser says of a text that it cannot understand."""

from __future__ import annotations


class UnclearError(ValueError):
    """A text means nothing, or two things: `what` was found and how to mend it, in sentences for people."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what} {cure}")
        self.what = what
        self.cure = cure
