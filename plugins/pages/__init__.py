"""Pages: what stays, such as how to get a card; one Markdown file each."""
