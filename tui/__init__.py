"""Sidelight reads a paper in the light of the news, in the terminal."""

__version__ = "0.2.0"
