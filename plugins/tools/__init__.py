"""One thin wrapper for each third-party library that several plugins share."""
