"""What became of a promise, told as what people write."""

from datetime import timedelta

import pytest

from integration.model import Channel, Role
from tests.unit.thinking_samples import START, comment, known, later, ref, ticket
from workers import issue_promises

CALL = "I will call you tomorrow at 10."
REFUND = "We will refund you by Friday."


def states(*parts, now=None):
    now = now or later(days=9)
    made = known(ticket("a"), comment("The lid is cracked.", ticket=ref("a"), at=START), *parts, now=now)
    return [p.state for p in issue_promises.of(made.view(ref("a")), now)]


def agent(text, public=True, **after):  # noqa: FBT002 - a test's short word for a note
    return comment(text, Role.AGENT, later(**after), ref("a"), public=public, id=f"comment:{after}", author_name="Tim")


def customer(text, **after):
    return comment(text, at=later(**after), ticket=ref("a"), id=f"comment:c{after}")


def note(text, **after):
    return agent(text, public=False, **after)


def test_a_promise_is_open_until_it_falls_due_and_overdue_from_then_on():
    said = agent(CALL, hours=1)
    assert states(said, now=later(hours=24)) == ["open"]
    assert states(said, now=later(hours=24, seconds=1)) == ["overdue"]


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (CALL, "Called the customer, all clear."),
        (CALL, "09:50 called, no objection."),
        (CALL, "Rang him, he is happy with Monday."),
        (CALL, "Left a voicemail."),
        (CALL, "Habe den Kunden angerufen, alles geklärt."),
        (CALL, "Llamado, está conforme."),
        (CALL, "Client rappelé ce matin."),
        (CALL, "Liguei ao cliente."),
        (CALL, "Richiamato il cliente."),
        (REFUND, "Refund sent, reference 4711."),
        (REFUND, "Erstattung überwiesen."),
        (REFUND, "Remboursé ce jour."),
        (REFUND, "Refund of 40 issued in the system, should show tomorrow."),
        (REFUND, "Customer called again, not happy, but refund issued."),
        (REFUND, "Checked with finance, refund issued."),
        (REFUND, "Money sent back to the card."),
        (REFUND, "Erstattung veranlasst."),
        (REFUND, "Kein Problem, Gutschrift angewiesen."),
        (REFUND, "Remboursement effectué."),
        (REFUND, "Abono realizado esta mañana."),
        (REFUND, "Estorno feito no cartão."),
        (REFUND, "Rimborso effettuato ieri sera."),
    ],
)
def test_a_note_that_says_it_was_done_keeps_a_promise(promise, words):
    assert states(agent(promise, hours=1), note(words, hours=20)) == ["kept"]


@pytest.mark.parametrize(
    ("promise", "words"),
    [
        (CALL, "Customer called again, very cross."),
        (CALL, "Mrs Mensah called. Still waiting for us."),
        (CALL, "Not called yet."),
        (CALL, "Chase again next week. Customer not called yet."),
        (CALL, "Called the supplier, no date."),
        (CALL, "Must be called tomorrow."),
        (CALL, "Noch nicht angerufen."),
        (CALL, "Emailed the warehouse."),
        (REFUND, "Refund will be sent once finance agrees."),
        (REFUND, "Erstattung noch offen."),
        (REFUND, "Refund not yet issued, finance is waiting."),
        (REFUND, "Refund hasn't been processed."),
        (REFUND, "No refund issued so far."),
        (REFUND, "Was the refund issued? Asked finance."),
        (REFUND, "Asked finance whether the refund was issued."),
        (REFUND, "Refund to be issued by finance."),
        (REFUND, "Refund issued: not yet."),
        (REFUND, "Refund request sent to finance."),
        (REFUND, "Parcel sent back by courier, undeliverable."),
        (REFUND, "Customer sent another photo."),
        (REFUND, "El reembolso no se ha emitido todavía."),
        (REFUND, "¿Se ha hecho el reembolso?"),
        (REFUND, "Paquete devuelto por el mensajero."),
        (REFUND, "Erstattung wurde noch nicht veranlasst."),
        (REFUND, "Erstattung wird morgen veranlasst."),
        (REFUND, "Kunde hat ein Foto geschickt."),
        (REFUND, "Le remboursement n'a pas été effectué."),
        (REFUND, "Le remboursement sera effectué lundi."),
        (REFUND, "Colis retourné par le transporteur."),
        (REFUND, "O reembolso não foi efetuado."),
        (REFUND, "Assim que for efetuado, avisar."),
        (REFUND, "Rimborso mai effettuato."),
        (REFUND, "Rimborso da effettuare."),
    ],
)
def test_a_note_about_something_else_keeps_nothing(promise, words):
    assert states(agent(promise, hours=1), note(words, hours=20)) == ["overdue"]


def test_a_message_that_the_refund_was_sent_keeps_it():
    assert states(agent(REFUND, hours=1), agent("Your refund was sent today.", days=1)) == ["kept"]


def test_an_answer_in_time_keeps_a_promised_call():
    assert states(agent(CALL, hours=1), agent("The part is here, the fitter brings it on.", hours=22)) == ["kept"]


def test_a_courtesy_of_the_same_sitting_keeps_nothing():
    assert states(agent(CALL, hours=1), agent("Anything else I can do?", hours=1, minutes=4)) == ["overdue"]


def test_an_answer_within_the_promised_minutes_keeps_it():
    said = agent("I will get back to you in 20 minutes.", hours=1)
    assert states(said, agent("The lid is in stock, red or blue.", hours=1, minutes=9)) == ["kept"]


def test_another_ticket_on_which_we_called_keeps_a_call():
    ours = ticket("b", later(hours=23), channel=Channel.PHONE, subject="Outbound: cracked lid", follow_up_of=ref("a"))
    talk = comment("Gave the name of the fitter.", Role.AGENT, later(hours=23), ref("b"), public=False)
    assert states(agent(CALL, hours=1), ours, talk) == ["kept"]


def test_a_recorded_call_of_ours_keeps_a_call_and_a_voicemail_of_theirs_does_not():
    call = comment("Call to +34 600 111 222, 4 minutes", Role.AGENT, later(hours=20), ref("a"), channel=Channel.PHONE)
    voicemail = comment("Voicemail from +34 600 111 222", at=later(hours=20), ticket=ref("a"), channel=Channel.PHONE)
    assert states(agent(CALL, hours=1), call) == ["kept"]
    assert states(agent(CALL, hours=1), voicemail) == ["overdue"]


def test_another_time_withdraws_the_first():
    moved = agent("I can't call you tomorrow after all, I will call you on Monday at 10.", hours=5)
    assert states(agent(CALL, hours=1), moved, now=later(days=2)) == ["withdrawn", "open"]


def test_the_agent_takes_it_back():
    assert states(agent(CALL, hours=1), agent("Sorry, I won't be able to call you.", hours=5)) == ["withdrawn"]


@pytest.mark.parametrize(
    "words",
    [
        "The refund has been delayed, I can't say for how long.",
        "Aplazamos el reembolso.",
        "Die Erstattung verzögert sich.",
        "Le remboursement a du retard.",
        "O reembolso vai atrasar.",
        "Il rimborso è in ritardo.",
    ],
)
def test_the_agent_puts_it_off(words):
    assert states(agent(REFUND, hours=1), agent(words, hours=20)) == ["withdrawn"]


@pytest.mark.parametrize(
    "words",
    [
        "Sorry for the delay, the refund has been issued.",
        "Disculpe el retraso, el reembolso está hecho.",
        "Entschuldigen Sie die Verzögerung, die Erstattung ist veranlasst.",
        "Désolé pour le retard, le remboursement est effectué.",
        "Desculpe o atraso, o reembolso está feito.",
        "Scusi il ritardo, il rimborso è stato effettuato.",
    ],
)
def test_an_apology_for_the_delay_takes_nothing_back(words):
    assert states(agent(REFUND, hours=1), agent(words, hours=20)) == ["kept"]


@pytest.mark.parametrize(
    "words",
    [
        "No need to call me, it is sorted.",
        "Please cancel the call.",
        "Hat sich erledigt, danke.",
        "Ya no hace falta, gracias.",
        "Plus besoin, merci.",
        "Já não é preciso, obrigado.",
        "Non serve più, grazie.",
    ],
)
def test_the_customer_needs_it_no_more(words):
    assert states(agent(CALL, hours=1), customer(words, hours=3)) == ["withdrawn"]


def test_thanks_after_the_time_keep_it_and_a_chaser_does_not():
    assert states(agent(CALL, hours=1), customer("Thanks for the call, all good.", days=2)) == ["kept"]
    assert states(agent(CALL, hours=1), customer("Still no call. When is somebody coming?", days=2)) == ["overdue"]


def test_what_came_has_come_however_cross_the_customer_is():
    arrival = agent("The parcel will arrive tomorrow.", hours=1)
    assert states(arrival, customer("It has arrived. I am still furious about the wait!", days=2)) == ["kept"]


def test_what_nobody_can_see_is_missed_only_when_the_customer_says_so():
    arrival = agent("The parcel will arrive tomorrow.", hours=1)
    assert states(arrival) == ["kept"]
    assert states(arrival, customer("It still has not arrived, where is it?", days=2)) == ["overdue"]


def test_the_same_promise_said_twice_is_one():
    assert states(agent(CALL, hours=1), agent("As I said, I will call you tomorrow at 10.", hours=2)) == ["overdue"]


def test_what_settled_a_promise_is_named():
    said, done = agent(CALL, hours=1), note("Called the customer.", hours=20)
    made = known(ticket("a"), said, done)
    (found,) = issue_promises.of(made.view(ref("a")), later(days=9))
    assert (found.by, found.settled_by.comment_id, found.settled_by.at) == ("Tim", done.id, done.at)
    assert done.at - said.at == timedelta(hours=19)
