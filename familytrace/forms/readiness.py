"""What a recipient would still miss, in plain words, and what consent keeps from it."""

from collections.abc import Callable
from dataclasses import dataclass

from familytrace.consent.gate import Disclosure
from familytrace.forms.answers import answer_question
from familytrace.forms.filled import FilledForm, FilledQuestion
from familytrace.forms.profile import Profile, Question
from familytrace.i18n import _, in_language, language
from familytrace.model.case import Case
from familytrace.names.script import is_script_of_language


@dataclass(frozen=True, slots=True)
class Gap:
    """One required answer that is missing.

    ``blocked`` is True when the family knows it and keeps it back; ``sentence`` says
    what is missing and for whom.
    """

    number: str
    label: str
    sentence: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class Untranslated:
    """An answer that is not in the form's language yet."""

    number: str
    label: str


def gaps(profile: Profile, case: Case, disclosure: Disclosure | None) -> tuple[Gap, ...]:
    """Return what is still missing for this recipient, required answers only.

    Without a disclosure (no agreement yet) the whole case is looked at, so that the
    family sees what the form needs before anybody is asked.
    """
    seen = disclosure.case if disclosure else case
    found = []
    for question in profile.questions():
        if question.required and not _complete(question, seen):
            blocked = disclosure is not None and _complete(question, case)
            found.append(_gap(profile, question, blocked=blocked))
    return tuple(found)


def _gap(profile: Profile, question: Question, *, blocked: bool) -> Gap:
    spoken = language()
    label = question.wording.get(spoken) or question.wording["en"]
    if blocked:
        sentence = _("{body} asks for this, and it is kept back: {label}.").format(
            body=profile.issuer, label=label
        )
    else:
        sentence = (
            question.missing.get(spoken)
            or question.missing.get("en")
            or _("{body} asks for this, and it is not known yet: {label}.").format(
                body=profile.issuer, label=label
            )
        )
    return Gap(question.number, label, sentence, blocked)


def _complete(question: Question, case: Case) -> bool:
    return _CHECKS[question.need](question, case)


def _present(question: Question, case: Case) -> bool:
    answers, _columns, rows = answer_question(question, case)
    return bool(answers or rows)


def _month(question: Question, case: Case) -> bool:
    """UN form element 2: at least month and year, or a best guess with its reason."""
    date = case.event.date
    if date is None or not date.has_month:
        return False
    return not case.event.month_is_estimate or bool(case.event.estimate_basis)


def _place(question: Question, case: Case) -> bool:
    """UN form element 3: where the person was taken, or else last seen."""
    return case.event.place is not None or case.event.last_seen_place is not None


def _forces(question: Question, case: Case) -> bool:
    """UN form element 4: any indication of who did it; "not known" alone is none."""
    known = set(case.event.perpetrators) - {"unknown"}
    return bool(known or case.event.perpetrator_detail or case.event.state_link)


def _steps_or_reason(question: Question, case: Case) -> bool:
    """UN form element 5: what was done, or why nothing was possible."""
    reason = case.event.no_attempt or case.event.no_attempt_words
    return bool(case.attempts or case.letters or case.responses or reason)


def _reporter(question: Question, case: Case) -> bool:
    """UN form element 6: name of the sender and a way to reach them."""
    return any(one.name and one.contact for one in case.reporters)


_CHECKS: dict[str, Callable[[Question, Case], bool]] = {
    "present": _present,
    "month": _month,
    "place": _place,
    "forces": _forces,
    "steps_or_reason": _steps_or_reason,
    "reporter": _reporter,
}


def untranslated(filled: FilledForm) -> tuple[Untranslated, ...]:
    """Return the answers that still lack the form's language."""
    with in_language(filled.language):
        return tuple(
            Untranslated(question.number, question.label)
            for section in filled.sections
            for question in section.questions
            if _lacks(question, filled.language)
        )


def _lacks(question: FilledQuestion, wanted: str) -> bool:
    texts = [answer for answer in question.answers if answer.role not in ("name", "note")]
    translated = any(answer.role == "translation" for answer in texts)
    own = [answer for answer in texts if answer.role == "own_words" or answer.language]
    if any(answer.language not in (None, wanted) for answer in own) and not translated:
        return True
    plain = [answer.text for answer in texts if answer.language is None]
    names = (_("Name"), _("The word the family uses"))
    cells = [
        cell
        for row in question.rows
        for column, cell in zip(question.columns, row, strict=True)
        if column not in names
    ]
    return any(not is_script_of_language(text, wanted) for text in (*plain, *cells) if text)
