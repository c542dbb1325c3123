"""*integration* listens, remembers and speaks; *workers* think."""

__version__ = "0.1.0"
