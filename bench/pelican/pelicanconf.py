"""Pelican as its users set it up, with the benchmark's few pages."""

SITENAME = "Bench Library"
SITEURL = "https://library.example"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%d %B %Y"
ARTICLE_PATHS = ["news"]
STATIC_PATHS = []
ARTICLE_URL = "news/{slug}/"
ARTICLE_SAVE_AS = "news/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
CATEGORY_URL = "topics/{slug}/"
CATEGORY_SAVE_AS = "topics/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "news/{date:%Y}/index.html"
AUTHOR_SAVE_AS = ""
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"news": 20, "tag": 20, "category": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
DIRECT_TEMPLATES = ["index", "news", "sitemap"]
NEWS_SAVE_AS = "news/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = "feeds/news.atom.xml"
FEED_ALL_RSS = "feeds/news.rss.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
