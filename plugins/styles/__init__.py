"""Styles: one stylesheet in the library's hue, and the fonts, scripts and icons beside it."""
