"""Deploying: brings what has changed of a published site to where it is shown."""
