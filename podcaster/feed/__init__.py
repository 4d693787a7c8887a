"""List: episodes become a feed."""
