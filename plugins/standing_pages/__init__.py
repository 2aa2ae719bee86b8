"""Standing pages: those with a template and no file of content: home, subscribe, not found, the style guide."""
