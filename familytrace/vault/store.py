"""An unlocked database and what its parts share: the inner secret, time, transactions."""

import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from familytrace import clock
from familytrace.errors import VaultDamagedError, VaultTooNewError
from familytrace.vault import connection
from familytrace.vault.connection import Database
from familytrace.vault.keys_sealing import subkey
from familytrace.vault.migrations import migrations

DATABASE: Final = "cases.db"
MEDIA: Final = "media"
ASIDE: Final = "cases-before-update.db"


@dataclass(frozen=True)
class Store:
    """The open database of one vault; made by ``set_up`` or ``take_up`` only."""

    database: Database
    folder: Path
    vault_id: str
    _secrets: dict[str, bytes] = field(default_factory=dict, repr=False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of a block or nothing; it is on the disk when the outermost has ended."""
        if self.database.conn.in_transaction:
            yield
            return
        with connection.speaking(), self.database.atomic():
            yield

    def ask(self, question: str, *values: Any) -> list[Any]:
        """Return the rows that answer a query."""
        with connection.speaking():
            return list(self.database.conn.execute(question, values).fetchall())

    def do(self, statement: str, *values: Any) -> int:
        """Run one changing statement inside a transaction and return how many rows it met."""
        with connection.speaking():
            return int(self.database.conn.execute(statement, values).rowcount)

    def remembered(self, name: str) -> Any:
        """Return a value that the vault keeps about itself, or None."""
        rows = self.ask("SELECT value FROM meta WHERE name = ?", name)
        return rows[0][0] if rows else None

    def remember(self, name: str, value: bytes | str | int) -> None:
        """Keep a value about the vault itself."""
        self.do("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value)

    def secret(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose that last as long as the vault does."""
        if purpose not in self._secrets:
            self._secrets[purpose] = subkey(self.remembered("secret"), purpose)
        return self._secrets[purpose]

    def pseudonym(self, purpose: str, *parts: str) -> str:
        """Return an HMAC-SHA256 in hex that stands for an id outside of this vault."""
        joined = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
        return hmac.digest(self.secret(purpose), joined, hashlib.sha256).hex()


def moment() -> str:
    """Return the present time as it stands in the vault: UTC, to the second."""
    return clock.now().isoformat()


def set_up(folder: Path, vault_id: str, key: bytes) -> Store:
    """Make the database of a new vault."""
    database = connection.create(folder / DATABASE, key)
    store = Store(database, folder, vault_id)
    with connection.speaking():
        migrations.apply(database)
    with store.transaction():
        store.remember("vault", vault_id)
        store.remember("secret", os.urandom(32))
        store.remember("generation", 0)
        _stamp(store)
    return store


def take_up(folder: Path, vault_id: str, key: bytes) -> Store:
    """Open the database of a vault, bring its tables up to date, and leave it locked.

    Raises VaultTooNewError, VaultDamagedError and what ``connection.open_existing`` does.
    """
    database = connection.open_existing(folder / DATABASE, key)
    store = Store(database, folder, vault_id)
    try:
        with connection.speaking():
            _bring_up_to_date(store)
        _check_belonging(store)
    except BaseException:
        database.close()
        raise
    return store


def _check_belonging(store: Store) -> None:
    if store.remembered("vault") != store.vault_id:
        raise VaultDamagedError


def _bring_up_to_date(store: Store) -> None:
    known = {one.name for one in migrations.applied(store.database)}
    ours = {one.name for one in migrations.pending(store.database)} | known
    version = store.ask("PRAGMA user_version")[0][0]
    mine = {one.name for one in migrations._migrations}
    if version > len(mine) or not ours <= mine:
        raise VaultTooNewError
    if not migrations.pending(store.database):
        return
    aside = store.folder / ASIDE
    aside.unlink(missing_ok=True)
    connection.copy_to(store.database, aside)
    with store.transaction():
        migrations.apply(store.database)
        _stamp(store)
    if connection.troubles(store.database):
        raise VaultDamagedError


def _stamp(store: Store) -> None:
    store.do(f"PRAGMA user_version={len(migrations._migrations)}")
