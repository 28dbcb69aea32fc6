"""Lay a disclosure out as the recipient's form."""

from familytrace.consent.gate import Disclosure
from familytrace.errors import FormLanguageError
from familytrace.forms.answers import answer_question
from familytrace.forms.filled import (
    Answer,
    FilledForm,
    FilledQuestion,
    FilledSection,
    Picture,
    SignatureLine,
)
from familytrace.forms.profile import Profile, Question, Wording
from familytrace.forms.show import date_text, telling_in_form_language
from familytrace.i18n import _, in_language
from familytrace.model.partial_date import PartialDate
from familytrace.model.topics import PURPOSE_LABELS


def fill(
    profile: Profile, disclosure: Disclosure, language: str, second_language: str | None = None
) -> FilledForm:
    """Return the form with the answers that may be given, and nothing else.

    ``language`` is the reader's, ``second_language`` the family's, for the labels
    beside. Raises FormLanguageError for a language the form is not made in.
    """
    if language not in profile.languages:
        raise FormLanguageError
    second = second_language if second_language != language else None
    with in_language(second or language):
        second_page = _("Page {page} of {pages}") if second else ""
    with in_language(language):
        return FilledForm(
            profile=profile.id,
            title=_say(profile.title, language),
            second_title=_say(profile.title, second),
            language=language,
            second_language=second,
            recipient=disclosure.recipient,
            code=disclosure.case.file.code,
            date=disclosure.on.isoformat(),
            notices=tuple(_say(wording, language) for wording in profile.notice),
            sections=tuple(
                FilledSection(
                    number=section.number,
                    title=_say(section.title, language),
                    second_title=_say(section.title, second),
                    questions=tuple(
                        _filled(question, disclosure, language, second)
                        for question in section.question
                    ),
                )
                for section in profile.section
            ),
            pictures=_pictures(disclosure) if profile.portrait else (),
            statement=_statement(disclosure) if profile.consent_statement else (),
            signatures=tuple(
                SignatureLine(_say(wording, language), _say(wording, second))
                for wording in profile.signature
            ),
            closing=tuple(_say(wording, language) for wording in profile.closing),
            empty_mark=_("Not stated"),
            page_words=_("Page {page} of {pages}"),
            second_page_words=second_page,
        )


def _say(wording: Wording, language: str | None) -> str:
    if language is None:
        return ""
    return wording.get(language) or wording.get("en") or ""


def _filled(
    question: Question, disclosure: Disclosure, language: str, second: str | None
) -> FilledQuestion:
    answers, columns, rows = answer_question(question, disclosure.case)
    return FilledQuestion(
        number=question.number,
        label=_say(question.wording, language),
        second_label=question.wording.get(second or "", ""),
        answers=answers,
        columns=columns,
        rows=rows,
        required=question.required,
        wide=question.wide,
    )


def _pictures(disclosure: Disclosure) -> tuple[Picture, ...]:
    """Only the portrait stands in the form; the other files are annexes."""
    for evidence in disclosure.case.evidence:
        if evidence.kind == "photo" and evidence.attachment:
            caption = telling_in_form_language(evidence.caption) if evidence.caption else ""
            return (Picture(evidence.attachment, caption, is_portrait=True),)
    return ()


def _statement(disclosure: Disclosure) -> tuple[Answer, ...]:
    """Say what the family agreed to, in the form's language; never what it kept back."""
    found: list[Answer] = []
    for agreement in disclosure.agreements:
        purpose = _(PURPOSE_LABELS[agreement.purpose])
        sentences = [
            _("The family agreed that {recipient} receives this case for: {purpose}.").format(
                recipient=agreement.recipient, purpose=purpose
            )
        ]
        for wording, day in (
            (_("Given on {date}."), agreement.given_on),
            (_("It ends on {date}."), agreement.ends_on),
        ):
            if day is not None:
                said = date_text(PartialDate(edtf=day.isoformat()))
                sentences.append(wording.format(date=said))
        sentences.append(_("It may not be passed on without a new agreement."))
        sentences.append(_learns(agreement.government_learns_relative == "yes"))
        found.append(Answer(" ".join(sentences)))
    return tuple(found)


def _learns(allowed: bool) -> str:
    if allowed:
        return _("The Chinese government may learn the name of the missing person.")
    return _("The Chinese government must not learn the name of the missing person from this.")
