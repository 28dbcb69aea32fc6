"""New six words for the open vault; the old ones open nothing any more."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from familytrace.i18n import _, language
from ui.gate.type_back import TypeBackPage
from ui.gate.words import WordsPage
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return NewWordsPage(shell)


class NewWordsPage(Page):
    """The words are offered and typed back, as on the first day."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(_("New six words"))
        self._shell = shell
        self.part: QWidget | None = None
        self.offer()

    def offer(self) -> None:
        """Offer six random words."""
        from familytrace.vault.passphrase import offer

        self._show_words(offer(language()))

    def _show_words(self, words: str) -> None:
        back = self._leave
        self._put(WordsPage(words, lambda: self._type_back(words), self.offer, back))

    def _type_back(self, words: str) -> None:
        page = TypeBackPage(
            words,
            lambda: self._change(words),
            lambda: self._show_words(words),
            _("Use these words"),
        )
        self._put(page)

    def _change(self, words: str) -> None:
        session = self._shell.session
        session.run(
            lambda vault: vault.change_passphrase(words),
            done=lambda _none: self._changed(),
            failed=self._shell.show_trouble,
        )

    def _changed(self) -> None:
        self._leave()
        said = _("From now on only the new words open your records.")
        self._shell.notice.say("ok", _("The words are changed"), said)

    def _leave(self) -> None:
        self._shell.go("settings")

    def _put(self, part: QWidget) -> None:
        self.clear_body()
        self.part = part
        self.add(part)
        self.finish()
        first = part.property("first")
        if isinstance(first, QWidget):
            first.setFocus()
