"""The JSON form of a whole case: for import, for the owner's own export, for packages."""

import dataclasses
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from familytrace.model.case import Case
from familytrace.model.consent import Consent
from familytrace.model.facts import Kind, Record, facts_of
from familytrace.model.recipient import Recipient
from familytrace.model.records import CASE_NOUNS
from familytrace.plain import PlainError, from_plain, to_plain

FORMAT = "familytrace-case"
VERSION = 1


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """One case with the authorisations and recipients that belong to it."""

    case: Case
    consents: tuple[Consent, ...] = ()
    recipients: tuple[Recipient, ...] = ()


def write_document(document: CaseDocument) -> dict[str, Any]:
    """Return the plain form: keys are ASCII, numbers integers, what is unknown is absent."""
    plain: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    plain["case"] = without_extra(to_plain(document.case))
    if document.consents:
        plain["consents"] = without_extra(to_plain(document.consents))
    if document.recipients:
        plain["recipients"] = without_extra(to_plain(document.recipients))
    return plain


def without_extra(plain: Any) -> Any:
    """Drop what a later version wrote and this one does not know: it is never handed on."""
    if isinstance(plain, dict):
        kept = {key: without_extra(item) for key, item in plain.items() if key != "extra"}
        return {key: item for key, item in kept.items() if item != {}}
    if isinstance(plain, list):
        return [without_extra(item) for item in plain]
    return plain


def read_document(plain: object) -> CaseDocument:
    """Read the plain form; unknown keys and codes of version 1 are kept aside in ``extra``.

    Raises PlainError, naming the place and never the content.
    """
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise PlainError("the format is not familytrace-case")
    if plain.get("version") != VERSION:
        raise PlainError("the version is not 1")
    return CaseDocument(
        case=from_plain(Case, plain.get("case"), lenient=True),
        consents=_all(Consent, plain.get("consents", [])),
        recipients=_all(Recipient, plain.get("recipients", [])),
    )


def _all(kind: type[Any], items: object) -> tuple[Any, ...]:
    if not isinstance(items, list):
        raise PlainError(f"{kind.__name__}: expected a list")
    return tuple(from_plain(kind, item, lenient=True) for item in items)


def records_of(case: Case) -> Iterator[Record]:
    """Give every record of a case."""
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        yield from (held,) if noun.single else held


def set_aside(document: CaseDocument) -> int:
    """Return how many entries were not understood and are kept aside."""
    everything: tuple[Any, ...] = (
        *records_of(document.case),
        *document.consents,
        *document.recipients,
    )
    return sum(len(record.extra) for record in everything)


def with_fresh_ids(document: CaseDocument) -> CaseDocument:
    """Give every record a new random id, and mend the references between them."""
    named: tuple[Any, ...] = (*records_of(document.case), *document.consents, *document.recipients)
    new = {record.id: new_id() for record in named if record.id}
    case = document.case
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        parts[noun.attribute] = (
            _renewed(held, new) if noun.single else tuple(_renewed(record, new) for record in held)
        )
    return CaseDocument(
        case=Case(id=new_id(), **parts),
        consents=tuple(
            dataclasses.replace(
                consent,
                id=new.get(consent.id) or new_id(),
                speaker=new.get(consent.speaker, consent.speaker),
                recipient=new.get(consent.recipient, consent.recipient),
                opened=frozenset(new.get(entry, entry) for entry in consent.opened),
            )
            for consent in document.consents
        ),
        recipients=tuple(
            dataclasses.replace(recipient, id=new.get(recipient.id) or new_id())
            for recipient in document.recipients
        ),
    )


def _renewed(record: Any, new: Mapping[str, str]) -> Any:
    references = {
        name: new.get(getattr(record, name), "")
        for name, fact in facts_of(record).items()
        if fact.kind is Kind.REFERENCE
    }
    return dataclasses.replace(record, id=new.get(record.id) or new_id(), **references)


def new_id() -> str:
    """Return a random id: 128 bits in hexadecimal, made from nothing about a person."""
    return secrets.token_hex(16)
