import pytest

from integration.model import Event, Role, Status
from tests.unit.thinking_samples import comment, history, known, later, ref, ticket
from workers import context, told


def chat(*lines, **values):
    """A chat ticket of alternating lines, a minute each; a line that begins with "A: " is the agent's, by Tim."""
    comments = []
    for place, line in enumerate(lines):
        by_agent = line.startswith("A: ")
        comments.append(
            comment(
                line.removeprefix("A: "),
                Role.AGENT if by_agent else Role.CUSTOMER,
                later(minutes=place),
                id=f"comment:{place:02}",
                author_name="Tim" if by_agent else None,
            )
        )
    return known(ticket(**values), *comments).view(ref())


def told_in(*lines):
    return [(f.kind, "hidden" if f.sensitive else f.value) for f in told.list_for(chat(*lines))]


@pytest.mark.parametrize(
    ("question", "reply", "fact"),
    [
        ("May I have your name, please?", "Petra", ("name", "Petra")),
        ("Könnten Sie mir Ihren Namen nennen?", "Uta Brandt", ("name", "Uta Brandt")),
        ("¿Me indica su nombre?", "Soy Ana Ruiz", ("name", "Ana Ruiz")),
        ("What day would you like to come?", "Thursday", ("day", "Thursday")),
        ("How many people will come?", "4", ("quantity", "4")),
        ("What restaurant would you like to go to?", "Legume", ("place", "Legume")),
        ("Can you tell me your account number, please?", "68318931", ("customer_number", "68318931")),
        ("Dans quelle ville habitez-vous ?", "Lyon", ("location", "Lyon")),
    ],
)
def test_an_answer_is_what_its_question_asked_for(question, reply, fact):
    assert fact in told_in("Hello there", f"A: {question}", reply)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("May I have your name, please?", "Would you believe it, my train is late"),
        ("May I have your name, please?", "One moment"),
        ("May I have your name, please?", "Why do you need it?"),
        ("May I have your name, please?", "North Heights Venue"),
        ("When are you going to start your trip?", "Hospital"),
        ("Can you tell me your account number, please?", "i don't remember it"),
        ("How many guests will you be bringing with you?", "7 pm"),
        ("What are the last four digits of your card?", "LP-50277"),
    ],
)
def test_a_reply_that_gives_something_else_answers_nothing(question, reply):
    asked = {"name", "quantity", "when", "time", "customer_number", "card_last4"}
    assert not {kind for kind, _ in told_in("Hello there", f"A: {question}", reply)} & asked


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("And your PIN, please?", "4821"),
        ("And your PIN, please?", "it should be 4821"),
        ("Right, and your PIN as well please.", "153531981 pin 3941"),
        ("What was your mother's maiden name?", "Wong"),
        ("What is your IBAN?", "DE89 3704 0044 0532 0130 00"),
    ],
)
def test_the_answer_to_a_secret_question_is_given_and_hidden(question, reply):
    view = chat("Hello there", f"A: {question}", reply)
    shown = told.list_for(view)
    assert any(f.sensitive and f.value == "" for f in shown)
    said = [*shown, *(s.fact for s in told.on_issue(view))]
    pieces = [word for word in reply.split() if word[0].isupper() or word[0].isdigit()]
    assert not any(word in f"{f.value} {f.evidence.quote}" for f in said for word in pieces if word != "153531981")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Order KL-4411 is late.", "Sorry, the order number is KL-4412, not KL-4411."),
        ("Bestellung KL-4411 fehlt.", "Ich habe mich vertippt, Bestellung KL-4412."),
        ("El pedido KL-4411.", "Perdón, quise decir el pedido KL-4412."),
        ("La commande KL-4411.", "Je me suis trompé : commande KL-4412."),
        ("A encomenda KL-4411.", "Enganei-me, é a encomenda KL-4412."),
        ("Ordine KL-4411.", "Mi sono sbagliato, ordine KL-4412."),
    ],
)
def test_a_corrected_number_is_told_no_more(first, then):
    assert told_in(first, "A: Thank you.", then) == [("order_number", "KL-4412")]


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        ("I live at 12 Mill Lane.", "My new address is 5 Quay Street.", ("address", "5 Quay Street")),
        ("Adresse: Werftstr. 8", "Meine neue Adresse: Lindenallee 3", ("address", "Lindenallee 3")),
        ("Write to sam@example.com", "My new e-mail is sf@example.com", ("email", "sf@example.com")),
    ],
)
def test_what_is_new_takes_the_place_of_the_old(first, then, left):
    assert told_in(first, "A: Thank you.", then) == [left]


@pytest.mark.parametrize(
    "second",
    [
        "Sorry for writing again, order KL-4412 is late too.",
        "I also have order KL-4412.",
        "KL-4412 came, not complete though.",
    ],
)
def test_a_second_value_takes_no_ones_place(second):
    values = [value for _, value in told_in("Order KL-4411 is late.", "A: Thank you.", second)]
    assert {"KL-4411", "KL-4412"} <= set(values)


def test_what_held_before_the_correction_is_still_known_to_have_been_told_then():
    view = chat("Order KL-4411 is late.", "A: Thank you.", "Sorry, it is KL-4412, not KL-4411.")
    then = told.at(view, (later(minutes=1), ""))
    assert [s.fact.value for s in then if s.fact.kind == "order_number"] == ["KL-4411"]


def test_a_number_is_told_once_by_its_best_name():
    shown = told_in("KL-4411 is late.", "A: Thank you.", "My order number is KL-4411!")
    assert shown == [("order_number", "KL-4411")]


def test_what_is_of_most_use_comes_first_and_secrets_last():
    shown = told_in(
        "I'm Sam Field, sam@example.com, my password is hunter22.",
        "A: Thank you.",
        "Since 3 May error E-502 comes with Firefox 141, order KL-4411.",
    )
    kinds = [kind for kind, _ in shown]
    assert kinds == ["order_number", "error_message", "browser", "email", "name", "password"]


def test_days_and_places_in_passing_are_no_news_for_the_agent():
    assert told_in("On Friday at 3 pm I was at the Old Town Inn with four people and it was closed for the day.") == []


def test_it_is_told_with_whom_the_agent_the_assignee_or_the_team():
    by_agent = chat("Hello", "A: Your order number?", "KL-4411", group="Orders")
    assert [f.told_to for f in told.list_for(by_agent)] == ["Tim"]
    assert [f.told_to for f in told.list_for(chat("Order KL-4411 is late.", group="Orders"))] == ["Orders"]
    assigned = history(ticket(), comment("Order KL-4411 is late.", at=later(minutes=5)))
    event = Event(ref(), "e1", later(minutes=1), "assignee", None, "Kim")
    built = context.build(
        type(assigned)("1", tickets=assigned.tickets, comments=assigned.comments, events=(event,)),
        later(days=1),
        context.ThinkingSettings(),
    )
    assert [f.told_to for f in told.list_for(built.view(ref()))] == ["Kim"]


def test_a_solved_ticket_tells_what_it_told_when_it_ended():
    end = later(minutes=2)
    parts = (
        ticket(status=Status.SOLVED, solved_at=end),
        comment("Order KL-4411 is late.", id="comment:1"),
        comment("Here it comes.", Role.AGENT, later(minutes=1), id="comment:2"),
        ticket("2", later(days=1)),
        comment("Sorry, it was KL-4412, not KL-4411.", at=later(days=1), ticket=ref("2"), id="comment:3"),
    )
    assert [f.value for f in told.list_for(known(*parts).view(ref()))] == ["KL-4411"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("My order number is 55310.", "Sorry, it is 55301 not 55310."),
        ("My order number is 55310.", "Whoops, 55301!"),
        ("My order number is 55310.", "I mistyped, 55301 it is."),
        ("Mi número de pedido es 55310.", "Perdón, me equivoqué: es 55301."),
        ("Mi número de pedido es 55310.", "Disculpe, el 55301."),
        ("Meine Bestellnummer ist 55310.", "Verzeihung, es ist die 55301, nicht die 55310."),
        ("Meine Bestellnummer ist 55310.", "Ach, 55301."),
        ("Mon numéro de commande est 55310.", "Je me suis trompée, c'est 55301."),
        ("Mon numéro de commande est 55310.", "Pardon, 55301"),
        ("O meu número de pedido é 55310.", "Enganei-me, é 55301 e não 55310."),
        ("O meu número de pedido é 55310.", "Perdão, 55301."),
        ("Il mio numero d'ordine è 55310.", "Mi sono sbagliata, è 55301."),
        ("Il mio numero d'ordine è 55310.", "Scusi, 55301"),
    ],
)
def test_a_bare_number_takes_the_place_and_the_name_of_the_one_that_it_corrects(first, then):
    assert told_in(first, "A: Thank you.", then) == [("order_number", "55301")]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("Invoice FX-310 is wrong.", "A: I see.", "Forget what I wrote, it's FX-301."), ("invoice_number", "FX-301")),
        (("Ring me on 07700 900123.", "A: Yes.", "Sorry, my number is 07700 900132."), ("phone", "07700 900132")),
        (
            ("Hola", "A: ¿Me da su número de pedido, por favor?", "55310", "A: No lo encuentro.", "perdón 55301"),
            ("order_number", "55301"),
        ),
        (("Hi", "A: Your order number?", "55310", "A: Is it 55310?", "No, 55301."), ("order_number", "55301")),
    ],
)
def test_what_corrects_an_answer_or_a_named_value_is_told_in_its_place(lines, left):
    assert told_in(*lines) == [left]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("I want a replacement.", "Actually, I would prefer a refund."),
        ("Quiero un cambio.", "En realidad prefiero el reembolso."),
        ("Ich möchte einen Umtausch.", "Ich möchte doch lieber das Geld zurück."),
        ("Je voudrais un remplacement.", "Finalement, je préfère le remboursement."),
        ("Quero uma troca.", "Afinal prefiro o reembolso."),
        ("Vorrei il cambio.", "Ripensandoci, preferisco il rimborso."),
    ],
)
def test_who_changes_their_mind_is_told_with_the_last_decision_only(first, then):
    shown = [value for kind, value in told_in(first, "A: Thank you.", then) if kind == "decision"]
    assert len(shown) == 1
    assert shown[0] in then


@pytest.mark.parametrize(
    "lines",
    [
        ("My order number is 55310.", "A: And your PIN, please?", "4821", "Sorry, 4812"),
        ("My order number is 5531.", "A: And your PIN, please?", "sorry, it is 4821"),
        ("My order number is 5531.", "A: And the digits you chose for telephone banking?", "Oh, 4821"),
        ("Order 5531, my PIN is 4821.", "A: Thank you.", "Sorry, 4812"),
        ("Mi pedido es 5531.", "A: ¿Y su PIN, por favor?", "4821", "perdón 4812"),
        ("Meine Bestellung ist 5531.", "A: Und Ihre PIN bitte?", "4821", "Entschuldigung, 4812"),
        ("Ma commande est 5531.", "A: Et votre code PIN ?", "4821", "pardon, c'est 4812"),
        ("O meu pedido é 5531.", "A: E o seu PIN?", "4821", "desculpe, é 4812"),
        ("Il mio ordine è 5531.", "A: E il suo PIN?", "4821", "scusi, è 4812"),
    ],
)
def test_a_number_that_may_correct_a_secret_stays_hidden_and_ends_nothing(lines):
    view = chat(*lines)
    said = f"{told.list_for(view)} {[s.fact for s in told.on_issue(view)]}"
    assert "4812" not in said
    assert "4821" not in said
    assert "5531" in said


@pytest.mark.parametrize(
    "then",
    [
        "Sorry, I also bought two lamps.",
        "Sorry, 5532 euros were charged twice.",
        "Ah, I see.",
        "The technician wrote 5532 on the box.",
        "Actually, I paid by card in May.",
        "Sorry, my order number is still not in your list?",
        "KX-2200 came, sorry for the trouble.",
        "Sorry, is it 5532?",
    ],
)
def test_what_is_said_with_regret_and_corrects_nothing_ends_nothing(then):
    assert ("order_number", "5531") in told_in("My order number is 5531.", "A: Thank you.", then)


@pytest.mark.parametrize("then", ["Please replace the chair as well.", "I want a refund for the lamp too."])
def test_a_second_decision_leaves_the_first(then):
    assert len(told_in("I want a replacement for the table.", "A: Thank you.", then)) == 2
