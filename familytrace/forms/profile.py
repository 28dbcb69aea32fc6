"""A recipient's form, read from one TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from familytrace.consent.gate import Asked
from familytrace.errors import ProfileError
from familytrace.forms.compose import COMPOSERS
from familytrace.model.facts import Fact, facts_of
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import Level, Purpose
from familytrace.plain import PlainError, from_plain

Wording = Mapping[str, str]

NEEDS = ("present", "month", "place", "forces", "steps_or_reason", "reporter")
_NOUNS = {noun.attribute: noun for noun in CASE_NOUNS}


def fact_named(name: str) -> Fact | None:
    """Return the fact a form file names as ``person.birth_date``; None if there is none."""
    part, _, attribute = name.partition(".")
    noun = _NOUNS.get(part)
    return facts_of(noun.record).get(attribute) if noun else None


@dataclass(frozen=True, slots=True)
class Question:
    """One question: either single ``facts``, or a ``table`` of one part, or a composed ``answer``.

    ``facts`` are shown one under another. ``table`` names a repeated part of the case
    ("claims") whose ``columns`` stand side by side, filtered by ``where``. ``answer``
    names a composer. ``need`` is the check that makes a required answer complete:
    one of ``NEEDS``. ``missing`` is said when it is not.
    """

    number: str
    wording: Wording
    facts: tuple[str, ...] = ()
    table: str = ""
    columns: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""
    required: bool = False
    need: str = "present"
    missing: Wording = field(default_factory=dict)
    wide: bool = False

    def __post_init__(self) -> None:
        """Refuse a question that asks for what we do not keep."""
        if sum(map(bool, (self.facts, self.table, self.answer))) != 1:
            raise PlainError(f"question {self.number}: exactly one of facts, table, answer")
        if self.answer and self.answer not in COMPOSERS:
            raise PlainError(f"question {self.number}: no answer is called {self.answer}")
        if self.need not in NEEDS:
            raise PlainError(f"question {self.number}: no check is called {self.need}")
        for name in self.asked():
            fact = fact_named(name)
            if fact is None:
                raise PlainError(f"question {self.number}: we keep no such fact: {name}")
            if fact.level is Level.LOCKED:
                raise PlainError(f"question {self.number}: this never leaves: {name}")

    def asked(self) -> frozenset[str]:
        """Return the facts this question needs."""
        if self.answer:
            return COMPOSERS[self.answer].facts
        columns = (*self.columns, *self.where)
        return frozenset((*self.facts, *(f"{self.table}.{column}" for column in columns)))


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the form."""

    number: str
    title: Wording
    question: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One recipient's whole form.

    ``also`` names facts that travel in the package without being printed
    (``claims.*`` for a whole part). ``checked_on`` is the day the form's source was
    last compared; ``verified`` tells whether it was the body's own current form.
    """

    id: str
    version: int
    title: Wording
    issuer: str
    source: str
    checked_on: date
    verified: bool
    languages: tuple[str, ...]
    purposes: frozenset[Purpose]
    china_may_read: bool
    needs_reporter: bool
    section: tuple[Section, ...]
    also: tuple[str, ...] = ()
    notice: tuple[Wording, ...] = ()
    closing: tuple[Wording, ...] = ()
    consent_statement: bool = False
    signature: tuple[Wording, ...] = ()
    portrait: bool = False
    annexes: bool = False

    def questions(self) -> tuple[Question, ...]:
        """Return every question in the order of the form."""
        return tuple(question for section in self.section for question in section.question)

    def asks(self, *, added_by_user: bool = False) -> Asked:
        """Return what the gate needs to know about this form.

        A form that a user added always counts as one the government will learn of.
        """
        facts = {name for question in self.questions() for name in question.asked()}
        facts |= {name for pattern in self.also for name in _matching(pattern)}
        if self.portrait or self.annexes:
            facts |= {"evidence.kind", "evidence.caption", "evidence.attachment", "evidence.taken"}
        return Asked(
            profile=self.id,
            facts=frozenset(facts),
            purposes=self.purposes,
            china_may_read=self.china_may_read or added_by_user,
            needs_reporter=self.needs_reporter,
        )


def _matching(pattern: str) -> list[str]:
    part, _, attribute = pattern.partition(".")
    noun = _NOUNS.get(part)
    if noun is None:
        raise PlainError(f"also: there is no part called {part}")
    facts = facts_of(noun.record)
    chosen = facts if attribute == "*" else [attribute]
    if not set(chosen) <= set(facts):
        raise PlainError(f"also: we keep no such fact: {pattern}")
    return [f"{part}.{name}" for name in chosen]


def read_profile(text: str) -> Profile:
    """Read one form file; raises ProfileError saying exactly what is wrong with it."""
    try:
        profile = from_plain(Profile, tomllib.loads(text))
        profile.asks()
    except (tomllib.TOMLDecodeError, PlainError) as error:
        raise ProfileError(reason=_reason(error)) from error
    _check_wordings(profile)
    return profile


def _reason(error: BaseException) -> str:
    cause = error.__cause__
    return str(cause) if isinstance(cause, PlainError) else str(error)


def _check_wordings(profile: Profile) -> None:
    if not profile.languages:
        raise ProfileError(reason="it names no language")
    for language in profile.languages:
        if language not in profile.title:
            raise ProfileError(reason=f"the title has no wording in {language}")
        for question in profile.questions():
            if language not in question.wording:
                raise ProfileError(
                    reason=f"question {question.number} has no wording in {language}"
                )
