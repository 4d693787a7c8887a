"""Mix: clips and pauses become one MP3."""
