"""A shell for tests: run commands as a person or a program would, words in files.

Commands run inside the test process, which saves the start of an interpreter each;
``test_demo.py`` and ``test_main.py`` start real processes. The vault is a real one
whose words are cheap to check.
"""

import contextlib
import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from familytrace.cli.main import main
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault

WORDS = "amber river window garden seven lantern"
CHEAP = Cost(64 * 1024 * 1024, 3)


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    def command(*words: object, given: str = "") -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main([str(word) for word in words])
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    return command


@pytest.fixture
def run_alone(tmp_path: Path) -> Callable[..., Done]:
    """Run a command as a process of its own."""

    def command(*words: object, given: str = "") -> Done:
        line = [sys.executable, "-m", "familytrace", *map(str, words)]
        done = subprocess.run(
            line, input=given, capture_output=True, text=True, cwd=tmp_path, check=False
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return command


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "made.familytrace"
    Vault.create(folder, WORDS, cost=CHEAP)[0].close()
    return folder


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text(f"{WORDS}\n", encoding="utf-8")
    return path


@pytest.fixture
def vault(made_vault: Path, words: Path, tmp_path: Path) -> list[object]:
    """Return the words that name an open way into a new vault."""
    folder = tmp_path / "family.familytrace"
    shutil.copytree(made_vault, folder)
    return ["--vault", folder, "--passphrase-file", words]
