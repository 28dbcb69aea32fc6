"""Cut the power of a recorded run: rebuild what a disk may hold at each moment.

strace records what a program asked of the disk. A disk promises only what was synced:
of everything later any part may be there, in any order, torn at 512 bytes. Names are
promised only by a sync of their folder. (The method of ALICE, OSDI 2014, made small.)
"""

import itertools
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SECTOR = 512
_CALLS = (
    "openat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2"
)
_LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def can_record() -> bool:
    """Tell whether this system lets strace watch a child."""
    strace = shutil.which("strace")
    return (
        strace is not None
        and not subprocess.run(
            [strace, "-o", os.devnull, "true"], capture_output=True, check=False
        ).returncode
    )


@dataclass
class Inode:
    synced: bytes = b""
    later: list[tuple[int, bytes | None]] = field(default_factory=list)

    def size(self) -> int:
        return len(self.whole(self.later))

    def whole(self, operations: list[tuple[int, bytes | None]]) -> bytes:
        content = bytearray(self.synced)
        for at, data in operations:
            end = at if data is None else at + len(data)
            content.extend(bytes(max(0, end - len(content))))
            if data is None:
                del content[at:]
            else:
                content[at:end] = data
        return bytes(content)

    def sync(self) -> None:
        self.synced, self.later = self.whole(self.later), []


@dataclass
class Disk:
    """Files under one folder: what is promised and what came later."""

    inodes: list[Inode] = field(default_factory=list)
    synced: dict[str, int] = field(default_factory=dict)
    later: list[tuple[str, int | None]] = field(default_factory=list)  # None removes a name
    acked: int = 0

    def names(self, operations: list[tuple[str, int | None]]) -> dict[str, int]:
        names = dict(self.synced)
        for name, inode in operations:
            if inode is None:
                names.pop(name, None)
            else:
                names[name] = inode
        return names

    def find(self, name: str) -> int | None:
        return self.names(self.later).get(name)

    def sync_folder(self, folder: str) -> None:
        mine = [one for one in self.later if str(Path(one[0]).parent) == folder]
        self.synced = self.names(mine)
        self.later = [one for one in self.later if one not in mine]

    def crashed(self, chance: random.Random) -> dict[str, bytes]:
        """Return one of the states that the disk may come back in."""
        way = chance.choice(["synced", "all", "prefix", "subset", "torn", "mixed"])
        names = self.names(_some(self.later, way, chance))
        return {
            name: self.inodes[at].whole(_some(_torn(self.inodes[at], way, chance), way, chance))
            for name, at in names.items()
        }


def _torn(inode: Inode, way: str, chance: random.Random) -> list[tuple[int, bytes | None]]:
    if way not in {"torn", "mixed"}:
        return inode.later
    pieces: list[tuple[int, bytes | None]] = []
    for at, data in inode.later:
        if data is None or chance.random() < 0.5:
            pieces.append((at, data))
            continue
        first = SECTOR - at % SECTOR
        cuts = [0, *range(first, len(data), SECTOR), len(data)]
        pieces += [(at + a, data[a:b]) for a, b in itertools.pairwise(cuts)]
    return pieces


def _some(operations: list[Any], way: str, chance: random.Random) -> list[Any]:
    if way == "mixed":
        way = chance.choice(["synced", "all", "prefix", "subset"])
    if way == "synced":
        return []
    if way == "all":
        return operations
    if way == "prefix":
        return operations[: chance.randint(0, len(operations))]
    return [one for one in operations if chance.random() < 0.5]


def record(arguments: list[str], trace: Path) -> list[str]:
    """Run a Python program under strace until it ends and return the calls it made."""
    command = ["strace", "-f", "-xx", "-s", "4000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    subprocess.run([*command, sys.executable, *arguments], check=True, capture_output=True)
    return trace.read_text("ascii").splitlines()


def replay(calls: list[str], folder: Path, start: dict[str, bytes]) -> Iterator[Disk]:
    """Yield the disk after each call that changed it or acknowledged something."""
    inodes = [Inode(content) for content in start.values()]
    disk = Disk(inodes, {name: at for at, name in enumerate(start)})
    player = _Player(disk, folder)
    for line in calls:
        match = _LINE.match(line)
        if match and int(match[3]) >= 0 and player.play(match[1], match[2], int(match[3])):
            yield disk


class _Player:
    def __init__(self, disk: Disk, folder: Path) -> None:
        self.disk, self.root = disk, str(folder)
        self.open: dict[int, tuple[int | None, str]] = {}
        self.at: dict[int, int] = {}

    def _inside(self, path: str) -> str | None:
        if path == self.root:
            return "."
        return path[len(self.root) + 1 :] if path.startswith(self.root + "/") else None

    def play(self, call: str, words: str, result: int) -> bool:
        texts = [bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(words)]
        if call == "openat":
            return self._openat(texts[0].decode(), words, result)
        if call.startswith(("unlink", "rename")):
            return self._names([self._inside(one.decode()) for one in texts])
        handle = int(words.split(",", maxsplit=1)[0])
        if call == "write" and handle == 1:
            return self._ack(texts[0])
        if handle not in self.open:
            return False
        if call == "close":
            del self.open[handle]
            return False
        if call == "lseek":
            self.at[handle] = result
            return False
        return self._data(call, handle, texts, words)

    def _ack(self, said: bytes) -> bool:
        for word in said.split():
            self.disk.acked = max(self.disk.acked, int(word))
        return True

    def _openat(self, path: str, words: str, handle: int) -> bool:
        name = self._inside(path)
        self.open.pop(handle, None)
        if name is None:
            return False
        inode = self.disk.find(name)
        if inode is None and "O_CREAT" in words:
            self.disk.inodes.append(Inode())
            inode = len(self.disk.inodes) - 1
            self.disk.later.append((name, inode))
        if inode is not None and "O_TRUNC" in words:
            self.disk.inodes[inode].later.append((0, None))
        self.open[handle], self.at[handle] = (inode, name), 0
        return "O_CREAT" in words

    def _names(self, names: list[str | None]) -> bool:
        if names[0] is None:
            return False
        inode = self.disk.find(names[0])
        if len(names) == 2 and names[1] is not None:
            self.disk.later.append((names[1], inode))
        self.disk.later.append((names[0], None))
        return True

    def _data(self, call: str, handle: int, texts: list[bytes], words: str) -> bool:
        at, name = self.open[handle]
        if at is None:
            if call in {"fsync", "fdatasync"}:
                self.disk.sync_folder(name)
            return True
        inode = self.disk.inodes[at]
        if call in {"fsync", "fdatasync"}:
            inode.sync()
        elif call == "ftruncate":
            inode.later.append((int(words.split(",")[1]), None))
        elif call == "pwrite64":
            inode.later.append((int(words.rsplit(",", 1)[1]), texts[0]))
        else:
            inode.later.append((self.at[handle], texts[0]))
            self.at[handle] += len(texts[0])
        return True


def states(
    calls: list[str], folder: Path, start: dict[str, bytes], *, each: int, chance: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield, after each change, ``each`` states of the disk and what was acknowledged."""
    for disk in replay(calls, folder, start):
        for _ in range(each):
            yield disk.acked, disk.crashed(chance)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by its name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lay_out(state: dict[str, bytes], folder: Path) -> None:
    """Put a state of the disk into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in state.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
