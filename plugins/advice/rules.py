"""What could be better in a text or a spreadsheet, under names that stay."""

from __future__ import annotations

from plugins.kernel.problems import note, warning

LINK_WORDS = warning("advice.link-words", "A link says “here” or the like, and not where it leads.")
DEAD_LINK = warning("advice.dead-link", "A link leads to an address of this site at which there is nothing.")
DEAD_ANCHOR = warning("advice.dead-anchor", "A link leads to a part of a page that the page does not have.")
GONE = warning("advice.gone-elsewhere", "A link leads to another site, and nothing is there any more (`--online`).")
SMALL_PICTURE = note("advice.small-picture", "A photograph has so few dots that it is blurred on a page.")
LARGE_PICTURE = note("advice.large-picture", "The file of a photograph is far larger than any page needs.")
NO_AUDIENCE = note("advice.no-audience", "An event does not say who it is for.")
NO_ACCESS = note("advice.no-access", "An event does not say what makes it possible to take part.")
NO_BOOKING = warning("advice.no-way-to-book", "The places of an event are to be booked, and nothing says how.")
WEEKDAY = warning("advice.wrong-weekday", "A text names a date with another day of the week than the calendar.")
OTHER_TIME = warning("advice.other-time", "A text names another time than the columns of its event.")
FREE = warning("advice.free-and-cost", "A text says that it is free, and the cost says otherwise.")
OTHER_AUDIENCE = warning("advice.other-audience", "A text names another audience than its facts.")
OVER = note("advice.event-over", "A post announces an event that is over.")
UNTOUCHED = warning("advice.untouched", "Nobody has looked at a page for more than a year, by its own facts.")
NEVER_REVIEWED = note("advice.never-reviewed", "A page does not say when somebody last looked whether it is true.")
HARD = note("advice.hard-to-read", "A text is harder to read than most people like, by the formula of its language.")
AVOIDED = note("advice.word", "A text holds a word that the library would rather not use (`words.toml`).")
WORDS_FILE = warning("advice.words-file", "The list of words to avoid, `words.toml`, cannot be used as it is.")
NO_MEETING = note("advice.no-next-meeting", "A program has no meeting to come in the calendar.")
FALLS_OUT = note("advice.falls-out", "A series falls out on a day on which its branch is closed.")
PAST_CLOSING = note("advice.past-closing", "An event lasts longer than its branch is open on a special day.")
BEHIND = warning("advice.translation-behind", "A translation is older than the last change of its original.")
