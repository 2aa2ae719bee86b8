"""What the benchmark adds to the project's settings: the map of the site, which the others write too."""

# One feed, of the news, as with the others.
FEEDS_LEFT_OUT = ("all", "events", "changes", "branch", "audience", "topic", "tag", "program", "show")
DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"

# Pages, feeds and the map of the site, as with the others: no calendars, no JSON-LD.
PLUGINS = [name for name in PLUGINS if name not in {"plugins.calendars.plugin", "plugins.structured_data.plugin"}]  # noqa: F821
