"""Every threshold of known issues in one place; `bench/known_issues.py` shows what follows from them."""

from datetime import timedelta
from typing import Final

MEANING: Final = 0.4
"""What the direction of two texts' meaning counts in their likeness; the words in common count the rest."""
LIKE: Final = 0.45
"""Likeness from which two texts say the same."""
LIKE_WITH_CODE: Final = 0.15
"""The same, where both name an error, a model or a version that few others name."""
BESIDE_CODE: Final = 1
"""So many words they must have in common beside it and its product's name: not all questions about a model are one."""
PART_OF_NAME: Final = 0.9
"""Share of the texts that name a code from which what stands beside it is its product's name."""
LIKE_A_PROBLEM: Final = 0.30
"""Likeness from which a text belongs to a problem ticket, which the team has written in its own words."""
RARE_CODE: Final = 5.0
"""What a code must tell (`Texts.weight`) for `LIKE_WITH_CODE` to do."""
CLOSE: Final = 0.5
"""Share of a group's others that each of its texts must be like."""

WINDOW: Final = timedelta(hours=48)
LEAST: Final = 4
"""Customers within the window."""
TIMES: Final = 5.0
"""An outbreak has this many times the customers that are usual, and `LEAST` on top."""
SPAN: Final = timedelta(days=28)
"""How far back texts are kept, and what is usual is counted."""
LEAST_PAST: Final = timedelta(days=7)
UNKNOWN: Final = 1.0
"""What is taken for usual at least, while less than `LEAST_PAST` of the account is known."""
NEWS: Final = timedelta(days=14)
"""What has lasted longer is news no more: nobody joins, and it counts as usual."""
JOIN: Final = 2
"""Customers of a running outbreak whom a new text must be like to join it."""
JOIN_SHARE: Final = 0.4
"""And such a share of its customers who wrote within the window: an outbreak must not wander into its neighbourhood."""
MOST_COMPARED: Final = 40
"""Texts of a group that are compared with each other: the most alike."""
MAX_NAME: Final = 5
"""Words in an outbreak's name."""
