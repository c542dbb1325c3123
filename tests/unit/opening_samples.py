"""Flags, promises and views for the tests of the first sentence, and every sentence that there is."""

from datetime import timedelta

from integration.model import Evidence, Flag, Promise, Role, Severity, TimelinePromise
from integration.saying import LOCALES
from tests.unit.thinking_samples import comment, known, later, ref, ticket
from workers import brand, opening
from workers.brand import Brand, Voice

KINDS = ("call", "refund", "visit", "delivery", "correction", "answer", "action")
SAID = (
    "repeat_contact",
    "promise_overdue",
    "unanswered_question",
    "asked_again",
    "left_waiting",
    "deflected_again",
    "hollow_resolution",
)
OTHERS = ("rushed", "language_mismatch", "channel_switch", "rising_frustration", "good_score_bad_experience")
DUE = later(days=5)


def issue(subject="Wrong invoice", number="invoice number 4411", contacts=3, said_last=Role.CUSTOMER, **values):
    """Return the view of the last of some contacts about one thing."""
    parts = []
    for n in range(contacts):
        opened, name = later(days=2 * n), str(n)
        parts += [
            ticket(name, opened, subject=subject if n == 0 else "Again", **values),
            comment(f"My {number} is still wrong.", at=opened, ticket=ref(name)),
        ]
    last = parts[-2].created_at
    if said_last != Role.CUSTOMER:
        parts.append(comment("We look into it.", said_last, last + timedelta(hours=1), ref(str(contacts - 1))))
    made = known(*parts)
    assert len(made.issues) == 1
    return made.view(ref(str(contacts - 1)))


def promise(kind="correction", by="Joe", state="overdue", ticket_id="0", due=DUE):
    evidence = Evidence(ref(ticket_id), later(hours=2), "it will be right by Monday", "comment:9", Role.AGENT)
    return TimelinePromise(Promise(due, evidence, 0.9, kind), state, by)


def flag(kind, view, *more, role=Role.CUSTOMER):
    earlier = [t for t in view.issue.tickets if t.ref != view.ticket.ref]
    evidence = (Evidence(view.ticket.ref, later(days=4), "It is still wrong.", "comment:1", role), *more)
    if kind == "repeat_contact":
        evidence = tuple(Evidence(t.ref, t.created_at) for t in earlier)
    if kind == "promise_overdue":
        evidence = tuple(p.promise.evidence for p in more) or (promise().promise.evidence,)
    return Flag(kind, Severity.HIGH, 0.9, "fine", "lived", "do", evidence)


LATE = (promise(),)


def write(*kinds, view=None, given=LATE, language="en", voice=None, **names):
    view = view or issue()
    flags = tuple(flag(kind, view) for kind in kinds)
    return opening.write(view, flags, given, language, voice or Brand(**names))


def everything():
    """Yield every sentence there is, with its language: each clause, in both forms, in six languages."""
    third, second, many, nameless = issue(), issue(contacts=2), issue(contacts=4), issue("", "order")
    answered = issue(said_last=Role.AGENT)
    for language in LOCALES:
        for formality in brand.FORMALITIES:
            voice = Brand(Voice(formality=formality))
            views = (third, second, many, nameless, issue("", "order", 2), issue("Garden gate", "gate"))
            for view in views:
                yield language, write("repeat_contact", view=view, language=language, voice=voice)
            for kind in KINDS:
                for by in ("Joe", None):
                    yield language, write("promise_overdue", given=(promise(kind, by),), language=language, voice=voice)
            yield language, write("left_waiting", view=answered, language=language, voice=voice)
            yield language, opening.write(third, (flag("asked_again", third, role=Role.AGENT),), (), language, voice)
            for kind in SAID[2:]:
                yield language, write(kind, language=language, voice=voice)
            yield language, write("repeat_contact", "promise_overdue", language=language, voice=voice)


VIEW = issue()
