"""
What payloads only name by number, looked up once and kept: groups, custom statuses, our fields, the team.

The team is read as a list. Of everybody else only the ids are kept, and not for ever: an account has millions.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from integration.connectors import Connection
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.fields import FieldIds, read_field_ids
from integration.connectors.zendesk.mapping import Directory, UserRow, UsersAnswer, map_user
from integration.connectors.zendesk.mapping.directory import is_person
from integration.model import FIELD_NAMES, Contact, Role

_KEEP = timedelta(hours=1)
"""How long names and roles are believed; people change teams."""
_MOST_USERS = 50_000
_SHOW_MANY = 100
_STAFF = ("agent", "admin")
_JUST_NOW = timedelta(minutes=2)
"""Who writes this soon before the team was read may have joined it since."""


class Lookup:
    """The names of one account. Fills itself when asked, forgets after an hour."""

    def __init__(self, connection: Connection, client: ZendeskClient, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._client = client
        self._clock = clock
        self._forget()

    def _forget(self) -> None:
        self._groups: dict[int, str] | None = None
        self._statuses: dict[int, str] | None = None
        self._fields: FieldIds | None = None
        self._own_id: int | None = None
        self._staff: dict[int, str] | None = None
        self._others: set[int] = set()
        self._filled_at = self._clock()

    def forget_old(self) -> None:
        """Forget what has been believed for an hour; called between pages, never within one."""
        if self._clock() - self._filled_at > _KEEP or len(self._others) > _MOST_USERS:
            self._forget()

    def field_ids(self, *, complete: bool = False, afresh: bool = False) -> FieldIds:
        """
        Return the ids of our ticket fields.

        Args:
            complete: Look again where one that we write was missing; an account may do without the agents' own.
            afresh: Look again in any case.
        """
        if afresh or self._fields is None or (complete and FIELD_NAMES - self._fields.by_name.keys()):
            self._fields = read_field_ids(self._client.rows("ticket_fields", "ticket_fields", live=True))
        return self._fields

    def own_id(self) -> int:
        """Return the id of the user that Sidelight signs in as, from the credential or from Zendesk."""
        if self._own_id is None:
            stored = self._connection.credential.get("user_id", "")
            self._own_id = int(stored) if stored.isdigit() else int(self._client.signed_in_user()["id"])
        return self._own_id

    def directory(self, groups: Iterable[Any] = ()) -> Directory:
        """
        Return the names as known now.

        Args:
            groups: Group ids that the rows about to be mapped name; a new one makes the groups be read again.
        """
        fields = self.field_ids().by_name
        return Directory(
            connection=self._connection.id,
            groups=self._group_names({group for group in groups if group is not None}),
            custom_statuses=self._status_labels(),
            our_fields=frozenset(fields.values()),
            feedback_field=fields.get("feedback"),
            roles=dict.fromkeys(self.staff, Role.AGENT),
            own_id=self.own_id(),
        )

    @property
    def staff(self) -> Mapping[int, str]:
        """The names of the team's members, by user id. Whoever is not in it is a customer."""
        return self._team()

    def _team(self) -> dict[int, str]:
        if self._staff is None:
            rows = [row for role in _STAFF for row in self._client.rows("users", "users", {"role": role}, live=True)]
            self._staff = {row["id"]: str(row.get("name") or "") for row in rows}
        return self._staff

    def is_settled(self, moment: datetime) -> bool:
        """Whether the team was read well after `moment`: who wrote then, and is not in it, was no member."""
        return self._staff is not None and moment < self._filled_at - _JUST_NOW

    def read_users(self, users: Iterable[UserRow]) -> tuple[Contact, ...]:
        """Return the users of an answer that was asked for with `include=identities`, and remember who is who."""
        contacts = []
        team = self._team()
        for user in users:
            contact = map_user(self._connection.id, user)
            contacts.append(contact)
            if contact.role is Role.AGENT:
                team[user.id] = contact.name
            else:
                team.pop(user.id, None)
                self._others.add(user.id)
        return tuple(contacts)

    def learn_users(self, user_ids: Iterable[Any], *, live: bool = False, afresh: bool = False) -> tuple[Contact, ...]:
        """
        Look up those of `user_ids` that are not known yet (`afresh`: all of them), 100 a call, and return these.

        Never from the users that Zendesk adds beside tickets: those lack the further addresses and phone numbers.
        """
        wanted = {user_id for user_id in user_ids if is_person(user_id)}
        unknown = sorted(wanted if afresh else wanted - self._others - self._team().keys())
        contacts: list[Contact] = []
        for start in range(0, len(unknown), _SHOW_MANY):
            chunk = unknown[start : start + _SHOW_MANY]
            query = {"ids": ",".join(map(str, chunk)), "include": "identities"}
            contacts += self.read_users(self._client.get_as(UsersAnswer, "users/show_many", query, live=live).rows())
            # those that are gone for good too; asking again at every page would find nothing either
            self._others.update(set(chunk) - self._team().keys())
        return tuple(contacts)

    def _group_names(self, wanted: set[int]) -> Mapping[int, str]:
        if self._groups is None or not wanted <= self._groups.keys():
            rows = self._client.rows("groups", "groups", {"exclude_deleted": "false"}, live=True)
            self._groups = dict.fromkeys(wanted, "") | {row["id"]: str(row["name"]) for row in rows}
        return {group_id: name for group_id, name in self._groups.items() if name}

    def _status_labels(self) -> Mapping[int, str]:
        if self._statuses is None:
            try:
                answer = self._client.get("custom_statuses", live=True)
            except RefusedError as refusal:
                if refusal.status not in (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN):
                    raise
                # the account has none
                answer = {}
            rows = answer.get("custom_statuses") or ()
            self._statuses = {row["id"]: str(row["agent_label"]) for row in rows}
        return self._statuses
