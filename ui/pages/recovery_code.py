"""The recovery code: shown once to be copied by hand, then typed from the paper."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from familytrace.i18n import _, isolate_ltr
from ui.tokens import LOOK
from ui.widgets.banner import Banner
from ui.widgets.button import Button, primary
from ui.widgets.card import Card
from ui.widgets.code_field import CodeField
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.shell.shell import Shell

DONE = "recovery_copied"


def build(shell: "Shell") -> QWidget:
    """Return the page."""
    return RecoveryPage(shell)


def is_copied(vault: Any) -> bool:
    """Tell whether the code of this vault was typed back from paper."""
    return bool(vault.store.remembered(DONE))


class RecoveryPage(Page):
    """Three steps: why, the code, typing it back. Each new code makes the old one worthless."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(_("Recovery code"))
        self._shell = shell
        self._code = ""
        self._errand = shell.session.take_errand()
        self.show_why()

    def show_why(self) -> None:
        """Explain what it is for, before it is made."""
        self.clear_body()
        text = _(
            "If you forget your six words, this code opens your records. It has eight groups "
            "of six digits. Copy it by hand onto paper."
        )
        self.add(Label(text, wrap=True))
        never = _("Never photograph or print it")
        why = _("A photo or a printer can keep a copy that others find.")
        self.add(Banner("warn", never, why))
        self.button = primary(_("Show me the code"), self._make)
        self._buttons(self.button)
        self.setProperty("first", self.button)

    def show_code(self, code: str) -> None:
        """Show the code, large and in numbered groups."""
        self._code = code
        self.clear_body()
        self.add(Label(_("Copy these digits onto paper, group by group."), wrap=True))
        card = Card()
        card.add(_grid(code.split()))
        self.add(card)
        self.button = primary(_("I have copied it"), self.show_typing)
        self._buttons(self.button)
        self.button.setFocus()

    def show_typing(self) -> None:
        """Ask for the code from the paper."""
        self.clear_body()
        self.add(Label(_("Now type it from your paper. The screen no longer shows it."), wrap=True))
        card = Card()
        self.field = CodeField()
        card.add(self.field)
        self.add(card)
        again = Button(_("Show it again"), on_click=lambda: self.show_code(self._code))
        self.button = primary(_("Compare"), self._compare)
        self._buttons(self.button, again)
        self.field.setFocus()

    def _buttons(self, *buttons: Button) -> None:
        holder = QWidget()
        flow = Flow(holder)
        for button in buttons:
            flow.addWidget(button)
        self.add(holder)
        self.finish()

    def _make(self) -> None:
        self.button.setEnabled(False)
        self._shell.session.run(lambda vault: vault.new_recovery_code(), done=self.show_code)

    def _compare(self) -> None:
        wrong = [
            n
            for n, (edit, group) in enumerate(
                zip(self.field.groups, self._code.split(), strict=True)
            )
            if edit.text().strip() != group
        ]
        for n in range(len(self.field.groups)):
            self.field.mark(n, n in wrong)
        if not wrong:
            self._code = ""
            self._shell.session.run(_remember, done=lambda _none: self._finished())

    def _go_back(self) -> None:
        """Go to the page that led here, with what was chosen there."""
        where, *chosen = self._errand or ("cases",)
        self._shell.session.errand = tuple(chosen)
        self._shell.go(where)

    def _finished(self) -> None:
        self.clear_body()
        kept = _("Your paper is right")
        self.add(Banner("ok", kept, _("Keep it apart from this computer, where only you find it.")))
        self.button = primary(_("Go on"), self._go_back)
        self._buttons(self.button)
        self.button.setFocus()


def _remember(vault: Any) -> None:
    with vault.store.transaction():
        vault.store.remember(DONE, 1)


def _grid(groups: list[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LOOK.px(24))
    grid.setVerticalSpacing(LOOK.px(12))
    for n, group in enumerate(groups):
        shown = Label(isolate_ltr(f"{group[:3]} {group[3:]}"), "code")
        name = _("Group {number} of the code").format(number=n + 1)
        shown.setAccessibleName(f"{name}: {group}")
        grid.addWidget(Label(str(n + 1), "sm", tone="text3"), n // 2, 2 * (n % 2))
        grid.addWidget(shown, n // 2, 2 * (n % 2) + 1)
    grid.setColumnStretch(3, 1)
    grid.setColumnStretch(1, 1)
    return grid
