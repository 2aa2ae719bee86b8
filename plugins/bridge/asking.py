"""What is asked of now and of the content folder while something is made: it stands while the answers are the same."""

from __future__ import annotations

from collections.abc import Callable

from plugins.bridge.build import Build, Kind
from plugins.bridge.ledger import Validity
from plugins.bridge.prints import Prints
from plugins.tools.content_files import Question


class Asking:
    """Notes what is asked of the content folder; `noted` is what nobody has attended to yet."""

    def __init__(self, build: Build, prints: Prints) -> None:
        self._build, self._prints = build, prints
        self.noted: dict[Question, str] = {}

    def attended(self, make: Callable[[], Kind]) -> tuple[Kind, Validity]:
        """Return what a function makes, and how long it stands: what it asks of now and of files is noted."""
        before, self.noted = self.noted, {}
        try:
            made, watch = self._build.watched(make)
            return made, Validity(since=watch.now, until=watch.until, answers=tuple(self.noted.items()))
        finally:
            self.noted = before

    def note(self, questions: list[Question]) -> None:
        """Note questions that were asked of the content folder."""
        self.noted |= {question: self.answer(question) for question in questions}

    def answer(self, question: Question) -> str:
        """Return what there is to say of a file that a text names; the same while nothing about it has changed."""
        found = self._build.files.find(*question)
        if found is None:
            return ""
        # Of another text only its being there matters; of a picture or a form, all that is in it.
        is_text = found.path.suffix in {".md", ".markdown"}
        return found.address if is_text else f"{found.address} {self._prints.of(found.path)}"

    def stands(self, validity: Validity) -> bool:
        """Tell whether what was made then is still the same now."""
        timely = validity.since <= self._build.watch.now < validity.until
        return timely and all(self.answer(asked) == answer for asked, answer in validity.answers)
