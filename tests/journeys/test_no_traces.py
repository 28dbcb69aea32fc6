"""A whole session leaves nothing readable and makes no file but those it says it makes."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import file_trace
import house_rules
import pytest

pytestmark = [
    pytest.mark.tracer,
    pytest.mark.skipif(not file_trace.can_trace(), reason="strace cannot watch on this machine"),
]
CASE = house_rules.ROOT / "familytrace" / "cli" / "demo_data" / "case.json"
TYPED = house_rules.ROOT / "tests" / "data" / "cases" / "T05.json"
PROGRAM = [sys.executable, "-m", "familytrace"]
HARMLESS = ("/dev/null", "/dev/tty")


def _surroundings(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PYTHONPATH": str(house_rules.ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _told(value: object) -> Iterator[str]:
    """Yield every piece of free text of a case: what has a space or other than plain letters."""
    if isinstance(value, str):
        if " " in value or not value.isascii():
            yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _told(part)
    elif isinstance(value, list):
        for part in value:
            yield from _told(part)


def _readable(words: list[str], files: list[Path]) -> list[str]:
    """Return the files in which one of the words stands, in any of the usual encodings."""
    forms = {
        form
        for word in words
        for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode())
    }
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def _strangers(written: list[str], home: Path) -> list[str]:
    """Return what was written outside of the demo's folder and the program's settings."""
    allowed = (str(home / "demo"), str(home / ".config" / "familytrace"), *HARMLESS)
    ours = {str(home / ".config"), "pipe:"}
    return [
        path
        for path in written
        if not path.startswith(allowed) and path not in ours and not path.startswith("pipe:")
    ]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Go the whole way once; return the home it was done in and what was written."""
    folder = tmp_path_factory.mktemp("session")
    home = folder / "home"
    (home / "tmp").mkdir(parents=True)
    done, written = file_trace.written_by(
        [*PROGRAM, "demo", "demo"], home, folder / "log", _surroundings(home)
    )
    assert 0 == done.returncode, done.stderr
    return home, written


def test_the_whole_way_writes_only_vaults_settings_and_the_chosen_files(
    session: tuple[Path, list[str]],
) -> None:
    home, written = session
    assert any(path.endswith("cases.db") for path in written)
    assert [] == _strangers(written, home)


def test_no_word_of_a_case_is_readable_outside_the_chosen_pages(
    session: tuple[Path, list[str]],
) -> None:
    home, _written = session
    words = sorted(_told(json.loads(CASE.read_text(encoding="utf-8"))["case"]))
    assert len(words) > 20
    chosen = {path for path in (home / "demo").iterdir() if path.suffix in {".pdf", ".txt"}}
    files = [path for path in home.rglob("*") if path.is_file() and path not in chosen]
    assert [] == _readable(words, files)
    assert _readable(words, list(chosen))  # the same search finds them where they may be


def test_a_temporary_file_would_be_noticed_even_if_it_is_gone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    planted = "import tempfile; tempfile.TemporaryFile().write(b'x'); tempfile.mkdtemp()"
    done, written = file_trace.written_by(
        [sys.executable, "-c", planted], home, tmp_path / "log", _surroundings(home)
    )
    assert 0 == done.returncode, done.stderr
    assert 2 == len(_strangers(written, home))


def test_a_case_typed_in_the_window_is_readable_nowhere_on_the_disk(tmp_path: Path) -> None:
    """T05 goes in by mouse and keys, is locked, unlocked, agreed on and sealed."""
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    journey = str(house_rules.ROOT / "tests" / "journeys" / "test_window_cases.py")
    line = [sys.executable, "-m", "pytest", "-q", "-k", "T05", "-p", "no:cacheprovider"]
    done, written = file_trace.written_by(
        [*line, "--basetemp", str(home / "made"), journey],
        house_rules.ROOT,
        tmp_path / "log",
        {**_surroundings(home), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert 0 == done.returncode, done.stdout[-2000:]
    plain = json.loads(TYPED.read_text(encoding="utf-8"))
    words = sorted(set(_told(plain["case"])) - set(_told(plain["recipients"])))
    assert len(words) > 20
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".ftcase" for path in files)
    assert [] == _readable(words, files)
    ours = (str(home), *HARMLESS, "pipe:", f'symlink("{home}')  # the test runner's own links
    assert [] == [path for path in written if not path.startswith(ours)]
