import pytest

from integration.model import Channel, Event, Role, TicketRef
from tests.unit.thinking_samples import START, comment, history, later, ref, ticket
from workers import reading, timeline
from workers.timeline import Kind


def kinds(*comments):
    return [entry.kind for entry in timeline.build(history(ticket(), *comments)).entries]


def is_contact(one, *comments):
    return timeline.is_contact(one, comments, {timeline.key(c): reading.read(c, "UTC") for c in comments})


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (comment("It is broken."), Kind.CUSTOMER),
        (comment("Try again.", Role.AGENT), Kind.REPLY),
        (comment("She sounds upset.", Role.AGENT, public=False), Kind.NOTE),
        (comment("A colleague will be with you.", Role.BOT), Kind.AUTOMATIC),
        (comment("Automatic reply: I am away until Monday."), Kind.AUTOMATIC),
        (comment("Third contact. sidelight:0123456789abcdef", Role.AGENT, public=False), Kind.SIDELIGHT),
        (comment("Our note", Role.SIDELIGHT, public=False), Kind.SIDELIGHT),
    ],
)
def test_each_comment_counts_as_what_it_is(made, kind):
    assert kinds(made) == [kind]


def test_entries_are_ordered_by_time_then_id_over_all_helpdesks():
    first = comment("a", at=later(minutes=1), ticket=ref("1"), id="comment:2")
    second = comment("b", at=later(minutes=1), ticket=ref("1", "salesforce:a"), id="comment:3")
    event = Event(ref(), "event:1", START, "status", "new", "open")
    made = history(ticket(), ticket(connection="salesforce:a"), second, first)
    built = timeline.build(type(made)("1", tickets=made.tickets, comments=made.comments, events=(event,)))
    assert [e.comment.text if e.comment else e.event.field for e in built.entries] == ["status", "a", "b"]


def test_deleted_tickets_are_left_out():
    assert timeline.build(history(ticket(deleted=True), comment("gone"))).entries == ()


def test_the_same_comment_id_in_two_helpdesks_is_two_comments():
    ours = comment("I am furious", id="comment:1")
    theirs = comment("Automatic reply: away", id="comment:1", ticket=ref("1", "salesforce:a"))
    assert timeline.key(ours) != timeline.key(theirs)


def test_a_ticket_that_the_customer_wrote_is_a_contact():
    assert is_contact(ticket(), comment("The lid is cracked."))


def test_a_call_with_only_a_note_is_a_contact_unless_we_scheduled_it():
    inbound = comment("Customer rang about the lid.", Role.AGENT, public=False)
    planned = comment("Scheduled call by us about the lid.", Role.AGENT, public=False)
    assert is_contact(ticket(channel=Channel.PHONE), inbound)
    assert not is_contact(ticket(channel=Channel.PHONE), planned)
    assert not is_contact(ticket(channel=Channel.PHONE, subject="Outbound: lid"), inbound)
    assert not is_contact(ticket(channel=Channel.EMAIL), inbound)


@pytest.mark.parametrize(
    "values", [{"outbound": True}, {"deleted": True}, {"merged_into": TicketRef("zendesk:a", "9")}]
)
def test_what_the_team_started_or_merged_is_no_contact(values):
    assert not is_contact(ticket(**values), comment("The lid is cracked."))


def test_a_mail_that_we_wrote_first_is_no_contact():
    ours = comment("Your contract ends soon.", Role.AGENT)
    assert not is_contact(ticket(), ours, comment("I will think about it until then.", at=later(hours=1)))


def test_praise_is_no_contact_and_thanks_with_a_wish_is_one():
    assert not is_contact(ticket(), comment("Kudos to the whole team, wonderful!"))
    assert is_contact(ticket(), comment("The lid is cracked, please send a new one. Thanks"))
