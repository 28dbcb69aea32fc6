"""The only door to SQLCipher and sqlite-utils: a connection that is keyed or nothing.

sqlite-utils looks for ``pysqlite3`` before the standard library's ``sqlite3``, so the
encrypted engine is put under that name before sqlite-utils is first imported.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import sqlcipher3
from sqlcipher3 import dbapi2

if "sqlite_utils" in sys.modules and sys.modules.get("pysqlite3") is not sqlcipher3:
    raise ImportError("sqlite_utils was imported before familytrace.vault.connection")
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

from sqlite_utils import Database  # noqa: E402 - only after the encrypted engine has its name
from sqlite_utils.migrations import Migrations  # noqa: E402

from familytrace import files  # noqa: E402
from familytrace.errors import (  # noqa: E402
    DiskFailedError,
    FamilyTraceError,
    NoSpaceError,
    ReadOnlyError,
    VaultDamagedError,
    VaultEmptyError,
    VaultExistsError,
    VaultInUseError,
    VaultMissingError,
)

__all__ = ["Database", "EngineError", "Migrations", "create", "open_existing", "speaking"]

EngineError = dbapi2.Error
PAGE: Final = 4096
_PLAIN_HEADER: Final = b"SQLite format 3\0"
_ATTACH: Final = 24  # SQLITE_ATTACH
_DENY: Final = 1  # SQLITE_DENY
_ALLOW: Final = 0

# Under an exclusive lock the journal of mode DELETE is kept: each commit blanks its
# head and syncs it, which EXTRA completes with the folder. See docs/decisions.md.
_SETTINGS: Final = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "fullfsync=ON",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)

_MEANING: Final[dict[int, type[FamilyTraceError]]] = {
    5: VaultInUseError,  # SQLITE_BUSY
    6: VaultInUseError,  # SQLITE_LOCKED
    8: ReadOnlyError,  # SQLITE_READONLY
    10: DiskFailedError,  # SQLITE_IOERR
    11: VaultDamagedError,  # SQLITE_CORRUPT
    13: NoSpaceError,  # SQLITE_FULL
    14: ReadOnlyError,  # SQLITE_CANTOPEN: the journal could not be made beside the file
    26: VaultDamagedError,  # SQLITE_NOTADB
}


@contextmanager
def speaking() -> Iterator[None]:
    """Say in our own errors what the engine reports; its words may hold a key or a name."""
    try:
        yield
    except EngineError as trouble:
        meaning = _MEANING.get(getattr(trouble, "sqlite_errorcode", None) or 0)
        if meaning is None:
            raise
        raise meaning from None


def create(path: Path, key: bytes) -> Database:
    """Make a new, empty, encrypted database; raises VaultExistsError if a file is there."""
    with files.speaking():
        try:
            files.open_private(path).close()
        except FileExistsError:
            raise VaultExistsError from None
    database = _opened(path, key)
    with speaking():
        database.conn.execute("PRAGMA application_id=0x46545631")
        database.conn.execute("VACUUM")  # writes the first page now, so that it can be looked at
    with path.open("rb") as file:
        head = file.read(16)
    if len(head) < 16 or head == _PLAIN_HEADER:
        database.close()
        raise VaultDamagedError
    database.conn.set_authorizer(_without_attach)
    return database


def open_existing(path: Path, key: bytes) -> Database:
    """Open a database with its key and lock it against every other program.

    Never makes a new file: raises VaultMissingError, VaultEmptyError, VaultDamagedError,
    VaultInUseError or ReadOnlyError instead, and leaves the file as it is.
    """
    check_size(path)
    database = _opened(path, key)
    database.conn.set_authorizer(_without_attach)
    return database


def check_size(path: Path) -> None:
    """Raise VaultMissingError or VaultEmptyError for a file that cannot be a vault.

    The engine takes an empty file for a new vault, so this is asked before it.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise VaultMissingError from None
    journal = path.with_name(f"{path.name}-journal")
    unfinished = journal.is_file() and journal.stat().st_size > 0  # it will mend a torn end
    if size < PAGE or (size % PAGE and not unfinished):
        raise VaultEmptyError


def _opened(path: Path, key: bytes) -> Database:
    if len(key) != 32:  # the engine would take another length for a passphrase
        raise ValueError("a vault key has 32 bytes")
    with speaking():
        conn = dbapi2.connect(str(path), timeout=0, check_same_thread=False, isolation_level=None)
        try:
            conn.execute("PRAGMA cipher_log_level=NONE")
            _give_key(conn, key)
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for setting in _SETTINGS:
                conn.execute(f"PRAGMA {setting}").fetchall()
            conn.execute("BEGIN EXCLUSIVE")
            conn.execute("COMMIT")
        except BaseException:
            with suppress(EngineError):
                conn.close()
            raise
    return Database(conn, execute_plugins=False, strict=True)


def _give_key(conn: Any, key: bytes) -> None:
    try:
        conn.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        status = conn.execute("PRAGMA cipher_status").fetchone()
    except EngineError:
        raise VaultDamagedError from None  # its own words would hold the key
    if status is None or status[0] != "1":
        raise VaultDamagedError


def _without_attach(action: int, *_rest: Any) -> int:
    return _DENY if action == _ATTACH else _ALLOW


def copy_to(database: Database, target: Path) -> None:
    """Write a compact copy under the same key, version number included, onto the disk.

    The only moment at which the engine may attach another file: it does so itself.
    """
    database.conn.set_authorizer(None)
    try:
        with speaking():
            database.conn.execute("VACUUM INTO ?", (str(target),))
    finally:
        database.conn.set_authorizer(_without_attach)
    with files.speaking(), target.open("r+b") as file:
        target.chmod(0o600)
        files.sync(file)


def troubles(database: Database) -> tuple[str, ...]:
    """Return the names of the engine's own checks that failed, none for a sound file."""
    checks = {
        "pages": "PRAGMA cipher_integrity_check",
        "structure": "PRAGMA integrity_check",
        "links": "PRAGMA foreign_key_check",
    }
    found = []
    for name, statement in checks.items():
        try:
            said = [row[0] for row in database.conn.execute(statement)]
        except EngineError:
            said = ["failed"]
        if said not in ([], ["ok"]):
            found.append(name)
    return tuple(found)
