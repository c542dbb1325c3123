"""Short ways to state a standard field. `w` is what an API user may do with it: c create, u update."""

from sandbox.salesforce.schema import Field


def text(name: str, length: int = 255, w: str = "cu", **more: object) -> Field:
    """Return a one-line text field."""
    return _field(name, "string", w, length=length, **more)


def area(name: str, length: int, w: str = "cu", **more: object) -> Field:
    """Return a text area."""
    return _field(name, "textarea", w, length=length, **more)


def email(name: str, w: str = "cu", **more: object) -> Field:
    """Return an e-mail field."""
    return _field(name, "email", w, length=80, **more)


def phone(name: str, w: str = "cu") -> Field:
    """Return a phone field."""
    return _field(name, "phone", w, length=40)


def flag(name: str, w: str = "", *, default: bool = False, **more: object) -> Field:
    """Return a checkbox, which is never null."""
    return _field(name, "boolean", w, length=0, nillable=False, default=default, **more)


def pick(name: str, values: str, w: str = "cu", **more: object) -> Field:
    """Return a picklist of the values in `values`, split at `|`."""
    return _field(name, "picklist", w, length=255, values=tuple(values.split("|")) if values else (), **more)


def moment(name: str, w: str = "", **more: object) -> Field:
    """Return a date and time."""
    return _field(name, "datetime", w, length=0, **more)


def number(name: str, w: str = "") -> Field:
    """Return a whole number."""
    return _field(name, "int", w, length=0)


def lookup(name: str, refers_to: str, w: str = "cu", relationship: str | None = "", **more: object) -> Field:
    """Return a reference; its parent is called `name` without `Id` unless `relationship` says otherwise."""
    parent = name.removesuffix("Id") if relationship == "" else relationship
    targets = tuple(refers_to.split("|"))
    return _field(name, "reference", w, length=18, refers_to=targets, relationship=parent, **more)


def _field(name: str, kind: str, w: str, **more: object) -> Field:
    # the values' types are those of Field, which checks nothing by itself
    return Field(name=name, type=kind, createable="c" in w, updateable="u" in w, **more)  # type: ignore[arg-type]


IDENTITY = Field("Id", "id", 18, nillable=False)

AUDIT = (
    flag("IsDeleted"),
    moment("CreatedDate", nillable=False),
    lookup("CreatedById", "User", "", nillable=False),
    moment("LastModifiedDate", nillable=False),
    lookup("LastModifiedById", "User", "", nillable=False),
    moment("SystemModstamp", nillable=False),
)
