"""How much memory a bench's process needed."""

import resource
from pathlib import Path


def peak_mb() -> float:
    """Return the most memory that this process held at once (resident), in 10^6 bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # of this program alone; `ru_maxrss` begins with what the parent held when it started us
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
