"""Serve: pages for people, and feeds/ and audio/ over HTTP."""
