"""Lead a window to the pages of agreement, handing over and receiving."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ui_sending import note_copied, sealed, set_up

from familytrace.model.consent import Answer
from ui.pages.consent_interview import Interview
from ui.window import Window

Show = Callable[[Window, str], None]


def _shell(window: Window, case_id: str) -> Any:
    import ui_pages

    shell: Any = ui_pages.open_shell(window)
    shell.session.run(set_up, case_id)
    shell.session.run(note_copied)
    wait(window)
    return shell


def wait(window: Window) -> Any:
    """Wait for the worker; return the page that is shown then."""
    from ui_wait import pause

    for _round in range(1000):
        pause(5)
        if window.session.tasks.waiting == 0:
            break
    shell: Any = window.centralWidget()
    return shell.pages.currentWidget()


def _in_case(key: str) -> Show:
    def show(window: Window, case_id: str) -> None:
        _shell(window, case_id).open_case(case_id, "Tursun Sinaq", "", page=key)
        wait(window)

    return show


def _talk(step: str) -> Show:
    def show(window: Window, case_id: str) -> None:
        _in_case("consent")(window, case_id)
        page = wait(window)
        talk = Interview(page.said.case, page.said.recipients)
        talk.widen(next(one for card in page.cards for one in card.standing.consents))
        talk.known = frozenset()
        page.begin(talk)
        if step == "question":
            talk.answers = {"recipient": Answer.YES}
            page.talk.ask(talk.questions()[1])
        elif step:
            getattr(page.talk, step)()

    return show


def _take_back(window: Window, case_id: str) -> None:
    _in_case("consent")(window, case_id)
    wait(window).cards[0].buttons["back"].click()


def _refused(window: Window, case_id: str) -> None:
    _in_case("export")(window, case_id)
    page = wait(window)
    page.choose.choose(page.choose.order().recipient_id, "public")
    wait(window)


def _done(window: Window, case_id: str) -> None:
    _in_case("export")(window, case_id)
    page = wait(window)
    page.write_package(Path(tempfile.mkdtemp(dir=Path.home())))
    wait(window)


def _digits(window: Window, case_id: str) -> None:
    from familytrace.actions.recipients import list_recipients

    _in_case("recipients")(window, case_id)
    page = wait(window)
    shell: Any = window.centralWidget()

    def forget(vault: Any) -> None:
        import dataclasses

        for one in list_recipients(vault):
            vault.save("", dataclasses.replace(one, verified_on=None))

    shell.session.run(forget)
    wait(window)
    page.load()
    wait(window)
    next(card for card in page.cards if card.compare).compare.click()


def _received(window: Window, case_id: str) -> None:
    shell = _shell(window, case_id)
    folder = Path(tempfile.mkdtemp(dir=Path.home()))
    paths: list[Path] = []

    def write(vault: Any) -> None:
        from familytrace.actions.recipients import list_recipients

        group = next(one for one in list_recipients(vault) if one.age_key)
        paths.append(sealed(vault, case_id, group.id, folder))

    shell.session.run(write)
    wait(window)
    shell.go("receive")
    wait(window).open_files(paths)
    wait(window)
    wait(window)


def _page(key: str) -> Show:
    def show(window: Window, case_id: str) -> None:
        _shell(window, case_id).go(key)
        wait(window)

    return show


PAGES: dict[str, Show] = {
    "31-agreement": _in_case("consent"),
    "32-agreement-who": _talk("who"),
    "33-agreement-read": _talk("read"),
    "34-agreement-question": _talk("question"),
    "35-agreement-teach": _talk("teach"),
    "36-agreement-room": _talk("room"),
    "37-agreement-review": _talk("review"),
    "38-take-back": _take_back,
    "40-hand-over": _in_case("export"),
    "41-hand-over-refused": _refused,
    "42-handed-over": _done,
    "43-recipients": _in_case("recipients"),
    "44-digits": _digits,
    "50-received": _page("receive"),
    "51-received-open": _received,
    "52-our-card": _page("group"),
}
