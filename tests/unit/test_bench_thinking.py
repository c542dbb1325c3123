import gzip
import json

from bench import star, thinking
from integration.model import Role


def chat(number, worker):
    said = [("customer", "Hello, where is my order KL-20418?"), ("database", "{}"), ("agent", "It is on its way.")]
    messages = [{"t": 10 * n, "author_role": by, "text": text} for n, (by, text) in enumerate(said)]
    return {"id": f"star-{number}", "customer": f"star-user-{worker}", "agent": "star-agent-1", "messages": messages}


CHATS = [chat(1, 7), chat(2, 7), chat(3, 8)]


def test_every_part_of_the_thinking_has_its_figures(tmp_path, capsys):
    with gzip.open(tmp_path / "star.jsonl.gz", "wt") as out:
        out.writelines(json.dumps(one) + "\n" for one in CHATS)
    assert thinking.main([str(tmp_path), "--json", str(tmp_path / "out.json")]) == 0
    found = json.loads((tmp_path / "out.json").read_text())["figures"]
    assert {source: set(metrics) for source, metrics in found.items()} == {
        "reading": {"comments_per_s"},
        "star": {"contexts_per_s"},
        "star_by_worker": {"customers_per_s", "tickets_per_s"},
        "import": {"import_s", "ready_s", "ready_mb"},
    }
    assert all(value > 0 for metrics in found.values() for value in metrics.values())
    assert found["import"]["import_s"] <= found["import"]["ready_s"]
    assert ["reading", "comments_per_s", "6"] in [line.split()[:3] for line in capsys.readouterr().out.splitlines()]


def test_a_folder_without_the_chats_is_named_with_what_it_should_hold(tmp_path, capsys):
    assert thinking.main([str(tmp_path)]) == 1
    assert f"Neither star.jsonl nor star.jsonl.gz is in {tmp_path}" in capsys.readouterr().err


def test_a_worker_is_one_customer_and_each_chat_alone_is_one_as_well():
    seven, eight = [thinking._history(line) for line in star.build(CHATS)]
    assert (len(seven.tickets), len(eight.tickets)) == (2, 1)
    first, second = thinking._split(seven)
    assert first.tickets + second.tickets == seven.tickets
    assert [(c.role, c.text) for c in first.comments] == [
        (Role.CUSTOMER, "Hello, where is my order KL-20418?"),
        (Role.AGENT, "It is on its way."),
    ]
    assert {c.ticket for c in second.comments} == {second.tickets[0].ref}
