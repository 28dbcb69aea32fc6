"""Records in their tables: the only place that turns a record into a row and back."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from familytrace import plain
from familytrace.errors import HistoryBrokenError, NotFoundError
from familytrace.i18n import N_
from familytrace.model.case import Case, current_status, main_name
from familytrace.model.records import CASE_NOUNS, NOUNS, Noun, noun_of
from familytrace.vault import history, search
from familytrace.vault.history import Act, Change, Side, as_json
from familytrace.vault.store import Store, moment

NO_NAME_YET = N_("No name yet")
ADDED_TO = frozenset({"consent", "ledger"})
_SHOWN_IN_LIST = frozenset({"case_file", "person_name", "claim"})


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in the list: ``cover`` is its title without a name, ``title`` its name.

    ``title`` is empty while there is no name; the screen then says ``NO_NAME_YET``.
    """

    id: str
    code: str
    title: str
    cover: str
    status: str
    updated: datetime


def new_id() -> str:
    """Return a random id, made from nothing."""
    return secrets.token_hex(12)


def row_id(noun: Noun, case_id: str, record: Any) -> str:
    """Return the id of a record's row; a case has one row of each single noun."""
    return case_id if noun.single else str(record.id)


def with_id(record: Any) -> Any:
    """Return the record, with a new random id if it has none and needs one."""
    if record.id or noun_of(record).single:
        return record
    return replace(record, id=new_id())


def body_of(record: Any) -> str:
    """Return the JSON text in which a record is stored."""
    return as_json(plain.to_plain(record))


@lru_cache(maxsize=8192)
def record_from(noun: str, body: str) -> Any:
    """Return the record that a stored text holds; what a later version added is kept."""
    return plain.from_plain(NOUNS[noun].record, json.loads(body), lenient=True)


def stored(store: Store, case_id: str, noun: str, record_id: str) -> Side | None:
    """Return place and body of one row, or None."""
    found = store.ask(
        f"SELECT position, body FROM {NOUNS[noun].table} "  # noqa: S608 - a name from NOUNS
        "WHERE case_id = ? AND id = ?",
        *(case_id, record_id),
    )
    return found[0] if found else None


def change_to(store: Store, case_id: str, record: Any) -> Change | None:
    """Return what saving a record would change, or None if it already stands so."""
    noun = noun_of(record)
    identity = row_id(noun, case_id, record)
    before = stored(store, case_id, noun.table, identity)
    body = body_of(record)
    if before is not None and before[1] == body:
        return None
    position = before[0] if before else _next_position(store, case_id, noun.table)
    return Change(noun.table, identity, before, (position, body))


def change_away(store: Store, case_id: str, noun: str, record_id: str) -> Change:
    """Return what deleting a record would change; raises NotFoundError.

    Agreements and what left are never deleted, only added to: that is a ValueError.
    """
    if noun in ADDED_TO:
        raise ValueError(noun)
    before = stored(store, case_id, noun, record_id)
    if before is None:
        raise NotFoundError
    return Change(noun, record_id, before, None)


def _next_position(store: Store, case_id: str, table: str) -> int:
    found = store.ask(
        f"SELECT coalesce(max(position), 0) + 1 FROM {table} WHERE case_id = ?",  # noqa: S608
        case_id,
    )
    return int(found[0][0])


def apply(
    store: Store,
    case_id: str,
    changes: list[Change],
    *,
    act: Act = Act.EDIT,
    reason: str = "edit",
    target: int = 0,
) -> None:
    """Write changes, their history and what search and the list know, in one transaction."""
    with store.transaction():
        if case_id:
            _begin_line(store, case_id)
        for change in changes:
            put(store, case_id, change)
        history.append(store, case_id, changes, act=act, reason=reason, target=target)
        if case_id:
            update_line(store, case_id, frozenset(change.noun for change in changes))


def save(store: Store, case_id: str, given: Iterable[Any], *, reason: str = "edit") -> list[Change]:
    """Save records of one case as one step and return what changed; none changes nothing."""
    with store.transaction():
        found = (change_to(store, case_id, record) for record in given)
        changes = _placed([change for change in found if change is not None])
        if changes:
            apply(store, case_id, changes, reason=reason)
    return changes


def _placed(changes: list[Change]) -> list[Change]:
    """Give new records of one kind places one after the other."""
    last: dict[str, int] = {}
    placed = []
    for change in changes:
        after = change.after
        if change.before is None and after is not None:
            after = (last.get(change.noun, after[0] - 1) + 1, after[1])
            last[change.noun] = after[0]
        placed.append(replace(change, after=after))
    return placed


def put(store: Store, case_id: str, change: Change) -> None:
    """Make one row what the change says, with its search row; its draft is over."""
    table = NOUNS[change.noun].table
    if change.after is None:
        store.do(
            f"DELETE FROM {table} WHERE case_id = ? AND id = ?",  # noqa: S608
            *(case_id, change.record_id),
        )
    else:
        position, body = change.after
        store.do(
            f"INSERT INTO {table} (case_id, id, position, body) VALUES (?, ?, ?, ?) "  # noqa: S608
            "ON CONFLICT (case_id, id) DO UPDATE SET position = excluded.position, "
            "body = excluded.body",
            *(case_id, change.record_id, position, body),
        )
        record_from(change.noun, body)  # what cannot be read again is not kept
    store.do(
        "DELETE FROM draft WHERE case_id = ? AND noun = ? AND id = ?",
        *(case_id, change.noun, change.record_id),
    )
    if case_id and NOUNS[change.noun].attribute:
        search.note(store, case_id, change.noun, change.record_id)


def catch_up(store: Store) -> None:
    """Bring the search tables up to date with every record that was changed."""
    found = search.due(store)
    if not found:
        return
    with store.transaction():
        for case_id, noun, record_id in found:
            row = stored(store, case_id, noun, record_id)
            listed = store.ask("SELECT 1 FROM case_line WHERE case_id = ?", case_id)
            record = record_from(noun, row[1]) if row is not None and listed else None
            search.index(store, case_id, noun, record_id, record)
        search.done(store)


def bodies(store: Store, case_id: str, noun: str) -> list[str]:
    """Return the stored texts of one kind in a case, in their order."""
    rows = store.ask(
        f"SELECT body FROM {NOUNS[noun].table} WHERE case_id = ? ORDER BY position",  # noqa: S608
        case_id,
    )
    return [row[0] for row in rows]


def records(store: Store, case_id: str, noun: str) -> tuple[Any, ...]:
    """Return the records of one kind in a case, in their order."""
    return tuple(record_from(noun, body) for body in bodies(store, case_id, noun))


def differing(store: Store, case_id: str | None = None, noun: str | None = None) -> list[int]:
    """Return the history entries that the tables no longer agree with.

    An old page put back into the file passes every check of the engine; it shows here.
    """
    found = []
    for number, owner, kind, record_id, expected in history.newest(store, case_id, noun):
        row = stored(store, owner, kind, record_id)
        if expected != row:
            found.append(number)
    return found


def trusted(store: Store, case_id: str, noun: str) -> tuple[Any, ...]:
    """Return agreements, or what left, as the history has them too.

    Raises HistoryBrokenError if a row was set back behind the program's back.
    """
    wrong = differing(store, case_id, noun)
    if wrong:
        raise HistoryBrokenError(number=wrong[0])
    return records(store, case_id, noun)


_WHOLE_CASE = " UNION ALL ".join(
    f"SELECT '{noun.table}' AS noun, position, body FROM {noun.table} WHERE case_id = ?1"  # noqa: S608
    for noun in CASE_NOUNS
)


def load(store: Store, case_id: str) -> Case:
    """Return everything a case holds; raises NotFoundError."""
    rows = store.ask(f"{_WHOLE_CASE} ORDER BY position", case_id)
    if not rows and not store.ask("SELECT 1 FROM case_line WHERE case_id = ?", case_id):
        raise NotFoundError
    return assemble(case_id, [(noun, body) for noun, _position, body in rows])


def load_as_of(store: Store, case_id: str, when: datetime) -> Case:
    """Return a case as it stood at a moment; raises NotFoundError before its first entry."""
    sides = history.records_as_of(store, case_id, when)
    if not sides:
        raise NotFoundError
    sides.sort(key=lambda part: part[1][0])
    return assemble(case_id, [(noun, body) for noun, (_position, body) in sides])


def assemble(case_id: str, parts: list[tuple[str, str]]) -> Case:
    """Build a case from (noun, stored text) in the order they should stand in."""
    found: dict[str, Any] = {}
    for table, body in parts:
        noun = NOUNS[table]
        if noun.attribute:
            record = record_from(table, body)
            if noun.single:
                found[noun.attribute] = record
            else:
                found[noun.attribute] = (*found.get(noun.attribute, ()), record)
    return Case(id=case_id, **found)


def _begin_line(store: Store, case_id: str) -> None:
    """Give a new case its place in the list, which search counts by."""
    store.do(
        "INSERT INTO case_line (case_id, code, title, cover, status, updated) "
        "VALUES (?, '', '', '', 'unknown', ?) ON CONFLICT DO NOTHING",
        *(case_id, moment()),
    )


def update_line(store: Store, case_id: str, touched: frozenset[str] = _SHOWN_IN_LIST) -> None:
    """Make the case's line in the list say what its records say."""
    if not touched & _SHOWN_IN_LIST:
        store.do("UPDATE case_line SET updated = ? WHERE case_id = ?", moment(), case_id)
        return
    shown = assemble(
        case_id,
        [(noun, body) for noun in sorted(_SHOWN_IN_LIST) for body in bodies(store, case_id, noun)],
    )
    store.do(
        "UPDATE case_line SET code = ?, title = ?, cover = ?, status = ?, updated = ? "
        "WHERE case_id = ?",
        *(shown.file.code, main_name(shown), shown.file.title, current_status(shown)),
        *(moment(), case_id),
    )


def lines(store: Store, case_ids: list[str] | None = None) -> tuple[CaseLine, ...]:
    """Return the list of cases, the last changed first, or those of the given ids."""
    chosen, values = "", []
    if case_ids is not None:
        chosen = "WHERE case_id IN (SELECT value FROM json_each(?))"
        values = [json.dumps(case_ids)]
    rows = store.ask(
        "SELECT case_id, code, title, cover, status, updated FROM case_line "  # noqa: S608
        f"{chosen} ORDER BY updated DESC, number DESC",
        *values,
    )
    return tuple(
        CaseLine(case_id, code, title, cover, status, datetime.fromisoformat(updated))
        for case_id, code, title, cover, status, updated in rows
    )
