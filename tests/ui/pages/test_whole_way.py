"""From a group's card to the kept case, on both sides, by mouse and keys only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ui_pages
from pytestqt.qtbot import QtBot
from ui_hands import LEFT, choose_path, click, pick, said, type_digits

from familytrace.model.consent import Answer
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault
from ui.window import Window

MakeWindow = Callable[..., Window]
Settled = Callable[[Window], None]
GROUP = "Sinaq Rights Group"


def _page(window: Window) -> Any:
    shell: Any = window.centralWidget()
    return shell.pages.currentWidget()


def _nav(qtbot: QtBot, window: Window, key: str, settled: Settled) -> Any:
    shell: Any = window.centralWidget()
    qtbot.mouseClick(shell.side.items[key], LEFT)
    settled(window)
    return _page(window)


def _make_card(qtbot: QtBot, window: Window, settled: Settled, card: Path) -> tuple[str, ...]:
    """Make a key and a card on the group's side; return the digits that stand there."""
    page = _nav(qtbot, window, "receive", settled)
    click(qtbot, page, "Make a key and a card")
    settled(window)
    page = _page(window)
    qtbot.keyClicks(page.name, GROUP)
    click(qtbot, page, "Make our card")
    settled(window)
    click(qtbot, page, "Save the card")
    choose_path(qtbot, card)
    settled(window)
    assert card.exists()
    digits: tuple[str, ...] = page.digits.groups
    return digits


def _compare(qtbot: QtBot, window: Window, settled: Settled, card: Path, digits: str) -> None:
    """Take the card and type the digits as they are heard."""
    click(qtbot, _page(window), "Add a card")
    choose_path(qtbot, card)
    settled(window)
    page = _page(window)
    assert "Digits not compared" in [pill.accessibleName() for pill in _pills(page)]
    type_digits(qtbot, digits)
    click(qtbot, page, "Compare")
    settled(window)


def _pills(page: Any) -> list[Any]:
    from ui.widgets.pill import Pill

    found: list[Any] = page.findChildren(Pill)
    return found


def _ask(qtbot: QtBot, window: Window, settled: Settled) -> None:
    """Read the questions aloud and answer them: yes, but no photos and nothing about papers."""
    page = _page(window)
    step = page.talk.step
    pick(qtbot, step.recipient, GROUP)
    pick(qtbot, step.purpose, "Advice and help")
    pick(qtbot, step.basis, "Closest relative")
    click(qtbot, page, "Go on")
    click(qtbot, page, "This was read. Go on")
    while page.talk.talk.next_question() is not None:
        key = page.talk.talk.next_question().key
        click(qtbot, page, "No" if key in ("photo", "ids") else "Yes")
    qtbot.keyClicks(page.talk.step.notes["who"], "The group, nobody else")
    click(qtbot, page, "Go on")
    click(qtbot, page, "Go on")
    settled(window)
    assert "Nothing is sent now." in said(page)
    click(qtbot, page, "Keep these answers")
    settled(window)


def _copy_code(qtbot: QtBot, window: Window, settled: Settled) -> None:
    click(qtbot, _page(window), "Copy the recovery code")
    settled(window)
    page = _page(window)
    click(qtbot, page, "Show me the code")
    settled(window)
    code = page._code
    click(qtbot, page, "I have copied it")
    type_digits(qtbot, code.replace(" ", ""))
    click(qtbot, page, "Compare")
    settled(window)
    click(qtbot, page, "Go on")
    settled(window)


def _hand_over(qtbot: QtBot, window: Window, settled: Settled, folder: Path) -> Path:
    page = _page(window)
    qtbot.waitUntil(lambda: page.preview.pages > 0, timeout=20_000)
    click(qtbot, page, "Write the package")
    choose_path(qtbot, folder)
    settled(window)
    (package,) = folder.glob("*.ftcase")
    assert f"Only {GROUP} can open it: {package.name}" in said(page)
    assert "WeChat" in said(page)
    return package


def test_a_case_goes_from_the_family_to_the_group_by_clicks(
    make_window: MakeWindow,
    demo: tuple[Path, str],
    settled: Settled,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    card, stick = tmp_path / "group.ftcard", tmp_path / "stick"
    stick.mkdir()
    theirs = tmp_path / "records-group.familytrace"
    Vault.create(theirs, ui_pages.WORDS, cost=Cost(64 * 1024 * 1024, 3))[0].close()
    group = make_window("en", theirs)
    ui_pages.open_shell(group)
    digits = _make_card(qtbot, group, settled, card)
    group.close()

    family = make_window("en", demo[0])
    shell = ui_pages.open_shell(family)
    shell.open_case(demo[1], "Tursun Sinaq", "", page="export")
    settled(family)
    click(qtbot, _page(family), "Add a recipient")
    settled(family)
    _compare(qtbot, family, settled, card, "".join(digits))
    page = _page(family)
    pick(qtbot, page.choose.recipient, GROUP)
    pick(qtbot, page.choose.purpose, "Advice and help")
    settled(family)
    assert "Nobody has agreed to this" in said(page)
    click(qtbot, page, "To the agreement")
    settled(family)
    _ask(qtbot, family, settled)
    assert Answer.YES is _page(family).cards[0].standing.consents[0].answer
    _nav(qtbot, family, "export", settled)
    assert not _page(family).write.isEnabled()
    _copy_code(qtbot, family, settled)
    package = _hand_over(qtbot, family, settled, stick)
    family.close()

    group = make_window("en", theirs)
    ui_pages.open_shell(group)
    page = _nav(qtbot, group, "receive", settled)
    click(qtbot, page, "Open packages")
    choose_path(qtbot, package)
    settled(group)
    seen = said(page)
    assert "Sender: an unknown key. The signature does not say who it is." in seen
    assert "Agreed for: Advice and help with this case" in seen
    assert "Tursun" in seen
    assert "The Chinese government must not learn the name from this." in seen
    click(qtbot, page, "Keep this case")
    settled(group)
    click(qtbot, page, "Open this case")
    settled(group)
    opened: Any = group.centralWidget()
    assert "person" == opened.current
