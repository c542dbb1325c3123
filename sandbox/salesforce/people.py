"""The org's people and places while it is filled: users, queues, contacts, accounts, portal users."""

import re
import unicodedata
from datetime import datetime

from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.world import WorldCustomer, WorldTicket

UNASSIGNED_QUEUE = "Unassigned"
"""Owner of a Case that has neither assignee nor group: a Case always has an owner."""
ADMIN = "Admin User"
RULE_QUEUE = "Assigned by Rule"
"""Owner that the org's assignment rule sets, unless a request turns the rule off."""

# Addresses at these say nothing about whom somebody works for.
_PUBLIC_MAIL = re.compile(
    r"@(example\.\w+|gmail\.com|outlook\.com|hotmail\.com|yahoo\.\w+|gmx\.\w+|web\.de|icloud\.com)$"
)

_LOCALES = {"en": "en_US", "pt": "pt_BR", "zh": "zh_CN", "nl": "nl_NL"}
# The languages that a user of the org can choose, by their first two letters.
_LANGUAGES = frozenset(
    ("cs", "da", "de", "en", "es", "fi", "fr", "hu", "id", "it", "ja", "ko", "nl", "no", "pl", "pt", "ru", "sv", "th",
     "tr", "uk", "zh")
)  # fmt: skip


class People:
    """Makes each person and place the first time it is named."""

    def __init__(self, org: Org, started: datetime) -> None:
        self._org = org
        self.started = started
        self._users: dict[str, str] = {}
        self._bots: dict[str, str] = {}
        self._queues: dict[str, str] = {}
        self._groups: dict[tuple[str, str], None] = {}
        self._contacts: dict[str, Record] = {}
        self._accounts: dict[str, str] = {}
        self._languages: dict[str, str | None] = {}
        self.portal_users: dict[str, str] = {}
        self.admin_id = self._user(ADMIN, "Standard", started)
        self.automated_id = self._user("Automated Process", "AutomatedProcess", started)
        org.automated_id = self.automated_id
        org.run_as_id = self._user("Sidelight Integration", "Standard", started, username=org.options.run_as)
        org.rule_queue_id = self.queue(RULE_QUEUE)
        place = {
            "Name": org.options.company.capitalize(), "TimeZoneSidKey": org.options.time_zone,
            "LanguageLocaleKey": "en_US", "DefaultLocaleSidKey": "en_GB", "OrganizationType": "Enterprise Edition",
            "InstanceName": "EU1", "IsSandbox": False,
        }  # fmt: skip
        org.org_id = org.insert("Organization", place, self.admin_id, started)["Id"]

    def agent(self, name: str) -> str:
        """Return the id of the agent of this name."""
        if name not in self._users:
            self._users[name] = self._user(name, "Standard", self.started)
        return self._users[name]

    def bot(self, name: str) -> str:
        """Return the id of the user that the bot of this name acts as."""
        if name not in self._bots:
            self._bots[name] = self._user(name, "AutomatedProcess", self.started)
        return self._bots[name]

    def queue(self, name: str) -> str:
        """Return the id of the queue of this name."""
        if name not in self._queues:
            values = {"Name": name[:40], "DeveloperName": re.sub(r"\W+", "_", name)[:80], "Type": "Queue"}
            self._queues[name] = self._org.insert("Group", values, self.admin_id, self.started)["Id"]
        return self._queues[name]

    def owner(self, assignee: str | None, group: str | None) -> str:
        """Return the owner's id: the assignee, who is then a member of the group's queue, or else the queue."""
        if assignee is None:
            return self.queue(group or UNASSIGNED_QUEUE)
        user_id = self.agent(assignee)
        if group is not None:
            queue_id = self.queue(group)
            if (queue_id, user_id) not in self._groups:
                self._groups[queue_id, user_id] = None
                values = {"GroupId": queue_id, "UserOrGroupId": user_id}
                self._org.insert("GroupMember", values, self.admin_id, self.started)
        return user_id

    def contact(self, customer: WorldCustomer, address: str | None, at: datetime) -> Record:
        """Return the Contact of one address of the customer; one without any address is known by phone."""
        email = address or (customer.emails[0] if customer.emails else None)
        key = (email or "tel:" + "".join(customer.phones[:1]) + customer.name).lower()
        if key not in self._contacts:
            name = customer.name.strip() or "-"
            first, _, last = name.rpartition(" ")
            phones = dict(zip(("Phone", "MobilePhone", "HomePhone", "OtherPhone"), customer.phones, strict=False))
            values = {
                "Name": name[:121], "FirstName": first[:40] or None, "LastName": last[:80] or "-",
                "Email": email, "AccountId": self._account(email, at), "OwnerId": self.admin_id, **phones,
            }  # fmt: skip
            row = self._org.insert("Contact", values, self.automated_id, at)
            self._contacts[key] = row
            self._languages[row["Id"]] = customer.language
        return self._contacts[key]

    def author(self, ticket: WorldTicket, contact: Record) -> str:
        """Return who created the Case: whoever wrote its first message."""
        if not ticket.comments:
            return self.automated_id
        first = ticket.comments[0]
        if first.role == "customer":
            return self.automated_id if ticket.channel in ("web", "phone") else self.portal_user(contact)
        return self.bot(first.name or "Bot") if first.role == "bot" else self.agent(first.name or "Agent")

    def portal_user(self, contact: Record) -> str:
        """Return the id of the portal user through whom the contact writes."""
        language = self._languages.get(contact["Id"])
        return portal_user(self._org, contact, self.portal_users, language, contact["CreatedDate"])

    def _account(self, email: str | None, at: datetime) -> str | None:
        if email is None or "@" not in email or _PUBLIC_MAIL.search(email.lower()):
            return None
        domain = email.lower().rpartition("@")[2]
        if domain not in self._accounts:
            values = {"Name": domain, "Type": "Customer", "Website": f"https://{domain}", "OwnerId": self.admin_id}
            self._accounts[domain] = self._org.insert("Account", values, self.automated_id, at)["Id"]
        return self._accounts[domain]

    def _user(self, name: str, kind: str, at: datetime, username: str | None = None) -> str:
        return str(new_user(self._org, name, kind, at, username=username)["Id"])


def portal_user(
    org: Org, contact: Record, known: dict[str, str], language: str | None = None, at: datetime | None = None
) -> str:
    """Return the id of the contact's portal user (CspLitePortal), made the first time and kept in `known`."""
    if contact["Id"] not in known:
        row = new_user(org, contact["Name"], "CspLitePortal", at or org.now(), language=language)
        more = {"ContactId": contact["Id"], "AccountId": contact.get("AccountId")}
        org.change("User", row, more | ({"Email": contact["Email"]} if contact.get("Email") else {}))
        known[contact["Id"]] = row["Id"]
    return known[contact["Id"]]


def new_user(
    org: Org, name: str, kind: str, at: datetime, *, username: str | None = None, language: str | None = None
) -> Record:
    """Add a user; without `username` one is made of the name."""
    first, _, last = name.strip().rpartition(" ")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    handle = re.sub(r"[^a-z0-9]+", ".", plain.lower()).strip(".") or "user"
    number = len(org.rows("User")) + 1
    address = username or f"{handle}.{number}@{org.options.company}.example"
    language = language if language in _LANGUAGES else "en"
    values = {
        "Username": address, "FirstName": first[:40] or None, "LastName": last[:80] or "-", "Name": name[:121],
        "Email": address, "Alias": handle[:8], "IsActive": True, "UserType": kind,
        "TimeZoneSidKey": org.options.time_zone, "LanguageLocaleKey": _LOCALES.get(language, language),
        "LocaleSidKey": _LOCALES.get(language, language),
    }  # fmt: skip
    return org.insert("User", values, org.automated_id, at)


def page_agent(org: Org) -> Record:
    """Return the agent who works on the page: the org's first, or one who joins where the world has none."""
    for user in org.table("User").kept.values():
        # the integration user and the admin are standard users too
        if user["UserType"] == "Standard" and user["Id"] != org.run_as_id and user["Name"] != ADMIN:
            return user
    return new_user(org, "Agent", "Standard", org.now())


def queue_named(org: Org, name: str, by: str) -> str:
    """Return the id of the queue of this name, which is made where there is none."""
    for group in org.table("Group").kept.values():
        if group["Name"] == name and group["Type"] == "Queue":
            return str(group["Id"])
    values = {"Name": name[:40], "DeveloperName": re.sub(r"\W+", "_", name)[:80], "Type": "Queue"}
    return str(org.insert("Group", values, by, org.now())["Id"])


def new_contact(org: Org, email: str, name: str | None = None) -> Record:
    """Add the Contact of an address that has not written before."""
    first, _, last = (name or email.partition("@")[0]).strip().rpartition(" ")
    values = {"FirstName": first[:40] or None, "LastName": last[:80] or "-", "Email": email}
    values["OwnerId"] = org.automated_id
    values["Name"] = " ".join(filter(None, (values["FirstName"], values["LastName"])))
    return org.insert("Contact", values, org.automated_id, org.now())
