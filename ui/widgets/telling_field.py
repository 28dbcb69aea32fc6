"""Own words and their translation: two fields, and the words come first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familytrace.i18n import N_, _, language
from familytrace.model.telling import Telling
from familytrace.names.script import script_of
from ui.widgets.button import link
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.layouts import column
from ui.widgets.line_edit import LineEdit
from ui.widgets.notes import Notes

SPOKEN = {
    "ug": N_("Uyghur"),
    "kk": N_("Kazakh"),
    "ky": N_("Kyrgyz"),
    "zh": N_("Chinese"),
    "en": N_("English"),
    "tr": N_("Turkish"),
    "ru": N_("Russian"),
    "de": N_("German"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "ar": N_("Arabic"),
}
_BY_SCRIPT = {"uyghur_arabic": "ug", "han": "zh"}


class TellingField(QWidget):
    """Edits a Telling; the language is guessed from the letters until somebody chooses it."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, value: Telling | None = None) -> None:
        super().__init__()
        value = value or Telling()
        inside = column(self, gap=6)
        spoken = {code: _(text) for code, text in SPOKEN.items()}
        self.words = Notes(value.text, name=name)
        inside.addWidget(self.words)
        self.language = Choice(spoken, chosen=value.language, name=_("Language of these words"))
        self.language.setItemText(0, _("Which language"))
        self._guessing = not value.language
        line = QWidget()
        flow = Flow(line, gap=8)
        flow.addWidget(self.language)
        self.more = link(_("Add a translation"), self._open, "languages")
        flow.addWidget(self.more)
        inside.addWidget(line)
        self.translation = Notes(value.translation, name=_("Translation"), lines=2)
        self.translated_into = Choice(
            spoken, chosen=value.translation_language, name=_("Language of the translation")
        )
        self.translated_into.setItemText(0, _("Which language"))
        self.translator = LineEdit(value.translator, hint=_("Role, no name: daughter, interpreter"))
        self.second = self._second_part()
        inside.addWidget(self.second)
        self.second.setVisible(bool(value.translation or value.translator))
        self.more.setVisible(self.second.isHidden())
        self.setFocusProxy(self.words)
        self._connect()

    def value(self) -> Telling | None:
        """Return the words with their translation; None when nothing is written."""
        made = Telling(
            text=self.words.text().strip(),
            language=self.language.chosen(),
            translation=self.translation.text().strip(),
            translation_language=self.translated_into.chosen(),
            translator=self.translator.text().strip(),
        )
        return made if made.text or made.translation else None

    def _second_part(self) -> QWidget:
        part = QWidget()
        inside = column(part, gap=8)
        inside.addWidget(Field(_("Translation"), self.translation))
        inside.addWidget(Field(_("Language of the translation"), self.translated_into))
        inside.addWidget(Field(_("Who translated"), self.translator))
        return part

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typed)
        self.translation.textChanged.connect(self.changed)
        self.translator.textEdited.connect(lambda _text: self.changed.emit())
        self.language.changed.connect(self._chosen)
        self.translated_into.changed.connect(lambda _code: self._finished())
        self.translator.editingFinished.connect(self.left)
        for notes in (self.words, self.translation):
            notes.left.connect(self.left)

    def _open(self) -> None:
        self.second.show()
        self.more.hide()
        if not self.translated_into.chosen():
            self.translated_into.choose("en")
        self.translation.setFocus()

    def _typed(self) -> None:
        if self._guessing and self.words.text().strip():
            guessed = _BY_SCRIPT.get(script_of(self.words.text()), "")
            self.language.choose(guessed or (language() if language() != "ug" else ""))
        self.changed.emit()

    def _chosen(self, _code: str) -> None:
        self._guessing = False
        self._finished()

    def _finished(self) -> None:
        self.changed.emit()
        self.left.emit()
