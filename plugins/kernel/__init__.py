"""The words every part of the site shares: problems, the library, moments, languages, text, color, entries."""
