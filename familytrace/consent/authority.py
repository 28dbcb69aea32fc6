"""From the recorded answers to what may leave today, or the reason why nothing may."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from familytrace.consent.rules import Rule, rule_of
from familytrace.errors import (
    ConsentError,
    ConsentExpiredError,
    ConsentLaterError,
    ConsentMissingError,
    ConsentRefusedError,
    ConsentUnconfirmedError,
    ConsentWithdrawnError,
    CoolingOffError,
    GovernmentConsentError,
    MinorConsentError,
    PressureError,
    WordingNotReviewedError,
)
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Basis, Consent, ConsentState
from familytrace.model.topics import Purpose, Topic

_ADULT_YEARS = 18
_STATES = {
    Answer.NO: ConsentState.NO,
    Answer.LATER: ConsentState.LATER,
    Answer.WITHDRAWN: ConsentState.WITHDRAWN,
}
_REFUSALS: dict[Answer, type[ConsentError]] = {
    Answer.NO: ConsentRefusedError,
    Answer.LATER: ConsentLaterError,
    Answer.WITHDRAWN: ConsentWithdrawnError,
}


@dataclass(frozen=True, slots=True)
class Authority:
    """What the family's answers together allow one recipient and purpose today.

    ``named`` are the speakers who may be named, ``quoted`` those whose own telling
    may be handed on, ``opened`` the attempts that all opened one by one.
    """

    topics: frozenset[Topic]
    consents: tuple[Consent, ...]
    named: frozenset[str]
    quoted: frozenset[str]
    opened: frozenset[str]
    ends_on: date | None


def latest_of(consents: Iterable[Consent], recipient: str, purpose: Purpose) -> tuple[Consent, ...]:
    """Return each speaker's last word for one recipient and purpose, by speaker.

    Once the missing person speaks (``person_found``), only their own word counts.
    """
    every = sorted(consents, key=lambda consent: consent.number)
    if any(consent.basis is Basis.PERSON_FOUND for consent in every):
        every = [consent for consent in every if consent.basis is Basis.PERSON_FOUND]
    fitting = {
        consent.speaker: consent
        for consent in every
        if (consent.recipient, consent.purpose) == (recipient, purpose)
    }
    return tuple(fitting[speaker] for speaker in sorted(fitting))


def state_of(consent: Consent | None, today: date) -> ConsentState:
    """Return one of the five states, or *not asked*."""
    if consent is None:
        return ConsentState.NOT_ASKED
    if consent.answer is not Answer.YES:
        return _STATES[consent.answer]
    last = last_day(consent)
    ended = last is not None and last < today
    return ConsentState.EXPIRED if ended else ConsentState.YES


def last_day(consent: Consent) -> date | None:
    """Return the last day of an agreement: the one agreed, else what the table gives."""
    if consent.ends_on is not None or consent.given_at is None:
        return consent.ends_on
    return months_later(consent.given_at.date(), rule_of(consent.purpose).months)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of that month."""
    months += day.month - 1
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def authorise(
    case: Case,
    consents: Iterable[Consent],
    recipient: str,
    purpose: Purpose,
    now: datetime,
    *,
    china_may_read: bool,
) -> Authority:
    """Return what may leave, or raise the ConsentError that says why nothing may.

    Of two relatives the strictest wins for public purposes; a no by one is said
    without saying who. For other purposes each who said yes adds to what may leave,
    and only those who agreed to it themselves are named or quoted.
    """
    consents = tuple(consents)
    rule = rule_of(purpose)
    words = latest_of(consents, recipient, purpose)
    if not words:
        raise ConsentMissingError
    agreed = [consent for consent in words if consent.answer is Answer.YES]
    public = rule.reaches == "public"
    if not agreed or (public and len(agreed) < len(words)):
        raise _refusal(words)
    if public and _somebody_objects(consents):
        raise ConsentRefusedError
    valid, problem = _valid(case, agreed, rule, now, china_may_read=china_may_read)
    if problem is not None and (public or not valid):
        raise problem
    return _together(valid, rule, china_may_read=china_may_read)


def _somebody_objects(consents: Iterable[Consent]) -> bool:
    """An objection stands until the same question is answered again without one."""
    last = {
        (one.speaker, one.recipient, one.purpose): one.dissent
        for one in sorted(consents, key=lambda consent: consent.number)
    }
    return any(last.values())


def _refusal(words: Iterable[Consent]) -> ConsentError:
    answers = {consent.answer for consent in words}
    return next(_REFUSALS[answer]() for answer in _REFUSALS if answer in answers)


def _valid(
    case: Case, agreed: list[Consent], rule: Rule, now: datetime, *, china_may_read: bool
) -> tuple[list[Consent], ConsentError | None]:
    valid: list[Consent] = []
    problem: ConsentError | None = None
    for consent in agreed:
        found = _problem(case, consent, rule, now, china_may_read=china_may_read)
        if found is None:
            valid.append(consent)
        else:
            problem = problem or found
    return valid, problem


def _problem(
    case: Case, consent: Consent, rule: Rule, now: datetime, *, china_may_read: bool
) -> ConsentError | None:
    if state_of(consent, now.date()) is ConsentState.EXPIRED:
        return ConsentExpiredError()
    if not consent.confirmed:
        return ConsentUnconfirmedError()
    if consent.pressure:
        return PressureError()
    if consent.basis is Basis.GUARDIAN and _grown_up(case, now.date()):
        return MinorConsentError()
    if rule.reaches != "nobody else":
        if not (consent.wording_reviewed or consent.interpreter_role):
            return WordingNotReviewedError()
        if not consent.urgent and not _rested(consent, rule, now):
            return CoolingOffError(hours=rule.pause_hours)
    if china_may_read and consent.government_learns_relative is not Answer.YES:
        return GovernmentConsentError()
    return None


def _rested(consent: Consent, rule: Rule, now: datetime) -> bool:
    given = consent.given_at
    return given is not None and now - given >= timedelta(hours=rule.pause_hours)


def _grown_up(case: Case, today: date) -> bool:
    birth = case.person.birth_date
    latest = birth.latest if birth else None
    if latest is None:
        return False
    months = (today.year - latest.year) * 12 + today.month - latest.month
    return months - (today.day < latest.day) >= _ADULT_YEARS * 12


def _together(valid: list[Consent], rule: Rule, *, china_may_read: bool) -> Authority:
    given = {
        consent.speaker: _topics(consent, rule, china_may_read=china_may_read) for consent in valid
    }
    everybody = frozenset.intersection(*given.values())
    anybody = frozenset.union(*given.values()) - {Topic.WORDS}
    topics = everybody if rule.reaches == "public" else everybody | anybody
    ends = [day for day in map(last_day, valid) if day is not None]
    return Authority(
        topics=topics,
        consents=tuple(valid),
        named=frozenset(who for who, own in given.items() if Topic.ME in own & topics),
        quoted=frozenset(who for who, own in given.items() if Topic.WORDS in own),
        opened=frozenset.intersection(*(consent.opened for consent in valid)),
        ends_on=min(ends, default=None),
    )


def _topics(consent: Consent, rule: Rule, *, china_may_read: bool) -> frozenset[Topic]:
    topics = consent.topics & rule.allowed
    if china_may_read and consent.government_learns_told is not Answer.YES:
        topics -= {Topic.WORDS}
    if rule.reaches == "public" and consent.government_learns_me is not Answer.YES:
        topics -= {Topic.ME}
    return topics
