"""Panes put together: each screen owns where the reader is and does the background work."""
