"""The one place that knows Pelican: reading, generating, writing, and what its log says."""
