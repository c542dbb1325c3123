"""Each module of the thinking can be the first that a process loads: none waits for itself."""

import ast
import graphlib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def needed(path, modules):
    """Return the modules of ours that one loads as it is loaded."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{one.name}" for one in node.names]
            yield from (name if name in modules else node.module for name in names)


def test_no_module_waits_for_itself():
    paths = [path for room in ("workers", "integration") for path in (ROOT / room).rglob("*.py")]
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}
    graph = {
        name: {other for other in needed(path, modules) if other in modules and not f"{name}.".startswith(f"{other}.")}
        for name, path in modules.items()
        if path.name != "__init__.py"
    }
    list(graphlib.TopologicalSorter(graph).static_order())
