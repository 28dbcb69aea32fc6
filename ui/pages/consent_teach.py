"""After a yes: three questions that show whether it was understood."""

from collections.abc import Callable

from familytrace.i18n import _
from ui.pages.consent_interview import Interview
from ui.pages.consent_step import ConsentStep
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notes import Notes


class TeachStep(ConsentStep):
    """Keeps what the speaker says in their own words; an empty answer is allowed."""

    def __init__(
        self, talk: Interview, on_next: Callable[[], object], on_back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._talk, self._on_next = talk, on_next
        card = Card(_("In their own words"), gap=16)
        card.add(
            Label(
                _("Ask, and write what they answer. If something is not clear, explain it again."),
                tone="text2",
                wrap=True,
            )
        )
        self.notes: dict[str, Notes] = {}
        for key, question in talk.wording.teach_back.items():
            note = Notes(talk.teach_back.get(key, ""), lines=2)
            field = Field(question, note)
            field.label.setProperty("step", "lg")
            card.add(field)
            self.notes[key] = note
        self.add(card)
        self.next = self.way_on(_("Go on"), self.go, on_back)
        self.setProperty("first", self.notes["who"])

    def go(self) -> None:
        """Take what was written."""
        self._talk.teach_back = {key: note.text() for key, note in self.notes.items()}
        self._on_next()
