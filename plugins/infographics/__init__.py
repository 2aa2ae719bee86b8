"""Infographics: charts and figures worked out from tables of numbers, drawn, and said in words."""
