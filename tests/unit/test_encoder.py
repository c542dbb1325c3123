import json
import sys
import types

import numpy as np
import pytest

from integration.errors import SettingsError
from workers import encoder


class Letters:
    """A sentence model that counts letters, and every text has much in common with every other, as some models say."""

    def __init__(self, name, *, device, local_files_only):
        assert device == "cpu"
        self.name, self.local_files_only = name, local_files_only
        self.read = []

    def encode(self, texts, *, show_progress_bar):
        assert not show_progress_bar
        self.read += texts
        return np.array([[9.0] + [t.count(chr(c)) for c in range(97, 123)] for t in texts], np.float32)


@pytest.fixture
def sentence_transformers(monkeypatch):
    made = []

    def make(*args, **values):
        made.append(Letters(*args, **values))
        return made[-1]

    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(SentenceTransformer=make))
    return made


def test_a_folder_is_loaded_without_asking_a_hub(sentence_transformers, tmp_path):
    encoder.load(str(tmp_path))
    assert sentence_transformers[0].local_files_only


def test_a_name_on_a_hub_may_be_downloaded_since_the_admin_named_it(sentence_transformers):
    encoder.load("some-team/some-model")
    assert not sentence_transformers[0].local_files_only


def test_an_installed_package_leads_to_the_model_that_it_holds(sentence_transformers, tmp_path, monkeypatch):
    inside = tmp_path / "my_model" / "model"
    inside.mkdir(parents=True)
    (tmp_path / "my_model" / "__init__.py").touch()
    (inside / "modules.json").write_text("[]")
    monkeypatch.syspath_prepend(tmp_path)
    encoder.load("my-model")
    assert sentence_transformers[0].name == str(inside)


def test_unrelated_texts_are_about_nothing_apart_and_the_same_text_is_one(sentence_transformers):
    compare = encoder.load("x/y")
    near = compare([*encoder.UNRELATED, encoder.UNRELATED[0]])
    assert near[0, -1] == pytest.approx(1, abs=1e-4)
    assert np.median(near[np.triu_indices(len(encoder.UNRELATED), 1)]) == pytest.approx(0, abs=1e-6)


def test_each_text_is_read_once(sentence_transformers):
    compare = encoder.load("x/y")
    compare(["one", "two", "one"])
    compare(["two", "three"])
    assert [text for text in sentence_transformers[0].read if text in ("one", "two", "three")] == [
        "one",
        "two",
        "three",
    ]


@pytest.mark.parametrize("name", ["/no/such/folder", "./nowhere"])
def test_a_missing_folder_is_told_with_the_setting_and_the_remedy(name):
    with pytest.raises(SettingsError, match=r"SIDELIGHT_SEMANTIC_MODEL is .*no folder.*leave it empty"):
        encoder.load(name)


def test_a_missing_package_is_told_with_the_setting_and_the_remedy(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(SettingsError, match=r"SIDELIGHT_SEMANTIC_MODEL .*pip install 'sidelight\[semantic\]'"):
        encoder.load(str(tmp_path))


def test_a_model_that_is_not_there_is_told_with_the_setting_and_the_remedy(monkeypatch):
    def fail(*_, **__):
        raise OSError("no such model\nand a long trace")

    monkeypatch.setitem(sys.modules, "sentence_transformers", types.SimpleNamespace(SentenceTransformer=fail))
    with pytest.raises(SettingsError, match=r"SIDELIGHT_SEMANTIC_MODEL is x/y, .*no such model\).*leave it empty"):
        encoder.load("x/y")


@pytest.mark.parametrize(("first_only", "expected"), [(False, [2.0, 3.0]), (True, [1.0, 2.0])])
def test_an_onnx_file_is_run_without_torch_and_pooled_as_its_folder_says(monkeypatch, tmp_path, first_only, expected):
    class Tokenizer:
        from_file = classmethod(lambda cls, _: cls())
        enable_truncation = enable_padding = lambda *_: None

        def encode_batch(self, texts):
            return [types.SimpleNamespace(ids=[1, 2, 0], attention_mask=[1, 1, 0]) for _ in texts]

    class Session:
        def __init__(self, *_, **__):
            pass

        def get_inputs(self):
            return [types.SimpleNamespace(name="input_ids"), types.SimpleNamespace(name="attention_mask")]

        def run(self, _, given):
            assert set(given) == {"input_ids", "attention_mask"}
            return [np.array([[[1.0, 2.0], [3.0, 4.0], [9.0, 9.0]]] * len(given["input_ids"]))]

    runtime = types.ModuleType("onnxruntime")
    runtime.__spec__ = types.SimpleNamespace(name="onnxruntime")
    runtime.SessionOptions, runtime.InferenceSession = types.SimpleNamespace, Session
    monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
    monkeypatch.setitem(sys.modules, "tokenizers", types.SimpleNamespace(Tokenizer=Tokenizer))
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).touch()
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_cls_token": first_only}))
    encode = encoder._onnx(tmp_path, tmp_path / "model.onnx")
    assert encode(["hello"]).tolist() == [expected]
    assert encoder.load(str(tmp_path))(["a", "b"]).shape == (2, 2)
