"""What the wheel holds, and that the lock is whole."""

import gettext
import io
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import hatch_build
import house_rules
import pytest
from babel.messages.pofile import PoFileError

ROOT = house_rules.ROOT

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Lock now"
msgstr "Agora"

#, fuzzy
msgid "Unsure"
msgstr "Guess"

msgid "{count} case"
msgid_plural "{count} cases"
msgstr[0] "{count} caso"
msgstr[1] "{count} casos"
"""


def _copy_tree(source: Path) -> None:
    """Copy what git knows, and plant a small catalogue."""
    for path in house_rules.tracked(""):
        target = source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, target)
    planted = source / "locales" / "xx" / "LC_MESSAGES" / "familytrace.po"
    planted.parent.mkdir(parents=True)
    planted.write_text(CATALOGUE, encoding="utf-8")


def _build(source: Path, kind: str) -> Path:
    """Build from a copy of the tree, with no network and no isolation."""
    place = source.parent / kind
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(place)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = place.iterdir()
    return built


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the tree once."""
    folder = tmp_path_factory.mktemp("build") / "source"
    _copy_tree(folder)
    return folder


@pytest.fixture(scope="module")
def built(source: Path) -> Path:
    """Build the wheel once."""
    return _build(source, "wheel")


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    """Open the wheel."""
    return zipfile.ZipFile(built)


def test_the_same_tree_gives_the_same_wheel_wherever_it_lies(
    source: Path, built: Path, tmp_path: Path
) -> None:
    shutil.copytree(source, tmp_path / "elsewhere")
    assert built.read_bytes() == _build(tmp_path / "elsewhere", "wheel").read_bytes()


def test_the_source_archive_can_set_itself_up(source: Path) -> None:
    with tarfile.open(_build(source, "sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"Makefile", "LICENSE", "README.md", "packaging/setup.sh", "packaging/hatch_build.py"}
    assert needed <= names
    assert "locales/xx/LC_MESSAGES/familytrace.po" in names
    assert not any(name.endswith(".mo") for name in names)


def test_the_wheel_holds_the_two_packages_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    info = {top for top in tops if top.endswith(".dist-info")}
    assert {"familytrace", "ui"} == tops - info
    assert 1 == len(info)


def test_assets_and_compiled_catalogues_reach_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for path in house_rules.tracked(""):
        if path.startswith("assets/"):
            assert f"familytrace/_data/{path}" in names
    compiled = wheel.read("familytrace/_data/locales/xx/LC_MESSAGES/familytrace.mo")
    catalogue = gettext.GNUTranslations(io.BytesIO(compiled))
    assert "Agora" == catalogue.gettext("Lock now")
    assert "{count} casos" == catalogue.ngettext("{count} case", "{count} cases", 5)
    assert "Unsure" == catalogue.gettext("Unsure")


def test_the_wheel_carries_data_files_and_no_sources_of_texts(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert "familytrace/py.typed" in names
    assert [] == [name for name in names if name.endswith((".po", ".pot", ".pyc"))]
    for path in house_rules.tracked(""):
        if path.startswith(("familytrace/", "ui/")):
            assert path in names


def test_the_command_is_the_same_on_every_system(wheel: zipfile.ZipFile) -> None:
    (entry,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "familytrace = ui.__main__:main" in wheel.read(entry).decode()


def test_a_catalogue_that_does_not_parse_stops_the_build(tmp_path: Path) -> None:
    broken = tmp_path / "locales" / "xx" / "LC_MESSAGES" / "familytrace.po"
    broken.parent.mkdir(parents=True)
    broken.write_text("msgid Lock now\nthis is no catalogue\n", encoding="utf-8")
    with pytest.raises(PoFileError):
        hatch_build.compile_catalogues(tmp_path)


# --- the lock --------------------------------------------------------------------------------


def _name(text: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", text.strip(), maxsplit=1)[0].lower().replace("_", "-")


def _locked() -> dict[str, str]:
    text = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    return {_name(entry): entry for entry in entries}


def test_every_locked_package_has_hashes_and_one_version() -> None:
    for name, entry in _locked().items():
        assert re.match(r"[a-z0-9._-]+==[^ ]+", entry), name
        assert "--hash=sha256:" in entry, name


def test_all_that_is_asked_for_is_locked() -> None:
    asked = (ROOT / "packaging" / "requirements.in").read_text(encoding="utf-8").splitlines()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line for line in asked if line and not line.startswith("#")}
    assert set(project["dependencies"]) <= wanted
    assert {_name(line) for line in wanted} <= set(_locked())


def test_the_pyside_that_aborts_is_not_locked() -> None:
    assert _locked()["pyside6-essentials"].startswith("pyside6-essentials==6.11.")


# --- the scripts -----------------------------------------------------------------------------

SCRIPTS = [path for path in house_rules.tracked("") if path.endswith(".sh") or path == ".ci/run"]


@pytest.mark.parametrize("path", SCRIPTS)
def test_a_script_is_sound_and_stops_at_the_first_failure(path: str) -> None:
    subprocess.run(["sh", "-n", str(ROOT / path)], check=True)
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.startswith("#!/bin/sh\n")
    assert "\nset -eu\n" in text
    assert (ROOT / path).stat().st_mode & 0o111


def test_the_gate_runs_the_checks_and_the_tests() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert ["make check", "make test"] == [line for line in lines if line.startswith("make")]


def test_setting_up_says_which_python_is_needed(tmp_path: Path) -> None:
    script = tmp_path / "packaging" / "setup.sh"
    script.parent.mkdir()
    shutil.copy(ROOT / "packaging" / "setup.sh", script)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(shutil.which(name) or name)
    done = subprocess.run(
        [script], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert 1 == done.returncode
    assert "FamilyTrace needs Python 3.11, 3.12 or 3.13" in done.stderr
    assert [] == list(tmp_path.glob(".venv"))
