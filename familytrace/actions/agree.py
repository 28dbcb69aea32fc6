"""Record what somebody answered, and what follows from all answers."""

from dataclasses import dataclass, replace
from datetime import date

from familytrace import clock
from familytrace.consent.authority import latest_of, months_later, state_of
from familytrace.consent.rules import rule_of
from familytrace.consent.wording import wording_for
from familytrace.errors import NotFoundError
from familytrace.model.consent import Answer, Consent, ConsentState
from familytrace.model.topics import Purpose, Topic
from familytrace.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one recipient and purpose stands today; ``consents`` is each speaker's last word."""

    recipient: str
    purpose: Purpose
    state: ConsentState
    consents: tuple[Consent, ...]


def new_consent(
    speaker: str,
    recipient: str,
    purpose: Purpose,
    *,
    language: str = "en",
    months: int | None = None,
) -> Consent:
    """Return an unanswered record: No to everything, dated now, under today's wording.

    It ends after ``months``, at most those that the table gives for the purpose.
    """
    rule = rule_of(purpose)
    wording = wording_for(language)
    now = clock.now()
    return Consent(
        speaker=speaker,
        recipient=recipient,
        purpose=purpose,
        given_at=now,
        ends_on=months_later(now.date(), min(months or rule.months, rule.months)),
        language=wording.language,
        wording=wording.version,
        wording_hash=wording.sha256,
        wording_reviewed=wording.reviewed,
    )


def agree(vault: Vault, case_id: str, consent: Consent) -> Consent:
    """Append one answer; an earlier one of the same speaker is kept and no longer counts.

    A Yes opens at least what the recipient's question covers; what cannot be opened
    for this purpose is left out, whatever was ticked.
    """
    rule = rule_of(consent.purpose)
    said_yes = consent.answer is Answer.YES
    topics = (consent.topics | rule.opens) & rule.allowed if said_yes else frozenset[Topic]()
    return _append(vault, case_id, replace(consent, topics=topics), reason="consent")


def withdraw(
    vault: Vault, case_id: str, consent_id: str, *, topics: frozenset[Topic] | None = None
) -> Consent:
    """Take an agreement back, at once: whole, or only some of its topics."""
    given = _given(vault, case_id, consent_id)
    left = given.topics - topics if topics is not None else frozenset[Topic]()
    answer = Answer.YES if left else Answer.WITHDRAWN
    changed = replace(given, answer=answer, topics=left)
    return _append(vault, case_id, changed, reason="withdraw")


def confirm(vault: Vault, case_id: str, consent_id: str) -> Consent:
    """Let an agreement that came in from a file count, after the owner read it."""
    given = _given(vault, case_id, consent_id)
    return _append(vault, case_id, replace(given, confirmed=True), reason="confirm")


def _given(vault: Vault, case_id: str, consent_id: str) -> Consent:
    for consent in vault.records("consent", case_id):
        if consent.id == consent_id:
            return consent  # type: ignore[no-any-return]
    raise NotFoundError


def _append(vault: Vault, case_id: str, consent: Consent, *, reason: str) -> Consent:
    last = max((one.number for one in vault.records("consent", case_id)), default=0)
    record = replace(consent, id="", number=last + 1)
    (saved,) = vault.save(case_id, record, reason=reason)
    return saved  # type: ignore[no-any-return]


def standing(vault: Vault, case_id: str, recipient: str, purpose: Purpose, today: date) -> Standing:
    """Return where one recipient and purpose stands: the strictest of the last words."""
    words = latest_of(vault.records("consent", case_id), recipient, purpose)
    order = list(ConsentState)
    states = [state_of(consent, today) for consent in words] or [ConsentState.NOT_ASKED]
    yes = ConsentState.YES in states
    state = ConsentState.YES if yes else max(states, key=order.index)
    return Standing(recipient, purpose, state, words)
