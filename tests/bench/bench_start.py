"""Cold start to the first painted window, against a bare PySide6 window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from harness import Figure

_CHILD = Path(__file__).with_name("first_paint.py")


def _seconds_to_first_paint(kind: str, home: Path, _round: int) -> float:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    start = time.clock_gettime(time.CLOCK_MONOTONIC)
    child = subprocess.run(
        [sys.executable, str(_CHILD), kind],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(child.stdout.split()[-1]) - start


def figures(folder: Path) -> Iterator[Figure]:
    """Yield the one figure: a new process each time, an empty home, no screen needed."""
    yield Figure(
        "start to first painted window",
        ours=partial(_seconds_to_first_paint, "app", folder),
        baseline=partial(_seconds_to_first_paint, "bare", folder),
        against="a bare PySide6 window",
        aim=1.3,
    )
