"""One script for each published number. `results.md` holds the latest."""
