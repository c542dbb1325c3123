"""
Whether every annotation can be read by a sidebar: `python -m bench.annotations RESULT [RESULT ...]`.

RESULT is what `sidelight demo --once --out RESULT` wrote. An annotation follows manifest/annotation.schema.json, and
is at most 6,000 bytes of UTF-8. It prints how many it read, and what each one at fault breaks; then it returns 1.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = Path(__file__).resolve().parents[1] / "manifest" / "annotation.schema.json"
MAX_BYTES = 6_000


def faults(annotation: Any) -> list[str]:
    """Return what an annotation, as parsed JSON, breaks of its schema and its size; empty where nothing."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    found = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(annotation)]
    size_bytes = len(json.dumps(annotation, ensure_ascii=False, separators=(",", ":")).encode())
    return [*found, f"$: {size_bytes} bytes, over {MAX_BYTES}"] if size_bytes > MAX_BYTES else found


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the annotations of each result file; return 1 where one is at fault, or where a file holds none."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.annotations", description="The annotations and their schema."
    )
    parser.add_argument(
        "results", type=Path, nargs="+", metavar="RESULT", help="as `sidelight demo --once --out` writes it"
    )
    good = True
    for path in parser.parse_args(arguments).results:
        try:
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            written = {row["id"]: row["annotation"] for row in rows if row["annotation"]}
        except (OSError, ValueError, KeyError, TypeError) as problem:
            sys.stderr.write(f"{path} holds no results ({problem}); write it with `sidelight demo --once --out`.\n")
            return 1
        wrong = [f"{ticket} {fault}" for ticket, found in written.items() for fault in faults(found)]
        sys.stdout.write("\n".join([f"{path.name}: {len(written)} annotations, {len(wrong)} faults", *wrong]) + "\n")
        good = good and bool(written) and not wrong
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
