"""Erasing for good: a record, a case or a word leaves records, search, history and drafts.

The history keeps that something was there, and its chain still verifies. Backups made
before still hold it; the screen says so.
"""

import json
import re
import unicodedata
from typing import Any

from familytrace import files
from familytrace.errors import NotFoundError
from familytrace.model.records import NOUNS
from familytrace.vault import connection, history, media, rows, search
from familytrace.vault.history import Act, Change, as_json
from familytrace.vault.store import ASIDE, Store

_STRUCTURED = frozenset({"id", "edtf"})  # made by us, and of no use with a word cut out
_KEPT_OF_A_CASE = frozenset({"ledger"})  # what left cannot be unsent, and names nobody


def erase_record(store: Store, case_id: str, noun: str, record_id: str) -> None:
    """Blank one record everywhere and shred its files; raises NotFoundError."""
    with store.transaction():
        known = store.ask(
            "SELECT 1 FROM history WHERE case_id = ? AND noun = ? AND record_id = ? LIMIT 1",
            *(case_id, noun, record_id),
        )
        if not known:
            raise NotFoundError
        noise = _blank_record(store, case_id, noun, record_id)
        _note(store, case_id, [Change(noun, record_id, None, None)])
        rows.update_line(store, case_id)
        _clean_search(store)
    _afterwards(store, noise)


def erase_case(store: Store, case_id: str) -> None:
    """Blank everything about one missing person, except that something was sent."""
    with store.transaction():
        if not store.ask("SELECT 1 FROM history WHERE case_id = ? LIMIT 1", case_id):
            raise NotFoundError
        noise = []
        found = store.ask("SELECT DISTINCT noun, record_id FROM history WHERE case_id = ?", case_id)
        for noun, record_id in found:
            if noun not in _KEPT_OF_A_CASE:
                noise += _blank_record(store, case_id, noun, record_id)
        store.do("DELETE FROM draft WHERE case_id = ?", case_id)
        store.do("UPDATE received_package SET body = '{}' WHERE case_id = ?", case_id)
        _note(store, case_id, [Change("case_file", case_id, None, None)])
        _clean_search(store)
        store.do("DELETE FROM case_line WHERE case_id = ?", case_id)
    _afterwards(store, noise)


def _blank_record(store: Store, case_id: str, noun: str, record_id: str) -> list[str]:
    rows.put(store, case_id, Change(noun, record_id, None, None))
    store.do(
        "UPDATE history SET payload = NULL, salt = NULL "
        "WHERE case_id = ? AND noun = ? AND record_id = ?",
        *(case_id, noun, record_id),
    )
    return media.shred(store, case_id, record_id) if noun == "evidence" else []


def erase_words(store: Store, text: str, *, case_id: str | None = None, instead: str = "") -> int:
    """Cut a word or name out of every record (of one case); return how many held it.

    Upper and lower case are the same; a text of spaces alone is a ValueError.
    """
    word = unicodedata.normalize("NFC", text.strip())
    if not word:
        raise ValueError("nothing to erase")
    pattern = re.compile(re.escape(word), re.IGNORECASE)
    with store.transaction():
        touched = _cut_from_records(store, case_id, pattern, instead)
        _blank_history(store, case_id, pattern)
        _drop_drafts(store, case_id, pattern)
        _cut_from_senders(store, case_id, pattern, instead)
        for owner, changes in touched.items():
            _note(store, owner, changes)
            if owner:
                rows.update_line(store, owner)
        _clean_search(store)
    _afterwards(store, [])
    return sum(len(changes) for changes in touched.values())


def _cut_from_records(
    store: Store, case_id: str | None, pattern: re.Pattern[str], instead: str
) -> dict[str, list[Change]]:
    touched: dict[str, list[Change]] = {}
    for noun in NOUNS:
        found = store.ask(
            f"SELECT case_id, id, position, body FROM {noun} "  # noqa: S608 - a name from NOUNS
            "WHERE case_id = coalesce(?, case_id)",
            case_id,
        )
        for owner, record_id, position, body in found:
            held = json.loads(body)
            cut = _without(held, pattern, instead)
            if cut != held:
                change = Change(noun, record_id, None, (position, as_json(cut)))
                rows.put(store, owner, change)
                touched.setdefault(owner, []).append(change)
    return touched


def _without(value: Any, pattern: re.Pattern[str], instead: str) -> Any:
    if isinstance(value, str):
        plain = unicodedata.normalize("NFC", value)
        return pattern.sub(lambda _match: instead, plain) if pattern.search(plain) else value
    if isinstance(value, list):
        return [_without(item, pattern, instead) for item in value]
    if isinstance(value, dict):
        return {
            key: item if key in _STRUCTURED else _without(item, pattern, instead)
            for key, item in value.items()
        }
    return value


def _blank_history(store: Store, case_id: str | None, pattern: re.Pattern[str]) -> None:
    found = store.ask(
        "SELECT number, payload FROM history "
        "WHERE payload IS NOT NULL AND case_id = coalesce(?, case_id)",
        case_id,
    )
    for number, payload in found:
        if pattern.search(unicodedata.normalize("NFC", payload)):
            store.do("UPDATE history SET payload = NULL, salt = NULL WHERE number = ?", number)


def _drop_drafts(store: Store, case_id: str | None, pattern: re.Pattern[str]) -> None:
    found = store.ask(
        "SELECT case_id, noun, id, body FROM draft WHERE case_id = coalesce(?, case_id)", case_id
    )
    for owner, noun, record_id, body in found:
        if pattern.search(unicodedata.normalize("NFC", body)):
            store.do(
                "DELETE FROM draft WHERE case_id = ? AND noun = ? AND id = ?",
                *(owner, noun, record_id),
            )


def _cut_from_senders(
    store: Store, case_id: str | None, pattern: re.Pattern[str], instead: str
) -> None:
    found = store.ask(
        "SELECT package_id, body FROM received_package WHERE case_id = coalesce(?, case_id)",
        case_id,
    )
    for package_id, body in found:
        held = json.loads(body)
        cut = as_json(_without(held, pattern, instead))
        store.do("UPDATE received_package SET body = ? WHERE package_id = ?", cut, package_id)
    if case_id is None:
        for public, label in store.ask("SELECT public, label FROM known_sender"):
            cut = _without(label, pattern, instead)
            store.do("UPDATE known_sender SET label = ? WHERE public = ?", cut, public)


def _clean_search(store: Store) -> None:
    rows.catch_up(store)
    search.scrub(store)


def _note(store: Store, case_id: str, changes: list[Change]) -> None:
    history.append(store, case_id, changes, act=Act.ERASE, reason="erase")


def _afterwards(store: Store, noise: list[str]) -> None:
    """Remove shredded files, and the old pages that journal and set-aside copy hold."""
    media.remove(store, noise)
    with files.speaking():
        (store.folder / ASIDE).unlink(missing_ok=True)
    rows.record_from.cache_clear()
    search.fold.cache_clear()
    with connection.speaking():
        store.database.conn.execute("PRAGMA journal_size_limit=0").fetchall()
    with store.transaction():
        store.remember("erased", history.head(store).number)
    with connection.speaking():
        store.database.conn.execute("PRAGMA journal_size_limit=-1").fetchall()
