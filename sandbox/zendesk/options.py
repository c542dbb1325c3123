"""What can be chosen about the loopback Zendesk account."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PLANS: Mapping[str, int] = {"team": 200, "growth": 400, "professional": 400, "enterprise": 700, "enterprise_plus": 2500}
"""Calls a minute that each plan allows for the whole account."""

OWNER_EMAIL = "admin@harbourlane.example"
"""The admin whom the OAuth client acts as, and whose API token works."""


@dataclass(frozen=True, slots=True)
class ZendeskOptions:
    """
    The account, who may sign in, and its limits.

    Args:
        company: Subdomain: addresses in answers are `https://COMPANY.zendesk.com`.
        oauth_client_id: Unique identifier of the confidential OAuth client.
        oauth_client_secret: Its secret.
        oauth_public_client_id: Unique identifier of a public OAuth client, which has no secret and must use PKCE.
        oauth_redirect_urls: Addresses that people may be sent back to; where none is named, https and loopback ones.
        token_lifetime_s: Life of an access token; None lives as long as the call asks for (two days at most).
        api_tokens: API tokens that work with basic auth; empty once the account has switched them off.
        requests_per_minute: Limit of the account (see PLANS); None is unlimited, for this and all other limits.
        high_volume: The High Volume add-on, which raises the limits of single endpoints.
        webhook_routes: https address prefix -> loopback address where deliveries are really sent.
        webhook_timeout_s: How long a delivery waits for an answer.
        webhook_retry_wait_s: How long a delivery waits before it is tried again, where the answer names no time.
        webhook_pause_s: How long the circuit breaker stops deliveries.
        job_delay_s: How long a background job stays queued, and again how long it works.
        crowd_size: Tickets that are made up in addition to the world; see `sandbox.zendesk.crowd`.
        crowd_comments: Comments of each of them, 1 to 14.
        time_zone: IANA name.
        other_page: Address of the other helpdesk's page, for a link on ours.
        app: Files of the app that the agent's page shows, by their path in the app's package; None shows none.
        vendors_sdk: Whether the app's frame asks the vendor's server for its SDK, instead of taking the loopback's.
    """

    company: str = "harbourlane"
    oauth_client_id: str = "sidelight"
    oauth_client_secret: str = field(default="loopback-client-secret", repr=False)
    oauth_public_client_id: str = "sidelight-public"
    oauth_redirect_urls: tuple[str, ...] = ()
    token_lifetime_s: float | None = None
    api_tokens: tuple[str, ...] = field(default=("loopback-api-token",), repr=False)
    requests_per_minute: int | None = 700
    high_volume: bool = False
    webhook_routes: Mapping[str, str] = field(default_factory=dict)
    webhook_timeout_s: float = 12.0
    webhook_retry_wait_s: float = 0.2
    webhook_pause_s: float = 5.0
    job_delay_s: float = 0.05
    crowd_size: int = 0
    crowd_comments: int = 4
    time_zone: str = "Europe/Madrid"
    other_page: str | None = None
    app: Mapping[str, bytes] | None = field(default=None, repr=False)
    vendors_sdk: bool = False

    @property
    def address(self) -> str:
        """The account's own address, as answers name it."""
        return f"https://{self.company}.zendesk.com"
