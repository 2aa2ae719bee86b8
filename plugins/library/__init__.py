"""Who the library is: content/library.toml, read into a Library, with every mistake named by its line."""
