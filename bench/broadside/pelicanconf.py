"""What the benchmark adds to the project's settings: the map of the site, which the others write too."""

DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
