"""Files: drawings and forms that are copied as they are, by a list of types; and what no page uses."""
