"""The pages that are drawn and walked, each by a function that leads a window to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ui_sending_pages import PAGES as SENDING

from familytrace.i18n import _
from familytrace.vault.keys_sealing import Cost
from ui.window import Window

WORDS = "abandon ability able about above absent"


def demo_vault(folder: Path) -> tuple[Path, str]:
    """Make a vault with fictional people; return its folder and the id of the case."""
    from ui_demo_case import fill

    from familytrace.vault.vault import Vault

    place = folder / "records-demo.familytrace"
    vault = Vault.create(place, WORDS, cost=Cost(64 * 1024 * 1024, 3))[0]
    case_id = fill(vault)
    vault.close()
    return place, case_id


def open_shell(window: Window) -> Any:
    """Open the demo vault in the window and return the shell."""
    folder = window.session.preferences.vault
    assert folder is not None
    assert window.gate is not None
    window.gate._open(folder, WORDS)
    from ui_wait import pause

    for _round in range(400):
        pause(5)
        if window.gate is None:
            break
    return window.centralWidget()


def _gate(name: str) -> Callable[[Window, str], None]:
    def show(window: Window, _case: str) -> None:
        assert window.gate is not None
        getattr(window.gate, name)()

    return show


def _wrong_words(window: Window, _case: str) -> None:
    from familytrace.errors import WrongPassphraseError

    assert window.gate is not None
    page: Any = window.gate.page
    page.words.setText("not these words at all now")
    page.show_trouble(WrongPassphraseError().said(), WrongPassphraseError().advice())


def _words(window: Window, _case: str) -> None:
    assert window.gate is not None
    window.gate._offered(WORDS)


def _type_back(window: Window, _case: str) -> None:
    assert window.gate is not None
    window.gate._words = WORDS
    window.gate._type_back("")
    page: Any = window.gate.page
    for field, word in zip(page.fields, WORDS.split(), strict=True):
        field.control.setText(word if word != "able" else "apple")
    page.go()


def _page(key: str, *, in_case: bool = False) -> Callable[[Window, str], None]:
    def show(window: Window, case_id: str) -> None:
        shell = open_shell(window)
        if in_case:
            shell.open_case(case_id, "Tursun Sinaq", "", page=key)
        else:
            shell.go(key)

    return show


def _opened(key: str) -> Callable[[Window, str], None]:
    def show(window: Window, case_id: str) -> None:
        _page(key, in_case=True)(window, case_id)
        page = _loaded_page(window)
        page.cards[0].open()

    return show


def _loaded_page(window: Window) -> Any:
    from ui_wait import pause

    for _round in range(400):
        pause(5)
        if window.session.tasks.waiting == 0:
            break
    shell: Any = window.centralWidget()
    return shell.pages.currentWidget()


def _letters(window: Window, case_id: str) -> None:
    shell = open_shell(window)
    shell.go("new_case")
    from ui.widgets.button import Button

    for button in shell.findChildren(Button):
        if button.text() == _("Show Uyghur letters"):
            button.click()


def _idle(window: Window, case_id: str) -> None:
    _page("cases")(window, case_id)
    shell: Any = window.centralWidget()
    shell._still_here(28)


def _trouble(window: Window, case_id: str) -> None:
    from familytrace.errors import NoSpaceError

    _page("cases")(window, case_id)
    shell: Any = window.centralWidget()
    shell.show_trouble(NoSpaceError())


def _recovery_code(window: Window, _case: str) -> None:
    shell = open_shell(window)
    shell.go("recovery")
    page: Any = shell.pages.currentWidget()
    page.show_code("112233 445566 778899 123123 456456 789789 987654 321321")


def _between(window: Window, case_id: str) -> None:
    _page("happened", in_case=True)(window, case_id)
    page = _loaded_page(window)
    date = page.form.control("date")
    date.chips.buttons["between"].click()
    date.end.year.setText("2016")
    date.start.year.setText("2018")
    date.check()


def _hidden(window: Window, case_id: str) -> None:
    _page("person", in_case=True)(window, case_id)
    shell: Any = window.centralWidget()
    shell.setCurrentWidget(shell._cover)


PAGES: dict[str, Callable[[Window, str], None]] = {
    "01-language": _gate("show_language"),
    "02-safe-use": _gate("show_safe_use"),
    "03-words": _words,
    "04-type-back": _type_back,
    "05-unlock": lambda _window, _case: None,
    "06-unlock-wrong": _wrong_words,
    "07-forgot": _gate("show_forgot"),
    "08-restore": _gate("show_restore"),
    "09-new-computer": _gate("show_new_computer"),
    "10-limits": _gate("show_limits"),
    "11-new-case": _page("new_case"),
    "12-cases": _page("cases"),
    "13-person": _page("person", in_case=True),
    "14-happened": _page("happened", in_case=True),
    "15-claims": _page("claims", in_case=True),
    "16-claim-open": _opened("claims"),
    "17-attempts": _page("attempts", in_case=True),
    "18-responses": _page("responses", in_case=True),
    "19-evidence": _page("evidence", in_case=True),
    "20-tellers": _page("tellers", in_case=True),
    "21-letters": _letters,
    "22-idle": _idle,
    "23-trouble": _trouble,
    "24-recovery-why": _page("recovery"),
    "25-recovery-code": _recovery_code,
    "26-new-words": _page("new_words"),
    "27-date-between": _between,
    "28-hidden": _hidden,
    "24-testimonies": _page("testimonies", in_case=True),
    "25-safety": _page("safety", in_case=True),
    "30-settings": _page("settings"),
    **SENDING,
}
