"""Nothing leaves unseen: who reads it, the real pages, and every refusal in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_hands import buttons, choose_path, click, pick, said
from ui_sending import GROUP, UN, add_group, note_copied, say, set_up

from familytrace.actions.recipients import add_plain_recipient, list_recipients
from familytrace.model.consent import Answer
from familytrace.model.topics import Purpose, Topic
from ui.window import Window

MakeWindow = Callable[..., Window]
Settled = Callable[[Window], None]
Opened = Callable[..., tuple[Window, Any]]


def _ready(vault: Any, case_id: str) -> None:
    set_up(vault, case_id)
    note_copied(vault)


@pytest.fixture
def opened(make_window: MakeWindow, demo: tuple[Any, str], settled: Settled) -> Opened:
    """Return a function that opens the page of handing over after something was recorded."""

    def show(first: Callable[[Any, str], object] = _ready) -> tuple[Window, Any]:
        window = make_window("en", demo[0])
        shell = ui_pages.open_shell(window)
        shell.session.run(first, demo[1])
        settled(window)
        shell.open_case(demo[1], "Tursun Sinaq", "", page="export")
        settled(window)
        return window, shell.pages.currentWidget()

    return show


def test_the_only_yes_is_chosen_and_its_real_pages_are_shown(opened: Opened) -> None:
    _window, page = opened()
    assert GROUP in page.choose.recipient.currentText()
    assert page.preview.pages >= 1
    assert page.write.isEnabled()
    assert "Who will see it: The people who work there" in said(page)


def test_the_pages_are_drawn_one_by_one_and_made_bigger(
    opened: Opened, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened()
    window.resize(1366, 768)
    qtbot.mouseClick(page.preview.on, Qt.MouseButton.LeftButton)
    settled(window)
    assert 1 == page.preview.page
    before = page.preview.picture.width()
    qtbot.mouseClick(page.preview.zoom, Qt.MouseButton.LeftButton)
    settled(window)
    assert page.preview.picture.width() > before
    assert not page.scrolling.isVisible()


def test_a_refusal_is_calm_and_leads_to_the_questions(
    opened: Opened, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened()
    pick(qtbot, page.choose.purpose, "public list")
    settled(window)
    assert "The family said no to this recipient and purpose." in said(page)
    assert not page.write.isEnabled()
    assert 0 == page.preview.pages
    click(qtbot, page, "To the agreement")
    settled(window)
    shell: Any = window.centralWidget()
    assert "consent" == shell.current
    assert Purpose.PUBLIC is shell.pages.currentWidget().talk.talk.purpose


def test_without_the_recovery_code_on_paper_nothing_is_written(opened: Opened) -> None:
    _window, page = opened(set_up)
    assert "First copy your recovery code onto paper" in said(page)
    assert page.preview.pages >= 1
    assert not page.write.isEnabled()


def test_without_compared_digits_nothing_is_written(opened: Opened) -> None:
    def first(vault: Any, case_id: str) -> None:
        import dataclasses

        _ready(vault, case_id)
        for one in list_recipients(vault):
            vault.save("", dataclasses.replace(one, verified_on=None))

    _window, page = opened(first)
    assert "First make sure that this key is really theirs" in said(page)
    assert not page.write.isEnabled()


def test_who_will_see_a_un_form_includes_the_government(opened: Opened) -> None:
    def first(vault: Any, case_id: str) -> None:
        note_copied(vault)
        desk = add_plain_recipient(vault, UN)
        say(
            vault,
            case_id,
            desk.id,
            purpose=Purpose.UN,
            topics=frozenset(Topic),
            urgent=True,
            government_learns_relative=Answer.YES,
            interpreter_role="interpreter",
        )

    _window, page = opened(first)
    assert "They tell the Chinese government the name and what happened." in said(page)
    assert "The package opens with six words that you tell by voice." in said(page)


def test_somebody_without_a_key_gets_a_package_that_opens_with_words(
    opened: Opened, qtbot: QtBot, settled: Settled, tmp_path: Path
) -> None:
    def first(vault: Any, case_id: str) -> None:
        note_copied(vault)
        say(vault, case_id, add_plain_recipient(vault, "Sinaq lawyer").id)

    window, page = opened(first)
    click(qtbot, page, "Write the package")
    choose_path(qtbot, tmp_path)
    settled(window)
    (package,) = tmp_path.glob("*.ftcase")
    assert b"-> scrypt " in package.read_bytes()[:200]
    assert "These words open it" in said(page)
    assert "Tell them by voice" in said(page)


def test_an_open_pdf_is_written_only_after_it_was_said_what_that_means(
    opened: Opened, qtbot: QtBot, settled: Settled, tmp_path: Path
) -> None:
    window, page = opened()
    click(qtbot, page, "A PDF without a lock, to print")
    settled(window)
    assert "Anybody who finds this file can read it." in said(page)
    click(qtbot, page, "Better not")
    settled(window)
    assert [] == buttons(page, "Write it without a lock")
    click(qtbot, page, "A PDF without a lock, to print")
    click(qtbot, page, "Write it without a lock")
    choose_path(qtbot, tmp_path / "form.pdf")
    settled(window)
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF-")
    assert "It has no lock" in said(page)


def test_a_place_that_cannot_be_written_to_is_told_and_the_page_stays(
    opened: Opened, settled: Settled, tmp_path: Path
) -> None:
    window, page = opened()
    page.write_package(tmp_path / "missing" / "deeper")
    settled(window)
    shell: Any = window.centralWidget()
    assert said(shell.notice)
    assert page.write.isEnabled()


def test_stopping_writes_nothing(opened: Opened, settled: Settled, tmp_path: Path) -> None:
    window, page = opened()
    page.write_package(tmp_path)
    page.work._task.cancel()
    settled(window)
    shell: Any = window.centralWidget()
    assert "Nothing was written. Nothing has been sent." in said(shell.notice)
    assert [] == list(tmp_path.glob("*.ftcase"))
    assert page.write.isEnabled()


def test_leaving_while_pages_are_made_is_no_mistake(
    make_window: MakeWindow, demo: tuple[Any, str], settled: Settled
) -> None:
    window = make_window("en", demo[0])
    shell = ui_pages.open_shell(window)
    shell.session.run(_ready, demo[1])
    settled(window)
    for page in ("export", "consent", "export", "person"):
        shell.open_case(demo[1], "Tursun Sinaq", "", page=page)
    settled(window)
    assert not shell.notice.isVisible()
    assert "person" == shell.current


def test_with_no_recipient_the_page_leads_to_one(opened: Opened) -> None:
    _window, page = opened(lambda _vault, _case: None)
    assert "Who shall receive it?" in said(page)
    assert buttons(page, "Add a recipient")


def test_what_left_is_listed(
    opened: Opened, qtbot: QtBot, settled: Settled, tmp_path: Path
) -> None:
    window, page = opened()
    page.write_package(tmp_path)
    settled(window)
    click(qtbot, page, "Back to handing over")
    settled(window)
    shell: Any = window.centralWidget()
    assert "sealed package" in said(shell.pages.currentWidget())


def test_the_group_alone_can_be_added_twice_without_a_second_entry(
    opened: Opened, settled: Settled, tmp_path: Path
) -> None:
    card = tmp_path / "a.ftcard"

    def first(vault: Any, _case: str) -> None:
        card.write_text(add_group(vault).card, encoding="utf-8")

    window, _page = opened(first)
    shell: Any = window.centralWidget()
    shell.go("recipients")
    settled(window)
    shell.pages.currentWidget().read_card(card)
    settled(window)
    assert 1 == len(shell.pages.currentWidget().cards)
