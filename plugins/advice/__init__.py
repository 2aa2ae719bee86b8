"""Tells staff what could be better in what they wrote, as a kind colleague who reads everything once more."""
