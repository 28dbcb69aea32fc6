"""The history: every change, one after the other, chained so that none can be lost.

Each entry's MAC covers a salted digest of what was written, not the writing itself.
Erasing blanks writing and salt; the chain still verifies, and nobody can guess back.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from familytrace import canonical
from familytrace.errors import HistoryBrokenError, OlderCopyError
from familytrace.vault.keys import Anchor
from familytrace.vault.store import Store, moment

_PURPOSE = "history"
_BROUGHT_IN = frozenset({"start", "import", "receive"})
"""Reasons of steps that brought a case in: undo stops before them."""


class Act(StrEnum):
    """What kind of change an entry is."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    ERASE = "erase"


Side = tuple[int, str]  # a record's place in its case, and its body as JSON


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after, None where it was not."""

    noun: str
    record_id: str
    before: Side | None
    after: Side | None

    def turned(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.noun, self.record_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What one action did: its number, its kind, and the step that it undid or redid.

    ``brought_in`` is true of a step that the case came in with.
    """

    number: int
    act: Act
    target: int
    brought_in: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history as a person may read it; ``reason`` is a code."""

    number: int
    step: int
    at: datetime
    noun: str
    record_id: str
    act: Act
    reason: str
    before: Any
    after: Any
    erased: bool


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    step: int
    at: str
    case_id: str
    noun: str
    record_id: str
    act: str
    target: int
    reason: str

    def mac(self, key: bytes, digest: bytes, previous: bytes) -> bytes:
        said = canonical.encode(
            [
                self.number,
                self.step,
                self.at,
                self.case_id,
                self.noun,
                self.record_id,
                self.act,
                self.target,
                self.reason,
                digest.hex(),
                previous.hex(),
            ]
        )
        return hmac.digest(key, said, hashlib.sha256)


_COLUMNS = "number, step, at, case_id, noun, record_id, act, target, reason"


def append(
    store: Store, case_id: str, changes: list[Change], *, act: Act, reason: str, target: int = 0
) -> int:
    """Write one step of changes inside the caller's transaction; return its number."""
    key = store.secret(_PURPOSE)
    last = store.ask("SELECT number, step, mac FROM history ORDER BY number DESC LIMIT 1")
    number, step, previous = last[0] if last else (0, 0, bytes(32))
    step += 1
    at = moment()
    for change in changes:
        number += 1
        line = _Line(number, step, at, case_id, change.noun, change.record_id, act, target, reason)
        payload = f'{{"before":{_written(change.before)},"after":{_written(change.after)}}}'
        salt = os.urandom(16)
        digest = _digest(salt, payload)
        mac = line.mac(key, digest, previous)
        store.do(
            f"INSERT INTO history ({_COLUMNS}, salt, payload, digest, previous, mac) "  # noqa: S608
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(line.number, line.step, line.at, line.case_id, line.noun, line.record_id),
            *(line.act, line.target, line.reason, salt, payload, digest, previous, mac),
        )
        previous = mac
    return int(step)


def _written(side: Side | None) -> str:
    return "null" if side is None else f'{{"body":{side[1]},"position":{side[0]}}}'


def _digest(salt: bytes, payload: str) -> bytes:
    return hmac.digest(salt, payload.encode(), hashlib.sha256)


def head(store: Store) -> Anchor:
    """Return the newest entry's number and hash, to be kept outside of the database."""
    last = store.ask("SELECT number, mac FROM history ORDER BY number DESC LIMIT 1")
    return Anchor(last[0][0], last[0][1].hex()) if last else Anchor()


def check_anchor(store: Store, anchor: Anchor) -> None:
    """Raise OlderCopyError unless the history holds the anchor; it may be ahead of it."""
    if anchor.number == 0:
        return
    found = store.ask("SELECT mac FROM history WHERE number = ?", anchor.number)
    if not found or found[0][0].hex() != anchor.hash:
        raise OlderCopyError


def check_head(store: Store) -> None:
    """Raise HistoryBrokenError if the newest entry was not written by this vault."""
    last = head(store).number
    if last:
        _verify(store, last - 1)


def verify(store: Store, told: Callable[[int, int], None] = lambda _done, _all: None) -> Anchor:
    """Check every entry from the first on and return the head.

    Raises HistoryBrokenError with the number of the first entry that does not fit.
    """
    return _verify(store, 0, told)


def _verify(
    store: Store, after: int, told: Callable[[int, int], None] = lambda _done, _all: None
) -> Anchor:
    key, previous, number = store.secret(_PURPOSE), bytes(32), after
    if after:
        before = store.ask("SELECT mac FROM history WHERE number = ?", after)
        previous = before[0][0] if before else b""
    end = head(store).number
    rows = store.database.conn.execute(
        f"SELECT {_COLUMNS}, salt, payload, digest, previous, mac FROM history "  # noqa: S608
        "WHERE number > ? ORDER BY number",
        (after,),
    )
    for *columns, salt, payload, digest, linked, mac in rows:
        number += 1
        line = _Line(*columns)
        whole = (salt is None) == (payload is None)
        if payload is not None and salt is not None:
            whole = _digest(salt, payload) == digest
        fits = line.number == number and linked == previous
        if not (whole and fits and hmac.compare_digest(mac, line.mac(key, digest, previous))):
            raise HistoryBrokenError(number=number)
        previous = mac
        if number % 1000 == 0:
            told(number, end)
    return Anchor(number, previous.hex()) if number else Anchor()


def steps(store: Store, case_id: str) -> list[Step]:
    """Return what was done to a case in order, as far as undo may touch it.

    Without steps that erasing has blanked, and without agreements and what left: those
    are only ever added to.
    """
    rows = store.ask(
        "SELECT step, act, target, reason FROM history WHERE case_id = ? AND act <> 'erase' "
        "GROUP BY step HAVING count(*) = count(payload) "
        "AND total(noun IN ('consent', 'ledger')) = 0 ORDER BY step",
        case_id,
    )
    return [
        Step(number, Act(act), target, reason in _BROUGHT_IN)
        for number, act, target, reason in rows
    ]


def to_undo(store: Store, case_id: str) -> int | None:
    """Return the step that undo takes back next, or None.

    Never one that brought the case in, and nothing that lies behind such a step.
    """
    every = steps(store, case_id)
    done, _undone = _stacks(every)
    kept = {step.number for step in every if step.brought_in}
    return done[-1] if done and done[-1] not in kept else None


def to_redo(store: Store, case_id: str) -> int | None:
    """Return the step that redo does again next, or None."""
    _done, undone = _stacks(steps(store, case_id))
    return undone[-1] if undone else None


def _stacks(every: list[Step]) -> tuple[list[int], list[int]]:
    done: list[int] = []
    undone: list[int] = []
    for step in every:
        if step.act is Act.UNDO and step.target in done:
            done.remove(step.target)
            undone.append(step.target)
        elif step.act is Act.REDO and step.target in undone:
            undone.remove(step.target)
            done.append(step.target)
        elif step.act is Act.EDIT:
            done.append(step.number)
            undone.clear()
    return done, undone


def changes_of(store: Store, step: int) -> list[Change]:
    """Return the changes of one step in the order they were made."""
    rows = store.ask(
        "SELECT noun, record_id, payload FROM history WHERE step = ? ORDER BY number", step
    )
    return [
        Change(noun, record_id, _part(payload, "before"), _part(payload, "after"))
        for noun, record_id, payload in rows
        if payload is not None
    ]


def _part(payload: str, name: str) -> Side | None:
    part = json.loads(payload)[name]
    return None if part is None else (part["position"], as_json(part["body"]))


def as_json(value: Any) -> str:
    """Return JSON text with sorted keys and letters as they are."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()


def entries(store: Store, case_id: str) -> tuple[Entry, ...]:
    """Return the history of a case from its first entry to its newest."""
    rows = store.ask(
        f"SELECT {_COLUMNS}, payload FROM history "  # noqa: S608
        "WHERE case_id = ? ORDER BY number",
        case_id,
    )
    return tuple(_entry(_Line(*columns), payload) for *columns, payload in rows)


def _entry(line: _Line, payload: str | None) -> Entry:
    said = json.loads(payload) if payload is not None else {"before": None, "after": None}
    return Entry(
        number=line.number,
        step=line.step,
        at=datetime.fromisoformat(line.at),
        noun=line.noun,
        record_id=line.record_id,
        act=Act(line.act),
        reason=line.reason,
        before=said["before"] and said["before"]["body"],
        after=said["after"] and said["after"]["body"],
        erased=payload is None,
    )


def newest(
    store: Store, case_id: str | None = None, noun: str | None = None
) -> list[tuple[int, str, str, str, Side | None]]:
    """Return number, case, noun, record and what should stand now (None: nothing).

    One for each record of a case and noun, or of all; erased ones are left out.
    """
    rows = store.ask(
        "SELECT max(number), case_id, noun, record_id, payload FROM history "
        "WHERE case_id = coalesce(?, case_id) AND noun = coalesce(?, noun) "
        "GROUP BY case_id, noun, record_id",
        *(case_id, noun),
    )
    return [(*about, _part(payload, "after")) for *about, payload in rows if payload is not None]


def records_as_of(store: Store, case_id: str, when: datetime) -> list[tuple[str, Side]]:
    """Return noun, place and body of each record that a case held at a moment."""
    rows = store.ask(
        "SELECT noun, payload, max(number) FROM history "
        "WHERE case_id = ? AND at <= ? GROUP BY noun, record_id",
        case_id,
        when.astimezone(UTC).isoformat(),
    )
    parts = ((noun, _part(payload, "after")) for noun, payload, _last in rows if payload)
    return [(noun, part) for noun, part in parts if part is not None]
