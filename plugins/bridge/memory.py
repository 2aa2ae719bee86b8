"""Which files of the last site still stand, and which must be made: the incremental build."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from plugins.bridge.asking import Asking
from plugins.bridge.build import Build
from plugins.bridge.digest import Digests, hashed
from plugins.bridge.elsewhere import Elsewhere
from plugins.bridge.first import First
from plugins.bridge.foreign import foreign_plugins
from plugins.bridge.job import Job
from plugins.bridge.ledger import KnownDocument, KnownResult, Ledger, MadeFile, Validity
from plugins.bridge.ledger_file import read_ledger, read_templates, write_ledger, write_templates
from plugins.bridge.pickling import Pickling
from plugins.bridge.prints import Prints
from plugins.bridge.results import Results
from plugins.bridge.settings_digest import digest_of_settings
from plugins.bridge.staging import Folder
from plugins.bridge.survey import Survey
from plugins.bridge.template_use import TemplateUses
from plugins.bridge.text_store import TextStore
from plugins.bridge.version import digest_of, version_of
from plugins.kernel.library import Library
from plugins.tools.content_files import Question

ROOT = Path(__file__).resolve().parents[2]


class Memory:
    """Keeps and recalls files, where a ledger is kept; one that `is_whole` lets Pelican write each page by itself."""

    def __init__(self, build: Build, settings: dict[str, Any]) -> None:
        self._build, self._settings = build, settings
        foreign = foreign_plugins(settings)
        self.is_whole = bool(foreign)
        self._is_kept = bool(settings["BROADSIDE_LEDGER"]) and not foreign
        if foreign and settings["BROADSIDE_LEDGER"]:
            build.defaults += (f"Everything was made anew, because of the plugin {', '.join(foreign)}.",)
        self._ledger = Path(settings["BROADSIDE_LEDGER"])
        self.first: First | None = settings["BROADSIDE_FIRST"]
        self._version: bytes = settings["BROADSIDE_VERSION"] or self.survey.version
        self._old = read_ledger(self._ledger, self._version) if self._is_kept else Ledger()
        known = self._old.templates or (read_templates(self._ledger, self._version) if self._is_kept else {})
        self._new, self._templates_known = Ledger(templates=known), len(known)
        self.texts = TextStore(self._ledger.with_suffix(".texts") if self._is_kept else None, self._old.texts)
        self.prints = Prints(self._old.prints)
        self.asking = Asking(build, self.prints)
        self._addresses: dict[str, bytes] = {}
        self.keys: dict[str, bytes | None] = {}
        self.documents_until = float("inf")
        self.digests = Digests()
        # Now, and not while some text is read: its questions to the library would seem to be that text's.
        self.pickling = _pickling(build.library, settings)
        self.results = Results(self)
        self._new.results, self._new.prints = self.results.found, self.prints.found

    @cached_property
    def folder(self) -> Folder:
        """Return the folder in which the site is made."""
        return self._settings["BROADSIDE_STAGING"] or Folder(Path(self._settings["OUTPUT_PATH"]))

    @cached_property
    def survey(self) -> Survey:
        """Return what is known of the files that go in; where nobody has looked, only the version of the code."""
        surveyed: Elsewhere[Survey] | None = self._settings["BROADSIDE_SURVEY"]
        return surveyed.result if surveyed else Survey(version=version_of(ROOT), texts={})

    @property
    def compiled(self) -> FileSystemBytecodeCache | None:
        """Return where compiled templates are kept (Jinja knows them by the digest of their source)."""
        if not self._is_kept:
            return None
        folder = self._ledger.parent / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder))

    @property
    def until(self) -> float:
        """Return the moment at which the first file of this site changes by itself, in seconds since 1970."""
        files = (made.validity.until for made in self._new.files.values())
        return min(self._build.watch.until, self.documents_until, self.results.until, *files)

    @cached_property
    def fixed(self) -> bytes:
        """Return the digest of what every file may show: code, settings, words, fonts, the library, the foot."""
        fonts = digest_of(Path(self._settings["THEME"], "fonts-ttf"), "*.ttf")
        return hashed(self.settings + self.words + fonts + self.digests.of(self._build.foot))

    @cached_property
    def words(self) -> bytes:
        """Return the digest of the words of the interface."""
        return digest_of(Path(self._settings["THEME"], "translations"), "*.toml")

    def addresses(self, language: str) -> bytes:
        """Return the digest of a language and of addresses in it, where it is not the site's own: links ask there."""
        # Gathered once, and not for each page: all are known by the time the first is written.
        if language not in self._addresses:
            home = self._build.library.languages[0]
            below = () if language == home else self._build.addresses_below(f"{language}/")
            self._addresses[language] = self.digests.of(language, below)
        return self._addresses[language]

    @cached_property
    def settings(self) -> bytes:
        """Return the digest of the code, the library and all settings that say what is made."""
        return hashed(self.reading + self.digests.of(self._build.library))

    @cached_property
    def reading(self) -> bytes:
        """Return the digest of the code and of all settings: what every text is read by."""
        return hashed(self._version + digest_of_settings(self._settings))

    @cached_property
    def uses(self) -> TemplateUses:
        """Return what each template uses."""
        if self._build.templates is None:
            raise TypeError("no templates")
        return TemplateUses(self._build.templates, self._new.templates)

    def had(self, file: str) -> bool:
        """Tell whether the last site had a file."""
        return file in self._old.files

    def content_of(self, file: str) -> bytes:
        """Return the digest of a file of this site; nothing for one that was not made here."""
        made = self._new.files.get(file)
        return made.content if made is not None else b""

    def reuse(self, job: Job) -> bool:
        """Take a file over from the last site when nothing it shows has changed; tell whether that was so."""
        made = self._old.files.get(job.file)
        # Without a file to compare with, the key can wait until the file is made, on any processor.
        if made is None:
            return False
        if job.file not in self.keys:
            self.keys[job.file] = job.key(self)
        key = self.keys[job.file]
        if key is None or made.key != key or not self.asking.stands(made.validity):
            return False
        if there := self._still_there(job.file, made):
            self.keep(job.file, there)
        return there is not None

    def make(self, job: Job) -> MadeFile:
        """Make a file, write it, and return what is to be known of it."""
        before = len(self._build.problems)
        (data, key), validity = self.asking.attended(lambda: (job.make(), self._key_of(job)))
        sign = self.folder.write(job.file, data)
        said, self._build.problems[before:] = tuple(self._build.problems[before:]), []
        return MadeFile(key=key, content=hashed(data), sign=sign, validity=validity, problems=said)

    def write(self, file: str, data: bytes, *, at_once: bool = False) -> None:
        """Write a file whose bytes are known; one with the same bytes as in the last site stays.

        `at_once` leaves it to a later call, unless somebody looks at the file and it is not the same.
        """
        digest, made = hashed(data), self._old.files.get(file)
        is_same = made is not None and made.content == digest
        is_open = self.first is not None and self.first.is_open(file)
        if self.content_of(file) == digest or (at_once and (is_same or not is_open)):
            return
        made = self._still_there(file, made) if made is not None and is_same else None
        if made is None:
            sign, validity = self.folder.write(file, data), Validity(since=0, until=float("inf"))
            made = MadeFile(key=b"", content=digest, sign=sign, problems=(), validity=validity)
            if self.first is not None and self.first.wants(file):
                self.first.show(file, self.folder.folder)
        self.keep(file, made)

    def document(self, file: str, key: bytes) -> KnownDocument | None:
        """Return what became of a file of content when it was last read, or None when that may be different now."""
        known = self._old.documents.get(file)
        return known if known is not None and known.key == key and self.asking.stands(known.validity) else None

    def remember(self, file: str, document: KnownDocument) -> None:
        """Keep what became of a file of content."""
        self._new.documents[file] = document
        self.documents_until = min(self.documents_until, document.validity.until)

    def load_ahead(self) -> None:
        """Read back what became of each file of content, before it is known which of them have changed."""
        self.pickling.load_ahead(one.state for one in self._old.documents.values() if one.state)

    def save(self) -> None:
        """Leave what this build knew and made to the next."""
        if self._is_kept:
            self._ledger.parent.mkdir(parents=True, exist_ok=True)
            self._new.texts = self.texts.save({one.text for one in self._new.documents.values()})
            write_ledger(self._ledger, self._version, self._new)
            if len(self._new.templates) > self._templates_known:
                write_templates(self._ledger, self._version, self._new.templates)

    def known(self, key: bytes) -> KnownResult | None:
        """Return what was worked out under a key by the last build, where it still stands."""
        found = self._old.results.get(key)
        return found if found is not None and self.asking.stands(found.validity) else None

    def questions(self) -> set[Question]:
        """Return all that was asked of the content folder by whatever is part of this site."""
        return self._new.questions() | set(self.asking.noted)

    def _still_there(self, file: str, made: MadeFile) -> MadeFile | None:
        """Return a file of the last site with its sign of today; None when it is not as it was made."""
        sign = self.folder.found.get(file)
        if sign is None or sign == made.sign:
            return None if sign is None else made
        data = self.folder.read(file)
        return made._replace(sign=sign) if data is not None and hashed(data) == made.content else None

    def _key_of(self, job: Job) -> bytes:
        """Return the key of a file that was just made; nothing where it shows what no key can hold."""
        return (self._is_kept and job.is_known and (self.keys.get(job.file) or job.key(self))) or b""

    def keep(self, file: str, made: MadeFile) -> None:
        """Let a file stand on the site, with what was said about it when it was made."""
        self.folder.keep(file)
        self._build.problems += made.problems
        self._new.files[file] = made


def _pickling(library: Library, settings: dict[str, Any]) -> Pickling:
    """Return what writes values for the next build, and reads those of the last."""
    shared: dict[object, Any] = {"settings": settings}
    for words in (library.branches, library.audiences, library.topics, library.access):
        shared |= {(type(one).__name__, one.id): one for one in words}
    return Pickling(shared)
