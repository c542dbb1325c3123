"""
`python -m sandbox --world FILE`: serve both loopback helpdesks until the process is ended.

Prints one line of JSON on standard output when both answer: `{"zendesk": url, "salesforce": url}`.
"""

import argparse
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sandbox.clock import Clock, clock_from, real_clock
from sandbox.desk.app_files import read_app
from sandbox.serving import Served, free_port, serve
from sandbox.world import World, WorldError, read_world

DEFAULT_WORLD = Path(__file__).parent / "worlds" / "default.jsonl"


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT; return 2 where the world cannot be read."""
    asked = _parser().parse_args(arguments)
    try:
        # a made-up account stands alone unless a world is named as well
        world = World(()) if asked.size and asked.world is None else read_world(asked.world or DEFAULT_WORLD)
    except WorldError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    clock = clock_from(asked.now) if asked.now else real_clock
    # at once, whatever is under way: nothing here outlives the process
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    zendesk_port, salesforce_port = asked.zendesk_port or free_port(), asked.salesforce_port or free_port()
    routes = dict(asked.deliver)
    plan = "unlimited" if asked.unlimited else asked.plan
    crowd = asked.size, asked.comments
    chosen = {"cases": asked.size, "comments": asked.comments, "person_accounts": asked.person_accounts,
              "entitlements": asked.entitlements, "messaging_off_platform": asked.messaging_off_platform}  # fmt: skip
    if plan == "unlimited":
        chosen["daily_requests"] = 10**9
    zendesk_app, salesforce_app = (read_app(f) if f else None for f in (asked.zendesk_app, asked.salesforce_app))
    served = {
        "zendesk": serve_zendesk(world, clock, zendesk_port, plan, routes, _page(salesforce_port), crowd, zendesk_app),
        "salesforce": serve_salesforce(
            world, clock, salesforce_port, asked.package, routes, _page(zendesk_port), app=salesforce_app, **chosen
        ),
    }
    sys.stdout.write(json.dumps({name: server.url for name, server in served.items()}) + "\n")
    sys.stdout.flush()
    if asked.explain:
        sys.stderr.write(_explain(served, plan))
    while True:
        signal.pause()


def serve_zendesk(
    world: World,
    clock: Clock,
    port: int,
    plan: str,
    routes: dict[str, str],
    other_page: str,
    crowd: tuple[int, int] = (0, 4),
    app: Mapping[str, bytes] | None = None,
) -> Served:
    """Serve the loopback Zendesk. `plan` is one of its plans, or `unlimited`; `crowd`: tickets, comments."""
    from sandbox.zendesk import PLANS, ZendeskOptions, create_app  # noqa: PLC0415 - each half alone is enough to run

    limit = None if plan == "unlimited" else PLANS[plan]
    options = ZendeskOptions(
        requests_per_minute=limit,
        webhook_routes=routes,
        other_page=other_page,
        crowd_size=crowd[0],
        crowd_comments=crowd[1],
        app=app,
    )
    return serve(create_app(world, clock, options), port)


def serve_salesforce(
    world: World, clock: Clock, port: int, package: Path | None, routes: dict[str, str], other_page: str, **chosen: Any
) -> Served:
    """Serve the loopback Salesforce, with an sfdx source folder deployed where one is named; `chosen` are options."""
    from sandbox.salesforce import SalesforceOptions  # noqa: PLC0415 - each half alone is enough to run
    from sandbox.salesforce import create_app as create_salesforce  # noqa: PLC0415 - as above

    options = SalesforceOptions(package_folder=package, webhook_routes=routes, other_page=other_page, **chosen)
    return serve(create_salesforce(world, clock, options), port)


def _explain(served: dict[str, Served], plan: str) -> str:
    """Return what a person needs to use both: addresses, credentials, and where to plant faults."""
    from sandbox.salesforce import SalesforceOptions  # noqa: PLC0415 - as above
    from sandbox.zendesk import ZendeskOptions  # noqa: PLC0415 - as above
    from sandbox.zendesk.options import OWNER_EMAIL  # noqa: PLC0415 - as above

    zendesk, salesforce = ZendeskOptions(), SalesforceOptions()
    lines = [
        f"Zendesk     {served['zendesk'].url}  (plan: {plan})",
        f"  OAuth client  {zendesk.oauth_client_id} / {zendesk.oauth_client_secret}",
        f"  API token     {OWNER_EMAIL}/token:{zendesk.api_tokens[0]}",
        f"Salesforce  {served['salesforce'].url}",
        f"  client        {salesforce.client_id} / {salesforce.client_secret}",
        *(f"{name.capitalize():10}  control {s.url}/control  page {s.url}/agent/" for name, s in served.items()),
        "Faults and acts with curl: docs/loopback.md. Ctrl-C ends both.",
    ]
    return "\n".join(lines) + "\n"


def _page(port: int) -> str:
    return f"http://127.0.0.1:{port}/agent/"


def _parser() -> argparse.ArgumentParser:
    plans = ("team", "growth", "professional", "enterprise", "enterprise_plus", "unlimited")
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Serve a loopback Zendesk and Salesforce.")
    parser.add_argument("--world", type=Path, help="world file (JSON Lines); default: ours, unless --size")
    parser.add_argument("--now", type=_time, help="moment at which the story stands; default: the real clock")
    parser.add_argument("--zendesk-port", type=int, default=0, help="0 chooses a free port")
    parser.add_argument("--salesforce-port", type=int, default=0, help="0 chooses a free port")
    parser.add_argument("--plan", choices=plans, default="enterprise", help="Zendesk plan, for its rate limit")
    parser.add_argument("--unlimited", action="store_true", help="no rate limits, as --plan unlimited; for benchmarks")
    parser.add_argument(
        "--size", type=_at_least(0), default=0, help="tickets, and Cases, to make up, the same each time"
    )
    parser.add_argument("--comments", type=_at_least(1), default=4, help="comments of each of these, at most 14")
    parser.add_argument("--explain", action="store_true", help="print addresses and credentials for a person")
    parser.add_argument("--package", type=Path, help="sfdx source folder (…/main/default) that Salesforce starts with")
    parser.add_argument("--zendesk-app", type=Path, help="folder with the files of an app for the agent's page")
    parser.add_argument("--salesforce-app", type=Path, help="folder with sidelight.js and sidelight.css for a Case")
    parser.add_argument("--person-accounts", action="store_true", help="the org has Person Accounts")
    parser.add_argument("--entitlements", action="store_true", help="the org has CaseMilestone")
    parser.add_argument("--messaging-off-platform", action="store_true", help="Messaging's text is not in SOQL")
    parser.add_argument(
        "--deliver",
        type=_route,
        action="append",
        default=[],
        metavar="HTTPS=LOOPBACK",
        help="send webhooks for https://ADDRESS to http://127.0.0.1:PORT",
    )
    return parser


def _at_least(lowest: int) -> Callable[[str], int]:
    highest = 14 if lowest else 10_000_000

    def whole(text: str) -> int:
        if not text.isdigit() or not lowest <= int(text) <= highest:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {lowest} to {highest}")
        return int(text)

    return whole


def _time(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _route(text: str) -> tuple[str, str]:
    address, _, target = text.partition("=")
    if not address.startswith("https://") or not target.startswith("http://127.0.0.1:"):
        raise argparse.ArgumentTypeError(f"{text!r} is not https://ADDRESS=http://127.0.0.1:PORT")
    return address, target


if __name__ == "__main__":
    sys.exit(main())
