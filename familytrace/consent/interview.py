"""Which question comes next, and the agreement that the answers make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from familytrace.consent.rules import rule_of
from familytrace.consent.wording import Wording
from familytrace.model.consent import Answer, Consent
from familytrace.model.topics import Purpose, Topic

FIRST = "recipient"
_GOVERNMENT = {"relative": "government_learns_relative", "me": "government_learns_me"} | {
    "told": "government_learns_told"
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question read aloud. ``key`` is ``recipient``, a topic, or one of the three
    ``government_learns_...``."""

    key: str
    text: str


def questions(
    wording: Wording,
    purpose: Purpose,
    recipient: str,
    held: frozenset[Topic],
    answers: Mapping[str, Answer],
) -> tuple[Question, ...]:
    """Return the questions to ask, in their order, as far as the answers reach.

    The recipient's own question comes first, and without a yes to it there is no other.
    Where a government will learn of it, the three questions about it follow; a UN body
    tells the name, so a no to that ends the questions. Of the topics that are asked
    apart only those come up that something is recorded on.
    """
    rule = rule_of(purpose)
    asked = [Question(FIRST, wording.question(purpose, recipient))]
    if answers.get(FIRST) is not Answer.YES:
        return tuple(asked)
    if rule.reaches != "nobody else":
        asked += [Question(key, wording.government[name]) for name, key in _GOVERNMENT.items()]
        told = answers.get(_GOVERNMENT["relative"])
        if purpose is Purpose.UN and told is not None and told is not Answer.YES:
            return tuple(asked[:2])
    wanted = rule.apart & held - rule.never
    asked += [Question(topic, wording.apart[topic]) for topic in Topic if topic in wanted]
    return tuple(asked)


def with_answers(consent: Consent, answers: Mapping[str, Answer]) -> Consent:
    """Return a record with what was answered; whatever was not answered stays No."""
    yes = {key for key, answer in answers.items() if answer is Answer.YES}
    first = answers.get(FIRST, Answer.NO)
    said_yes = first is Answer.YES
    topics = frozenset(topic for topic in Topic if topic in yes) if said_yes else frozenset()
    relative, me, told = (
        answers.get(key, Answer.NO) if said_yes else Answer.NO for key in _GOVERNMENT.values()
    )
    return replace(
        consent,
        answer=first,
        topics=topics,
        government_learns_relative=relative,
        government_learns_me=me,
        government_learns_told=told,
    )
