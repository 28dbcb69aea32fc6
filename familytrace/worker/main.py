"""Inside a quarantine process: take a task by name, give everything up, then read."""

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from familytrace.worker import sandbox, wire

FLAG = "--quarantine-worker"
"""First word of the command line of a frozen program that is to act as a worker."""

INPUT_LIMIT = 256 << 20
"""Most bytes a worker reads from its pipe."""

Frames = Iterator[bytes]
Emit = Callable[[bytes], None]
Work = Callable[[Frames, Emit], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing a worker can do: where its ``work`` and ``warm_up`` live."""

    module: str
    read_fonts: bool = False


TASKS: dict[str, Task] = {
    "enforced": Task("familytrace.worker.probe"),
    "picture": Task("familytrace.worker.images"),
    "pdf-pages": Task("familytrace.worker.pdf_pages", read_fonts=True),
    "unseal": Task("familytrace.package.unseal_task"),
    "parse-package": Task("familytrace.package.parse_task"),
}


def act_as_worker(arguments: list[str]) -> bool:
    """Run as a worker and never return, if the command line asks for it.

    A frozen program calls this first with ``sys.argv[1:]``; False means go on.
    """
    if arguments[:1] != [FLAG]:
        return False
    main(arguments[1:])
    return True


def main(arguments: list[str]) -> None:
    """Do one task from standard input to standard output, then end the process.

    ``arguments`` are the task's name, the memory limit in bytes and the processor
    time in seconds. Nothing is ever printed; the end is a wire end or a refusal.
    """
    source, sink = _pipes()
    try:
        name, memory, seconds = arguments
        task = TASKS[name]
        module = importlib.import_module(task.module)
        module.warm_up()
        held = sandbox.enter(memory=int(memory), seconds=int(seconds), read_fonts=task.read_fonts)
        if name == "enforced":
            wire.send(sink, " ".join(sorted(held)).encode())
        module.work(wire.frames(source, INPUT_LIMIT), lambda data: wire.send(sink, data))
        wire.finish(sink)
        sink.flush()
    except BaseException as error:
        _refuse(sink, error)
    os._exit(0)


def _refuse(sink: BinaryIO, error: BaseException) -> None:
    try:
        wire.refuse(sink, error)
        sink.flush()
    except (OSError, ValueError, MemoryError):
        os._exit(1)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    return sys.stdin.buffer, sys.stdout.buffer
