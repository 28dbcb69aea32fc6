"""Lock means gone: the process is replaced by a new one that knows nothing."""

import contextlib
import os
import sys
from collections.abc import Callable

FLUSH_SECONDS = 0.3
Relaunch = Callable[[], None]


def relaunch() -> None:
    """Replace this process by a fresh one of the same program; memory and keys are gone.

    Windows cannot replace a process: there a new one is started and this one ends.
    """
    words = [sys.executable, *_own_words()]
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(words, close_fds=True)  # noqa: S603 - our own program
        os._exit(0)
    os.execv(sys.executable, words)  # noqa: S606 - our own program


def _own_words() -> list[str]:
    """Return what follows the interpreter in the command that started us."""
    return [] if getattr(sys, "frozen", False) else sys.orig_argv[1:]


def lock(flush: Callable[[float], object], relaunch: Relaunch = relaunch) -> None:
    """Save the draft for at most 300 ms, then go, whatever came of it."""
    with contextlib.suppress(Exception):  # nothing may keep the lock from closing
        flush(FLUSH_SECONDS)
    with contextlib.suppress(Exception):
        _end_workers()
    relaunch()


def _end_workers() -> None:
    """Stop the processes that read files from outside, if any was ever started."""
    run = sys.modules.get("familytrace.worker.run")
    if run is not None:
        run.end_all()
