"""Icons: what stands for the library in a browser's tab, among bookmarks and on the screen of a telephone."""
