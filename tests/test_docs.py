"""The papers tell the truth: what they name is there."""

import ast
import re
import shlex
import subprocess
import sys
import tomllib

import house_rules
import pytest

import familytrace

ROOT = house_rules.ROOT
PAPERS = sorted(path for path in house_rules.tracked(".md") if not path.startswith("tests/"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _missing_links(path: str, text: str) -> list[str]:
    """Return the files that a paper links to and that are not there."""
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    local = [link for link in links if "://" not in link]
    return [link for link in local if not ((ROOT / path).parent / link).exists()]


@pytest.mark.parametrize("path", PAPERS)
def test_every_link_to_a_file_leads_somewhere(path: str) -> None:
    assert [] == _missing_links(path, _text(path))


def test_a_link_to_nowhere_is_noticed() -> None:
    assert ["docs/none.md"] == _missing_links("README.md", "see [this](docs/none.md#part)")


@pytest.mark.parametrize("path", PAPERS)
def test_every_make_target_in_the_papers_exists(path: str) -> None:
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", _text(path), re.MULTILINE))
    assert set() == named - TARGETS


def test_every_file_named_in_the_papers_exists() -> None:
    named = re.compile(r"`((?:familytrace|ui|tests|packaging|docs|locales|assets)/[\w./*-]+)`")
    missing = [
        f"{path}: {name}"
        for path in PAPERS
        for name in named.findall(_text(path))
        if not list(ROOT.glob(name.rstrip("/")))
    ]
    assert [] == missing


def test_make_lists_every_target_with_one_line_of_help() -> None:
    helped = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
    assert helped == TARGETS
    said = subprocess.run(
        ["make", "-C", str(ROOT), "--no-print-directory"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert helped == set(re.findall(r"^  make (\w+)", said, re.MULTILINE))


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    explained = _text("docs/dependencies.md").lower()
    asked = [line for line in _text("packaging/requirements.in").splitlines() if line[:1].isalnum()]
    for line in [*project["dependencies"], *asked]:
        name = re.split(r"[^A-Za-z0-9-]", line, maxsplit=1)[0].lower()
        assert name in explained, name


def test_a_decision_fits_in_fifteen_lines() -> None:
    _, *entries = re.split(r"^## ", _text("docs/decisions.md"), flags=re.MULTILINE)
    numbers = [int(entry.split(".")[0]) for entry in entries]
    assert list(range(1, len(entries) + 1)) == numbers
    for entry in entries:
        assert len(entry.strip().splitlines()) - 1 <= 15, entry.splitlines()[0]


def test_the_version_stands_in_one_place() -> None:
    tree = ast.parse(_text("familytrace/__init__.py"))
    stated = [ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign)]
    assert [familytrace.__version__] == stated
    assert "version" in tomllib.loads(_text("pyproject.toml"))["project"]["dynamic"]


def _commands() -> list[str]:
    """Return each ``familytrace ...`` line of the papers, as typed."""
    found = set()
    for path in PAPERS:
        text = _text(path)
        found |= set(re.findall(r"^ {4,}(familytrace .*)$", text, re.MULTILINE))
        found |= set(re.findall(r"`(familytrace [^`]*)`", text))
    return sorted(found)


@pytest.mark.skipif(not (ROOT / "familytrace/cli/main.py").exists(), reason="no commands yet")
@pytest.mark.parametrize("command", _commands())
def test_every_command_in_the_papers_is_understood(command: str) -> None:
    words = shlex.split(command)[1:]
    verbs = []
    for word in words:
        if not re.fullmatch(r"[a-z-]+", word) or word.startswith("-"):
            break
        verbs.append(word)
    options = {word for word in words if word.startswith("--")}
    said = subprocess.run(
        [sys.executable, "-m", "familytrace", *verbs, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == said.returncode, said.stderr
    assert set() == {option for option in options - {"--help"} if option not in said.stdout}


def test_the_licence_is_the_one_that_is_named() -> None:
    assert "GNU GENERAL PUBLIC LICENSE" in _text("LICENSE")
    assert "GPL-3.0-or-later" == tomllib.loads(_text("pyproject.toml"))["project"]["license"]
    assert "GPL-3.0-or-later" in _text("README.md")
