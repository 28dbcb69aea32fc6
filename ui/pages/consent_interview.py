"""What is gathered while somebody is asked: nothing of it is kept before the end."""

from dataclasses import dataclass, field, replace

from familytrace.actions.agree import new_consent
from familytrace.consent.interview import FIRST, Question, questions, with_answers
from familytrace.consent.kept_back import topics_held
from familytrace.consent.wording import Wording, wording_for
from familytrace.i18n import isolate, language
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Basis, Consent
from familytrace.model.person import Reporter
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose

_BASIS_OF = {
    **dict.fromkeys(
        ("spouse", "partner", "father", "mother", "son", "daughter"), Basis.CLOSEST_RELATIVE
    ),
    "lawyer": Basis.LEGAL,
    "self": Basis.PERSON_FOUND,
}


def basis_of(speaker: Reporter | None) -> Basis | None:
    """Return why somebody may answer if the relation says it, else nothing: then it is asked."""
    return _BASIS_OF.get(speaker.relation or "") if speaker else None


@dataclass
class Interview:
    """One speaker, one recipient, one purpose, and the answers so far.

    ``known`` are the questions that an earlier yes holds: they are not asked again.
    """

    case: Case
    recipients: tuple[Recipient, ...]
    recipient: str = ""
    purpose: Purpose | None = None
    speaker: str = ""
    basis: Basis | None = None
    read_in: str = field(default_factory=language)
    read_aloud: bool = True
    interpreter: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    teach_back: dict[str, str] = field(default_factory=dict)
    others: str = ""
    pressure: bool = False
    dissent: str = ""
    told_how_to_stop: bool = False
    urgent: bool = False
    months: int | None = None

    @property
    def wording(self) -> Wording:
        """Return the words that are read aloud."""
        return wording_for(self.read_in)

    @property
    def said_yes(self) -> bool:
        """Tell whether the recipient's own question was answered with yes."""
        return self.answers.get(FIRST) is Answer.YES

    def recipient_record(self) -> Recipient | None:
        """Return the chosen recipient."""
        return next((one for one in self.recipients if one.id == self.recipient), None)

    def speaker_record(self) -> Reporter | None:
        """Return who speaks."""
        return next((one for one in self.case.reporters if one.id == self.speaker), None)

    def questions(self) -> tuple[Question, ...]:
        """Return the questions of this talk, as far as the answers reach."""
        recipient = self.recipient_record()
        if recipient is None or self.purpose is None:
            return ()
        name = isolate(recipient.name)
        asked = questions(self.wording, self.purpose, name, topics_held(self.case), self.answers)
        return tuple(one for one in asked if one.key not in self.known)

    def next_question(self) -> Question | None:
        """Return the first question that has no answer yet."""
        return next((one for one in self.questions() if one.key not in self.answers), None)

    def widen(self, consent: Consent) -> None:
        """Ask only about what a yes does not hold yet."""
        self.recipient, self.purpose = consent.recipient, consent.purpose
        self.speaker, self.basis = consent.speaker, consent.basis
        self.answers = {FIRST: Answer.YES}
        for topic in consent.topics:
            self.answers[topic.value] = Answer.YES
        for key in ("relative", "me", "told"):
            if getattr(consent, f"government_learns_{key}") is Answer.YES:
                self.answers[f"government_learns_{key}"] = Answer.YES
        self.known = frozenset(self.answers)

    def consent(self) -> Consent:
        """Return the record of this talk, not saved yet."""
        purpose = self.purpose or Purpose.HELP
        made = new_consent(
            self.speaker, self.recipient, purpose, language=self.read_in, months=self.months
        )
        made = with_answers(made, self.answers)
        return replace(
            made,
            basis=self.basis or made.basis,
            method="witnessed_oral" if self.read_aloud else "click_with_passphrase",
            read_aloud=self.read_aloud,
            interpreter_role=self.interpreter.strip(),
            teach_back="\n".join(text for text in self.teach_back.values() if text.strip()),
            others_in_room=self.others.strip(),
            pressure=self.pressure,
            dissent=self.dissent.strip(),
            told_how_to_stop=self.told_how_to_stop,
            urgent=self.urgent,
        )
