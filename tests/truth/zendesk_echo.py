"""The echo machine's Zendesk: how its people act, what must never be there, and how its calls break."""

from contextlib import suppress
from typing import ClassVar

from integration.model import NOTE_KEY
from sandbox.world import World
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.lifecycle import create_ticket, delete_ticket, merge_ticket, redact_comment, restore_ticket
from sandbox.zendesk.updates import apply_update
from tests.journeys.stories import content, third_contact
from tests.truth.echo import LOST, Echo
from tests.truth.loopback import HandClock
from tests.truth.zendesk_loopback import ZendeskLoopback

OTHERS_TAGS = ("billing", "vip", "sla_gold", "returns")


class ZendeskEcho(Echo):
    """One account."""

    EDITS = (
        {"status": "open"},
        {"status": "pending"},
        {"status": "solved"},
        {"priority": "high"},
        {"priority": None},
        {"subject": "Invoice INV-4411 again"},
        *({"additional_tags": [tag]} for tag in OTHERS_TAGS),
        *({"remove_tags": [tag]} for tag in OTHERS_TAGS),
    )
    WAYS = (True, False)
    RARE = ("close", "delete", "restore", "merge", "redact")
    WRITES: ClassVar[dict] = {"match": "/tickets/", "method": "PUT"}
    REFUSALS = tuple(
        {"status": status, "retry_after": wait} for status in (409, 429, 500, 503) for wait in (None, 1, 30)
    )
    READS = tuple({"match": path, "method": "GET"} for path in ("/incremental/", "/tickets", "/users"))
    BROKEN = tuple({"kind": kind, "status": 503} for kind in ("status", "duplicate_rows", *LOST))

    def _loopback(self):
        return ZendeskLoopback(HandClock(), World((third_contact(), content())))

    def _begin(self):
        self.account = self.loopback.account
        self.agents = [user.id for user in self.account.users.values() if user.role == "agent"]
        self.tags = {ticket.id: set(ticket.tags) for ticket in self.account.tickets.values()}

    def _check_harm(self):
        written = [comment for _, comment in self.account.written if comment.author_id == self.account.owner_id]
        assert not any(comment.public for comment in written), "a comment of ours is public"
        for ticket in self.account.tickets.values():
            found = {tag for tag in ticket.tags if not tag.startswith("sidelight_")}
            assert found == self.tags[ticket.id], f"{ticket.id}: {found} instead of {self.tags[ticket.id]}"

    def _keys(self):
        return list(map(str, self.account.tickets))

    def _notes(self):
        return {ticket.id: _keys_of_notes(ticket) for ticket in self.account.tickets.values()}

    @staticmethod
    def _is_write(method, path):
        return method == "PUT" and "/tickets" in path

    # acts

    def _reply(self, which, words):
        self._act(lambda ticket: self.loopback.helpdesk.reply_as_customer(str(ticket.id), words), which)

    def _open_ticket(self, which, words):
        given = {"subject": words[:40], "comment": {"body": words}}
        self._act(lambda ticket: create_ticket(self.account, given, ticket.requester_id, "email"), which)

    def _answer(self, which, words, public):
        self._edit(which, {"comment": {"body": words, "public": public}})

    def _edit(self, which, change):
        def act(ticket):
            if ticket.deleted:
                return
            apply_update(self.account, ticket, change, self.agents[ticket.id % len(self.agents)], "web")
            self.tags[ticket.id] |= set(change.get("additional_tags", ()))
            self.tags[ticket.id] -= set(change.get("remove_tags", ()))

        self._act(act, which)

    def _do_rarely(self, which, act):
        agent = self.agents[0]

        def done(ticket):
            if act == "close":
                apply_update(self.account, ticket, {"status": "closed"}, agent, "web")
            elif act == "delete" and not ticket.deleted:
                delete_ticket(self.account, ticket, agent)
            elif act == "restore" and ticket.deleted:
                restore_ticket(self.account, ticket, agent)
            elif act == "merge":
                target = self._ticket(which + 1)
                if target is not ticket and not target.deleted and not ticket.deleted:
                    merge_ticket(self.account, ticket, target, {}, agent)
            elif act == "redact" and ticket.comments and not ticket.deleted:
                redact_comment(self.account, ticket, ticket.comments[0], ticket.comments[0].text[:9], agent)

        self._act(done, which)

    def _act(self, act, which):
        """Do something at the helpdesk, and note what tags others have set by it. What it refuses is not done."""
        with self.account.lock:
            # a ticket that is deleted cannot be replied to, one that is closed not changed
            with suppress(ApiError, KeyError):
                act(self._ticket(which))
            for ticket in self.account.tickets.values():
                self.tags.setdefault(ticket.id, {tag for tag in ticket.tags if not tag.startswith("sidelight_")})
                if "closed_by_merge" in ticket.tags:
                    self.tags[ticket.id].add("closed_by_merge")

    def _ticket(self, which):
        tickets = list(self.account.tickets.values())
        return tickets[which % len(tickets)]


def _keys_of_notes(ticket):
    texts = (f"{c.text} {c.html or ''}" for c in ticket.comments if not c.public)
    return [match[1] for text in texts if (match := NOTE_KEY.search(text))]
