"""The component's own tests, run by the vendor's Jest preset, and its compiler over every file."""

import json
import shutil
from pathlib import Path

import pytest

from manifest.labels import SALESFORCE
from tests.node_packages import install, run

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("node")]

COMPILE = Path(__file__).parents[1] / "package" / "compile.mjs"
LWC = Path("force-app") / "main" / "default" / "lwc"


@pytest.fixture(scope="module")
def node():
    install(SALESFORCE)
    return shutil.which("node")


def refused(node, project):
    return json.loads(run([node, COMPILE, project, SALESFORCE], project).stdout)


def test_the_component_passes_its_own_tests(node):
    ran = run([node, "node_modules/.bin/sfdx-lwc-jest", "--", "--ci"], SALESFORCE)
    assert "Tests:" in ran.stderr
    assert "failed" not in ran.stderr


def test_the_vendors_compiler_takes_every_file_without_a_warning(node):
    assert refused(node, SALESFORCE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("sidelight/sidelight.html", "lwc:if={view.says}", "lwc:iff={view.says}", "lwc:iff"),
        ("sidelight/sidelight.html", "</article>", "", "sidelight.html"),
        ("sidelight/sidelight.html", "{view.state}", "{view.state + 1}", "not valid attribute"),
        ("sidelight/sidelight.js", "@api\n", "@api @api\n", "sidelight.js"),
        ("sidelightFlag/sidelightFlag.css", ".flag {", "#flag {", "sidelightFlag.css"),
    ],
)
def test_a_planted_error_is_refused_and_its_file_named(node, tmp_path, file, old, new, says):
    project = shutil.copytree(SALESFORCE, tmp_path / "salesforce", ignore=shutil.ignore_patterns("node_modules"))
    text = (project / LWC / file).read_text(encoding="utf-8")
    assert old in text
    (project / LWC / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = refused(node, project)
    assert any(says in one and one.startswith(file.partition("/")[2]) for one in found), found
