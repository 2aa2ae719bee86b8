"""What the benchmark adds to the project's settings: the map of the site, which the others write too."""

# One feed, of the news, as with the others.
FEEDS_LEFT_OUT = ("all", "events", "changes", "branch", "audience", "topic", "tag", "program", "show")
DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"

# Pages, feeds and the map of the site (by a template, too), as with the others, and nothing that only we make.
_NOT_HERE = ("calendars", "structured_data", "social_cards", "icons", "infographics", "advice", "hosting", "sitemap")
PLUGINS = [name for name in PLUGINS if name.split(".")[1] not in _NOT_HERE]  # noqa: F821
