"""The loopback Salesforce as a large org: `python -m bench.salesforce_org --cases N --comments C` serves it alone."""

import argparse
import json
import os
import signal
import sys

from sandbox.clock import real_clock
from sandbox.salesforce import SalesforceOptions, create_app
from sandbox.serving import serve
from sandbox.world import World



def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m bench.salesforce_org")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--comments", type=int, default=0)
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    options = SalesforceOptions(cases=asked.cases, comments=asked.comments, daily_requests=10**9)
    served = serve(create_app(World(()), real_clock, options))
    sys.stdout.write(json.dumps({"url": served.url, "pid": os.getpid()}) + "\n")
    sys.stdout.flush()
    while True:
        signal.pause()


if __name__ == "__main__":
    sys.exit(main())
