"""What can be wrong with a site as a whole, or with what Pelican makes of it."""

from __future__ import annotations

from plugins.kernel.problems import error, warning

ADDRESS_TAKEN = error("site.address-taken", "Two files would become pages with the same address.")
ADDRESS_RESERVED = error("site.address-reserved", "A file would take an address that the site needs itself.")
SAME_TRANSLATION = warning("site.same-translation", "Files in one language say that they are translations of one page.")
PLUGIN = error("pelican.plugin", "A plugin could not be loaded or started.")
FILE = error("pelican.file", "Pelican could not make a page of a file.")
LINK = warning("pelican.link", "A link leads to a file that is not published.")
SAID = error("pelican.said", "Pelican reported something that this site does not know.")
