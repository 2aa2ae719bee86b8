"""The library in Pelican: writes /branches/ and a page for each branch (pelicanconf.py names the reader)."""

from __future__ import annotations

from functools import partial

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.kernel.library import Branch
from plugins.library.closings import closings

NEXT_OCCURRENCES = 12


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[BranchesGenerator]:
    """Return the generator of branches."""
    del pelican
    return BranchesGenerator


class BranchesGenerator(SiteGenerator):
    """Writes the pages of branches in each language."""

    def generate_context(self) -> None:
        """Take the addresses."""
        for language in self.languages:
            prefix = self.prefix(language)
            self.claim(f"{prefix}branches/", *(prefix + branch.address for branch in self.build.library.branches))

    def generate_output(self, writer: Writer) -> None:
        """Write the list, then each branch."""
        library = self.build.library
        for language in self.languages:
            say = partial(writer.interface.say, language)
            description = say("describe.branches", {"library": library.name})
            address = f"{self.prefix(language)}branches/"
            head = self.head(writer, address, say("title.branches", {}), language, description=description)
            soon = closings(library.branches, self.build.now.date())
            self.write_page(writer, "branches/list", head, branches=library.branches, closings=soon)
            for branch in library.branches:
                self._write(writer, language, branch)

    def _write(self, writer: Writer, language: str, branch: Branch) -> None:
        say = partial(writer.interface.say, language)
        name = branch.name.in_(language)
        description = say(
            "describe.branch", {"name": name, "library": self.build.library.name, "street": branch.street}
        )
        address = self.prefix(language) + branch.address
        head = self.head(writer, address, name, language, kind="branch", description=description)
        occurrences = self.context["agenda"].upcoming(self.build.now, NEXT_OCCURRENCES, branch=branch.id)
        soon = closings([branch], self.build.now.date())
        self.write_page(writer, "branches/detail", head, branch=branch, occurrences=occurrences, closings=soon)
