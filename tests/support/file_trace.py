"""Watch which files a program makes or writes, as the system sees it."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_CALLS = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,memfd_create,symlink,symlinkat,link"
_OPENED = re.compile(r"\b(?:open|openat|openat2|creat)\(.*\) = \d+<(?P<path>.*)>$")
_MADE = re.compile(r"\b(?:mkdir|mkdirat|mknod|mknodat)\((?:[^\"]*)\"(?P<path>[^\"]*)\".*\) = 0$")
_OTHER = re.compile(r"\b(?P<path>(?:memfd_create|symlink|symlinkat|link)\(.*\)) = \d")
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|O_APPEND|creat\(")


def can_trace() -> bool:
    """Tell whether strace is here and may watch a child."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-qq", "true"], capture_output=True, check=False).returncode == 0


def written_by(
    command: list[str], folder: Path, log: Path, surroundings: Mapping[str, str]
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run a program in a folder; return how it ended and what it and its children wrote."""
    strace = ["strace", "-f", "-qq", "-y", "--seccomp-bpf", "-e", f"trace={_CALLS}"]
    done = subprocess.run(
        [*strace, "-e", "signal=none", "-s", "4096", "-o", str(log), "--", *command],
        cwd=folder,
        env=dict(surroundings),
        capture_output=True,
        text=True,
        check=False,
    )
    return done, list(_written(log.read_text(errors="replace").splitlines(), folder))


def _written(lines: Iterable[str], folder: Path) -> Iterator[str]:
    for line in lines:
        opened = _OPENED.search(line)
        if opened:
            if _WRITING.search(line):
                yield opened["path"]
            continue
        made = _MADE.search(line) or _OTHER.search(line)
        if made:
            path = made["path"]
            yield path if "(" in path else str(folder / path)
