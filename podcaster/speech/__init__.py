"""Script: an Article becomes what is said, in spoken German."""
