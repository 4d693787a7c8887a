"""Read: a file, a page or a text becomes an Article."""
