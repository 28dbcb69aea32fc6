"""Take a case document in: case, authorisations and recipients."""

from dataclasses import dataclass, replace

from familytrace.actions.start_case import new_code
from familytrace.errors import ImportDocumentError
from familytrace.model.document import (
    CaseDocument,
    read_document,
    records_of,
    set_aside,
    with_fresh_ids,
)
from familytrace.model.recipient import Recipient
from familytrace.plain import PlainError
from familytrace.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in. ``aside`` counts entries that this version does not know."""

    case_id: str
    aside: int
    unconfirmed: int


def import_case(vault: Vault, plain: object, *, confirm_consents: bool = False) -> Imported:
    """Save a case document as a new case under new ids.

    An authorisation that comes in from a file releases nothing until the owner confirms
    it: now with ``confirm_consents``, or later on the consent page. Recipients come in
    without their verification. Raises ImportDocumentError and saves nothing if the
    document cannot be read.
    """
    try:
        given = read_document(plain)
    except PlainError as error:
        raise ImportDocumentError(reason=str(error)) from error
    document = _as_ours(with_fresh_ids(given), confirmed=confirm_consents)
    document = _with_known_recipients(document, vault.records("recipient"))
    case = document.case
    if document.recipients:
        vault.save("", *document.recipients, reason="import")
    vault.save(case.id, *records_of(case), *document.consents, reason="import")
    return Imported(
        case_id=case.id,
        aside=set_aside(given),
        unconfirmed=sum(not consent.confirmed for consent in document.consents),
    )


def _with_known_recipients(document: CaseDocument, known: tuple[Recipient, ...]) -> CaseDocument:
    """Let an organisation that is here already stand for the one of the same name and key."""
    here = {one.name: one.id for one in known}
    keys = {one.name: one.age_key for one in known}
    same = {
        one.id: here[one.name]
        for one in document.recipients
        if one.name in here and one.age_key in ("", keys[one.name])
    }
    return replace(
        document,
        consents=tuple(
            replace(one, recipient=same.get(one.recipient, one.recipient))
            for one in document.consents
        ),
        recipients=tuple(one for one in document.recipients if one.id not in same),
    )


def _as_ours(document: CaseDocument, *, confirmed: bool) -> CaseDocument:
    case = document.case
    cover = replace(case.file, code=case.file.code or new_code())
    return CaseDocument(
        case=replace(case, file=cover),
        consents=tuple(replace(consent, confirmed=confirmed) for consent in document.consents),
        recipients=tuple(
            replace(recipient, verified_on=None, verified_how="")
            for recipient in document.recipients
        ),
    )
