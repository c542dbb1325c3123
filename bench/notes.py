"""
The notes that docs/notes.md shows, made from the default world: `python -m bench.notes`.

Both loopback helpdesks are filled, read and thought about as in the demonstration. Then five of the world's tickets get
the note that an account of their customer's language would have: as text into the page, as a picture beside it. Needs
Chromium and the development requirements.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import requests
from playwright.sync_api import sync_playwright

from app import House
from demo.run import DEFAULT_MOMENT, DEFAULT_WORLD
from demo.stage import Stage
from integration.model import Note, TicketRef
from integration.saying import Saying
from integration.writeback import plan
from workers import annotation, context
from workers.relay import drain

SHOWN: Mapping[str, str] = {"d-004": "en", "d-133": "de", "d-085": "es", "d-192": "fr", "d-294": "pt"}
"""Ticket of the default world to the account's language."""
DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE = DOCS / "notes.md"
WIDTH = 640
MAX_BYTES = 60_000
"""Of a picture: a page of five must open at once."""
FRAME = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 8px 12px; background: #fff; color: #222; font: 12px/1.4 "Liberation Sans", sans-serif }}
p {{ margin: 6px 0 }} ul {{ margin: 0; padding-left: 20px }} a {{ color: #1f73b7; text-decoration: none }}
blockquote {{ margin: 4px 0; padding-left: 10px; border-left: 3px solid #d8dcde }} small {{ font-size: 11px }}
</style><article>{}</article>"""


def main() -> int:
    """Make the notes, and put them into the page and beside it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Stage(Path(folder) / "demo", DEFAULT_WORLD, DEFAULT_MOMENT, "unlimited") as stage,
    ):
        pages = stage.start_helpdesks()
        house = House(stage.settings(pages))
        stage.connect(house, pages)
        drain(house.desk())
        refs = dict(_refs({"zendesk": pages.zendesk, "salesforce": pages.salesforce}))
        notes = {name: _note(house, refs[name], language) for name, language in SHOWN.items()}
        house.store.close()
    page = PAGE.read_text(encoding="utf-8")
    for name, note in notes.items():
        page = _put(page, name, note.text)
    PAGE.write_text(page, encoding="utf-8")
    _picture(notes)
    return 0


def _refs(helpdesks: Mapping[str, str]) -> Iterator[tuple[str, TicketRef]]:
    for system, address in helpdesks.items():
        ids = requests.get(f"{address}/control/ids", timeout=10).json()
        yield from ((name, TicketRef(f"{system}:harbourlane", vendor_id)) for name, vendor_id in ids.items())


def _note(house: House, ref: TicketRef, language: str) -> Note:
    """Return the first note that a ticket would get in an account of this language."""
    now, saying = house.clock(), Saying(language)
    ticket = house.store.load_tickets([ref])[ref]
    if ticket.requester is None:
        raise SystemExit(f"{ref} has no requester.")
    customer = house.store.find_customers([ticket.requester])[ticket.requester]
    history = house.store.load_histories([customer])[0]
    view = context.build(history, now, replace(house.thinking(), saying=saying))
    found = annotation.annotate(view, ref, now)
    write = plan(found, None, ticket, replace(house.writing(), saying=saying), now)
    if write is None or write.note is None:
        raise SystemExit(f"{ref} gets no note any more; show another ticket.")
    return write.note


def _put(page: str, name: str, text: str) -> str:
    """Return the page with a ticket's text in its block, which a comment names."""
    block = re.compile(rf"(<!-- {name} -->\n```text\n).*?(\n```)", re.DOTALL)
    page, count = block.subn(lambda found: found[1] + text + found[2], page)
    if count != 1:
        raise SystemExit(f"{PAGE} has no block for {name}.")
    return page


def _picture(notes: Mapping[str, Note]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-lcd-text"]
        )
        sheet = browser.new_page(viewport={"width": WIDTH, "height": 100})
        for name, note in notes.items():
            sheet.set_content(FRAME.format(note.html))
            out = DOCS / f"note-{name}.png"
            sheet.screenshot(path=out, full_page=True)
            size = out.stat().st_size
            print(f"{out.name}: {size:,} bytes; text {len(note.text.encode()):,} bytes")
            if size > MAX_BYTES:
                raise SystemExit(f"{out} has {size:,} bytes; at most {MAX_BYTES:,} are wanted.")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
