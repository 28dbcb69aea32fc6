"""Run a command under strace and fail if any process of ours opened more than a local socket.

Usage: ``run_offline.py COMMAND...``. Only AF_UNIX is allowed. Before the command runs, a planted
process opens a network socket, and this check must see it; otherwise its silence means nothing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

# Programs of the test bed that are not ours and may open what they like.
DAEMONS = {"dbus-daemon", "gpg-agent", "dirmngr", "keyboxd", "Xvfb", "Xorg"}
_CALL = re.compile(
    r"^(?P<pid>\d+)(?:<(?P<name>[^>]*)>)?\s+"
    r"(?:(?P<call>socket|io_uring_setup)\((?P<first>[A-Z0-9_x]+)|<\.\.\.)"
)
_PLANTED = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


def forbidden_calls(lines: Iterable[str]) -> list[str]:
    """Return each traced call that a process of ours must not make, as strace wrote it."""
    found = []
    for line in lines:
        match = _CALL.match(line)
        if not match or not match["call"] or match["name"] in DAEMONS:
            continue
        if match["call"] != "socket" or match["first"] not in {"AF_UNIX", "AF_LOCAL"}:
            found.append(line.rstrip())
    return found


def traced(command: list[str], log: Path) -> int:
    """Run the command and all its children under strace; return its exit code."""
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "--decode-pids=comm"]
    strace += ["-e", "trace=socket,io_uring_setup", "-e", "signal=none", "-o", str(log)]
    surroundings = {**os.environ, "FAMILYTRACE_TRACED": "1"}
    return subprocess.run([*strace, "--", *command], env=surroundings, check=False).returncode


def prove(folder: Path) -> bool:
    """Tell whether this machine's strace shows a planted network socket."""
    log = folder / "planted"
    code = traced([sys.executable, "-I", "-c", _PLANTED], log)
    return code == 0 and len(forbidden_calls(log.read_text().splitlines())) == 1


def without_proof(command: list[str], why: str) -> int:
    """Run the command untraced and say so; in CI that counts as a failure."""
    code = subprocess.run(command, check=False).returncode
    print(f"NOT PROVED that nothing opened a network socket: {why}.", file=sys.stderr)
    return code or int("FAMILYTRACE_CI" in os.environ)


def main(command: list[str]) -> int:
    """Run the command; its own failure counts first, then a forbidden socket."""
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which("strace") is None:
        return without_proof(command, "strace is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not prove(folder):
            return without_proof(command, "strace does not work on this machine")
        log = folder / "sockets"
        code = traced(command, log)
        lines = log.read_text(errors="replace").splitlines()
    found = forbidden_calls(lines)
    for line in found[:20]:
        print(f"A network socket was opened: {line}", file=sys.stderr)
    if not found:
        print(f"No network: {len(lines)} sockets and rings traced, all local or the test bed's.")
    return code or int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
