"""
A large world that is computed when it is read: any number of Cases, each with as many comments, in no memory.

Every row follows from its number. Rows are numbered in the order of their SystemModstamp and Id, `TIE` rows share each
second, and nothing here is ever deleted. A row that somebody changes is kept as an ordinary row from then on.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.salesforce.ids import make_id, number_of

Record = dict[str, Any]

TIE = 5
AGENTS = 20
_SPAN = timedelta(days=360)
_CASES_A_CONTACT = 3
_CONTACTS_AN_ACCOUNT = 8
FIRST_CASE_NUMBER = 1_000_000
VARIANTS = 60

_ASKS = (
    "I was charged twice for order {} and nobody has told me when the money comes back.",
    "The parcel of order {} has not arrived. Tracking says that it was delivered, but it was not.",
    "I cannot sign in since the update. The code for order {} that you sent me is not accepted.",
    "Please cancel order {}. I have written about this before and was told that it was done.",
)
_SAYS = (
    "Thank you for your message. We are looking into it and will be back by tomorrow.",
    "I still have no answer. What happens with my order?",
    "The refund was started today. It takes three to five working days to reach your account.",
    "That does not help, I have tried it twice already.",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a generated world is. `comments` are those of each Case."""

    cases: int
    comments: int = 2

    @property
    def contacts(self) -> int:
        """How many Contacts have written the Cases."""
        return max(1, -(-self.cases // _CASES_A_CONTACT))

    @property
    def accounts(self) -> int:
        """How many Accounts the Contacts belong to."""
        return max(1, -(-self.contacts // _CONTACTS_AN_ACCOUNT))

    @property
    def groups(self) -> int:
        """How many groups of Cases share a second."""
        return -(-self.cases // TIE)


@dataclass(frozen=True, slots=True)
class Source:
    """
    The generated rows of one object, by number from 0.

    Args:
        prefix: Of the ids.
        count: How many rows there are.
        group: Which second, counted in `step`s from `start`, a row's stamps say; never falls from row to row.
        start: Stamps of group 0.
        step: Between two groups.
        templates: The rows' values, but for those in `own`; row n takes template `n % len(templates)`.
        own: What each row has of its own, by field: a function of its number.
        having: For a lookup and the number of the record it names: the numbers of the rows that name it.
        refers_to: Prefix of the ids that a lookup in `having` holds.
        links: For a lookup of one generated object: the number of the record that a row names.
    """

    prefix: str
    count: int
    group: Callable[[int], int]
    start: datetime
    step: timedelta
    templates: Sequence[Record]
    own: dict[str, Callable[[int], Any]]
    having: dict[str, Callable[[int], Sequence[int]]]
    refers_to: dict[str, str]
    links: dict[str, Callable[[int], int]]

    def stamp(self, number: int) -> datetime:
        """Return when row `number` was created and last changed."""
        return self.start + self.group(number) * self.step

    def id(self, number: int) -> str:
        """Return the id of row `number`."""
        return make_id(self.prefix, number + 1)

    def number(self, record_id: str) -> int | None:
        """Return the number of the row of this id; None where it is none of these."""
        if len(record_id) != len("500000000000000AAA") or not record_id.startswith(self.prefix):
            return None
        number = number_of(record_id) - 1
        return number if 0 <= number < self.count and self.id(number) == record_id else None

    def record(self, number: int) -> Record:
        """Return row `number`, made anew."""
        stamp = self.stamp(number)
        row = {**self.templates[number % len(self.templates)], "Id": self.id(number)}
        row |= {name: read(number) for name, read in self.own.items()}
        row["CreatedDate"] = row["LastModifiedDate"] = row["SystemModstamp"] = stamp
        return row

    def first_since(self, moment: datetime) -> int:
        """Return the number of the first row that is not older than `moment`."""
        return bisect_left(range(self.count), moment, key=self.stamp)

    def tells(self, lookup: str) -> bool:
        """Whether `naming` knows this lookup: it is in `having`, or always null."""
        return lookup in self.having or (lookup not in self.own and all(t[lookup] is None for t in self.templates))

    def naming(self, lookup: str, record_id: str) -> Sequence[int]:
        """Return the numbers of the rows whose `lookup` holds this id."""
        prefix = self.refers_to.get(lookup)
        if prefix is None or not record_id.startswith(prefix):
            return ()
        return self.having[lookup](number_of(record_id) - 1)


def sources(
    size: Size, now: datetime, agents: Sequence[str], admin: str, blank: dict[str, Record]
) -> dict[str, Source]:
    """
    Return the generated objects by name.

    Args:
        size: How much of everything.
        now: The end of the story; it starts 360 days before.
        agents: Ids of the users who answer, `AGENTS` of them.
        admin: Id of the user who made the Accounts and Contacts.
        blank: For each object a record of all its fields' defaults.
    """
    # each comment has a second of its own between two groups of Cases, so that order by number is order by time
    gap = timedelta(seconds=max(1, int(_SPAN.total_seconds()) // (max(1, size.groups) * (size.comments + 1))))
    step = gap * (size.comments + 1)
    start = now.replace(microsecond=0) - max(_SPAN, step * (size.groups + 1))
    made = {
        "Account": _accounts(size, admin, start, blank["Account"]),
        "Contact": _contacts(size, admin, start, blank["Contact"]),
        "User": _portal_users(size, admin, start, blank["User"]),
        "Case": _cases(size, agents, start, step, blank["Case"]),
    }
    if size.comments:
        made["CaseComment"] = _comments(size, agents, start, step, blank["CaseComment"])
    return made


def _by_id(prefix: str, of: Callable[[int], int]) -> Callable[[int], str]:
    return lambda n: make_id(prefix, of(n) + 1)


def _accounts(size: Size, admin: str, start: datetime, blank: Record) -> Source:
    common = {"CreatedById": admin, "LastModifiedById": admin, "OwnerId": admin, "Type": "Customer"}
    own: dict[str, Callable[[int], Any]] = {"Name": lambda n: f"Company {n}"}
    step = timedelta(seconds=1)
    return Source("001", size.accounts, lambda n: n // TIE, start, step, [{**blank, **common}], own, {}, {}, {})


def _contacts(size: Size, admin: str, start: datetime, blank: Record) -> Source:
    accounts = size.accounts

    def account(number: int) -> int:
        return number % accounts

    common = {"CreatedById": admin, "LastModifiedById": admin, "OwnerId": admin, "FirstName": "Customer"}
    own: dict[str, Callable[[int], Any]] = {
        "Name": lambda n: f"Customer {n}",
        "LastName": str,
        "Email": lambda n: f"customer{n}@example.com",
        "AccountId": _by_id("001", account),
    }
    having: dict[str, Callable[[int], Sequence[int]]] = {"AccountId": lambda a: range(a, size.contacts, accounts)}
    step, templates = timedelta(seconds=1), [{**blank, **common}]
    known = {"AccountId": "001"}
    links: dict[str, Callable[[int], int]] = {"AccountId": account}
    return Source("003", size.contacts, lambda n: n // TIE, start, step, templates, own, having, known, links)


def _portal_users(size: Size, admin: str, start: datetime, blank: Record) -> Source:
    accounts = size.accounts

    def account(number: int) -> int:
        return number % accounts

    common = {
        "CreatedById": admin, "LastModifiedById": admin, "FirstName": "Customer", "Alias": "customer", "IsActive": True,
        "UserType": "CspLitePortal", "TimeZoneSidKey": "GMT", "LanguageLocaleKey": "en_US", "LocaleSidKey": "en_US",
    }  # fmt: skip
    own: dict[str, Callable[[int], Any]] = {
        "Name": lambda n: f"Customer {n}",
        "LastName": str,
        "Email": lambda n: f"customer{n}@example.com",
        "Username": lambda n: f"customer{n}@portal.example",
        "ContactId": _by_id("003", lambda n: n),
        "AccountId": _by_id("001", account),
    }
    having: dict[str, Callable[[int], Sequence[int]]] = {
        "ContactId": lambda c: range(c, c + 1) if c < size.contacts else (),
        "AccountId": lambda a: range(a, size.contacts, accounts),
    }
    known, step = {"ContactId": "003", "AccountId": "001"}, timedelta(seconds=1)
    templates, links = [{**blank, **common}], {"ContactId": lambda n: n, "AccountId": account}
    return Source("005", size.contacts, lambda n: n // TIE, start, step, templates, own, having, known, links)


def _cases(size: Size, agents: Sequence[str], start: datetime, step: timedelta, blank: Record) -> Source:
    contacts, accounts = size.contacts, size.accounts

    def template(variant: int) -> Record:
        closed = variant % 4 != 0
        agent = agents[variant % AGENTS]
        return {
            **blank, "Status": "Closed" if closed else "Working", "IsClosed": closed, "Origin": "Web",
            "Priority": ("High", "Medium", "Low")[variant % 3], "OwnerId": agent, "LastModifiedById": agent,
            "CreatedById": agents[0], "Team__c": f"Team {variant % 5}",
            "Subject": f"Question {variant}", "Description": _ASKS[variant % 4].format(10_000 + variant * 37),
        }  # fmt: skip

    def contact(number: int) -> int:
        return number % contacts

    def account(number: int) -> int:
        return number % contacts % accounts

    # a variant says whether the Case is closed; closed when it was last changed, which is when it was made
    def closed_at(number: int) -> datetime | None:
        return None if number % VARIANTS % 4 == 0 else start + (number // TIE) * step

    own: dict[str, Callable[[int], Any]] = {
        "CaseNumber": lambda n: f"{FIRST_CASE_NUMBER + n:08d}",
        "ContactId": _by_id("003", contact),
        "AccountId": _by_id("001", account),
        "ContactEmail": lambda n: f"customer{contact(n)}@example.com",
        "SuppliedEmail": lambda n: f"customer{contact(n)}@example.com",
        "ClosedDate": closed_at,
    }

    def of_account(account: int) -> list[int]:
        people = range(account, contacts, accounts)
        return sorted(n for c in people for n in range(c, size.cases, contacts))

    having: dict[str, Callable[[int], Sequence[int]]] = {
        "ContactId": lambda c: range(c, size.cases, contacts) if c < contacts else (),
        "AccountId": of_account,
    }
    templates = [template(v) for v in range(VARIANTS)]
    known = {"ContactId": "003", "AccountId": "001"}
    links: dict[str, Callable[[int], int]] = {"ContactId": contact, "AccountId": account}
    return Source("500", size.cases, lambda n: n // TIE, start, step, templates, own, having, known, links)


def _comments(size: Size, agents: Sequence[str], start: datetime, step: timedelta, blank: Record) -> Source:
    # All Cases of one second get their first comment, then all of them their second, …: so the numbers follow time.
    block, contacts = TIE * size.comments, size.contacts
    last_group, last_width = divmod(size.cases, TIE)

    def place(number: int) -> tuple[int, int]:
        """Return (Case, which of its comments)."""
        group, rest = divmod(number, block)
        which, member = divmod(rest, TIE if group < last_group else last_width)
        return group * TIE + member, which

    def of_case(case: int) -> range:
        group, member = divmod(case, TIE)
        width = TIE if group < last_group else last_width
        return range(group * block + member, group * block + width * size.comments, width)

    def author(number: int) -> str:
        case, which = place(number)
        return agents[case % AGENTS] if which % 2 == 0 else make_id("005", case % contacts + 1)

    def order(number: int) -> int:
        case, which = place(number)
        return case // TIE * (size.comments + 1) + which + 1

    own: dict[str, Callable[[int], Any]] = {
        "ParentId": _by_id("500", lambda n: place(n)[0]),
        "CreatedById": author,
        "LastModifiedById": author,
        "CommentBody": lambda n: _SAYS[place(n)[1] % len(_SAYS)],
    }
    gap = step // (size.comments + 1)
    templates = [{**blank, "IsPublished": True}]
    having: dict[str, Callable[[int], Sequence[int]]] = {"ParentId": lambda c: of_case(c) if c < size.cases else ()}
    links = {"ParentId": lambda n: place(n)[0]}
    count, known = size.cases * size.comments, {"ParentId": "500"}
    return Source("00a", count, order, start, gap, templates, own, having, known, links)
