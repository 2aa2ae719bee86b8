"""What can be wrong in a spreadsheet of events, and what becomes of the row."""

from __future__ import annotations

from plugins.kernel.problems import Rule, Severity, error, note, warning


def _left_out(name: str, about: str) -> Rule:
    """Return a rule that says what was left out on purpose."""
    return Rule(name=name, severity=Severity.NOTE, kept=False, about=about)


def _kept_error(name: str, about: str) -> Rule:
    """Return a rule that stops publishing, while the thing is shown to those who write."""
    return Rule(name=name, severity=Severity.ERROR, kept=True, about=about)


# The source
NO_SUCH_COLUMN = error("events.no-such-column", "library.toml leads a column of a source to one that we do not have.")
STATED_COLUMN = warning("events.stated-column", "library.toml speaks of a column that a source does not have.")
NOT_FETCHED = error("events.not-fetched", "A web source of events has no copy yet, so its events are missing.")
COPY_TOO_OLD = _kept_error("events.copy-too-old", "The copy of a web source is older than library.toml allows.")
COPY_AGING = warning("events.copy-aging", "The copy of a web source has passed half the age that it may reach.")
COPY = note("events.copy", "Events come from the copy of a web source, which has an age.")
TOO_MANY_BAD = _kept_error("events.too-many-bad-rows", "More rows of a web source are bad than library.toml allows.")
SENT_AGAIN = _left_out("events.sent-again", "A web source has an event again that the archive keeps.")

# The file
NOT_EVENTS = error("events.not-an-event-list", "The file is no list of events, so nothing of it is used.")
OPEN_QUOTE = warning("events.open-quote", "A quotation mark opens and never closes; the rows after it are read anyway.")
ENCODING = note("events.encoding", "The file is not UTF-8; its encoding was worked out from its bytes.")
ABOVE_HEADER = note("events.above-header", "Lines above the names of the columns are not events.")
BELOW_ROWS = _left_out("events.below-rows", "The last line of a foreign file holds one cell, and is no event.")
HEADER_AGAIN = _left_out("events.header-again", "A row repeats the names of the columns.")
UNKNOWN_COLUMN = note("events.unknown-column", "A column means nothing to us, so what is in it is kept nowhere.")
SPARE_COLUMN = note("events.spare-column", "Two columns say the same; the second counts where the first is empty.")
PRIVATE_COLUMN = note("events.private-column", "A column holds private data and is dropped.")
DATE_ORDER = note("events.date-order", "Whether the day or the month comes first was worked out from the whole column.")
NO_ENDS = note("events.no-ends", "The file says of no event when it ends.")
ZERO_OFFSETS = warning("events.zero-offsets", "Times are written as UTC and cannot be it; they are read as wall time.")
OFFSETS_CONVERTED = note("events.offsets", "Times are written as UTC, and were converted to the library's time zone.")
NO_HEADER = warning("events.no-header", "The file has no names of columns; what is in them was told by their cells.")

# The row
MORE_CELLS = warning("events.more-cells", "A row has more cells than there are columns; the extra ones are dropped.")
NOT_PUBLIC = _left_out("events.not-public", "The file marks a row as private, hidden or a draft.")
REPEATED_ROW = note("events.repeated-row", "A row is an exact copy of an earlier one, and is joined to it.")
FORMULA = warning("events.formula", "A cell holds a formula instead of its result, and is read as empty.")
INFERRED = note("events.inferred", "Something was worked out from how a cell is written, or from the rows around it.")
SAME_ID = note("events.same-id", "Rows of a foreign file share an id; they are joined, or the later has a made one.")
STATUS_IN_TITLE = note(
    "events.status-in-title", "A title says that it is cancelled, full, or the like: its status now."
)
STATUS_UNCLEAR = warning(
    "events.status-unclear", "A word such as cancelled stands in a title or text, not for certain."
)
NO_TITLE = error("events.no-title", "A row has no title.")
NO_DATE = error("events.no-date", "A row has no date.")
UNREADABLE_DATE = error("events.unreadable-date", "A date cannot be read for certain.")
UNREADABLE_TIME = error("events.unreadable-time", "A time cannot be read for certain.")
UNKNOWN_ZONE = error("events.unknown-time-zone", "The time zone is none we know.")
TWO_DATES = error("events.two-dates", "Two columns of a row give different dates for the same thing.")
ODD_YEAR = warning("events.odd-year", "A date is so far from today that its year may be a slip.")
LONG_PAST = note("events.long-past", "An event took place more than a year ago.")
NO_START_TIME = warning("events.no-start-time", "A row has no start time; it is shown as all day.")
ALL_DAY_GUESSED = note("events.all-day", "A row without times, or from 00:00 to 23:59, is taken to last all day.")
ALL_DAY_WITH_TIMES = warning("events.all-day-with-times", "A row says all day and gives times; the times count.")
START_MISSING = error("events.no-start", "A row says when it ends, but not when it starts.")
NO_END = note("events.no-end", "A row does not say when it ends.")
END_BEFORE_START = error("events.end-before-start", "An event would end before it starts.")
TOO_LONG = warning("events.too-long", "An event lasts more than a year.")
CLOCK_SKIPS = warning("events.clock-skips", "The clocks skip the time that night; the moment after the gap is used.")
CLOCK_TWICE = note("events.clock-twice", "The clocks show the time twice that night; the first of the two is used.")
CLOSED_DAY = warning("events.closed-day", "An event starts on a day on which its branch is closed.")
REPEAT_UNKNOWN = error("events.unknown-repeat", "How it repeats cannot be read for certain.")
NOT_ITS_OWN_DAY = error("events.not-its-own-day", "The first day of a series is not one on which it repeats.")
TWO_ENDS = error("events.two-ends", "A series is given two ends.")
TOO_MANY_DAYS = warning("events.too-many-days", "A series would have more than 10,000 days; it stops there.")
REPEAT_IN_TITLE = warning("events.repeat-in-title", "A title names several days, and nothing says that it repeats.")
NO_REPEAT = warning("events.no-repeat", "`until`, `count` or `except` is given for an event that does not repeat.")
UNTIL_BEFORE_START = error("events.until-before-start", "A series would end before it starts.")
NOT_A_DATE_OF_IT = warning("events.not-a-date-of-it", "A date in `except` is none on which the series takes place.")
MOVED_FROM = warning("events.moved-from", "An event has moved, and its row does not say from when or where.")

# One day of a series
NO_SERIES = error("events.no-series", "A row changes a day of a series that is not there.")
NO_SUCH_OCCURRENCE = error("events.no-such-occurrence", "A row changes a day on which its series is not.")
OCCURRENCE_TWICE = error("events.occurrence-twice", "Two rows change the same day of a series; the first counts.")
NOTHING_CHANGED = warning("events.nothing-changed", "A row about one day of a series says nothing that differs.")
NOT_OF_ONE_DAY = warning("events.not-of-one-day", "A cell of such a row is about the whole series, and is not used.")

# The words in it
UNKNOWN_BRANCH = error("events.unknown-branch", "The branch is not in library.toml.")
UNKNOWN_AUDIENCE = error("events.unknown-audience", "The audience is not in library.toml.")
UNKNOWN_TOPIC = error("events.unknown-topic", "The topic is not in library.toml.")
FOREIGN_WORD = note("events.foreign-word", "A foreign file has a branch, audience or topic we do not; kept as text.")
UNKNOWN_STATUS = error("events.unknown-status", "The status is none of those we know.")
UNKNOWN_WORD = error("events.unknown-word", "A cell takes one of a few words, and this is none of them.")
FOREIGN_CELL = note("events.foreign-cell", "A cell of a foreign file cannot be used and is left empty.")
NOT_A_NUMBER = error("events.not-a-number", "A cell takes a whole number, and this is none.")
NOT_AN_ADDRESS = error("events.not-an-address", "A cell takes an address such as https://…, and this is none.")
NOT_A_LANGUAGE = error("events.not-a-language", "A cell takes the code of a language, and this is none.")
CLOSES_BEFORE_OPENS = error("events.closes-before-opens", "Registration would close before it opens.")

# The id
NO_ID = warning("events.no-id", "A row of ours has no id, so its address changes when its title, branch or date does.")
ODD_ID = warning("events.odd-id", "An id cannot be an address as it stands, so the address differs from it.")
DUPLICATE_ID = error("events.duplicate-id", "Two rows have the same id; the first is kept.")
ALIKE = note("events.alike", "Two rows without an id share title, branch and start; both are kept.")
NO_FILE = warning("events.no-file", "A source of events in library.toml names no file that is there.")
