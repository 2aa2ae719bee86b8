"""What can be wrong with an infographic, with a block that draws, and with the table that it draws from."""

from __future__ import annotations

from plugins.kernel.problems import error, note, warning

BLOCK = error("infographics.block", "The lines of a block that draws cannot be read; there is no drawing.")
KIND = error("infographics.unknown-kind", "A block names a table and a kind of drawing that there is not.")
OPTION = error("infographics.unknown-option", "A block has an option that its kind of drawing does not know.")
VALUE = error("infographics.wrong-option", "An option of a block holds something that cannot be used.")
MISSING = error("infographics.missing-option", "A block lacks something without which nothing can be drawn.")
SOURCE = error("infographics.no-source", "A drawing does not say where its numbers come from, and of when they are.")
TABLE = error("infographics.missing-table", "A table that a block names is not in content/data/, or cannot be read.")
EMPTY = error("infographics.empty-table", "A table, or what a block chooses of it, holds nothing to draw.")
LARGE = error("infographics.large-table", "A table is too large to be drawn from while a site is built.")
COLUMN = error("infographics.missing-column", "A block names a column that its table does not have.")
CELL = error("infographics.missing-value", "A block chooses by a value that its column does not have.")
NUMBER = error("infographics.no-number", "A column of numbers holds something that is none.")
MIXED = error("infographics.mixed-numbers", "A column writes numbers in two ways: 1,234.5 and 1.234,5.")
UNCLEAR = warning("infographics.unclear-numbers", "A column writes numbers so that 1.234 may be a thousand or little.")
PERIOD = error("infographics.no-period", "A drawing over time has labels that are no years, months or days.")
NEGATIVE = error("infographics.negative-part", "A part, or a count of things, is less than nothing.")
WHOLE = error("infographics.not-the-whole", "The parts of a whole do not sum to it.")
MEAN = error("infographics.sum-of-rates", "Percentages would be added up, which says nothing.")
AXIS = warning("infographics.cut-axis", "Bars and columns were asked not to begin at zero; they do.")
UNUSED = note("infographics.unused-table", "A table in content/data/ is drawn nowhere.")
LETTERS = note("infographics.no-letters", "The type of the site has no letters for an infographic: no file has it.")
