"""Leads from the first page to an open vault."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from familytrace.i18n import _, language
from ui.doors import Doors
from ui.gate.frame import GateFrame
from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.session import Session

Way = Callable[[], object]


class Gate(GateFrame):
    """First run, unlock, recovery and restore; ``opened`` once the session has a vault.

    ``opened`` carries whether the vault is new. ``language_chosen`` carries a code.
    """

    opened = Signal(bool)
    language_chosen = Signal(str)

    def __init__(self, kept: Preferences, doors: Doors, session: "Callable[[], Session]") -> None:
        super().__init__()
        self._kept = kept
        self._session = session
        self._doors = doors
        self._words = ""

    def start(self) -> None:
        """Show the page that comes first on this computer."""
        if not self._kept.language:
            self.show_language()
        elif self._kept.vault is not None:
            self.show_unlock(self._kept.vault)
        else:
            self.show_safe_use()

    def later(self) -> None:
        """Add what was left out to be on the screen sooner."""
        from ui.gate.unlock import UnlockPage

        self._scroll.watch()
        self.fill_side()
        if isinstance(self.page, UnlockPage):
            self.page.add_pictures()

    def show_language(self) -> None:
        """Ask for the language."""
        from ui.gate.language import LanguagePage

        self.show_page(LanguagePage(self.language_chosen.emit))

    def show_safe_use(self) -> None:
        """Show what to know before the first word."""
        from ui.gate.safe_use import SafeUsePage

        others: dict[str, Way] = {
            **({_("Back to my records"): self.start} if self._kept.vault else {}),
            _("I have a backup"): self.show_restore,
            _("I forgot my words"): self.show_forgot,
            _("I have a new computer"): self.show_new_computer,
            _("What this cannot do"): self.show_limits,
            _("Another language"): self.show_language,
        }
        self.show_page(SafeUsePage(self.show_words, others))

    def show_unlock(self, folder: Path) -> None:
        """Ask for the words of a vault."""
        from ui.gate.unlock import UnlockPage

        others: dict[str, Way] = {
            _("I forgot my words"): self.show_forgot,
            _("Open other records, or start new ones"): self.show_safe_use,
            _("What this cannot do"): self.show_limits,
            _("Another language"): self.show_language,
        }
        page = UnlockPage(folder, lambda words: self._open(folder, words), others)
        self.show_page(page)
        if self._kept.vault != folder:
            page.add_pictures()
        self._kept.vault = folder

    def show_words(self) -> None:
        """Offer six words."""
        self._session().run_bare(lambda _step: self._doors.offer(language()), done=self._offered)

    def show_forgot(self) -> None:
        """Ask for the recovery code of the vault of this computer."""
        from ui.gate.forgot import ForgotPage

        if self._kept.vault is None:
            self.show_new_computer()
            return
        self.show_page(ForgotPage(self._code_typed, self.start))

    def show_restore(self) -> None:
        """Ask for a backup file."""
        from ui.gate.restore import RestorePage

        self.show_page(RestorePage(self._restore, self.start))

    def show_new_computer(self) -> None:
        """Explain how records come to this computer."""
        from ui.gate.new_computer import NewComputerPage

        self.show_page(NewComputerPage(self.show_restore, self.show_unlock, self.start))

    def show_limits(self) -> None:
        """Say what this cannot do."""
        from ui.gate.limits import LimitsPage

        self.show_page(LimitsPage(self.start))

    def _offered(self, words: str, code: str = "") -> None:
        from ui.gate.words import WordsPage

        self._words = words
        again = self.show_words if not code else lambda: self._code_typed(code)
        page = WordsPage(words, lambda: self._type_back(code), again, self.start)
        self.show_page(page)

    def _type_back(self, code: str) -> None:
        from ui.gate.type_back import TypeBackPage

        words = self._words
        right = (lambda: self._recover(code)) if code else self._create
        go = _("Use these words") if code else ""
        self.show_page(TypeBackPage(words, right, lambda: self._offered(words, code), go))

    def _code_typed(self, code: str) -> None:
        self._session().run_bare(
            lambda _step: self._doors.offer(language()),
            done=lambda words: self._offered(words, code),
        )

    def _create(self) -> None:
        words = self._words
        self._work(lambda: self._doors.create(words), lambda made: self._entered(made, new=True))

    def _recover(self, code: str) -> None:
        folder, words = self._kept.vault, self._words
        if folder is not None:
            self._work(
                lambda: self._doors.recover(folder, code, words),
                lambda vault: self._entered((folder, vault)),
            )

    def _restore(self, backup: Path, words: str) -> None:
        self._work(lambda: self._doors.restore(backup, words), self._entered)

    def _open(self, folder: Path, words: str) -> None:
        self._work(
            lambda: self._doors.open(folder, words),
            lambda vault: self._entered((folder, vault)),
        )

    def _work(self, way: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._session().run_bare(lambda _step: way(), done=done, failed=self._trouble)

    def _trouble(self, error: Exception) -> None:
        """Show an error on the page that is open, or in a dialog where it has no place."""
        from ui.show_error import sentences, show_error

        show = getattr(self.page, "show_trouble", None)
        if callable(show):
            show(*sentences(error))
        else:
            show_error(self, error)

    def _entered(self, made: tuple[Path, Any], *, new: bool = False) -> None:
        self._words = ""
        self._kept.vault, self._session().vault = made
        self.opened.emit(new)
