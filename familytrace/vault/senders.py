"""Keys and senders: what signs for us, what opens for us, and whom we know already."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from familytrace.errors import NotFoundError
from familytrace.vault.history import as_json
from familytrace.vault.rows import new_id
from familytrace.vault.store import Store, moment


@dataclass(frozen=True, slots=True)
class GroupKey:
    """An age identity of an organisation; ``withdrawn`` is a moment, or None while in use."""

    id: str
    label: str
    secret: str
    public: str
    made: str
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class Received:
    """A package that came in: ``body`` is what the receiver wants to remember of it."""

    package_id: str
    sender: str
    sequence: int
    sha256: str
    case_id: str
    at: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class KnownSender:
    """A signing key seen before; ``verified`` is a moment, or None while only known."""

    public: str
    label: str
    first_seen: str
    verified: str | None
    verified_how: str


def sender_seed(store: Store, recipient_id: str) -> bytes:
    """Return the 32-byte Ed25519 seed that signs for one recipient, made when first asked."""
    found = store.ask("SELECT seed FROM sender_key WHERE recipient_id = ?", recipient_id)
    if found:
        return bytes(found[0][0])
    seed = secrets.token_bytes(32)
    with store.transaction():
        store.do("INSERT INTO sender_key VALUES (?, ?, ?)", recipient_id, seed, moment())
    return seed


def add_group_key(store: Store, label: str, secret: str, public: str) -> GroupKey:
    """Keep an age identity."""
    key = GroupKey(new_id(), label, secret, public, moment(), None)
    with store.transaction():
        store.do(
            "INSERT INTO group_key VALUES (?, ?, ?, ?, ?, ?)",
            *(key.id, label, secret, public, key.made, None),
        )
    return key


def group_keys(store: Store) -> tuple[GroupKey, ...]:
    """Return all identities, the newest first; withdrawn ones still open old packages."""
    rows = store.ask(
        "SELECT id, label, secret, public, made, withdrawn FROM group_key "
        "ORDER BY made DESC, rowid DESC"
    )
    return tuple(GroupKey(*row) for row in rows)


def withdraw_group_key(store: Store, key_id: str) -> None:
    """Mark an identity as no longer to be sent to; raises NotFoundError."""
    with store.transaction():
        if not store.do("UPDATE group_key SET withdrawn = ? WHERE id = ?", moment(), key_id):
            raise NotFoundError


def note_received(store: Store, received: Received) -> None:
    """Remember a package, so that it is known when it comes again."""
    with store.transaction():
        store.do(
            "INSERT OR REPLACE INTO received_package VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(received.package_id, received.sender, received.sequence, received.sha256),
            *(received.case_id, received.at or moment(), as_json(received.body)),
        )


def received_packages(store: Store, sender: str | None = None) -> tuple[Received, ...]:
    """Return the packages that came in (from one sender), the oldest first."""
    rows = store.ask(
        "SELECT package_id, sender, sequence, sha256, case_id, at, body FROM received_package "
        "WHERE sender = coalesce(?, sender) ORDER BY sequence, rowid",
        sender,
    )
    return tuple(
        Received(package, who, number, digest, case, at, json.loads(body))
        for package, who, number, digest, case, at, body in rows
    )


def know_sender(
    store: Store, public: str, *, label: str = "", verified_how: str = ""
) -> KnownSender:
    """Remember a signing key; a way of verifying makes it a verified one from now on."""
    before = sender(store, public)
    now = moment()
    verified = now if verified_how else (before.verified if before else None)
    known = KnownSender(
        public=public,
        label=label or (before.label if before else ""),
        first_seen=before.first_seen if before else now,
        verified=verified,
        verified_how=verified_how or (before.verified_how if before else ""),
    )
    with store.transaction():
        store.do(
            "INSERT OR REPLACE INTO known_sender VALUES (?, ?, ?, ?, ?)",
            *(known.public, known.label, known.first_seen, known.verified, known.verified_how),
        )
    return known


def sender(store: Store, public: str) -> KnownSender | None:
    """Return what is known of a signing key, or None for a stranger."""
    rows = store.ask(
        "SELECT public, label, first_seen, verified, verified_how FROM known_sender "
        "WHERE public = ?",
        public,
    )
    return KnownSender(*rows[0]) if rows else None
