"""Posts in Pelican: reads them our way as its articles, and writes the lists of news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator
from pelican.urlwrappers import Author, Tag, URLWrapper
from pelican.writers import Writer

from plugins.bridge.articles import pair_articles, spare_work
from plugins.bridge.build import Build, Outcome, build_of
from plugins.bridge.content_view import ContentView, NamedLink
from plugins.bridge.generators import SiteGenerator, alternates_of, use_reader
from plugins.bridge.lazy_content import in_lists, text_for_readers, view_of
from plugins.bridge.links import mend_links
from plugins.bridge.picture import ImageFacts, picture_of, shows
from plugins.bridge.reader import Read
from plugins.bridge.template_choice import choose_template
from plugins.kernel.entry import Entry
from plugins.kernel.languages import direction
from plugins.kernel.later import text_of
from plugins.kernel.text import slug
from plugins.posts.entries import entry_of
from plugins.posts.lists import NewsList, YearLink, lists_of, year_links
from plugins.posts.model import Post
from plugins.posts.read_post import Place, is_free, read_post
from plugins.posts.recording import recording_of
from plugins.posts.strays import strays
from plugins.tools.facts import unknown_program
from plugins.tools.front_matter import FrontMatter

KIND = "posts"
WORDS_A_MINUTE = 220


def register() -> None:
    """Connect to Pelican's signals."""
    signals.article_generator_init.connect(prepare)
    signals.article_generator_pretaxonomy.connect(pair_articles)
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(publish_entries)


def prepare(generator: ArticlesGenerator) -> None:
    """Let Pelican's own generator of articles read posts our way."""
    settings = generator.settings
    build, folder = build_of(settings), settings["BROADSIDE_POSTS"]
    if folder:
        build.defaults += (f"Posts: those of {build.shown(Path(folder))}, in place of posts/.",)
        build.use(*(build.shown(path) for path in (build.content / "posts").rglob("*")))
        settings["ARTICLE_PATHS"] = [folder]
        for path in Path(folder).rglob("*"):
            build.be_lenient(build.shown(path), "images.")
    build.expect(KIND)
    spare_work(generator)
    use_reader(generator, KIND, Article, partial(_interpret, settings, Path(folder or build.content)))


def _interpret(settings: dict[str, Any], base: Path, front: FrontMatter, path: Path) -> Read:
    build = build_of(settings)
    own = not settings["BROADSIDE_POSTS"]
    place = Place(file=build.shown(path), path=PurePosixPath(path.relative_to(base).as_posix()), own=own)
    languages = frozenset({*build.library.languages, *settings["BROADSIDE_LANGUAGE_FOLDERS"]})
    reading = read_post(front, place, library=build.library, now=build.now, languages=languages)
    post = reading.post
    outcome = Outcome(post.outcome) if post else Outcome.LEFT_OUT
    shown = post is not None and (outcome is Outcome.PUBLISHED or build.drafts_shown)
    if post is None or not shown:
        return Read(metadata=None, problems=reading.problems, outcome=outcome)
    address = f"{'' if post.language == build.library.languages[0] else post.language + '/'}news/{post.slug}/"
    # A fact of others may become an attribute of Pelican's article, for their plugins and templates.
    free = {name: value for name, value in front.fields.items() if is_free(name) and not hasattr(Article, name)}
    metadata = (free if own else {}) | _metadata(post, settings) | {"lines": front.lines}
    return Read(metadata=metadata, problems=reading.problems, outcome=outcome, address=address)


def _metadata(post: Post, settings: dict[str, Any]) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "title": post.title,
        "date": post.date,
        "slug": post.slug,
        "lang": post.language,
        "translation_id": post.key,
        "status": "hidden" if post.status == "hidden" else "published",
        "summary": post.summary,
        "tags": [_named(Tag, name, settings) for name in post.tags],
        "post": post,
    }
    if post.authors:
        metadata["authors"] = [_named(Author, name, settings) for name in post.authors]
    if post.updated:
        metadata["modified"] = post.updated
    return metadata


def _named(kind: type[URLWrapper], name: str, settings: dict[str, Any]) -> URLWrapper:
    """Return Pelican's tag or author, under the address that our lists have."""
    made = kind(name, settings)
    made.slug = slug(name)
    return made


def generators(pelican: object) -> type[SiteGenerator]:
    """Return the generator of the lists of news."""
    del pelican
    return NewsListsGenerator


def publish_entries(generators: list[Generator]) -> None:
    """Make an entry of each published article."""
    articles = next(one for one in generators if isinstance(one, ArticlesGenerator))
    build = build_of(articles.settings)
    listed = [*articles.articles, *articles.translations]
    hidden = [*articles.hidden_articles, *articles.hidden_translations]
    for article in [*listed, *hidden]:
        mend_links(article, build)
        choose_template(article, articles, build)
    posts = [(article, _entry(article, listed=True)) for article in listed if hasattr(article, "post")]
    build.entries += [entry for _, entry in posts]
    build.entries += [_entry(article, listed=False) for article in hidden if hasattr(article, "post")]
    build.names |= {one.save_as: partial(_names, one, articles.context) for one in [*listed, *hidden]}
    # Of a picture or a recording must be known here who shows it, and what is wrong with it.
    posts_only = [one for one in [*listed, *hidden] if hasattr(one, "post")]
    build.anywhere |= {one.save_as for one in posts_only if not one.post.image and not one.post.audio}
    _count_others(build, articles, [*listed, *hidden])
    lists = next(one for one in generators if isinstance(one, NewsListsGenerator))
    lists.plan([in_lists(article, entry) for article, entry in posts])
    folder = articles.settings["BROADSIDE_POSTS"]
    build.problems += strays(Path(folder), build.shown, build.is_used) if folder else ()
    _say_unknown_programs(build, [*listed, *hidden], articles.context["program_slugs"])


def _say_unknown_programs(build: Build, articles: list[Article], known: frozenset[str]) -> None:
    """Warn of each post that names a program the library does not have."""
    for article in articles:
        if hasattr(article, "post"):
            file, line = article.relative_source_path, article.lines.get("program")
            build.problems += unknown_program(article.post.program, known, file=file, line=line)


def _names(article: Article, context: dict[str, Any]) -> dict[str, Any]:
    """Return what a post's page may use: the post, its picture, and the next meeting it is tied to."""
    build, post = build_of(article.settings), getattr(article, "post", None)
    programs = context["programs_by_language"]
    link = _program_link(post, programs.get(article.lang) or programs[build.library.languages[0]])
    view = view_of(article, partial(_view, article, post, link), link)
    mark = getattr(article, "mark", b"")
    names: dict[str, Any] = {"article": view, "occurrence": None, "picture": None, "content_mark": mark}
    names["recording"] = None
    if post is None:
        return names
    names["recording"], problems = recording_of(post, build.files, build.shown(Path(article.source_path)))
    build.problems += problems
    # A picture that the text shows itself is not shown twice.
    if post.image and not shows(build, text_of(text_for_readers(article)), post.image):
        facts = ImageFacts(post.image, post.image_alt, post.image_credit)
        file, line = build.shown(Path(article.source_path)), article.lines.get("image")
        names["picture"] = picture_of(build, facts, file=file, line=line, place="post")
    if post.program or post.event:
        upcoming = context["agenda"].upcoming(build.now, 1, uid=post.event, program=post.program)
        names["occurrence"] = next(iter(upcoming), None)
    return names


def _program_link(post: Post | None, programs: Iterable[Any]) -> NamedLink | None:
    known = (one for one in programs if post and one.slug == post.program)
    return next((NamedLink(name=one.title, url=one.address) for one in known), None)


def _view(article: Article, post: Post | None, program: NamedLink | None) -> ContentView:
    return ContentView(
        title=article.title,
        lang=article.lang,
        direction=direction(article.lang),
        text=text_for_readers(article),
        summary_text=str(article.summary),
        date=datetime.fromisoformat(article.date.isoformat()) if post is None else post.date,
        waiting=bool(post and post.waiting),
        is_draft=bool(post and post.status == "draft"),
        listed=not post or post.status != "hidden",
        reading_minutes=max(1, round(getattr(article, "words", 0) / WORDS_A_MINUTE)),
        authors=tuple(NamedLink(name=str(one), url=one.url) for one in getattr(article, "authors", ())),
        tags=tuple(NamedLink(name=str(one), url=one.url) for one in getattr(article, "tags", ())),
        topics=post.topics if post else (),
        branches=post.branches if post else (),
        audiences=post.audiences if post else (),
        program=program,
        behind=article,
    )


def _count_others(build: Build, generator: Generator, articles: list[Article]) -> None:
    """Count what Pelican's own readers made of an .rst or .html file, and what none could make a post of."""
    for path, content in generator.context["generated_content"].items():
        if content is None and not path.startswith("pages/"):
            build.record(KIND, build.shown(build.content / path), Outcome.LEFT_OUT)
    for article in articles:
        if not hasattr(article, "post"):
            build.record(KIND, build.shown(Path(article.source_path)), Outcome.PUBLISHED)


def _entry(article: Article, *, listed: bool) -> Entry:
    build, file = build_of(article.settings), article.relative_source_path
    return entry_of(
        article.post,
        recording_of(article.post, build.files, file)[0],
        address=article.url,
        summary=str(article.summary),
        body=text_for_readers(article),
        alternates=alternates_of(article),
        source=_source(article),
        listed=listed,
    )


def _source(article: Article) -> str:
    """Return a post's path as it is in content/: the same for posts from elsewhere, wherever they lie now."""
    folder = article.settings["BROADSIDE_POSTS"]
    path = Path(article.source_path).relative_to(folder).as_posix() if folder else None
    return f"posts/{path}" if path else str(article.relative_source_path)


class NewsListsGenerator(SiteGenerator):
    """Writes /news/ and every list of posts below it."""

    def plan(self, posts: Sequence[Entry]) -> None:
        """Work out every list in every language that has posts, and take their addresses."""
        languages = dict.fromkeys([*self.languages, *(post.language for post in posts)])
        self.lists = {one: lists_of([post for post in posts if post.language == one]) for one in languages}
        self.claim(*(self.prefix(language) + one.address for language, found in self.lists.items() for one in found))

    def generate_output(self, writer: Writer) -> None:
        """Write every list."""
        for language, found in self.lists.items():
            years = year_links(found, self.prefix(language))
            for one in found:
                self._write(writer, language, one, years[one.year])

    def _write(self, writer: Writer, language: str, one: NewsList, years: tuple[YearLink, ...]) -> None:
        prefix, say = self.prefix(language), partial(writer.interface.say, language)
        said = say("lists.describe", {"name": one.heading(say), "library": self.build.library.name})
        head = self.head(writer, prefix + one.address, one.title(say), language, description=said)
        self.write_page(writer, "posts/list", head, **one.names(say, prefix, years))
