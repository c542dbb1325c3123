"""bench.sync reads a whole account with the real connector and store; here small, and never judged by its speed."""

import json

import pytest

from bench import sync


@pytest.mark.parametrize("store", ["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def test_a_whole_account_is_stored_with_few_calls(tmp_path, store):
    out = tmp_path / "sync.json"
    arguments = ["zendesk", "--tickets", "2000", "--comments", "4", "--store", store, "--json", str(out)]
    assert sync.main(arguments) == 0, "fewer or more tickets or comments than the account has end it with 1"
    figures = json.loads(out.read_text())["figures"][f"zendesk_{store}_comments"]
    assert figures["tickets_per_s"] > 0
    assert 0 < figures["calls_per_ticket"] <= 0.02, "of a small account, half of the calls are the first look-ups"
    assert 0 < figures["peak_mb"] < 300


@pytest.mark.parametrize("store", ["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def test_a_whole_org_is_stored_with_few_calls(tmp_path, store):
    out = tmp_path / "sync.json"
    arguments = ["salesforce", "--cases", "20000", "--comments", "2", "--store", store, "--json", str(out)]
    assert sync.main(arguments) == 0, "fewer or more Cases or comments than the org has end it with 1"
    figures = json.loads(out.read_text())["figures"][f"salesforce_{store}_comments"]
    assert figures["tickets_per_s"] > 0
    assert 0 < figures["calls_per_ticket"] <= 0.005, "Bulk jobs read what lies behind"
    assert 0 < figures["peak_mb"] < 300


def test_what_does_not_arrive_whole_is_no_figure(monkeypatch, capsys):
    short = {"tickets": 999, "comments": 0, "wall_s": 1.0, "cpu_s": 1.0, "calls": 9, "peak_mb": 1.0}
    monkeypatch.setattr(sync, "_run", lambda *_: short)
    assert sync.main(["zendesk", "--tickets", "1000", "--comments", "0", "--store", "sqlite"]) == 1
    assert "(999, 0)" in capsys.readouterr().err
