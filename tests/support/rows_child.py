"""Save numbered rows one by one and acknowledge each: ``rows_child.py file count way``.

The ways other than "ours" are controls: the engine as it comes, and other journals.
"""

import os
import sys
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from familytrace.vault import connection

KEY = bytes(range(32))
WAYS = {
    "default": (),
    "delete-extra": ("synchronous=EXTRA",),
    "exclusive-full": ("locking_mode=EXCLUSIVE",),
    "truncate-full": ("journal_mode=TRUNCATE",),
    "wal-normal": ("journal_mode=WAL", "synchronous=NORMAL"),
    "exclusive-off": ("locking_mode=EXCLUSIVE", "synchronous=OFF"),
}


def opened(path: Path, way: str) -> Any:
    if way == "ours":
        return connection.open_existing(path, KEY).conn
    conn = dbapi2.connect(str(path))
    conn.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    for setting in WAYS[way]:
        conn.execute(f"PRAGMA {setting}").fetchall()
    return conn


def main(path: Path, count: int, way: str) -> None:
    conn = opened(path, way)
    for number in range(1, count + 1):
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("INSERT INTO t VALUES (?, ?)", (number, "x" * (700 * (number % 9))))
        conn.execute("UPDATE t SET body = body || 'y' WHERE id = ?", (number // 2,))
        conn.execute("COMMIT")
        os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
