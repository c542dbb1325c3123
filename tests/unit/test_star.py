"""STAR chats as a world."""

import gzip
import json

from bench import star
from sandbox.world import read_world


def chat(number, customer, *texts):
    return {
        "id": f"star-{number}",
        "customer": f"star-user-{customer}",
        "agent": "star-agent-7f",
        "messages": [
            {"author_role": "customer" if n % 2 == 0 else "agent", "text": text, "order": n, "t": 10 * n}
            for n, text in enumerate(texts)
        ],
    }


def test_each_chat_is_a_solved_ticket_of_its_customer(tmp_path):
    rows = [chat(1, "aa", "hello", "hi"), chat(2, "bb", "my taxi?", "soon", "thanks"), chat(3, "aa", "again", "yes")]
    with gzip.open(tmp_path / "star.jsonl.gz", "wt") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    assert star.main([str(tmp_path), "--out", str(tmp_path / "world.jsonl")]) == 0
    world = read_world(tmp_path / "world.jsonl")
    assert [len(c.tickets) for c in world.customers] == [2, 1]
    assert {t.status for _, t in world.tickets()} == {"solved"}
    assert {t.system for _, t in world.tickets()} == {"zendesk", "salesforce"}
    taxi = world.customers[1].tickets[0]
    assert [(c.role, c.text) for c in taxi.comments] == [
        ("customer", "my taxi?"),
        ("agent", "soon"),
        ("customer", "thanks"),
    ]
    assert (taxi.comments[2].at - taxi.comments[0].at).total_seconds() == 20


def test_a_folder_without_the_conversations_is_named(tmp_path, capsys):
    assert star.main([str(tmp_path), "--out", str(tmp_path / "world.jsonl")]) == 1
    assert str(tmp_path) in capsys.readouterr().err
