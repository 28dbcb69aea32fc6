"""What is being typed: one row that is overwritten, without history until it rests."""

from contextlib import suppress
from typing import Any

from familytrace.model.records import noun_of
from familytrace.plain import PlainError
from familytrace.vault import rows
from familytrace.vault.store import Store, moment


def put(store: Store, case_id: str, record: Any) -> Any:
    """Keep a half-typed record and return it with its id; it is on the disk on return."""
    record = rows.with_id(record)
    noun = noun_of(record)
    with store.transaction():
        store.do(
            "INSERT OR REPLACE INTO draft (case_id, noun, id, body, at) VALUES (?, ?, ?, ?, ?)",
            *(case_id, noun.table, rows.row_id(noun, case_id, record)),
            *(rows.body_of(record), moment()),
        )
    return record


def of_case(store: Store, case_id: str) -> tuple[Any, ...]:
    """Return the half-typed records of a case, the oldest first."""
    found = store.ask("SELECT noun, body FROM draft WHERE case_id = ? ORDER BY at", case_id)
    return tuple(rows.record_from(noun, body) for noun, body in found)


def flush(store: Store, case_id: str | None = None, *, reason: str = "typed") -> int:
    """Make every draft (of one case) a saved record and return how many changed one."""
    found = store.ask(
        "SELECT case_id, noun, body FROM draft WHERE case_id = coalesce(?, case_id) ORDER BY at",
        case_id,
    )
    saved = 0
    for case in dict.fromkeys(row[0] for row in found):
        mine = [(noun, body) for owner, noun, body in found if owner == case]
        records = _readable(mine)
        with store.transaction():
            saved += len(rows.save(store, case, records, reason=reason))
            if len(records) == len(mine):
                store.do("DELETE FROM draft WHERE case_id = ?", case)
    return saved


def _readable(kept: list[tuple[str, str]]) -> list[Any]:
    """Return the drafts that this version can read; another's must not shut the vault."""
    records = []
    for noun, body in kept:
        with suppress(PlainError, KeyError):
            records.append(rows.record_from(noun, body))
    return records


def drop(store: Store, case_id: str, noun: str, record_id: str) -> None:
    """Forget a draft without saving it."""
    with store.transaction():
        store.do(
            "DELETE FROM draft WHERE case_id = ? AND noun = ? AND id = ?",
            *(case_id, noun, record_id),
        )
