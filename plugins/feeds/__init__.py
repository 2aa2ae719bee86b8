"""Feeds: the news as RSS 2.0 and Atom, for readers and partners."""
