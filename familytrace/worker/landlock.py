"""Keep a process to a few folders for reading (Linux 5.13 and later, Landlock)."""

import ctypes
import os
import struct
from collections.abc import Iterable

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PR_SET_NO_NEW_PRIVS = 38
_PATH_BENEATH = 1
_EVERYTHING = (1 << 13) - 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3


def keep_to(folders: Iterable[str]) -> bool:
    """Allow this process no file but for reading below ``folders``; False if it cannot be.

    The numbers are those of the kernel's landlock(7), the same on every machine. A
    folder that is not there is left out.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    handled = ctypes.create_string_buffer(struct.pack("Q", _EVERYTHING), 8)
    ruleset = libc.syscall(_CREATE_RULESET, handled, 8, 0)
    if ruleset < 0:
        return False
    try:
        for folder in folders:
            if not _allow(libc, ruleset, folder):
                return False
        return bool(libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, folder: str) -> bool:
    try:
        place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        rule = ctypes.create_string_buffer(struct.pack("=Qi", _READ_FILE | _READ_FOLDER, place), 12)
        return bool(libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0) == 0)
    finally:
        os.close(place)
