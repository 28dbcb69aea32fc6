"""What was done to find the person: UN form element 5, generated from the record.

Line pattern (reference, annex C): when - who - before which organ - how - what was
asked - result. People inside are written as a class, never named.
"""

from collections.abc import Iterable

from familytrace.forms.filled import Answer
from familytrace.forms.show import date_text, joined, show_telling
from familytrace.i18n import _, comma, isolate, n_
from familytrace.model.case import Case
from familytrace.model.choices import label
from familytrace.model.events import ContactAttempt, Letter, OfficialResponse
from familytrace.model.partial_date import PartialDate

_TO_AUTHORITIES = frozenset({"authority", "host_state_body", "ngo_un"})
_DASH = " \u2013 "


def complaints(case: Case) -> tuple[Answer, ...]:
    """List complaints and requests to authorities and bodies, in order, with results."""
    answered: set[str] = set()
    lines: list[tuple[str, str]] = []
    for attempt in case.attempts:
        if attempt.target in _TO_AUTHORITIES:
            lines.append((_key(attempt.date), _attempt(attempt, case, answered)))
    for letter in case.letters:
        lines.append((_key(letter.sent), _letter(letter, case, answered)))
    for response in case.responses:
        if response.id not in answered:
            lines.append((_key(response.date), _response(response)))
    return _numbered(lines)


def other_steps(case: Case) -> tuple[Answer, ...]:
    """List the other steps: private attempts, media, and whatever was left coarse."""
    lines = [
        (_key(attempt.date), _attempt(attempt, case, set()))
        for attempt in case.attempts
        if attempt.target not in _TO_AUTHORITIES
    ]
    return _numbered(lines)


def no_steps(case: Case) -> tuple[Answer, ...]:
    """Say why nothing, or nothing more, was possible."""
    reasons = [label("no_attempt", code) for code in case.event.no_attempt]
    parts = [comma().join(reasons), case.event.no_attempt_words]
    return tuple(Answer(part) for part in parts if part)


def _numbered(lines: Iterable[tuple[str, str]]) -> tuple[Answer, ...]:
    ordered = sorted((line for line in lines if line[1]), key=lambda line: line[0])
    return tuple(Answer(text, label=str(at)) for at, (_key_, text) in enumerate(ordered, 1))


def _key(date: PartialDate | None) -> str:
    earliest = (date.earliest or date.latest) if date else None
    return earliest.isoformat() if earliest else "9999"


def _when(attempt: ContactAttempt) -> str:
    ends = [date_text(date) for date in (attempt.date, attempt.until) if date]
    span = _DASH.join(ends)
    how_often = attempt.repeat
    if attempt.count:
        times = n_("{count} time", "{count} times", attempt.count).format(count=attempt.count)
        how_often = f"{how_often}, {times}" if how_often else times
    return f"{isolate(span)} ({how_often})" if how_often and span else span or how_often


def _attempt(attempt: ContactAttempt, case: Case, answered: set[str]) -> str:
    if attempt.summary:
        return _DASH.join(
            part for part in (_when(attempt), label("attempt_summary", attempt.summary)) if part
        )
    organ = attempt.office or _label("authority", attempt.authority)
    parts = [
        _when(attempt),
        attempt.by,
        organ or _label("target", attempt.target),
        _label("channel", attempt.channel),
        _asked(attempt.asked),
        _result(attempt.outcome, attempt.id, case, answered),
    ]
    return joined(_DASH, parts)


def _letter(letter: Letter, case: Case, answered: set[str]) -> str:
    organ = letter.addressee or _label("authority", letter.authority)
    reference = _("receipt {number}").format(number=isolate(letter.reference))
    parts = [
        date_text(letter.sent) if letter.sent else "",
        _("letter to {organ}").format(organ=isolate(organ)) if organ else _("letter"),
        _label("channel", letter.channel),
        reference if letter.reference else "",
        _asked(letter.asked) or _label("letter_kind", letter.kind),
        _result((), letter.id, case, answered),
    ]
    return joined(_DASH, parts)


def _label(vocabulary: str, code: str | None) -> str:
    return label(vocabulary, code) if code else ""


def _asked(asks: tuple[str, ...]) -> str:
    if not asks:
        return ""
    return _("asked for {things}").format(things=comma().join(label("asks", code) for code in asks))


def _result(outcome: tuple[str, ...], entry: str, case: Case, answered: set[str]) -> str:
    said = [label("outcome", code) for code in outcome]
    for response in case.responses:
        if entry and response.answers == entry:
            answered.add(response.id)
            said.append(_answer(response))
    return _("result: {result}").format(result="; ".join(said)) if said else ""


def _response(response: OfficialResponse) -> str:
    organ = response.office or _label("authority", response.authority)
    return joined(_DASH, (organ, _answer(response)))


def _answer(response: OfficialResponse) -> str:
    parts = [comma().join(label("response", code) for code in response.kinds)]
    if response.date:
        parts.append(isolate(date_text(response.date)))
    if response.words:
        words = [answer.text for answer in show_telling(response.words)]
        parts.append("\u201c" + isolate(words[-1]) + "\u201d" if words else "")
    if response.assessment:
        parts.append(label("assessment", response.assessment))
    return joined(comma(), parts)
