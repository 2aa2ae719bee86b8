"""What can go wrong with a command itself, under names that stay."""

from __future__ import annotations

from plugins.kernel.problems import error, note, warning

STOPPED = error("build.stopped", "The build came upon something that it cannot go on from; the old site stays.")
NO_BUILD = error("build.no-bridge", "The plugin plugins.bridge.plugin did not load, so nothing was built.")

# What `publish` checks of the finished site (docs/publishing.md says what to do for each).
NO_ADDRESS = error("publish.no-address", "The library does not say at which address its site will be.")
LINK = error("publish.link", "A link leads to a page, a file or a place on a page that is not there.")
PROMISE = error("publish.page", "A page lacks something that every page must have, such as a description.")
INLINE = error("publish.inline", "A page holds a style or a script that browsers will refuse to use.")
OTHER_HOST = error(
    "publish.other-host", "A page would load something from another host, which would then know its readers."
)
FEED = error("publish.feed", "A feed, or another file for programs, is not as its standard wants it.")
CALENDAR = error("publish.calendar", "A calendar is not as its standard wants it.")
STRUCTURED = error("publish.structured-data", "What a page tells search engines breaks the rules of schema.org.")
UNKNOWN_TYPE = note("publish.unknown-type", "A page tells search engines of a type whose rules are not known here.")
STYLE = error("publish.style", "A stylesheet of the theme cannot be read.")
REDIRECT = error("publish.redirect", "A redirect leads nowhere, in a circle, or away from a page that is there.")
VANISHED = error("publish.vanished", "A page that was published is gone, and nothing leads on from its address.")
LIST_GONE = warning("publish.list-gone", "A list that was published has nothing to list any more; its address is gone.")
LAST_UNKNOWN = error(
    "publish.last-unknown", "What was published last could not be found out, so nothing could be compared."
)
SECRET = error("publish.secret", "A file of the site holds a password or a key.")
HEAVY = warning("publish.heavy", "A page is heavier than its budget, and will be slow on an old phone.")
TOO_HEAVY = error("publish.too-heavy", "A page, or what all pages load, is far heavier than its budget.")
