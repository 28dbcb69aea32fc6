"""Pages ask the session; it works aside, tells what changed, and closes in good order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from pytestqt.qtbot import QtBot

from familytrace.errors import NotFoundError
from familytrace.vault.vault import Vault
from ui.preferences import Preferences
from ui.session import NOT_SAVED, SAVED, Session
from ui.tasks import CancelledError


@pytest.fixture
def session(demo: tuple[Path, str], qtbot: QtBot) -> Iterator[Session]:
    made = Session(Preferences())
    made.run_bare(
        lambda _step: Vault.open(demo[0], ui_pages.WORDS),
        done=lambda vault: setattr(made, "vault", vault),
    )
    qtbot.waitUntil(lambda: made.vault is not None)
    yield made
    assert made.close(10)
    qtbot.waitUntil(lambda: made.tasks.waiting == 0)


def test_the_vault_is_handed_to_the_work(session: Session, qtbot: QtBot) -> None:
    seen: list[int] = []
    session.run(lambda vault: len(vault.cases()), done=seen.append)
    qtbot.waitUntil(lambda: seen == [4])


def test_success_announces_what_has_changed(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as heard:
        session.run(lambda _vault: None, changes="cases")
    assert ["cases"] == heard.args


def test_an_error_that_no_page_wanted_is_told(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.failed) as heard:
        session.run(lambda vault: vault.load("nobody"))
    assert isinstance(heard.args[0], NotFoundError)


def test_an_error_that_a_page_wants_goes_there_alone(session: Session, qtbot: QtBot) -> None:
    mine: list[Exception] = []
    others: list[Any] = []
    session.failed.connect(others.append)
    session.run(lambda vault: vault.load("nobody"), failed=mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    assert [] == others


def test_stopping_is_no_error(session: Session, qtbot: QtBot) -> None:
    others: list[Any] = []
    session.failed.connect(others.append)

    def work(_step: Any) -> None:
        raise CancelledError

    session.run_bare(work)
    qtbot.waitUntil(lambda: session.tasks.waiting == 0)
    assert [] == others


def test_the_open_case_is_announced(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.case_opened) as heard:
        session.open_case("abc")
    assert (["abc"], "abc") == (heard.args, session.case_id)


def test_the_state_is_said_in_words(session: Session, qtbot: QtBot) -> None:
    heard: list[str] = []
    session.state.connect(heard.append)
    for words in (SAVED, NOT_SAVED):
        session.say(words)
    assert ["All changes saved", "Not saved yet. Trying again."] == heard


def test_closing_flushes_and_lets_the_vault_go(
    session: Session, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    flushed: list[str] = []

    def flush() -> None:
        session.run(lambda vault: flushed.append(vault.id))

    def other() -> None:
        flushed.append("other")

    session.flush_with(flush)
    session.flush_with(other)
    session.no_flush(other)
    assert session.close(10)
    qtbot.waitUntil(lambda: session.tasks.waiting == 0)
    assert 1 == len(flushed)
    Vault.open(demo[0], ui_pages.WORDS).close()
