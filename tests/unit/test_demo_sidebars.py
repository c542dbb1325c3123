"""The demonstration finds the sidebars' files where they are built, and does without those that are not."""

from demo import sidebars
from manifest.build import write_files


def test_the_component_is_its_two_files_and_nothing_beside_them(monkeypatch, tmp_path):
    folder = tmp_path / "demo" / "sidebar"
    folder.mkdir(parents=True)
    (folder / "sidelight.js").write_bytes(b"1")
    (folder / "notes.txt").write_bytes(b"2")
    monkeypatch.setattr(sidebars, "ROOT", tmp_path)
    assert sidebars.salesforce_app() == {"sidelight.js": b"1"}


def test_what_is_not_built_is_empty(monkeypatch, tmp_path):
    monkeypatch.setattr(sidebars, "ROOT", tmp_path)
    assert sidebars.salesforce_app() == {}


def test_files_are_written_by_their_paths(tmp_path):
    folder = write_files({"assets/iframe.html": b"<p>"}, tmp_path / "apps")
    assert (folder / "assets" / "iframe.html").read_bytes() == b"<p>"
    assert write_files({}, tmp_path / "none").is_dir()
