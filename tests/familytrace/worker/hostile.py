"""A worker in which a stranger's code has won: each task tries one thing it must not do.

Every task answers ``done`` if it got its way and ``refused`` if the system said no.
"""

import ctypes
import mmap
import os
import platform
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from familytrace.worker import main as worker_main
from familytrace.worker import sandbox

Frames = Iterator[bytes]
Emit = Callable[[bytes], None]

_LIBC = ctypes.CDLL(None, use_errno=True)
_PTRACE = {"x86_64": 101, "aarch64": 117}.get(platform.machine(), 0)
_DESCRIPTORS: list[str] = []


def write_a_file(frames: Frames, emit: Emit) -> None:
    path = next(frames).decode()
    _attempt(emit, lambda: Path(path).write_bytes(b"x"))


def read_a_file(frames: Frames, emit: Emit) -> None:
    path = next(frames).decode()
    _attempt(emit, lambda: Path(path).read_bytes())


def list_a_folder(frames: Frames, emit: Emit) -> None:
    path = next(frames).decode()
    _attempt(emit, lambda: list(Path(path).iterdir()))


def remove_a_file(frames: Frames, emit: Emit) -> None:
    path = next(frames).decode()
    _attempt(emit, lambda: Path(path).unlink())


def open_a_local_socket(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: socket.socket(socket.AF_UNIX).close())


def start_a_program(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: os.execv("/bin/true", ["true"]))


def fork(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, _fork)


def signal_the_parent(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: os.kill(os.getppid(), 0))


def trace_the_parent(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: _call(_PTRACE, 16, os.getppid(), 0, 0))


def set_up_a_ring(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: _call(425, 4, ctypes.byref(ctypes.create_string_buffer(256)), 0, 0))


def run_written_memory(_frames: Frames, emit: Emit) -> None:
    _attempt(emit, lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_WRITE | mmap.PROT_EXEC).close())


def take_memory(_frames: Frames, emit: Emit) -> None:
    emit(b"done" if bytearray(1 << 30) else b"")


def spin(_frames: Frames, emit: Emit) -> None:
    while time.process_time() < 2.5:
        pass
    emit(b"done")


def wait_for_ever(_frames: Frames, _emit: Emit) -> None:
    signal.sigwait(set())


def answer_without_end(_frames: Frames, emit: Emit) -> None:
    while True:
        emit(bytes(1 << 20))


def die_half_way(_frames: Frames, emit: Emit) -> None:
    emit(b"half an answer")
    sys.stdout.buffer.flush()
    os._exit(0)


def fail_with_a_name(_frames: Frames, _emit: Emit) -> None:
    raise ValueError("Adil Sinaq")


def tell_surroundings(_frames: Frames, emit: Emit) -> None:
    emit(repr((sorted(os.environ), _DESCRIPTORS, sys.flags.isolated)).encode())


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _call(number: int, *arguments: object) -> None:
    if _LIBC.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _attempt(emit: Emit, act: Callable[[], object]) -> None:
    try:
        act()
    except OSError:
        emit(b"refused")
    else:
        emit(b"done")


def _warm_up() -> None:
    _DESCRIPTORS[:] = sorted(path.name for path in Path("/proc/self/fd").iterdir())


def begin(arguments: list[str]) -> None:
    """Run one of the tasks above as a worker; with ``open`` in front, without its walls.

    With ``fonts`` the folders of fonts may be read, as for documents.
    """
    walls, name, *limits = arguments
    fonts = walls == "fonts"
    module = ModuleType("planted")
    module.__dict__.update(work=globals()[name], warm_up=_warm_up)
    sys.modules["planted"] = module
    worker_main.TASKS[name] = worker_main.Task("planted", read_fonts=fonts)
    if walls == "open":
        sandbox.enter = lambda **_limits: frozenset()
    worker_main.main([name, *limits])
