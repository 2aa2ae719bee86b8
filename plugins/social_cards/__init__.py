"""Social cards: the picture of a page that is shown where somebody shares its address."""
