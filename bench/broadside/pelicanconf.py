"""What the benchmark adds to the project's settings: the map of the site, which the others write too."""

# One feed, of the news, as with the others.
FEEDS_LEFT_OUT = ("all", "events", "changes", "branch", "audience", "topic", "tag", "program", "show")
DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"

# What makes pages and feeds, as with the others (they write the map of the site by a template, too), and no more.
_CONTENT = ("posts", "pages", "programs", "events", "library", "standing_pages")
PLUGINS = [f"plugins.{name}.plugin" for name in ("bridge", *_CONTENT, "feeds", "styles", "files")]
