"""SOQL: from text to a tree. What the tree means is evaluate's affair; names are checked there, against the schema."""

from functools import lru_cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken, VisitError

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.grammar import GRAMMAR
from sandbox.salesforce.nodes import Aggregate, Comparison, FieldSet, Literal, Logic, Path, Query, Sort

LONGEST = 100_000
"""Characters."""

_PARSER = Lark(GRAMMAR, parser="lalr", lexer="contextual", propagate_positions=True)


@lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """
    Read one query.

    Raises:
        Refusal: MALFORMED_QUERY, with the place.
    """
    if len(text) > LONGEST:
        raise Refusal("QUERY_TOO_COMPLICATED", "SOQL statements cannot be longer than 100000 characters.")
    try:
        tree = _PARSER.parse(text)
    except UnexpectedInput as error:
        raise _malformed(text, error) from error
    try:
        query: Query = _Build(text).transform(tree)
    except VisitError as error:
        raise error.orig_exc from error
    return query


def caret(text: str, at: int, says: str) -> str:
    """Return the vendor's message about the place `at`: the line, a caret below it, row and column, what is wrong."""
    before = text[max(0, at - 30) : at].replace("\n", " ")
    after = text[at : at + 40].replace("\n", " ")
    row = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return f"\n{before}{after}\n{' ' * len(before)}^\nERROR at Row:{row}:Column:{column}\n{says}"


def _malformed(text: str, error: UnexpectedInput) -> Refusal:
    if isinstance(error, UnexpectedToken) and error.token.type != "$END":
        return Refusal("MALFORMED_QUERY", caret(text, error.token.start_pos or 0, f"unexpected token: '{error.token}'"))
    if isinstance(error, UnexpectedCharacters):
        at = int(error.pos_in_stream or 0)
        word = text[at:].split(None, 1)[0] if text[at:].strip() else "<EOF>"
        return Refusal("MALFORMED_QUERY", caret(text, at, f"unexpected token: '{word}'"))
    return Refusal("MALFORMED_QUERY", caret(text, len(text), "unexpected token: '<EOF>'"))


_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def _unquoted(token: str) -> str:
    body = token[1:-1]
    if "\\" not in body:
        return body
    out, i = [], 0
    while i < len(body):
        c = body[i]
        if c == "\\":
            i += 1
            # a LIKE pattern needs to know which % and _ are meant literally
            c = "\\" + body[i] if body[i] in "%_" else _ESCAPES.get(body[i].lower(), body[i])
        out.append(c)
        i += 1
    return "".join(out)


@v_args(inline=True)
class _Build(Transformer[Token, Any]):
    """Turns lark's tree into ours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def path(self, *names: Token) -> Path:
        return Path(tuple(map(str, names)), names[0].start_pos or 0)

    def alias(self, *names: Token | None) -> tuple[str, str]:
        return ("alias", str(names[-1]))

    def scope(self, name: Token) -> tuple[str, str]:
        return ("scope", str(name))

    def columns(self, *items: Any) -> tuple[str, tuple[Any, ...]]:
        return ("columns", items)

    def aggregate(self, function: Token, path: Path | None, alias: Token | None) -> Aggregate:
        return Aggregate(function.lower(), path, str(alias) if alias else None, function.start_pos or 0)

    def fieldset(self, _: Token, name: Token) -> FieldSet:
        return FieldSet(name.upper())

    def where(self, condition: Any) -> tuple[str, Any]:
        return ("where", condition)

    def conjunction(self, *parts: Any) -> Logic:
        return Logic("and", parts)

    def disjunction(self, *parts: Any) -> Logic:
        return Logic("or", parts)

    def negation(self, part: Any) -> Logic:
        return Logic("not", (part,))

    def comparison(self, path: Path, operator: Token, value: Literal) -> Comparison:
        return Comparison(path, "!=" if operator == "<>" else operator.lower(), value)

    def membership(self, path: Path, operator: Token, values: Any) -> Comparison:
        return Comparison(path, " ".join(operator.lower().split()), values)

    def list(self, *values: Literal) -> tuple[Literal, ...]:
        return values

    def semijoin(self, path: Path, source: Token, *clauses: Any) -> Query:
        return self._query(("columns", (path,)), source, *clauses)

    def string(self, token: Token) -> Literal:
        return Literal("string", _unquoted(token))

    def datetime(self, token: Token) -> Literal:
        return Literal("datetime", str(token))

    def date(self, token: Token) -> Literal:
        return Literal("date", str(token))

    def number(self, token: Token) -> Literal:
        return Literal("number", float(token) if "." in token else int(token))

    def true(self, _: Token) -> Literal:
        return Literal("boolean", value=True)

    def false(self, _: Token) -> Literal:
        return Literal("boolean", value=False)

    def null(self, _: Token) -> Literal:
        return Literal("null", None)

    def relative(self, token: Token) -> Literal:
        return Literal("relative", token.upper())

    def group(self, *paths: Path) -> tuple[str, tuple[Path, ...]]:
        return ("group", paths)

    def order(self, *sorts: Sort) -> tuple[str, tuple[Sort, ...]]:
        return ("order", sorts)

    def sort(self, path: Path, direction: Token | None, nulls: Token | None) -> Sort:
        descending = direction is not None and direction.lower() == "desc"
        return Sort(path, descending, nulls is not None and "last" in nulls.lower())

    def limit(self, number: Token) -> tuple[str, int]:
        return ("limit", int(number))

    def offset(self, number: Token) -> tuple[str, int]:
        return ("offset", int(number))

    def view(self, name: Token) -> tuple[str, str]:
        return ("view", str(name))

    def start(self, *clauses: Any) -> Query:
        return self._query(*clauses)

    def subquery(self, *clauses: Any) -> Query:
        return self._query(*clauses)

    def _query(self, columns: tuple[str, tuple[Any, ...]], source: Token, *clauses: tuple[str, Any]) -> Query:
        known = {name: value for name, value in clauses if name not in ("scope", "view")}
        return Query(self._text, str(source), source.start_pos or 0, columns[1], **known)
