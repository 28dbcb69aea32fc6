"""The window on a real X11 screen, not only on Qt's offscreen one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import house_rules
import pytest

CHILD = house_rules.ROOT / "tests" / "bench" / "first_paint.py"


@pytest.fixture
def screen() -> Iterator[str]:
    """Start an X server on a free number and return its name."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    ours, theirs = os.pipe()
    command = [server, "-displayfd", str(theirs), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL) as running:
        os.close(theirs)
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        yield f":{number}"
        running.terminate()


def test_the_first_window_is_painted_on_a_real_screen(screen: str, tmp_path: Path) -> None:
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DISPLAY": screen}
    done = subprocess.run(
        [sys.executable, str(CHILD), "app"],
        env={**surroundings, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert float(done.stdout) > 0


def test_without_a_screen_the_program_says_so_instead_of_aborting(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        cwd=house_rules.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert 1 == done.returncode
    assert "There is no screen here" in done.stderr
