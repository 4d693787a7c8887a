"""The rules of written to spoken German, a module a subject; `podcaster.speech.normal` puts them in order."""
