"""What can be wrong in library.toml."""

from __future__ import annotations

from plugins.kernel.problems import error, note, warning

UNREADABLE = error("library.unreadable", "library.toml cannot be opened, or is not saved as UTF-8 text.")
SYNTAX = error("library.syntax", "A line of library.toml is not TOML, so that nothing in the file can be used.")
WRONG_TYPE = error("library.wrong-type", "A value is of another kind than its key needs: a number for a text, say.")
UNKNOWN_KEY = warning("library.unknown-key", "A key or heading has a name that nothing reads.")
MISSING_KEY = error("library.missing-key", "A key without which the thing makes no sense is not there.")
MISSING_ID = warning("library.missing-id", "A branch, audience or topic has no id of its own; one is made of its name.")
BAD_ID = error("library.bad-id", "An id holds something other than small letters, digits and hyphens.")
DUPLICATE_ID = error("library.duplicate-id", "Two branches, audiences or topics have the same id.")
UNKNOWN_BRANCH = error("library.unknown-branch", "A branch is named that library.toml does not describe.")
BAD_TIME_ZONE = error("library.bad-time-zone", "A time zone has a name that no zone has.")
BAD_HOURS = error("library.bad-hours", "Opening hours cannot be understood, overlap, or end before they begin.")
BAD_DATE = error("library.bad-date", "A date or a moment cannot be understood, or the last comes before the first.")
BAD_AGES = error("library.bad-ages", "The ages of an audience cannot be understood.")
BAD_ADDRESS = error("library.bad-address", "An address is not one that a link can have.")
INSECURE_ADDRESS = warning("library.insecure-address", "An address begins with http://, without the s.")
BAD_FILE = error("library.bad-file", "A file of events lies outside the content folder.")
BAD_ENCODING = error("library.bad-encoding", "An encoding has a name that no encoding has.")
SHEET_ADDRESS = note("library.sheet-address", "The page of a Google Sheet stands for the CSV that it offers.")
SECRET = warning("library.secret", "An address holds a password or a key, for all who can read library.toml.")
ONE_COPY = error("library.one-copy", "The copies of two web sources of events would be the same file.")
OUT_OF_RANGE = error("library.out-of-range", "A number is outside of what it can be: a hue above 360, say.")
BAD_CHOICE = error("library.bad-choice", "A value is not one of the few that are possible.")
UNKNOWN_LANGUAGE = error("library.unknown-language", "A language has a tag that no language has.")
UNUSED_LANGUAGE = warning("library.unused-language", "A text is given in a language that the site does not have.")

RULES = (
    UNREADABLE,
    SYNTAX,
    WRONG_TYPE,
    UNKNOWN_KEY,
    MISSING_KEY,
    MISSING_ID,
    BAD_ID,
    DUPLICATE_ID,
    UNKNOWN_BRANCH,
    BAD_TIME_ZONE,
    BAD_HOURS,
    BAD_DATE,
    BAD_AGES,
    BAD_ADDRESS,
    INSECURE_ADDRESS,
    BAD_FILE,
    BAD_ENCODING,
    SHEET_ADDRESS,
    SECRET,
    ONE_COPY,
    OUT_OF_RANGE,
    BAD_CHOICE,
    UNKNOWN_LANGUAGE,
    UNUSED_LANGUAGE,
)
