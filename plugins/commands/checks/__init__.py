"""Checks: what a finished site must keep of its promises before it is published, one promise a module."""
