"""Start quarantine processes, feed them, and take only a whole answer from them."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from familytrace.errors import WorkerError
from familytrace.worker import wire
from familytrace.worker.main import FLAG

_ROOT = Path(__file__).resolve().parents[2]
_BOOT = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from familytrace.worker.main import main; main(sys.argv[2:])"
)
_PATIENCE = 1.0
_KEPT = ("SYSTEMROOT", "WINDIR")

_live: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use: bytes of memory and answer, seconds of work and of waiting."""

    memory: int = 768 << 20
    processor_seconds: int = 30
    seconds: float = 45.0
    output: int = 128 << 20


Launch = Callable[[str, Limits], list[str]]


def command(task: str, limits: Limits) -> list[str]:
    """Return the command line of a worker for a task: this Python alone, or this program."""
    words = [task, str(limits.memory), str(limits.processor_seconds)]
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, *words]
    return [sys.executable, "-I", "-B", "-X", "utf8", "-c", _BOOT, str(_ROOT), *words]


def run(
    task: str,
    payload: Iterable[bytes],
    *,
    limits: Limits | None = None,
    launch: Launch = command,
) -> bytes:
    """Do one task in a worker of its own and return its whole answer.

    ``payload`` is given frame by frame (each piece up to 1 MiB is one frame). Raises
    the declared error that the worker sent; a dead, late or over-long worker is WorkerError.
    """
    return run_chain([task], payload, limits=limits, launch=launch)


def run_chain(
    tasks: Sequence[str],
    payload: Iterable[bytes],
    *,
    limits: Limits | None = None,
    launch: Launch = command,
) -> bytes:
    """Do tasks in workers of their own, each one's answer streaming into the next.

    Nothing passes through this process but the first request and the last answer.
    """
    bounds = limits or Limits()
    workers: list[subprocess.Popen[bytes]] = []
    try:
        try:
            _start(workers, tasks, bounds, launch)
        except OSError:
            raise WorkerError from None
        timer = threading.Timer(bounds.seconds, _kill, [workers])
        feeder = threading.Thread(target=_feed, args=(workers[0], payload), daemon=True)
        timer.start()
        feeder.start()
        try:
            return _answer(workers[-1], bounds.output)
        finally:
            timer.cancel()
            _kill(workers)
            feeder.join(_PATIENCE)
    finally:
        _kill(workers)
        _reap(workers)


def end_all() -> None:
    """End every worker at once, as locking does; whoever waits gets WorkerError."""
    _kill(list(_live))


@cache
def enforced() -> frozenset[str]:
    """Return what this system really enforces on a worker, asked from a worker.

    See ``sandbox.enter`` for the words; none is there on a system that enforces nothing.
    """
    return frozenset(run("enforced", []).decode("ascii").split())


def _start(
    workers: list[subprocess.Popen[bytes]], tasks: Sequence[str], limits: Limits, launch: Launch
) -> None:
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    upstream: int | object = subprocess.PIPE
    for task in tasks:
        worker = subprocess.Popen(  # noqa: S603 - our own interpreter and fixed words
            launch(task, limits),
            stdin=upstream,  # type: ignore[arg-type]
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=os.sep,
        )
        if workers and workers[-1].stdout:
            workers[-1].stdout.close()
        workers.append(worker)
        _live.add(worker)
        upstream = worker.stdout


def _feed(worker: subprocess.Popen[bytes], payload: Iterable[bytes]) -> None:
    pipe = worker.stdin
    if pipe is None:
        return
    try:
        for piece in payload:
            wire.send(pipe, piece)
        wire.finish(pipe)
    except (OSError, ValueError):
        pass
    finally:
        _close(pipe.close)


def _answer(worker: subprocess.Popen[bytes], limit: int) -> bytes:
    if worker.stdout is None:
        raise WorkerError
    try:
        return b"".join(wire.frames(worker.stdout, limit, too_big=WorkerError))
    except (OSError, ValueError):
        raise WorkerError from None


def _kill(workers: Sequence[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.kill()


def _reap(workers: Sequence[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.wait()
        _live.discard(worker)
        if worker.stdout:
            worker.stdout.close()


def _close(close: Callable[[], None]) -> None:
    try:
        close()
    except OSError:
        return
