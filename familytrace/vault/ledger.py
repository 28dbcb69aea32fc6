"""The ledger: what left, to whom. It is written before a file gets its name, and after.

So a file that left without a line cannot be; a line without a file is found when the
vault is opened next, and settled by looking for the file.
"""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from familytrace import clock
from familytrace.errors import NotFoundError
from familytrace.model.recipient import LedgerEntry
from familytrace.vault import rows
from familytrace.vault.store import Store

PREPARED: Final = "prepared"
WRITTEN: Final = "written"
LOST: Final = "lost"  # the file never got its name
UNSURE: Final = "unsure"  # the place it went to is not there to be looked at


def prepare(store: Store, entry: LedgerEntry, path: Path) -> LedgerEntry:
    """Note that a file of this hash is about to get its name; return the line."""
    entry = rows.with_id(replace(entry, state=PREPARED, at=entry.at or clock.now()))
    with store.transaction():
        rows.save(store, entry.case_id, [entry], reason="export")
        store.do(
            "UPDATE ledger SET path = ? WHERE case_id = ? AND id = ?",
            *(str(path.absolute()), entry.case_id, entry.id),
        )
    return entry


def settle(store: Store, entry: LedgerEntry, state: str) -> LedgerEntry:
    """Note how it ended: WRITTEN, LOST or UNSURE."""
    entry = replace(entry, state=state)
    if rows.stored(store, entry.case_id, "ledger", entry.id) is None:
        raise NotFoundError
    rows.save(store, entry.case_id, [entry], reason=state)
    return entry


def every(store: Store, recipient: str | None = None) -> tuple[LedgerEntry, ...]:
    """Return the lines of the ledger (for one recipient) in the order they were written."""
    found = store.ask(
        "SELECT body FROM ledger WHERE recipient = coalesce(?, recipient) ORDER BY sequence, rowid",
        recipient,
    )
    return tuple(rows.record_from("ledger", row[0]) for row in found)


def last_to(store: Store, recipient: str) -> LedgerEntry | None:
    """Return the newest line for a recipient whose file may exist, or None."""
    there = [one for one in every(store, recipient) if one.state != LOST]
    return there[-1] if there else None


def reconcile(store: Store) -> int:
    """Settle every line that an interruption left open and return how many there were."""
    open_lines = store.ask("SELECT body, path FROM ledger WHERE state = ?", PREPARED)
    for body, path in open_lines:
        entry: LedgerEntry = rows.record_from("ledger", body)
        settle(store, entry, _found(Path(path), entry.sha256))
    return len(open_lines)


def _found(path: Path, sha256: str) -> str:
    try:
        if not path.parent.is_dir():
            return UNSURE
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return LOST
    except OSError:
        return UNSURE
    return WRITTEN if same else LOST
