"""The command line as a whole: help, version, usage, no traces of a crash."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from familytrace import __version__
from familytrace.cli.main import main, parser
from familytrace.cli.terminal import harmless


def test_the_version_is_said(run_alone: Any) -> None:
    assert f"FamilyTrace {__version__}" == run_alone("--version").stdout.strip()


@pytest.mark.parametrize("line", [[], ["nothing"], ["vault"], ["export"], ["case", "list"]])
def test_words_that_make_no_command_are_a_usage_error(line: list[str], run: Any) -> None:
    assert 2 == run(*line).returncode


def test_every_command_has_help() -> None:
    text = parser().format_help()
    commands = ("vault", "case", "forms", "export", "receive", "recipient", "key", "demo")
    assert all(command in text for command in commands)


def test_no_secret_is_a_word_of_the_command_line() -> None:
    with pytest.raises(SystemExit):
        main(["case", "list", "--vault", "x", "--passphrase", "secret"])


def test_a_terminal_gets_no_control_characters() -> None:
    assert "a\ufffd[31mb\ufffdc" == harmless("a\x1b[31mb\u202ec")


def test_a_process_of_ours_is_refused_every_socket_but_local_ones(tmp_path: Path) -> None:
    script = (
        "import sys, socket\n"
        "from familytrace.cli import main\n"
        "main.main = lambda words: socket.socket(socket.AF_INET).fileno() and 0\n"
        "sys.exit(main.entry([]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "PermissionError" in done.stderr
