"""Nobody is pushed: no answer is chosen before, a No rests, and a yes can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_hands import LEFT, buttons, click, pick, said
from ui_sending import GROUP, UN, add_group, say, set_up

from familytrace.consent.interview import FIRST
from familytrace.model.consent import Answer, Basis, ConsentState
from familytrace.model.topics import Topic
from ui.widgets.first_moment import FirstMoment
from ui.widgets.pill import Pill
from ui.widgets.question_card import QuestionCard
from ui.window import Window

MakeWindow = Callable[..., Window]
Settled = Callable[[Window], None]
SetUp = Callable[[Any, str], object]


@pytest.fixture
def opened(
    make_window: MakeWindow, demo: tuple[Any, str], settled: Settled
) -> Callable[..., tuple[Window, Any]]:
    """Return a function that opens the agreement page after something was recorded."""

    def show(first: SetUp, language: str = "en") -> tuple[Window, Any]:
        window = make_window(language, demo[0])
        shell = ui_pages.open_shell(window)
        shell.session.run(first, demo[1])
        settled(window)
        shell.open_case(demo[1], "Tursun Sinaq", "", page="consent")
        settled(window)
        return window, shell.pages.currentWidget()

    return show


def _who(
    qtbot: QtBot, page: Any, recipient: str, purpose: str, basis: str = "Closest relative"
) -> None:
    click(qtbot, page, "Ask the questions")
    pick(qtbot, page.talk.step.recipient, recipient)
    pick(qtbot, page.talk.step.purpose, purpose)
    if basis:
        pick(qtbot, page.talk.step.basis, basis)
    click(qtbot, page, "Go on")


def test_each_state_has_its_shape_and_word(opened: Any) -> None:
    _window, page = opened(set_up)
    states = [card.standing.state for card in page.cards]
    assert [ConsentState.YES, ConsentState.LATER, ConsentState.NO] == states
    first = [card.findChild(Pill) for card in page.cards]
    assert ["Yes", "Later", "No"] == [pill.accessibleName() for pill in first]
    assert 3 == len({pill._icon for pill in first})


def test_no_answer_is_chosen_before_and_all_three_weigh_the_same(opened: Any, qtbot: QtBot) -> None:
    _window, page = opened(lambda vault, _case: add_group(vault))
    _who(qtbot, page, GROUP, "Advice and help")
    click(qtbot, page, "This was read. Go on")
    card = page.talk.step.findChild(QuestionCard)
    assert [Answer.NO, Answer.YES, Answer.LATER] == list(card.buttons)
    assert not any(button.isChecked() for button in card.buttons.values())
    assert 1 == len({str(button.property("kind")) for button in card.buttons.values()})
    assert 1 == len({button.size().toTuple() for button in card.buttons.values()})


def _at_the_first_question(qtbot: QtBot, page: Any) -> QuestionCard:
    _who(qtbot, page, GROUP, "Advice and help")
    click(qtbot, page, "This was read. Go on")
    card = page.talk.step.findChild(QuestionCard)
    assert isinstance(card, QuestionCard)
    return card


@pytest.mark.parametrize("second", ["press", "double click", "space", "enter"])
def test_a_double_click_answers_one_question_only(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    _window, page = opened(lambda vault, _case: add_group(vault))
    card = _at_the_first_question(qtbot, page)
    qtbot.mouseClick(card.buttons[Answer.YES], LEFT)
    monkeypatch.setattr(FirstMoment, "length", 0 if second == "double click" else 60_000)
    asked = page.talk.step.findChild(QuestionCard)
    assert asked is not card
    if second == "press":
        qtbot.mouseClick(asked.buttons[Answer.YES], LEFT)
    elif second == "double click":
        qtbot.mouseDClick(asked.buttons[Answer.YES], LEFT)
        qtbot.mouseRelease(asked.buttons[Answer.YES], LEFT)
    else:
        key = Qt.Key.Key_Space if second == "space" else Qt.Key.Key_Return
        qtbot.keyClick(asked.buttons[Answer.YES], key)
    assert [FIRST] == list(page.talk.talk.answers)
    monkeypatch.setattr(FirstMoment, "length", 0)
    qtbot.mouseClick(asked.buttons[Answer.YES], LEFT)
    assert 2 == len(page.talk.talk.answers)


def test_a_key_that_is_held_down_answers_nothing(opened: Any, qtbot: QtBot) -> None:
    _window, page = opened(lambda vault, _case: add_group(vault))
    button = _at_the_first_question(qtbot, page).buttons[Answer.YES]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        held = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
        QApplication.sendEvent(button, held)
    assert {} == page.talk.talk.answers


@pytest.mark.parametrize(
    ("relation", "basis"),
    [("mother", "Closest relative"), ("lawyer", "Lawyer"), ("friend", ""), (None, "")],
)
def test_on_whose_behalf_is_chosen_before_only_if_the_relation_says_it(
    opened: Any, qtbot: QtBot, relation: str | None, basis: str
) -> None:
    def first(vault: Any, case_id: str) -> None:
        add_group(vault)
        (teller,) = vault.load(case_id).reporters
        vault.save(case_id, replace(teller, relation=relation))

    _window, page = opened(first)
    _who(qtbot, page, GROUP, "Advice and help", "")
    if basis:
        click(qtbot, page, "Back")
        assert basis in page.talk.step.basis.currentText()
        return
    assert "Choose for whom they answer." in said(page)
    assert page.talk.step.basis.hasFocus()
    pick(qtbot, page.talk.step.basis, "For myself")
    click(qtbot, page, "Go on")
    assert Basis.SELF is page.talk.talk.consent().basis


def test_the_summary_says_for_whom_and_until_when(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(lambda vault, _case: add_group(vault))
    _at_the_first_question(qtbot, page)
    while page.talk.talk.next_question() is not None:
        click(qtbot, page, "Yes")
    click(qtbot, page, "Go on")
    click(qtbot, page, "Go on")
    settled(window)
    end = page.talk.talk.consent().ends_on
    words = said(page)
    assert "Closest relative of the missing person" in words
    assert f"until {end.day} {end:%B} {end.year}" in words


def test_a_no_ends_the_questions_and_is_kept(opened: Any, qtbot: QtBot, settled: Settled) -> None:
    window, page = opened(lambda vault, _case: add_group(vault))
    _who(qtbot, page, GROUP, "public list")
    click(qtbot, page, "This was read. Go on")
    click(qtbot, page, "No")
    settled(window)
    assert "Help does not depend on it." in said(page)
    click(qtbot, page, "Keep these answers")
    settled(window)
    (consent,) = page.cards[0].standing.consents
    assert (Answer.NO, frozenset()) == (consent.answer, consent.topics)
    assert [] == buttons(page, "Ask again")


def test_a_no_is_asked_once_and_only_the_family_opens_it_again(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(set_up)
    _who(qtbot, page, GROUP, "public list")
    settled(window)
    shell: Any = window.centralWidget()
    assert "A no is asked once." in said(shell.notice)
    assert page.talk.step.__class__.__name__ == "WhoStep"
    click(qtbot, shell.notice, "The family wants to answer this again")
    settled(window)
    assert buttons(page, "This was read. Go on")


def test_a_yes_is_taken_back_with_two_clicks_and_no_reason(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(set_up)
    click(qtbot, page.cards[0], "Take it back")
    settled(window)
    assert "printed or published cannot be called back." in said(page)
    click(qtbot, page, "Take everything back")
    settled(window)
    assert ConsentState.WITHDRAWN is page.cards[0].standing.state
    assert [] == buttons(page.cards[0], "Ask again")
    assert 1 == len(buttons(page.cards[0], "The family wants to answer this again"))


def test_one_topic_alone_is_taken_back(opened: Any, qtbot: QtBot, settled: Settled) -> None:
    window, page = opened(set_up)
    before = page.cards[0].standing.consents[0].topics
    click(qtbot, page.cards[0], "Take it back")
    settled(window)
    panel = page.cards[0].panel
    assert not panel.some.isEnabled()
    qtbot.mouseClick(panel.parts.buttons["photo"], LEFT)
    click(qtbot, panel, "Take these back")
    settled(window)
    (consent,) = page.cards[0].standing.consents
    assert (Answer.YES, before - {Topic.PHOTO}) == (consent.answer, consent.topics)


def test_what_came_in_from_a_file_counts_only_after_it_was_confirmed(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    def first(vault: Any, case_id: str) -> None:
        say(vault, case_id, add_group(vault).id, confirmed=False)

    window, page = opened(first)
    assert "This came in from a file" in said(page)
    click(qtbot, page, "I have read it. Confirm")
    settled(window)
    assert page.cards[0].standing.consents[0].confirmed


def test_pressure_is_recorded_and_the_page_says_that_it_does_not_count(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(lambda vault, _case: add_group(vault))
    _who(qtbot, page, GROUP, "Advice and help")
    click(qtbot, page, "This was read. Go on")
    while page.talk.talk.next_question() is not None:
        click(qtbot, page, "Yes")
    click(qtbot, page, "Go on")
    settled(window)
    box = page.talk.step.pressure
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert page.talk.step.warned.isVisible()
    click(qtbot, page, "Go on")
    click(qtbot, page, "Keep these answers")
    settled(window)
    assert page.cards[0].standing.consents[0].pressure
    assert "Somebody in the room insisted. This does not count." in said(page)


def test_asking_about_more_leaves_what_was_said_and_asks_only_the_rest(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(set_up)
    before = page.cards[0].standing.consents[0].topics
    click(qtbot, page.cards[0], "Ask about more")
    click(qtbot, page, "This was read. Go on")
    asked = [one.key for one in page.talk.talk.questions()]
    assert not set(asked) & ({FIRST} | {topic.value for topic in before})
    while page.talk.talk.next_question() is not None:
        click(qtbot, page, "Later")
    click(qtbot, page, "Go on")
    click(qtbot, page, "Go on")
    click(qtbot, page, "Keep these answers")
    settled(window)
    assert before == page.cards[0].standing.consents[0].topics


def test_the_words_are_said_to_be_unchecked_before_the_first_question(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(set_up)
    _who(qtbot, page, UN, "United Nations")
    settled(window)
    assert "No native speaker has checked these words yet." in said(page)


def test_stopping_keeps_nothing(opened: Any, qtbot: QtBot, settled: Settled) -> None:
    window, page = opened(lambda vault, _case: add_group(vault))
    _who(qtbot, page, GROUP, "Advice and help")
    click(qtbot, page, "This was read. Go on")
    click(qtbot, page, "Yes")
    click(qtbot, page, "Stop here. Nothing is kept.")
    settled(window)
    assert [] == page.cards


def test_the_questions_can_be_answered_with_the_keyboard_alone(
    opened: Any, qtbot: QtBot, settled: Settled
) -> None:
    window, page = opened(lambda vault, _case: add_group(vault), "ug")
    page.begin()
    talk = page.talk.talk
    talk.recipient = talk.recipients[0].id
    talk.speaker = talk.case.reporters[0].id
    from familytrace.model.topics import Purpose

    talk.purpose = Purpose.HELP
    page.talk.read()
    settled(window)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    settled(window)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QuestionCard)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    settled(window)
    assert Answer.YES is talk.answers[FIRST]
