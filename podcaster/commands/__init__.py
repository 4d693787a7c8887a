"""The commands, a module each: parse, call, print. What they do stands in the rooms and in build.py."""
