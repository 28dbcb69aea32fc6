"""Lock means gone: what was typed is in the vault, and the process knows nothing any more."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import house_rules
import pytest
import ui_pages
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familytrace.errors import WorkerError
from familytrace.vault.vault import Vault
from familytrace.worker.run import run
from ui import lock

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_relaunch_comes_even_when_saving_fails() -> None:
    done: list[str] = []

    def flush(_seconds: float) -> None:
        raise OSError("the stick is gone")

    lock.lock(flush, lambda: done.append("gone"))
    assert ["gone"] == done


def test_saving_gets_no_more_than_its_time() -> None:
    given: list[float] = []
    lock.lock(given.append, lambda: None)
    assert [0.3] == given


def test_ctrl_l_saves_what_is_being_typed_and_relaunches(
    make_shell: Callable[..., Any], demo: tuple[Path, str], qtbot: QtBot
) -> None:
    gone: list[bool] = []
    shell = make_shell(relaunch=lambda: gone.append(True))
    folder, case_id = demo
    shell.open_case(case_id, "x")
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0)
    page = shell.pages.currentWidget()
    text = page.names.rows[1].text
    text.setFocus()
    qtbot.keyClicks(text, "Beg")
    began = time.monotonic()
    qtbot.keyClick(shell.window().windowHandle(), Qt.Key.Key_L, CONTROL)
    assert [True] == gone
    assert time.monotonic() - began < 2
    assert shell.window().isHidden()
    assert shell.session.tasks.close(5)
    qtbot.waitUntil(lambda: shell.session.tasks.waiting == 0)
    with Vault.open(folder, ui_pages.WORDS) as vault:
        assert "Tursun SinaqBeg" in {name.text for name in vault.load(case_id).names}


_CHILD = """
import json, os, sys, gc
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui import lock
state = Path(sys.argv[1])
rounds = json.loads(state.read_text()) if state.exists() else []
rounds.append({"pid": os.getpid(), "secret": any("can" + "ary" in str(k) for k in globals())})
state.write_text(json.dumps(rounds))
if len(rounds) == 1:
    canary = "the words of a family"
    application = QApplication(["x"])
    lock.lock(lambda seconds: None)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts a second process instead")
def test_the_real_relaunch_replaces_the_process_and_its_memory(tmp_path: Path) -> None:
    script, state = tmp_path / "child.py", tmp_path / "state.json"
    script.write_text(_CHILD)
    done = subprocess.run(
        [sys.executable, str(script), str(state)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(house_rules.ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    first, second = json.loads(state.read_text())
    assert first["pid"] == second["pid"]
    assert second["secret"] is False


def test_locking_ends_the_readers_of_files_from_outside() -> None:
    started, over, ended = threading.Event(), threading.Event(), []

    def slow() -> Iterator[bytes]:
        started.set()
        over.wait(30)
        yield b"{}"

    def read() -> None:
        try:
            run("picture", slow())
        except WorkerError as error:
            ended.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    assert started.wait(30)
    lock.lock(lambda _seconds: None, lambda: None)
    over.set()
    reader.join(30)
    assert len(ended) == 1
