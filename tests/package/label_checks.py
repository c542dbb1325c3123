"""What an org would refuse in custom labels and their translations, or what would be missing on the page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

LABEL_NAME = re.compile(r"Sidelight(?:_[A-Za-z0-9]+)+")
LONGEST_NAME = 80
LONGEST_TEXT = 1000
LONGEST_DESCRIPTION = 80
LANGUAGES = {"de", "es", "fr", "it", "pt_BR", "pt_PT"}


def gaps(text: str) -> Counter:
    """What is filled in: `{n}` and the like."""
    return Counter(re.findall(r"\{\w+\}", text))


def labels_of(sources: Iterable) -> dict[str, str]:
    """Return {name: text in English} of every label that the package brings."""
    nodes = [node for source in sources if source.kind == "labels" for node in source.all("m:labels")]
    return {told(node, "fullName"): told(node, "value") for node in nodes}


def told(node, element: str) -> str:
    return (node.findtext(f"{{*}}{element}") or "").strip()


def check_labels(source) -> Iterator[str]:
    names = [told(node, "fullName") for node in source.all("m:labels")]
    yield from (f"{name} is there twice" for name, n in Counter(name.lower() for name in names).items() if n > 1)
    for node in source.all("m:labels"):
        name = told(node, "fullName")
        if not LABEL_NAME.fullmatch(name) or len(name) > LONGEST_NAME:
            yield f"{name} is no name of a label of ours of at most {LONGEST_NAME} characters"
        if not 0 < len(told(node, "value")) <= LONGEST_TEXT:
            yield f"{name} has no text, or one of more than {LONGEST_TEXT} characters"
        if not 0 < len(told(node, "shortDescription")) <= LONGEST_DESCRIPTION:
            yield f"{name} has no short description of at most {LONGEST_DESCRIPTION} characters"
        if told(node, "language") != "en_US":
            yield f"{name} is not in English"


def check_translation(source, labels: dict[str, str]) -> Iterator[str]:
    if source.name not in LANGUAGES:
        yield f"{source.name} is no language of Salesforce's that we speak"
    named = [told(node, "name") for node in source.all("m:customLabels")]
    yield from (f"{name} is there twice" for name, n in Counter(named).items() if n > 1)
    yield from (f"{name} is not translated" for name in sorted(set(labels) - set(named)))
    yield from (f"{name} is no label of this package" for name in sorted(set(named) - set(labels)))
    for node in source.all("m:customLabels"):
        name, text = told(node, "name"), told(node, "label")
        if not 0 < len(text) <= LONGEST_TEXT:
            yield f"{name} has no text, or one of more than {LONGEST_TEXT} characters"
        if name in labels and gaps(text) != gaps(labels[name]):
            yield f"{name} does not fill in what the English text does"
