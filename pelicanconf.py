"""Settings while writing; publishconf.py has what differs in public, content/library.toml who the library is."""

import sys
from copy import deepcopy
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# Plugins are found by their dotted path from here, whatever folder Pelican is started in.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from jinja2 import StrictUndefined

from plugins.library.read_library import read_library
from plugins.tools.markdown import DEFAULTS

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")

# In layer order. Name, address, languages and time zone are set by the first one, from library.toml.
PLUGINS = [
    "plugins.bridge.plugin",
    "plugins.posts.plugin",
    "plugins.pages.plugin",
    "plugins.programs.plugin",
    "plugins.infographics.plugin",
    "plugins.events.plugin",
    "plugins.library.plugin",
    "plugins.standing_pages.plugin",
    "plugins.feeds.plugin",
    "plugins.calendars.plugin",
    "plugins.structured_data.plugin",
    "plugins.social_cards.plugin",
    "plugins.styles.plugin",
    "plugins.icons.plugin",
    "plugins.files.plugin",
    "plugins.advice.plugin",
    "plugins.hosting.plugin",
    "plugins.sitemap.plugin",
]
LIBRARY_READER = read_library
SITENAME = "Library"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# What one build is asked for; the options of tasks.py build set these (docs/settings.md).
BROADSIDE_NOW = ""
BROADSIDE_POSTS = ""
BROADSIDE_EVENTS = ""
BROADSIDE_TIMEZONE = ""
BROADSIDE_DRAFTS = False
# Say what could be better as well, as `tasks.py check` does (plugins/advice).
BROADSIDE_ADVICE = False
# What asks other sites whether a link still leads somewhere, for `check --online`; a build asks nobody.
BROADSIDE_ASK = None
# True where the command prints the report itself, so that Pelican's log need not repeat it.
BROADSIDE_REPORT = False
# What the last build knew and made (a file), and the folder in which the next site is made beside the last one: for
# builds that make only what has changed. Without them, as in a plain `pelican content`, everything is made.
BROADSIDE_LEDGER = ""
BROADSIDE_STAGING = None
# Where the copies of photographs are kept, by their content. Without it they are made anew each time.
BROADSIDE_PICTURES = ""
# What was found out about files while code was being loaded (plugins/bridge/survey.py), and the version of the code.
BROADSIDE_SURVEY = None
BROADSIDE_VERSION = b""
# Where a build notes how long its stages took (plugins/bridge/course.py).
BROADSIDE_COURSE = None
# Which pages are shown before the rest is made (plugins/bridge/first.py).
BROADSIDE_FIRST = None
# What texts are turned into while code is being loaded; used where MARKDOWN is the one above.
BROADSIDE_AHEAD = None
# Folders of foreign posts whose name is a language.
BROADSIDE_LANGUAGE_FOLDERS = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pt", "ru", "vi", "zh")

# Draw a picture for each published page, which other sites show where it is shared (plugins/social_cards); never in a
# preview with drafts, as of `serve`.
SOCIAL_CARDS = True
# Make pictures and a PDF of each infographic (plugins/infographics), as little in a preview.
INFOGRAPHIC_FILES = True

# Whose `_headers` and `_redirects` are written: "" is Netlify, "cloudflare" is Cloudflare Pages (docs/publishing.md).
HOSTING_HOST = ""
# Where `deploy` brings the site, such as "rsync:www@host.example:/srv/www/juniper"; never with a password in it.
DEPLOY_TO = ""

# Kinds of feed that are not made, such as "tag" (docs/feeds.md); the news always are.
FEEDS_LEFT_OUT = ()

# Programs and the rest would become articles without this.
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
# plugins/files copies what a library offers, by a list of types.
STATIC_PATHS = []
THEME_STATIC_PATHS = []
# A copy, since Pelican's own reader adds to it.
MARKDOWN = deepcopy(DEFAULTS)

# Addresses never change once they are out: every page is a folder, other languages are below their code.
ARTICLE_URL = "news/{slug}/"
ARTICLE_SAVE_AS = "news/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/news/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/news/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
PROGRAM_URL = "programs/{slug}/"
PROGRAM_SAVE_AS = "programs/{slug}/index.html"
PROGRAM_LANG_URL = "{lang}/programs/{slug}/"
PROGRAM_LANG_SAVE_AS = "{lang}/programs/{slug}/index.html"
INFOGRAPHIC_URL = "infographics/{slug}/"
INFOGRAPHIC_SAVE_AS = "infographics/{slug}/index.html"
INFOGRAPHIC_LANG_URL = "{lang}/infographics/{slug}/"
INFOGRAPHIC_LANG_SAVE_AS = "{lang}/infographics/{slug}/index.html"
TAG_URL = "tags/{slug}/"
AUTHOR_URL = "authors/{slug}/"
# Our own lists have paging, years, topics and languages; Pelican's are off.
TAG_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = YEAR_ARCHIVE_SAVE_AS = ""
DIRECT_TEMPLATES = []
FEED_ATOM = FEED_RSS = FEED_ALL_ATOM = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# Links are relative, so that the site works at any path and from a folder.
RELATIVE_URLS = True
# A post whose day has not come waits; plugins/posts decides by the build's own now, not by the clock.
WITH_FUTURE_DATES = True
# plugins/bridge/articles.py pairs them; Pelican takes time that grows with the square of the number of posts.
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = "translation_id"
# File times are never read: a fresh clone gives the same site.
DEFAULT_DATE = None
SUMMARY_MAX_LENGTH = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
TYPOGRIFY = False
IGNORE_FILES = ["**/.*", "__pycache__", ".#*", "README.md", "LICENSE.md"]

# A name that is missing from a template is an error, and text is text: nothing in it becomes markup.
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
