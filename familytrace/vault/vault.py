"""The vault: the encrypted store of cases on this computer."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from familytrace.errors import NoSpaceError, NotFoundError, NothingToUndoError
from familytrace.model.case import Case
from familytrace.model.evidence import Evidence
from familytrace.model.recipient import LedgerEntry
from familytrace.vault import checkup, drafts, erase, history, ledger, media, rows, search
from familytrace.vault.checkup import Findings
from familytrace.vault.history import Act, Entry
from familytrace.vault.media import Progress, silent
from familytrace.vault.opened import OpenVault
from familytrace.vault.rows import CaseLine


class Vault(OpenVault):
    """One open vault; made by ``create`` and ``open``, used by one thread at a time.

    Every method that changes something has it on the disk when it returns, and raises
    NoSpaceError, ReadOnlyError or DiskFailedError with nothing changed if it cannot.
    """

    # Records

    def save(self, case_id: str, *records: Any, reason: str = "edit") -> tuple[Any, ...]:
        """Save records of one case as one step and return them, new ones with their ids.

        ``reason`` is a code for the history, never somebody's words. Records that
        belong to no case are saved under the case id "".
        """
        named = tuple(rows.with_id(record) for record in records)
        rows.save(self.store, case_id, named, reason=reason)
        return named

    def delete(self, case_id: str, table: str, record_id: str, *, reason: str = "delete") -> None:
        """Take a record out of a case; undo brings it back. Raises NotFoundError."""
        change = rows.change_away(self.store, case_id, table, record_id)
        rows.apply(self.store, case_id, [change], reason=reason)

    def load(self, case_id: str) -> Case:
        """Return everything the vault holds on one case; raises NotFoundError."""
        return rows.load(self.store, case_id)

    def records(self, table: str, case_id: str = "") -> tuple[Any, ...]:
        """Return the records of one table in one case, or those that belong to none.

        Agreements and what left are compared with the history each time: raises
        HistoryBrokenError if one of them was set back.
        """
        if table in rows.ADDED_TO:
            return rows.trusted(self.store, case_id, table)
        return rows.records(self.store, case_id, table)

    def cases(self) -> tuple[CaseLine, ...]:
        """Return the list of cases, the last changed first."""
        return rows.lines(self.store)

    def search(self, text: str) -> tuple[CaseLine, ...]:
        """Return the cases that hold every word of a text, in whatever letter forms.

        On a full disk it finds what was findable when the last question was asked.
        """
        with suppress(NoSpaceError):
            rows.catch_up(self.store)
        return rows.lines(self.store, search.find(self.store, text))

    # Drafts

    def put_draft(self, case_id: str, record: Any) -> Any:
        """Keep a record while it is typed, without history; return it with its id."""
        return drafts.put(self.store, case_id, record)

    def drafts(self, case_id: str) -> tuple[Any, ...]:
        """Return the records that are being typed in a case."""
        return drafts.of_case(self.store, case_id)

    def flush(self, case_id: str | None = None) -> int:
        """Save every draft (of one case) with one entry of history each step."""
        return drafts.flush(self.store, case_id)

    # History

    def undo(self, case_id: str) -> None:
        """Take back the last step of a case; raises NothingToUndoError.

        The steps with which a case began or came in are never taken back.
        """
        self._again(case_id, history.to_undo(self.store, case_id), Act.UNDO)

    def redo(self, case_id: str) -> None:
        """Do the last undone step of a case again; raises NothingToUndoError."""
        self._again(case_id, history.to_redo(self.store, case_id), Act.REDO)

    def _again(self, case_id: str, step: int | None, act: Act) -> None:
        if step is None:
            raise NothingToUndoError
        changes = history.changes_of(self.store, step)
        if act is Act.UNDO:
            changes = [change.turned() for change in reversed(changes)]
        rows.apply(self.store, case_id, changes, act=act, reason=str(act), target=step)

    def history(self, case_id: str) -> tuple[Entry, ...]:
        """Return every change of a case from the first to the newest."""
        return history.entries(self.store, case_id)

    def as_of(self, case_id: str, when: datetime) -> Case:
        """Return a case as it was known at a moment; raises NotFoundError before it began."""
        return rows.load_as_of(self.store, case_id, when)

    # Evidence

    def add_evidence(
        self,
        case_id: str,
        record: Evidence,
        stream: BinaryIO,
        progress: Progress = silent,
        *,
        reason: str = "add",
    ) -> Evidence:
        """Encrypt a file into the vault and save its record with size and SHA-256.

        Progress is called with the bytes done and 0; what it raises stops the work.
        Raises FileTooBigError over 200 MB; nothing is kept then.
        """
        sealed = media.seal(self.store, stream, progress)
        record = rows.with_id(replace(record, size=sealed.size, sha256=sealed.sha256))
        with self.store.transaction():
            media.keep(self.store, case_id, record.id, media.ORIGINAL, sealed)
            rows.save(self.store, case_id, [record], reason=reason)
        return record

    def add_copy(self, case_id: str, evidence_id: str, role: str, stream: BinaryIO) -> None:
        """Keep a second form of a file, such as ``cleaned`` or ``thumbnail``."""
        sealed = media.seal(self.store, stream)
        with self.store.transaction():
            old = media.shred(self.store, case_id, evidence_id, role)
            media.keep(self.store, case_id, evidence_id, role, sealed)
        media.remove(self.store, old)

    def read_evidence(
        self, case_id: str, evidence_id: str, role: str = media.ORIGINAL
    ) -> Iterator[bytes]:
        """Yield a file's bytes in pieces; raises NotFoundError or MediaDamagedError.

        Damage may only show at the end: release nothing before the last piece came.
        """
        found = media.find(self.store, case_id, evidence_id, role)
        return media.unseal(media.path_of(self.store, found.id), found)

    def has_copy(self, case_id: str, evidence_id: str, role: str = media.ORIGINAL) -> bool:
        """Tell whether a file is kept in a role."""
        try:
            media.find(self.store, case_id, evidence_id, role)
        except NotFoundError:
            return False
        return True

    # The ledger

    def prepare_export(self, entry: LedgerEntry, path: Path) -> LedgerEntry:
        """Write down that a file is about to get its name, before it does."""
        return ledger.prepare(self.store, entry, path)

    def settle_export(self, entry: LedgerEntry, *, written: bool) -> LedgerEntry:
        """Write down whether the file got its name."""
        return ledger.settle(self.store, entry, ledger.WRITTEN if written else ledger.LOST)

    def exports(self, recipient: str | None = None) -> tuple[LedgerEntry, ...]:
        """Return what left (to one recipient), the oldest first."""
        return ledger.every(self.store, recipient)

    def last_export(self, recipient: str) -> LedgerEntry | None:
        """Return the newest export to a recipient that may have arrived, or None."""
        return ledger.last_to(self.store, recipient)

    # Care

    def erase_record(self, case_id: str, table: str, record_id: str) -> None:
        """Blank a record in tables, search, history and drafts for good, its files too."""
        erase.erase_record(self.store, case_id, table, record_id)

    def erase_case(self, case_id: str) -> None:
        """Blank everything about one missing person for good, but that something was sent."""
        erase.erase_case(self.store, case_id)

    def erase_words(self, text: str, *, case_id: str | None = None, instead: str = "") -> int:
        """Cut a name or word out of everything for good; return how many records held it."""
        return erase.erase_words(self.store, text, case_id=case_id, instead=instead)

    def check(self, progress: Progress = silent) -> Findings:
        """Check pages, tables, the whole history and every file of evidence."""
        return checkup.check(self.store, progress)

    # For outside

    def secret(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose, the same as long as this vault lives."""
        return self.store.secret(purpose)

    def pseudonym(self, purpose: str, *parts: str) -> str:
        """Return an HMAC in hex that stands for an id outside of this vault."""
        return self.store.pseudonym(purpose, *parts)

    def remembered(self, name: str) -> Any:
        """Return a text or number kept about the vault as a whole, or None."""
        return self.store.remembered(f"own {name}")

    def remember(self, name: str, value: str | int) -> None:
        """Keep a text or number about the vault as a whole, such as whose it is."""
        with self.store.transaction():
            self.store.remember(f"own {name}", value)
