"""Sitemap: what search engines, and people who look into a site, are told of it in files of their own."""
