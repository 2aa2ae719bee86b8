"""Feeds: news, events and shows as RSS, Atom and JSON, for readers, partners and podcast apps."""
