"""Posts: the news of the library, one Markdown file each."""
