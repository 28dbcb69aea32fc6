"""The demo of the README, and its words for people who do not have our program."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import house_rules
import pytest

README = (house_rules.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the demo once, in an empty folder."""
    folder = tmp_path_factory.mktemp("somewhere")
    program = [sys.executable, "-m", "familytrace", "demo", "demo"]
    surroundings = {**os.environ, "PYTHONPATH": str(house_rules.ROOT), "HOME": str(folder / "home")}
    done = subprocess.run(
        program, cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stderr
    for line in done.stdout.splitlines():
        told = re.search(r"demo/\S+", line)
        assert told is None or (folder / told[0]).exists(), line
    return folder


def test_the_demo_makes_what_the_readme_promises(place: Path) -> None:
    made = {path.name: path for path in (place / "demo").iterdir()}
    endings = [path.suffix for path in made.values()]
    assert 2 == endings.count(".familytrace")
    assert {".ftcase", ".ftcard", ".pdf"} <= set(endings)
    assert "group-key.txt" in made


def test_the_demo_does_not_write_over_an_earlier_one(place: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (place / "demo").rglob("*")}
    again = subprocess.run(
        [sys.executable, "-m", "familytrace", "demo", "demo"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(house_rules.ROOT)},
        capture_output=True,
        check=False,
    )
    assert 0 != again.returncode
    assert before == {path: path.stat().st_mtime_ns for path in (place / "demo").rglob("*")}


@pytest.mark.skipif(not shutil.which("minisign"), reason="Debian's minisign is not installed")
def test_stock_tools_open_and_verify_the_package_as_the_readme_says(place: Path) -> None:
    (block,) = re.findall(r"((?:^ {6}.*\n)*^ {6}minisign.*\n)", README, re.MULTILINE)
    done = subprocess.run(
        ["sh", "-eu", "-c", textwrap.dedent(block)],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert "Signature and comment signature verified" in done.stdout
    assert (place / "opened" / "form.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(not shutil.which("minisign"), reason="Debian's minisign is not installed")
def test_one_changed_byte_is_noticed_by_stock_tools(place: Path, tmp_path: Path) -> None:
    (sealed,) = (place / "demo").glob("*.ftcase")
    broken = bytearray(sealed.read_bytes())
    broken[len(broken) // 2] ^= 1
    changed, key = tmp_path / "changed.ftcase", place / "demo" / "group-key.txt"
    changed.write_bytes(broken)
    done = subprocess.run(
        ["age", "--decrypt", "-i", str(key), "-o", str(tmp_path / "out"), str(changed)],
        capture_output=True,
        check=False,
    )
    assert 0 != done.returncode
