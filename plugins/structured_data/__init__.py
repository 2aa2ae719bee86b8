"""Structured data: what each page is about, in schema.org's words, for search engines and assistants (JSON-LD)."""
