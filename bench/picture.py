"""
The picture on the README's first screen, made from the running demonstration: `python -m bench.picture TICKET`.

TICKET is the id of a ticket in the default world. Needs Chromium and the development requirements.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import requests
from playwright.sync_api import sync_playwright

OUT = Path(__file__).resolve().parent.parent / "docs" / "agent-view.png"
SIZE = {"width": 1440, "height": 900}
SETTLE_MS = 1_500
"""The page asks for news again and again, so there is no moment of rest to wait for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demonstration, take the picture of one ticket, and end it."""
    parser = argparse.ArgumentParser(prog="python -m bench.picture", description="Picture of a ticket in the demo.")
    parser.add_argument("ticket", help="id of a ticket in the default world")
    parser.add_argument("--out", type=Path, default=OUT, help="PNG file to write")
    asked = parser.parse_args(arguments)
    command = [sys.executable, "-m", "commands", "demo", "--no-browser"]
    with tempfile.TemporaryDirectory() as folder:
        demo = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        try:
            _take(_page_of(demo, asked.ticket), asked.out)
        finally:
            demo.terminate()
            demo.wait(60)
    print(f"{asked.out} shows {asked.ticket}.")
    return 0


def _page_of(demo: "subprocess.Popen[str]", ticket: str) -> str:
    """Wait until all is written back; return the address of the ticket's page."""
    said = ""
    for line in demo.stdout or ():
        said += line
        if "Ctrl-C" in line:
            break
    for base in re.findall(r"(http://127\.0\.0\.1:\d+)/agent/", said):
        ids = requests.get(f"{base}/control/ids", timeout=10).json()
        if ticket in ids:
            return f"{base}/agent/tickets/{ids[ticket]}"
    raise SystemExit(f"{ticket} is no ticket of the default world, or the demonstration failed:\n{said}")


def _take(address: str, out: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]  # a plain dict will do
        page.goto(address)
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
