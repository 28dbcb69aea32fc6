"""The first step of a talk: which recipient, what for, and who speaks."""

from collections.abc import Callable

from familytrace.i18n import LANGUAGES, _, isolate
from familytrace.model.consent import BASIS_LABELS, Basis
from familytrace.model.topics import Purpose
from ui.pages.consent_interview import Interview, basis_of
from ui.pages.consent_looks import purpose_choices, speaker_name
from ui.pages.consent_step import ConsentStep
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.line_edit import LineEdit


class WhoStep(ConsentStep):
    """Goes on only when it is clear who is asked, and for whom."""

    def __init__(
        self,
        talk: Interview,
        on_next: Callable[[], object],
        on_back: Callable[[], object],
        on_recipients: Callable[[], object],
    ) -> None:
        super().__init__()
        self._talk, self._on_next = talk, on_next
        card = Card(gap=16)
        names = {one.id: isolate(one.name) for one in talk.recipients}
        self.recipient = Choice(names, chosen=talk.recipient)
        self.recipient_field = Field(_("Who may see it?"), self.recipient)
        card.add(self.recipient_field)
        card.add(link(_("Recipients and their cards"), on_recipients, "landmark"))
        self.purpose = Choice(purpose_choices(), chosen=talk.purpose or "")
        self.purpose_field = Field(_("What for?"), self.purpose)
        card.add(self.purpose_field)
        self.add(card)
        self.add(self._speaking())
        self.next = self.way_on(_("Go on"), self.go, on_back)
        self.setProperty("first", self.recipient)

    def go(self) -> None:
        """Take what was chosen, or say what is still open."""
        open_fields = [
            (self.recipient_field, bool(self.recipient.chosen()), _("Choose a recipient.")),
            (self.purpose_field, bool(self.purpose.chosen()), _("Choose what it is for.")),
            (self.speaker_field, bool(self.speaker.chosen()), _("Choose who answers.")),
            (self.basis_field, bool(self.basis.chosen()), _("Choose for whom they answer.")),
        ]
        for field, good, words in open_fields:
            field.set_error("" if good else words)
        missing = next((field for field, good, _words in open_fields if not good), None)
        if missing is not None:
            missing.control.setFocus()
            return
        talk = self._talk
        talk.recipient, talk.purpose = self.recipient.chosen(), Purpose(self.purpose.chosen())
        talk.speaker = self.speaker.chosen()[0]
        talk.basis = Basis(self.basis.chosen())
        talk.read_in = (self.read_in.chosen() or ["en"])[0]
        talk.read_aloud = self.aloud.chosen() != ["self"]
        talk.interpreter = self.interpreter.text()
        self._on_next()

    def _basis_of_speaker(self) -> str:
        chosen = self.speaker.chosen()
        reporters = self._talk.case.reporters
        return basis_of(next((one for one in reporters if [one.id] == chosen), None)) or ""

    def _speaking(self) -> Card:
        talk = self._talk
        card = Card(_("Who answers"), gap=16)
        people = [(one.id, speaker_name(talk.case, one.id)) for one in talk.case.reporters]
        only = people[0][0] if len(people) == 1 else ""
        name = _("Who answers")
        self.speaker = Chips(people, chosen=[talk.speaker or only], name=name)
        self.speaker_field = Field(_("Who answers?"), self.speaker)
        card.add(self.speaker_field)
        self.basis = Choice(
            {basis.value: _(BASIS_LABELS[basis]) for basis in Basis},
            chosen=talk.basis or self._basis_of_speaker(),
        )
        self.basis_field = Field(_("For whom do they answer?"), self.basis)
        card.add(self.basis_field)
        self.speaker.changed.connect(lambda _who: self.basis.choose(self._basis_of_speaker()))
        self.read_in = Chips(list(LANGUAGES.items()), chosen=[talk.read_in], name=_("Language"))
        card.add(Field(_("The questions are read in"), self.read_in))
        ways = [("aloud", _("I read them aloud")), ("self", _("They read them themselves"))]
        self.aloud = Chips(ways, chosen=["aloud" if talk.read_aloud else "self"])
        card.add(Field(_("How"), self.aloud))
        self.interpreter = LineEdit(talk.interpreter)
        card.add(
            Field(
                _("Interpreter, if there is one"),
                self.interpreter,
                help_text=_("Only the role, for example: community interpreter. No name."),
            )
        )
        return card
