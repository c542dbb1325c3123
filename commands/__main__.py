"""`python -m commands`: the `sidelight` command without its script."""

from commands import main

main()
