"""Programs: what the library offers again and again; one Markdown file each, whose meetings are events."""
