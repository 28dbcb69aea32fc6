"""familytrace demo, receive, key and recipient: what it made opens on the other side."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

WORDS = "amber river window garden seven lantern"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "here"
    line = [sys.executable, "-m", "familytrace", "demo", str(folder)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return folder


def _package(demo: Path) -> Path:
    (found,) = demo.glob("*.ftcase")
    return found


def test_the_package_opens_with_the_key_file_and_nothing_is_kept(demo: Path, run: Any) -> None:
    opened = run("receive", _package(demo), "--key", demo / "group-key.txt", "--json")
    assert 0 == opened.returncode, opened.stderr
    told = json.loads(opened.stdout)
    assert ("unknown", 2) == (told["sender_state"], told["pictures"])
    assert "16" in json.dumps(told["case"]["claims"])


def test_the_group_has_the_case_and_knows_the_package(demo: Path, run: Any) -> None:
    way = ["--vault", demo / "group.familytrace", "--passphrase-file", "-"]
    listed = run("case", "list", *way, given=WORDS)
    assert "FT-" in listed.stdout
    again = run("receive", _package(demo), *way, given=WORDS)
    assert 5 == again.returncode
    assert "already have" in again.stderr


def test_several_files_at_once_each_get_their_word(demo: Path, run: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ftcase"
    bad.write_bytes(b"nothing")
    opened = run("receive", bad, _package(demo), "--key", demo / "group-key.txt", "--json")
    assert 5 == opened.returncode
    assert json.loads(opened.stdout)["kind"] == "case"


def test_the_content_is_written_only_after_a_yes(demo: Path, run: Any, tmp_path: Path) -> None:
    line = ["receive", _package(demo), "--key", demo / "group-key.txt", "--to", tmp_path / "out"]
    assert 2 == run(*line).returncode
    assert not (tmp_path / "out").exists()
    assert 0 == run(*line, "--yes-plain").returncode
    (made,) = (tmp_path / "out").iterdir()
    names = {path.name for path in made.iterdir()}
    assert {"case.json", "consent.json", "form.pdf", "sheet.txt", "0001.jpg", "0002.jpg"} == names


def test_a_demo_is_never_written_over_anything(demo: Path, run: Any) -> None:
    assert 3 == run("demo", demo).returncode


def test_the_protected_sister_is_in_no_page(demo: Path) -> None:
    text = (demo / "our-case-form.txt").read_text("utf-8").casefold()
    assert "ayg" not in text
    assert "139 0000" not in text
