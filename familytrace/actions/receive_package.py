"""Open what came in: in quarantine, all or nothing, and keep it only if it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, Literal

from familytrace import canonical, clock
from familytrace.errors import PackageError, WrongKeyError
from familytrace.model.case import Case
from familytrace.model.document import CaseDocument, records_of, with_fresh_ids
from familytrace.package.contents import (
    ConsentPaper,
    Reply,
    Withdrawal,
    read_case,
    read_consent,
    read_reply,
    read_withdrawal,
)
from familytrace.package.read import OpenedPackage, Seen, open_package
from familytrace.plain import to_plain
from familytrace.vault.senders import (
    Received,
    group_keys,
    know_sender,
    note_received,
    received_packages,
    sender,
)
from familytrace.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class ReceivedCase:
    """A package that holds, as records; only one of case, withdrawal and reply is there."""

    opened: OpenedPackage
    case: Case | None
    consent: ConsentPaper | None
    withdrawal: Withdrawal | None
    reply: Reply | None


def open_with_keys(source: bytes, secrets: Sequence[str], seen: Seen | None = None) -> ReceivedCase:
    """Open a package with the first key that fits; raises a PackageError, keeps nothing.

    WrongKeyError means that no key fits.
    """
    if not secrets:
        raise WrongKeyError
    return _read(open_package(source, *secrets, seen=seen, today=clock.today()))


def _read(opened: OpenedPackage) -> ReceivedCase:
    return ReceivedCase(
        opened=opened,
        case=read_case(opened.case) if opened.case else None,
        consent=read_consent(opened.consent) if opened.consent else None,
        withdrawal=read_withdrawal(opened.withdrawal) if opened.withdrawal else None,
        reply=read_reply(opened.reply) if opened.reply else None,
    )


def secrets_of(vault: Vault) -> tuple[str, ...]:
    """Return what can open packages here: the group's keys and the keys for answers."""
    ours = [key.secret for key in group_keys(vault.store)]
    answers = [entry.reply_secret for entry in vault.exports() if entry.reply_secret]
    return (*ours, *answers)


def seen_by(vault: Vault) -> Seen:
    """Return what this vault remembers of packages and senders.

    A package whose case was erased is not held against a new one: it may be kept again.
    """
    known: dict[str, Literal["verified", "known"]] = {}
    last: dict[tuple[str, str], int] = {}
    every = received_packages(vault.store)
    here = {line.id for line in vault.cases()}
    packages = [one for one in every if not one.case_id or one.case_id in here]
    for one in packages:
        key = (one.sender, str(one.body.get("case", "")))
        last[key] = max(last.get(key, 0), one.sequence)
    for one in every:
        found = sender(vault.store, one.sender)
        if found is not None:
            known[one.sender] = "verified" if found.verified else "known"
    return Seen(frozenset(one.package_id for one in packages), last, known)


def look_into(vault: Vault, source: bytes) -> ReceivedCase:
    """Open a package with the keys of this vault; nothing is kept yet."""
    return open_with_keys(source, secrets_of(vault), seen_by(vault))


def keep(vault: Vault, received: ReceivedCase) -> str:
    """Keep a case that was looked at as a new case, with what may be done with it.

    Nothing is merged. Returns the id of the new case; "" for a notice or an answer.
    """
    manifest = received.opened.manifest
    case_id = _keep_case(vault, received) if received.case else ""
    body: dict[str, Any] = {
        "case": manifest.case,
        "kind": manifest.kind,
        "sender": received.opened.sender,
        "consent": to_plain(received.consent) if received.consent else None,
        "withdrawal": to_plain(received.withdrawal) if received.withdrawal else None,
        "reply": to_plain(received.reply) if received.reply else None,
        "created": manifest.created.isoformat(),
    }
    note_received(
        vault.store,
        Received(
            package_id=manifest.package,
            sender=manifest.sender or "",
            sequence=manifest.sequence,
            sha256=received.opened.manifest_hash,
            case_id=case_id,
            at="",
            body=body,
        ),
    )
    if manifest.sender:
        know_sender(vault.store, manifest.sender)
    return case_id


def _keep_case(vault: Vault, received: ReceivedCase) -> str:
    if received.case is None:
        raise PackageError
    document = with_fresh_ids(CaseDocument(received.case))
    case = document.case
    evidence = {id(one) for one in case.evidence}
    vault.save(
        case.id, *(one for one in records_of(case) if id(one) not in evidence), reason="receive"
    )
    _keep_pictures(vault, case, received.opened.pictures)
    return case.id


def _keep_pictures(vault: Vault, case: Case, pictures: Iterable[bytes]) -> None:
    named = {f"attachments/{number:04d}.jpg": data for number, data in enumerate(pictures, 1)}
    for evidence in case.evidence:
        data = named.get(evidence.attachment)
        if data is None:
            vault.save(case.id, evidence, reason="receive")
        else:
            received = replace(evidence, media_type="image/jpeg")
            vault.add_evidence(case.id, received, BytesIO(data), reason="receive")


def summary(received: ReceivedCase) -> dict[str, Any]:
    """Return what a program needs: sender state, consent and the case as plain data."""
    manifest = received.opened.manifest
    found: dict[str, Any] = {
        "kind": manifest.kind,
        "package": manifest.package,
        "sender_state": received.opened.sender,
        "sender": manifest.sender,
        "sequence": manifest.sequence,
        "created": manifest.created.isoformat(),
        "consent_until": manifest.consent_until.isoformat() if manifest.consent_until else None,
        "consent": to_plain(received.consent) if received.consent else None,
        "case": canonical.decode(received.opened.case)["case"] if received.opened.case else None,
        "pictures": len(received.opened.pictures),
    }
    for name in ("withdrawal", "reply"):
        value = getattr(received, name)
        if value is not None:
            found[name] = to_plain(value)
    return found
