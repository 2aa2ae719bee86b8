"""Publishing: from a site as it was built to one as it goes out, with lasting names, packed copies and a manifest."""
