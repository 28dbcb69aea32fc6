"""The one way out: what a family agreed to, for one recipient and purpose, today."""

import dataclasses
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from familytrace.consent.authority import Authority, authorise, last_day
from familytrace.consent.coarsen import coarsen
from familytrace.consent.redact import Opening, redact
from familytrace.consent.rules import rule_of
from familytrace.consent.slips import own_names, protected_of
from familytrace.errors import PurposeError, ReporterNeededError
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Consent
from familytrace.model.evidence import Evidence
from familytrace.model.facts import facts_of
from familytrace.model.recipient import Recipient
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import CEILINGS, Purpose
from familytrace.names.protected import Protected, cut_protected

PICTURES = frozenset({"image/jpeg", "image/png", "application/pdf"})
_MOST_PAGES = 200  # as many as the worker turns into pictures
_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks, and who will read it.

    ``facts`` are names as ``person.birth_date``; ``china_may_read`` is True for every
    form that reaches the Chinese government, and for every form a user added.
    """

    profile: str
    facts: frozenset[str]
    purposes: frozenset[Purpose]
    china_may_read: bool
    needs_reporter: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the recipient learns of one authorisation; never what was kept back.

    ``wording_reviewed`` and the three answers on what the Chinese government may learn
    are ``yes`` or ``no``; ``onward`` is always ``none``: not to be passed on.
    """

    purpose: Purpose
    recipient: str
    basis: str
    given_on: date | None = None
    ends_on: date | None = None
    method: str = ""
    language: str = ""
    wording: str = ""
    wording_hash: str = ""
    wording_reviewed: str = "no"
    government_learns_relative: str = "no"
    government_learns_me: str = "no"
    government_learns_told: str = "no"
    onward: str = "none"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture that may leave: its name in the package, and whose it is in the vault.

    ``page`` counts from 0 in a document of several pages; each page is one picture.
    """

    name: str
    evidence_id: str
    kind: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What consent lets through to one recipient today. Only ``disclose`` makes one.

    ``consents`` and the ``evidence_id`` of attachments are ids of the vault, for its
    ledger and its files; they are never written out.
    """

    recipient: str
    recipient_key: str
    purpose: Purpose
    profile: str
    on: date
    case: Case
    agreements: tuple[Agreement, ...]
    ends_on: date | None
    attachments: tuple[Attachment, ...]
    consents: tuple[str, ...]


def disclose(
    case: Case,
    consents: Iterable[Consent],
    recipient: Recipient,
    purpose: Purpose,
    now: datetime,
    *,
    asked: Asked,
    code_key: bytes,
) -> Disclosure:
    """Return what this recipient may see for this purpose now, and nothing else.

    What the form asks, minus what is not authorised, minus what lies above the
    ceiling of the purpose, with private attempts coarsened where China may read, and
    every protected name, number and account cut out of what is left. ``code_key`` is
    a secret of the vault for this recipient; ids and codes are made from it, so that
    two recipients cannot compare them. Raises a ConsentError when nothing may leave.
    """
    if purpose not in asked.purposes:
        raise PurposeError
    china = asked.china_may_read or rule_of(purpose).china_may_read
    authority = authorise(case, consents, recipient.id, purpose, now, china_may_read=china)
    opening = _opening(authority, purpose, asked)
    open_case = redact(case, opening)
    if asked.needs_reporter and not any(reporter.name for reporter in open_case.reporters):
        raise ReporterNeededError
    if china:
        open_case = _as_the_state_reads(case, open_case, authority)
    protected, own = protected_of(case, opening), own_names(case, opening)
    open_case = _without_slips(open_case, protected, case, opening)
    numbered, attachments = _attach(case, open_case)
    return Disclosure(
        recipient=recipient.name,
        recipient_key=recipient.age_key,
        purpose=purpose,
        profile=asked.profile,
        on=now.date(),
        case=_under_new_ids(numbered, code_key),
        agreements=tuple(
            _agreement(consent, recipient.name, protected, own) for consent in authority.consents
        ),
        ends_on=authority.ends_on,
        attachments=attachments,
        consents=tuple(consent.id for consent in authority.consents),
    )


def _opening(authority: Authority, purpose: Purpose, asked: Asked) -> Opening:
    return Opening(
        topics=authority.topics,
        ceiling=CEILINGS[purpose],
        asked=asked.facts,
        purpose=purpose,
        named=authority.named,
        quoted=authority.quoted,
    )


def _as_the_state_reads(case: Case, open_case: Case, authority: Authority) -> Case:
    """Coarsen by the vault's own record of whom an attempt reached, not by what is left."""
    held = {attempt.id: attempt for attempt in case.attempts}
    known = (
        replace(attempt, target=held[attempt.id].target, channel=held[attempt.id].channel)
        for attempt in open_case.attempts
    )
    left = {attempt.id: attempt for attempt in open_case.attempts}
    coarse = (
        attempt if attempt.summary else left[attempt.id]
        for attempt in coarsen(known, authority.opened)
    )
    return replace(open_case, attempts=tuple(coarse))


def _agreement(
    consent: Consent, recipient: str, protected: tuple[Protected, ...], own: tuple[str, ...]
) -> Agreement:
    return Agreement(
        purpose=consent.purpose,
        recipient=recipient,
        basis=consent.basis.value,
        given_on=consent.given_at.date() if consent.given_at else None,
        ends_on=last_day(consent),
        method=_clean(consent.method, protected, own),
        language=_clean(consent.language, protected, own),
        wording=_clean(consent.wording, protected, own),
        wording_hash=consent.wording_hash,
        wording_reviewed=_yes_no(consent.wording_reviewed),
        government_learns_relative=_yes_no(consent.government_learns_relative is Answer.YES),
        government_learns_me=_yes_no(consent.government_learns_me is Answer.YES),
        government_learns_told=_yes_no(consent.government_learns_told is Answer.YES),
    )


def _yes_no(said: bool) -> str:
    return "yes" if said else "no"


def _without_slips(
    case: Case, protected: tuple[Protected, ...], original: Case, opening: Opening
) -> Case:
    """Cut protected words out of every text of the case, wherever they stand.

    The missing person's own names stay whole: relatives share parts of them, and a
    form without the name helps nobody. Whether they leave at all was asked before.
    """
    if not protected:
        return case
    parts = {
        noun.attribute: _clean(
            getattr(case, noun.attribute),
            protected,
            own_names(original, opening, noun.attribute),
        )
        for noun in CASE_NOUNS
        if noun.attribute != "names"
    }
    return replace(case, **parts)


def _clean(value: Any, protected: tuple[Protected, ...], own: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return cut_protected(value, protected, own_names=own)
    if isinstance(value, tuple):
        return tuple(_clean(item, protected, own) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            name: _clean(getattr(value, name), protected, own) for name in _texts_of(type(value))
        }
        return replace(value, **changed)
    return value


def _texts_of(kind: type) -> tuple[str, ...]:
    """Names of the attributes that can hold words; codes of vocabularies cannot."""
    facts = facts_of(kind)
    if not facts:
        return tuple(f.name for f in dataclasses.fields(kind) if f.name == "told")
    return tuple(name for name, fact in facts.items() if fact.choices is None)


def _attach(case: Case, open_case: Case) -> tuple[Case, tuple[Attachment, ...]]:
    """Number the pictures that leave, page by page; a file that is no picture stays at home."""
    original = {evidence.id: evidence for evidence in case.evidence}
    kept: list[Evidence] = []
    attachments: list[Attachment] = []
    for evidence in open_case.evidence:
        held = original[evidence.id]
        if held.media_type not in PICTURES:
            continue
        pages = min(max(held.pages or 1, 1), _MOST_PAGES)
        first = len(attachments) + 1
        names = [f"attachments/{number:04d}.jpg" for number in range(first, first + pages)]
        attachments += [
            Attachment(name, held.id, held.kind or "", page) for page, name in enumerate(names)
        ]
        kept.append(replace(evidence, attachment=names[0], attached_pages=pages))
    return replace(open_case, evidence=tuple(kept)), tuple(attachments)


def _under_new_ids(case: Case, code_key: bytes) -> Case:
    """Give every record an id that only this recipient sees, and no trace of ours."""
    records = [
        record
        for noun in CASE_NOUNS
        for record in (
            [getattr(case, noun.attribute)] if noun.single else getattr(case, noun.attribute)
        )
    ]
    ids = {record.id: _code(code_key, record.id) for record in records if record.id}
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        parts[noun.attribute] = (
            replace(held, id="") if noun.single else tuple(_renamed(record, ids) for record in held)
        )
    cover = replace(parts["file"], code=_case_code(code_key, case.id))
    return Case(id=_code(code_key, case.id), **{**parts, "file": cover})


def _renamed(record: Any, ids: Mapping[str, str]) -> Any:
    references = {
        name: ids.get(getattr(record, name), "")
        for name, fact in facts_of(record).items()
        if fact.kind.value == "reference"
    }
    return replace(record, id=ids.get(record.id, ""), **references)


def _code(key: bytes, plain_id: str) -> str:
    return hmac.new(key, plain_id.encode(), hashlib.sha256).hexdigest()[:32]


def _case_code(key: bytes, case_id: str) -> str:
    digest = hmac.new(key, b"code:" + case_id.encode(), hashlib.sha256).digest()
    return "FT-" + "".join(_CODE_LETTERS[byte % 32] for byte in digest[:6])
