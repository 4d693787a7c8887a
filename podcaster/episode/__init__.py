"""Tag: an MP3 becomes an Episode, with its files."""
