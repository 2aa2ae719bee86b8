"""Hosting: what a server says with each file, which addresses have moved, and how hosts are told."""
