"""podcaster: German news articles become podcast episodes, and a feed to subscribe to."""

__version__ = "0.1.0"
