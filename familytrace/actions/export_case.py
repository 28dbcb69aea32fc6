"""Hand a case to one recipient: look at what would leave, then write it."""

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from familytrace import clock, files
from familytrace.canonical import encode
from familytrace.consent.gate import Disclosure, disclose
from familytrace.consent.kept_back import KeptBack, kept_back
from familytrace.errors import NotFoundError, RecipientUnverifiedError
from familytrace.forms.fill import fill
from familytrace.forms.filled import FilledForm
from familytrace.forms.profile import Profile
from familytrace.forms.readiness import Gap, Untranslated, gaps, untranslated
from familytrace.forms.sheet import sheet_text
from familytrace.model.case import Case
from familytrace.model.document import CaseDocument, write_document
from familytrace.model.recipient import LedgerEntry, Recipient
from familytrace.model.topics import Purpose
from familytrace.package.age_file import new_identity
from familytrace.package.contents import contents_of
from familytrace.package.write import Envelope, write_package, write_package_with_words
from familytrace.pdf.form_pdf import form_pdf
from familytrace.pdf.form_text import uncovered_in
from familytrace.vault.senders import sender_seed
from familytrace.vault.vault import Vault
from familytrace.worker.attachments import rebuild_attachments

FORMATS = ("package", "pdf", "json", "sheet")
MAIL_SIZE = 10 * 1024 * 1024

Progress = Callable[[int, int], None]


def _quiet(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: which case, for whom, for what, in which form and languages."""

    case_id: str
    recipient_id: str
    purpose: Purpose
    profile: Profile
    language: str = "en"
    second_language: str | None = None
    added_by_user: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would leave, and what the family should know before it does.

    ``uncovered`` are letters that no bundled font can print: the page shows their
    number in their place.
    """

    order: Order
    recipient: Recipient
    disclosure: Disclosure
    filled: FilledForm
    gaps: tuple[Gap, ...]
    untranslated: tuple[Untranslated, ...]
    kept_back: KeptBack
    uncovered: str


@dataclass(frozen=True, slots=True)
class Written:
    """What was written where, with the ledger's line."""

    path: Path
    entry: LedgerEntry


def recipient_of(vault: Vault, recipient_id: str) -> Recipient:
    """Return a recipient by id; raises NotFoundError."""
    for recipient in vault.records("recipient"):
        if recipient.id == recipient_id:
            return recipient  # type: ignore[no-any-return]
    raise NotFoundError


def readiness(vault: Vault, case_id: str, profile: Profile) -> tuple[Gap, ...]:
    """Return what the recipient would still miss, before anybody agreed to anything."""
    return gaps(profile, vault.load(case_id), None)


def prepare(vault: Vault, order: Order) -> Prepared:
    """Return exactly what would leave today; writes nothing.

    Raises the ConsentError that says why nothing may leave, or FormLanguageError.
    """
    case = vault.load(order.case_id)
    recipient = recipient_of(vault, order.recipient_id)
    disclosure = disclose(
        case,
        vault.records("consent", order.case_id),
        recipient,
        order.purpose,
        clock.now(),
        asked=order.profile.asks(added_by_user=order.added_by_user),
        code_key=vault.secret(f"recipient:{recipient.id}"),
    )
    return _prepared(order, recipient, case, disclosure)


def _prepared(order: Order, recipient: Recipient, case: Case, disclosure: Disclosure) -> Prepared:
    filled = fill(order.profile, disclosure, order.language, order.second_language)
    return Prepared(
        order=order,
        recipient=recipient,
        disclosure=disclosure,
        filled=filled,
        gaps=gaps(order.profile, case, disclosure),
        untranslated=untranslated(filled),
        kept_back=kept_back(case, disclosure),
        uncovered=uncovered_in(filled),
    )


def pictures_of(
    vault: Vault, prepared: Prepared, progress: Progress = _quiet
) -> Mapping[str, bytes]:
    """Return the pictures that leave, rebuilt from pixels in quarantine, by name."""
    case_id = prepared.order.case_id

    def original(evidence_id: str) -> bytes:
        return b"".join(vault.read_evidence(case_id, evidence_id))

    attachments = prepared.disclosure.attachments
    return rebuild_attachments(attachments, original, target=MAIL_SIZE, progress=progress)


def preview(vault: Vault, prepared: Prepared) -> bytes:
    """Return the real pages as the recipient will see them, as a PDF in memory."""
    return form_pdf(prepared.filled, pictures_of(vault, prepared))


def export_package(
    vault: Vault,
    prepared: Prepared,
    path: Path,
    *,
    words: str | None = None,
    progress: Progress = _quiet,
) -> Written:
    """Write the sealed package: ledger, one atomic rename, ledger.

    Sealed to the recipient's key, which must have been compared by voice
    (RecipientUnverifiedError), or with words told by voice.
    """
    recipient = prepared.recipient
    if words is None and not (recipient.age_key and recipient.verified_on):
        raise RecipientUnverifiedError
    pictures = pictures_of(vault, prepared, progress)
    contents = contents_of(
        prepared.disclosure,
        prepared.filled,
        form_pdf=form_pdf(prepared.filled, pictures),
        sheet=sheet_text(prepared.filled),
        pictures=pictures,
    )
    reply = new_identity()
    envelope = _envelope(vault, prepared, reply.public, for_key=words is None)
    if words is not None:
        sealed = write_package_with_words(contents, envelope, words)
    else:
        sealed = write_package(contents, envelope)
    target = path / sealed.name if path.is_dir() else path
    entry = dataclasses.replace(
        _line(prepared, "package", target.name),
        package_id=sealed.package,
        sequence=envelope.sequence,
        manifest_hash=sealed.manifest_hash,
        reply_secret=reply.secret,
        sha256=sealed.file_hash(),
    )
    progress(1, 1)  # the last moment to stop
    return _write(vault, entry, target, sealed.data)


def _envelope(vault: Vault, prepared: Prepared, reply_to: str, *, for_key: bool) -> Envelope:
    """Return who sends what to whom, as the next of this recipient's chain."""
    recipient = prepared.recipient
    before = vault.last_export(recipient.id)
    return Envelope(
        recipient=recipient.age_key if for_key else None,
        case=prepared.disclosure.case.id,
        sequence=(before.sequence if before else 0) + 1,
        previous=before.manifest_hash or None if before else None,
        created=clock.today(),
        signing_seed=sender_seed(vault.store, recipient.id),
        consent_until=prepared.disclosure.ends_on,
        reply_to=reply_to,
        language=prepared.order.language,
    )


def export_readable(
    vault: Vault, prepared: Prepared, path: Path, form: str, progress: Progress = _quiet
) -> Written:
    """Write what anybody can read: ``pdf``, ``json`` or ``sheet``.

    The caller has said what that means and was told yes.
    """
    data = _readable(vault, prepared, form, progress)
    target = path / f"form.{_ENDINGS[form]}" if path.is_dir() else path
    sequence = vault.last_export(prepared.recipient.id)
    entry = dataclasses.replace(
        _line(prepared, form, target.name),
        sha256=hashlib.sha256(data).hexdigest(),
        sequence=sequence.sequence if sequence else 0,
        manifest_hash=sequence.manifest_hash if sequence else "",
    )
    progress(1, 1)  # the last moment to stop
    return _write(vault, entry, target, data)


_ENDINGS = {"pdf": "pdf", "json": "json", "sheet": "txt"}


def _readable(vault: Vault, prepared: Prepared, form: str, progress: Progress) -> bytes:
    if form == "pdf":
        return form_pdf(prepared.filled, pictures_of(vault, prepared, progress))
    if form == "json":
        return encode(write_document(CaseDocument(prepared.disclosure.case)))
    return sheet_text(prepared.filled).encode()


def _line(prepared: Prepared, form: str, name: str) -> LedgerEntry:
    return LedgerEntry(
        case_id=prepared.order.case_id,
        recipient=prepared.recipient.id,
        purpose=prepared.order.purpose,
        profile=prepared.order.profile.id,
        format=form,
        consents=prepared.disclosure.consents,
        file_name=name,
    )


def _write(vault: Vault, entry: LedgerEntry, target: Path, data: bytes) -> Written:
    entry = vault.prepare_export(entry, target)
    try:
        files.write_whole(target, data)
    except BaseException:
        vault.settle_export(entry, written=False)
        raise
    return Written(target, vault.settle_export(entry, written=True))
