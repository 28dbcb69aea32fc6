"""What a process gives up for good: memory without end, files, network, new programs.

Linux on x86-64 and aarch64 is enforced by the kernel. Elsewhere less holds, and
``enter`` says what does, so that the limits page can tell the truth.
"""

import ctypes
import os
import struct
import sys

from familytrace.worker import landlock

_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_OPEN_CALLS = {"openat", "open", "getdents64", "statx", "readlink", "faccessat", "stat"}

# System call numbers for x86-64 and aarch64 (None: the machine has no such call).
_CALLS: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "close": (3, 57),
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "pread64": (17, 67),
    "writev": (20, 66),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "tgkill": (234, 131),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "futex": (202, 98),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "gettimeofday": (96, 169),
    "getrandom": (318, 278),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "sysinfo": (99, 179),
    "restart_syscall": (219, 128),
    "membarrier": (324, 283),
    "rseq": (334, 293),
    "openat": (257, 56),
    "open": (2, None),
    "getdents64": (217, 61),
    "statx": (332, 291),
    "readlink": (89, None),
    "faccessat": (269, 48),
    "stat": (4, None),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "io_uring_setup": (425, 425),
    "seccomp": (317, 277),
}

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 1, 0x80000000
_REFUSE_ACCESS = 0x00050000 | 13
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_X32 = 0x40000000
_WRITE_BITS = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000
_PROT_EXEC = 4
_AF_UNIX = 1

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_SET_MODE_FILTER, _ALL_THREADS = 1, 1
_SIGKILL = 9

_Step = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def enter(*, memory: int, seconds: int, read_fonts: bool = False) -> frozenset[str]:
    """Give up everything a reader of hostile files does not need; there is no way back.

    ``memory`` is the address space in bytes, ``seconds`` the processor time. With
    ``read_fonts`` the folders of system fonts may still be read, where the system can
    keep a process to folders; else nothing. Returns what
    the system enforces from now on: ``memory``, ``time``, ``no-writing``,
    ``no-network``, ``no-programs``, ``no-reading``, ``closed-memory``.
    """
    if sys.platform == "win32":
        return frozenset()
    held = _limit(memory, seconds)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
        if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0:
            held.add("closed-memory")
        fonts = read_fonts and landlock.keep_to(landlock.FONT_FOLDERS)
        if _install(_reader_steps(fonts)):
            held |= {"no-writing", "no-network", "no-programs", "no-reading"}
    return frozenset(held)


def deny_network() -> bool:
    """Refuse this process and its children every socket but local ones, and io_uring.

    Returns whether the kernel enforces it (Linux on x86-64 and aarch64).
    """
    if sys.platform != "linux":
        return False
    return _install(_network_steps())


def close_memory() -> bool:
    """Keep other programs of the same user out of this process, and write no core file."""
    if sys.platform != "linux":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)


def _limit(memory: int, seconds: int) -> set[str]:
    held: set[str] = set()
    if sys.platform == "win32":
        return held
    import resource

    wanted = [
        (resource.RLIMIT_CPU, seconds, "time"),
        (resource.RLIMIT_FSIZE, 0, ""),
        (resource.RLIMIT_CORE, 0, ""),
        (resource.RLIMIT_NPROC, 0, ""),
        (resource.RLIMIT_NOFILE, 32, ""),
        (resource.RLIMIT_AS, memory, "memory" if sys.platform == "linux" else ""),
    ]
    for kind, value, name in wanted:
        try:
            resource.setrlimit(kind, (value, value))
        except (OSError, ValueError):
            continue
        held.add(name)
    return held - {""}


def _install(steps: list[_Step] | None) -> bool:
    if steps is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.addressof(held))
    number = _number("seccomp")
    done = libc.syscall(number, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(program))
    return bool(done == 0)


def _machine() -> str:
    """Name the processor; only asked on Linux."""
    return os.uname().machine


def _number(call: str) -> int | None:
    return _CALLS[call][list(_MACHINES).index(_machine())]


def _start(wrong: int) -> list[_Step] | None:
    machine = _MACHINES.get(_machine())
    if machine is None or sys.maxsize < 2**32:
        return None
    return [
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, wrong),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, wrong),
    ]


def _reader_steps(read_fonts: bool) -> list[_Step] | None:
    """Allow a short list of calls; everything else fails with "not permitted"."""
    steps = _start(_KILL)
    if steps is None:
        return None
    for call in _CALLS:
        number = _number(call)
        refused = call in {"socket", "socketpair", "io_uring_setup", "seccomp"}
        if number is None or refused or (call in _OPEN_CALLS and not read_fonts):
            continue
        if call in {"mmap", "mprotect"}:
            steps += _unless_bits(number, 2, _PROT_EXEC)
        elif call == "openat":
            steps += _unless_bits(number, 2, _WRITE_BITS)
        elif call == "open":
            steps += _unless_bits(number, 1, _WRITE_BITS)
        else:
            steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
    return [*steps, (_RETURN, 0, 0, _REFUSE)]


def _unless_bits(number: int, argument: int, bits: int) -> list[_Step]:
    """Allow a call only where none of ``bits`` stands in its argument."""
    return [
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT + 8 * argument),
        (_ANY_BIT, 0, 1, bits),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]


def _network_steps() -> list[_Step] | None:
    """Allow everything but sockets of other families than AF_UNIX, and io_uring."""
    steps = _start(_REFUSE_ACCESS)
    if steps is None:
        return None
    for call in ("socket", "socketpair"):
        steps += [
            (_EQUAL, 0, 4, _number(call) or 0),
            (_LOAD, 0, 0, _FIRST_ARGUMENT),
            (_EQUAL, 1, 0, _AF_UNIX),
            (_RETURN, 0, 0, _REFUSE_ACCESS),
            (_RETURN, 0, 0, _ALLOW),
        ]
    steps += [
        (_EQUAL, 0, 1, _number("io_uring_setup") or 0),
        (_RETURN, 0, 0, _REFUSE_ACCESS),
    ]
    return [*steps, (_RETURN, 0, 0, _ALLOW)]
