"""What the options of each command are for, as `--help` says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from typing import Any

Task = Callable[..., Any]

FLAGS = frozenset(
    "debug drafts dry_run due everything no_cache notes online profile replace save stages strict".split()
)


def takes(options: Mapping[str, str], *positional: str, **defaults: str | None) -> Callable[[Task], Task]:
    """Return what gives a task one option for each that is explained, so that no list of them is written twice."""
    named = [name for name in options if name not in positional]
    given = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in ("c", *positional)]
    given += [
        Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=False if name in FLAGS else defaults.get(name, ""))
        for name in named
    ]

    def sign(body: Task) -> Task:
        # What `inspect` looks for first.
        vars(body)["__signature__"] = Signature(given)
        return body

    return sign


CONTENT = {
    "content": "the folder that librarians write in (default: content)",
    "posts": "a folder of posts of any depth, in place of content/posts",
    "events": "a file, a pattern or an address on the web, in place of the events that library.toml names",
    "theme": "a folder with a theme of your own, in place of theme/",
    "timezone": "the time zone of --events, such as America/New_York",
    "now": "the moment the site is built for, such as 2026-10-08T14:20 (default: the clock)",
    "today": "the same, at the first minute of a day: 2026-10-08",
    "notes": "print the notes as well",
    "debug": "show the traceback when something goes wrong",
}

BUILD = CONTENT | {
    "output": "where the site goes (default: output)",
    "strict": "stop at any error, as publishing does",
    "profile": "also print where the time went, by stage and by file",
    "no_cache": "make every page anew, whatever is known of the last build",
    "report": "also write the report to this file, as JSON",
    "drafts": "put drafts and posts whose day has not come on the site as well, marked as such",
}

SERVE = CONTENT | {
    "port": "the port to listen on; 0 takes a free one",
    "host": "the address to listen on; 0.0.0.0 lets other computers in",
}

CHECK = {name: words for name, words in CONTENT.items() if name != "theme"} | {
    "file": "a file to speak of, or a folder; its name alone will do, and several (default: all)",
    "format": "text, json, github (remarks in a pull request) or sarif (default: text)",
    "strict": "end with exit code 1 at a warning as well",
    "online": "also ask other sites whether what we link to is still there",
    "drafts": "look at drafts and posts whose day has not come as well",
}

_PUBLIC = {name: CONTENT[name] for name in ("content", "theme", "now", "today", "notes", "debug")}

PUBLISH = _PUBLIC | {
    "output": BUILD["output"],
    "last": "what was published last: a file, a folder, a branch of git, an address, or the words site and nothing",
    "report": BUILD["report"],
    "profile": BUILD["profile"],
}

PREVIEW = _PUBLIC | {"port": SERVE["port"], "host": SERVE["host"]}

FETCH_EVENTS = {
    "content": CONTENT["content"],
    "accept": "the name of a source whose list may be shorter than it was; can be given again",
    "keep_days": "how long what is over stays where it is, before it goes into the archive (default: 30)",
    "dry_run": "say what would happen, and write nothing",
    "now": CONTENT["now"],
    "today": CONTENT["today"],
    "debug": CONTENT["debug"],
}

BENCH = {
    "posts": "how many posts; several numbers, such as 1000,10000, show how time and memory grow (default: 1000)",
    "events": "how many events, in a spreadsheet (default: 0)",
    "runs": "how many rounds (default: 5)",
    "peers": "which generators: broadside,pelican,pelican-cached,hugo,eleventy (default: all)",
    "modes": "which builds: cold,nothing,post,event,template; of saves also style,library (default: all)",
    "stages": "also tell which stage of a build takes how much, with the project's own theme",
    "pictures": "instead, compare how so many photographs of 12 megapixels become light, such as 100",
    "save": "also take the time from a save to the changed file, while serving",
    "write": "also write the tables into this document, such as docs/benchmarks.md",
    "debug": CONTENT["debug"],
}

HOSTING = {
    "site": "the built site, which says where old addresses lead (default: output)",
    "root": "the folder that is / on the server (default: /srv/www/ and the name of the site)",
    "to": "the folder that the files go into (default: hosting)",
    "listen": "what the server listens on, where it is not the usual, such as 127.0.0.1:8080",
    "content": CONTENT["content"],
    "debug": CONTENT["debug"],
}

DEPLOY = {
    "to": "where the site goes: folder:PATH, rsync:HOST:PATH, rclone:NAME:PATH or git:REMOTE (default: DEPLOY_TO)",
    "site": "the published site (default: output)",
    "dry_run": "say what would happen, and touch nothing",
    "due": "only say whether the site has changed by itself since: exit code 0 if it has, 3 if not",
    "everything": "bring all files, whatever is said to be there",
    "content": CONTENT["content"],
    "debug": CONTENT["debug"],
}

IMPORT_EVENTS = {
    "file": "the spreadsheet of another system",
    "to": "where our own goes (default: events/ in the content folder, under the same name)",
    "content": CONTENT["content"],
    "timezone": "the time zone of the spreadsheet, such as America/New_York (default: the library's)",
    "date_order": "day-first or month-first, where the dates leave it open",
    "encoding": "the encoding of the spreadsheet, such as cp1252, where it is not found out",
    "columns": 'what its columns are in our words: "Was=title, Wann=date"; or by number: "1=date, 2=title"',
    "branch": "the branch of events that name none",
    "replace": "overwrite the file that is there",
    "notes": CONTENT["notes"],
    "debug": CONTENT["debug"],
}

NEW = {
    "kind": "post, program, event, infographic or page",
    "title": "its title, in plain words",
    "date": "the day a post appears, or an event is on: 2026-12-02, today or tomorrow",
    "summary": "one sentence for lists",
    "author": "who speaks in a post",
    "branches": "branches of library.toml, with commas between them",
    "audiences": "who it is for, by the words of library.toml",
    "topics": "what it is about, by the words of library.toml",
    "program": "the program that a post or an event belongs to, by its address",
    "lang": "the language, such as es (default: the first of the site)",
    "text": "the text of a page, or what to expect at an event; without it, a page is a draft to be written",
    "start": "when an event starts, such as 14:00",
    "end": "when it ends",
    "repeat": 'how it comes again: "weekly", "second and fourth Saturday"',
    "until": "the last day on which it comes again",
    "room": "the room in the branch",
    "place": "where an event is that is in no branch",
    "cost": "what it costs",
    "registration": "whether people book: none, recommended or required",
    "link": "the address at which they book",
    "access": 'what makes it possible to take part: "Hearing loop."',
    "file": "the spreadsheet that an event goes into (default: the one with most of its sort)",
    "table": "the table in content/data that an infographic draws from",
    "drawing": "what it draws, such as bars or line (default: what suits the table)",
    "source": "where its numbers come from",
    "dated": 'of when they are: "January to December 2026"',
    "join": "how to take part in a program",
    "run_by": "who runs it",
    "content": CONTENT["content"],
    "now": CONTENT["now"],
    "today": CONTENT["today"],
    "debug": CONTENT["debug"],
}

STATUS = {
    "days": "how many days to look ahead (default: 14)",
    "content": CONTENT["content"],
    "now": CONTENT["now"],
    "today": CONTENT["today"],
    "debug": CONTENT["debug"],
}
