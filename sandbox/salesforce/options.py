"""How one loopback Salesforce org is set up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PUBLIC_VERSIONS = (31, 67)
"""The oldest and the newest API version that the org lists."""


@dataclass(frozen=True, slots=True)
class SalesforceOptions:
    """
    One org.

    Args:
        company: The My Domain name.
        client_id: Consumer key of the external client app.
        client_secret: Its secret, for the client credentials flow.
        run_as: The integration user's name at login; also the only subject that a JWT may name.
        jwt_public_key: PEM of the certificate's public key; None refuses the JWT bearer flow.
        daily_requests: API requests in 24 hours.
        page_size: Most records on one query page, before what the selected fields take off.
        token_lifetime_s: Seconds that an access token is valid without use.
        locator_lifetime_s: Seconds that a query locator is valid.
        time_zone: The org's own zone, by its TimeZoneSidKey.
        webhook_routes: What is sent to an https address that starts with the key goes to the loopback address instead.
        package_folder: An sfdx source folder (`…/main/default`), deployed at start; None deploys nothing.
        permission_sets: Which of the folder's permission sets the integration user has.
        hidden_fields: `Object.Field` names that field-level security hides from the integration user.
        person_accounts: Whether Accounts may be persons. Off, the fields of that are not there.
        entitlements: Whether Cases have milestones. Off, there is no CaseMilestone.
        messaging_off_platform: Whether what is said in Messaging stays out of SOQL, as in the vendor's newer channel;
            off, it comes as CaseComments, as the older chat kept it.
        cases: How many Cases a generated world beneath the world file holds.
        comments: How many CaseComments each of those has.
        other_page: Address of the other helpdesk's page, for a link on ours.
        agent_permission_sets: Which of the folder's permission sets the agent has who works on the page.
        app: Files of the app that the Case page loads (`sidelight.js`, `sidelight.css`); None loads none.
    """

    company: str = "harbourlane"
    client_id: str = "3MVG9harbourlane.sidelight"
    client_secret: str = field(default="loopback-secret", repr=False)
    run_as: str = "sidelight@harbourlane.example"
    jwt_public_key: str | None = field(default=None, repr=False)
    daily_requests: int = 100_000
    page_size: int = 2000
    token_lifetime_s: float = 7200.0
    locator_lifetime_s: float = 2 * 86400.0
    time_zone: str = "GMT"
    webhook_routes: Mapping[str, str] = field(default_factory=dict)
    package_folder: Path | None = None
    permission_sets: tuple[str, ...] = ("Sidelight_Integration",)
    hidden_fields: frozenset[str] = frozenset()
    person_accounts: bool = False
    entitlements: bool = False
    messaging_off_platform: bool = False
    cases: int = 0
    comments: int = 2
    other_page: str | None = None
    agent_permission_sets: tuple[str, ...] = ("Sidelight_Agent",)
    app: Mapping[str, bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """The org's My Domain address."""
        return f"https://{self.company}.my.salesforce.com"
