"""Holds answers of the loopback Zendesk against the vendor's OpenAPI, which names no values for what may be null."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


class _Loader(yaml.CSafeLoader):
    """YAML as OpenAPI means it: times stay texts, and a lone `=` is one."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor("tag:yaml.org,2002:value", lambda _, node: node.value)


def _plain(schema: Any) -> Any:
    """Return an OpenAPI 3.0 schema as JSON Schema: `nullable` is a type."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _plain(value) for key, value in schema.items() if key not in ("nullable", "example", "examples")}
    if schema.get("nullable") is True:
        if isinstance(made.get("type"), str):
            made["type"] = [made["type"], "null"]
        if "enum" in made:
            made["enum"] = [*made["enum"], None]
    return made


class Spec:
    """The OpenAPI file, ready to judge answers."""

    def __init__(self, path: Path) -> None:
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        self._paths = document["paths"]
        plain = {"components": {"schemas": _plain(document["components"]["schemas"])}}
        resource = Resource(contents=plain, specification=DRAFT202012)
        self._registry = Registry().with_resource("urn:spec", resource)
        self._patterns = sorted(
            ((re.compile("^" + re.sub(r"\\{[^/]+?\\}", "[^/]+", re.escape(name)) + "$"), name) for name in self._paths),
            key=lambda pair: pair[1].count("{"),
        )

    def template(self, path: str) -> str | None:
        """Return the spec's name for an address, None where it has none."""
        path = path.removesuffix(".json")
        return next((name for pattern, name in self._patterns if pattern.match(path)), None)

    def complaints(self, method: str, path: str, status: int, body: Any) -> list[str] | None:
        """Return what is wrong with an answer, one line a kind; None where the spec does not say what it is like."""
        name = self.template(path)
        said = self._paths.get(name, {}).get(method.lower(), {}).get("responses", {}).get(str(status))
        schema = (said or {}).get("content", {}).get("application/json", {}).get("schema")
        if schema is None:
            return None
        validator = Draft202012Validator(_anchored(_plain(schema)), registry=self._registry)
        found = {self._say(part) for error in validator.iter_errors(body) for part in _innermost(error)}
        return [f"{method} {name} {line}" for line in sorted(found)]

    @staticmethod
    def _say(error: Any) -> str:
        place = ".".join("[]" if isinstance(part, int) else str(part) for part in error.absolute_path)
        kind = type(error.instance).__name__
        return f"{place or '.'}: {error.validator} ({kind})"


def _innermost(error: Any) -> list[Any]:
    """Return what is wrong with the nearest of several objects that an object might be; the error itself elsewhere."""
    if not error.context or not isinstance(error.instance, dict):
        return [error]
    branches: dict[Any, list[Any]] = {}
    for part in error.context:
        branches.setdefault(part.schema_path[0], []).append(part)
    nearest = min(branches.values(), key=len)
    return [deeper for part in nearest for deeper in _innermost(part)]


def _anchored(schema: Any) -> Any:
    """Return a schema whose references lead into the spec."""
    if isinstance(schema, list):
        return [_anchored(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"urn:spec{value}" if key == "$ref" and value.startswith("#") else _anchored(value)
        for key, value in schema.items()
    }


@cache
def read_spec(path: Path) -> Spec:
    """Return the spec; reading it takes seconds, so it is read once."""
    return Spec(path)
