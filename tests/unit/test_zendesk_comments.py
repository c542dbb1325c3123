"""Zendesk's comments and conversation logs, as its API documents show them: who said what, and was it public?"""

from typing import ClassVar

from integration.connectors.zendesk import mapping
from integration.connectors.zendesk.mapping.html_text import html_to_text
from integration.model import Channel, ContactRef, Role, TicketRef

ACME = "zendesk:acme"
AGENT, CUSTOMER, OWN = 235323, 20978392, 900
DIRECTORY = mapping.Directory(
    ACME,
    roles={AGENT: Role.AGENT, CUSTOMER: Role.CUSTOMER, OWN: Role.AGENT},
    own_id=OWN,
)
REF = TicketRef(ACME, "35436")
KEY = "0123456789abcdef"
COMMENT = {
    "id": 1274,
    "type": "Comment",
    "author_id": CUSTOMER,
    "body": "Thanks for *your* help!",
    "plain_body": "Thanks for&nbsp;your help!",
    "html_body": "<p>Thanks for <em>your</em> help!</p>",
    "public": True,
    "created_at": "2026-07-20T22:55:29Z",
    "attachments": [{"file_name": "crash.log", "id": 498483}],
    "via": {"channel": "email"},
}


def map_comment(**changes):
    return mapping.map_comment(mapping.CommentRow.of({**COMMENT, **changes}), REF, DIRECTORY)


class TestComment:
    def test_the_plain_body_is_preferred(self):
        comment = map_comment()
        assert comment.text == "Thanks for your help!"
        assert comment.id == "comment:1274"
        assert comment.attachments == ("crash.log",)
        assert comment.channel is Channel.EMAIL

    def test_without_a_plain_body_the_body_is_taken_and_html_last(self):
        assert map_comment(plain_body=None).text == "Thanks for *your* help!"
        assert map_comment(plain_body=None, body=None).text == "Thanks for your help!"

    def test_the_author_is_told_by_the_users_role(self):
        assert map_comment().role is Role.CUSTOMER
        assert map_comment(author_id=AGENT).role is Role.AGENT
        assert map_comment(author_id=424242).role is Role.CUSTOMER

    def test_zendesk_itself_is_automation_and_nobody(self):
        comment = map_comment(author_id=-1)
        assert comment.role is Role.AUTOMATION
        assert comment.author is None

    def test_what_a_trigger_wrote_in_an_agents_name_is_automation(self):
        assert map_comment(author_id=AGENT, via={"channel": "rule"}).role is Role.AUTOMATION

    def test_the_answer_bot_is_a_bot(self):
        assert map_comment(author_id=AGENT, via={"channel": "answer_bot"}).role is Role.BOT

    def test_a_private_comment_is_never_the_customers(self):
        assert map_comment(public=False).role is Role.AGENT

    def test_our_note_is_recognised_by_its_key_author_and_privacy(self):
        text = f"A note. sidelight:{KEY}"
        assert map_comment(author_id=OWN, plain_body=text, public=False).role is Role.SIDELIGHT
        assert map_comment(author_id=AGENT, plain_body=text, public=False).role is Role.AGENT
        assert map_comment(author_id=CUSTOMER, plain_body=text, public=True).role is Role.CUSTOMER

    def test_what_our_user_writes_by_hand_is_an_agents(self):
        assert map_comment(author_id=OWN, public=False).role is Role.AGENT

    def test_a_redaction_is_seen(self):
        assert map_comment(plain_body="My card is ▇▇▇▇").redacted
        assert not map_comment().redacted

    def test_a_deleted_attachment_is_none(self):
        assert map_comment(attachments=[{"file_name": "id.png", "deleted": True}]).attachments == ()

    def test_a_voice_comment_says_its_transcript(self):
        comment = map_comment(type="VoiceComment", data={"transcription_text": "My line is dead."}, via=None)
        assert comment.text == "My line is dead."
        assert comment.channel is Channel.PHONE

    def test_a_voice_comment_without_transcript_says_its_body(self):
        assert map_comment(type="VoiceComment", data={}, plain_body="Call from +1").text == "Call from +1"


class TestConversation:
    MESSAGE: ClassVar = {
        "attachments": [],
        "author": {
            "display_name": "SampleBot",
            "type": "bot",
            "zen:sunco:user_id": "a21a91fd1234a",
            "zen:support:user_id": -1,
        },
        "content": {"text": "Hey! Have a question?", "type": "text"},
        "created_at": "2026-04-22T09:24:26Z",
        "id": "02JSED093DTX4RTDRRJXN2YKB0",
        "metadata": {"custom": {}, "system": {}, "ticket_version": 0},
        "reference": "zen:sunco:conversation_message:6807603a38564290f5a086c2",
        "type": "Messaging::ConversationMessage",
    }
    COMMENT: ClassVar = {
        "attachments": [],
        "author": {"display_name": "sample user", "type": "user", "zen:support:user_id": CUSTOMER},
        "content": {
            "body": '<div class="zd-comment"><p>Conversation with Ana</p>\n\n<p>URL: None</p></div>',
            "type": "html",
        },
        "created_at": "2026-04-22T09:24:46Z",
        "id": "01JSED0VSGBJP9TJ471NTUGYYD",
        "metadata": {"custom": {}, "public": False, "system": {}, "ticket_version": 0},
        "reference": "zen:ticket_event:8639371328313",
        "type": "Comment",
    }

    def map(self, row, **changes):
        return mapping.map_conversation({**row, **changes}, REF, DIRECTORY, Channel.MESSAGING)

    def test_a_bots_message_is_a_bots(self):
        message = self.map(self.MESSAGE)
        assert message.id == "conversation:02JSED093DTX4RTDRRJXN2YKB0"
        assert message.role is Role.BOT
        assert message.public
        assert message.text == "Hey! Have a question?"
        assert message.author == ContactRef(ACME, "sunco:a21a91fd1234a")

    def test_a_customers_message_is_the_customers(self):
        author = {"display_name": "Ana", "type": "user", "zen:support:user_id": CUSTOMER}
        message = self.map(self.MESSAGE, author=author)
        assert message.role is Role.CUSTOMER
        assert message.author == ContactRef(ACME, str(CUSTOMER))
        assert message.author_name is None
        assert message.channel is Channel.MESSAGING

    def test_a_comment_in_the_log_has_the_id_that_it_has_elsewhere(self):
        assert self.map(self.COMMENT).id == "comment:8639371328313"

    def test_the_line_that_zendesk_writes_in_the_customers_name_is_not_theirs(self):
        comment = self.map(self.COMMENT)
        assert comment.role is Role.AUTOMATION
        assert comment.text == "Conversation with Ana\n\nURL: None"

    def test_our_note_is_recognised_in_the_log_too(self):
        comment = self.map(
            self.COMMENT,
            author={"type": "agent", "zen:support:user_id": OWN},
            content={"type": "html", "body": f"<p>Seen before. sidelight:{KEY}</p>"},
        )
        assert comment.role is Role.SIDELIGHT

    def test_the_answers_of_a_form_are_text(self):
        fields_ = [{"label": "Order", "text": "A-1001"}, {"label": "City", "text": "Graz"}]
        assert self.map(self.MESSAGE, content={"type": "formResponse", "fields": fields_}).text == (
            "Order: A-1001\nCity: Graz"
        )


class TestHtml:
    def test_blocks_are_lines_and_entities_are_characters(self):
        assert (
            html_to_text("<div>Hi&nbsp;Ana,<br>it is <b>3 &lt; 4</b></div><p>Bye</p>") == "Hi Ana,\nit is 3 < 4\n\nBye"
        )

    def test_style_and_script_are_silent(self):
        assert html_to_text("<table><tr><th>Order</th><td>KL-20418</td></tr></table>") == "Order KL-20418"
        assert html_to_text("<style>p{}</style><script>x()</script>Hello") == "Hello"
