"""Branches: a page of all doors and hours, and one for each branch, from library.toml."""
