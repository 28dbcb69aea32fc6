"""What is typed is in the vault within a second, and one entry of history when it rests."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from familytrace.errors import NoSpaceError
from familytrace.model.person import PersonName
from familytrace.vault.vault import Vault
from ui.autosave import Autosave
from ui.preferences import Preferences
from ui.session import NOT_SAVED, SAVED, SAVING, Session

NAME = PersonName(id="n9", text="")


@pytest.fixture
def session(demo: tuple[Path, str], qtbot: QtBot) -> Iterator[Session]:
    made = Session(Preferences())
    made.vault = Vault.open(demo[0], ui_pages.WORDS)
    made.said = []  # type: ignore[attr-defined]
    made.state.connect(made.said.append)  # type: ignore[attr-defined]
    yield made
    made.close(10)
    qtbot.waitUntil(lambda: made.tasks.waiting == 0)


@pytest.fixture
def owner() -> Iterator[QObject]:
    yield (made := QObject())
    made.deleteLater()


def _ask(session: Session, qtbot: QtBot, question: Any) -> Any:
    found: list[Any] = []
    session.run(question, done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def _texts(session: Session, qtbot: QtBot, case_id: str) -> set[str]:
    case = _ask(session, qtbot, lambda vault: vault.load(case_id))
    return {name.text for name in case.names}


def test_each_second_a_draft_and_after_a_pause_one_entry(
    session: Session, owner: QObject, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    case_id = demo[1]
    before = len(_ask(session, qtbot, lambda vault: vault.history(case_id)))
    save = Autosave(session, case_id, owner)
    for end in range(1, 7):
        save.typed(dataclasses.replace(NAME, text="Tursun"[:end]))
    qtbot.waitSignal(save._draft.timeout).wait()
    drafts = _ask(session, qtbot, lambda vault: vault.drafts(case_id))
    assert ["Tursun"] == [draft.text for draft in drafts]
    with qtbot.waitSignal(save.saved, timeout=5000):
        pass
    assert "Tursun" in _texts(session, qtbot, case_id)
    assert before + 1 == len(_ask(session, qtbot, lambda vault: vault.history(case_id)))
    assert [SAVING, SAVED] == [session.said[0], session.said[-1]]  # type: ignore[attr-defined]


def test_leaving_a_field_saves_at_once_and_undo_takes_it_back(
    session: Session, owner: QObject, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    case_id = demo[1]
    save = Autosave(session, case_id, owner)
    with qtbot.waitSignal(save.saved):
        save.left(dataclasses.replace(NAME, text="Tursun"))
    assert "Tursun" in _texts(session, qtbot, case_id)
    _ask(session, qtbot, lambda vault: vault.undo(case_id) or True)
    assert "Tursun" not in _texts(session, qtbot, case_id)


def test_closing_saves_what_is_still_being_typed(
    session: Session, owner: QObject, demo: tuple[Path, str]
) -> None:
    save = Autosave(session, demo[1], owner)
    save.typed(dataclasses.replace(NAME, text="Half a na"))
    assert session.close(10)
    with Vault.open(demo[0], ui_pages.WORDS) as vault:
        assert "Half a na" in {name.text for name in vault.load(demo[1]).names}


class FullDisk:
    """A vault whose disk is full until somebody makes room."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.full = True

    def put_draft(self, case_id: str, record: Any) -> Any:
        if self.full:
            raise NoSpaceError
        return self._vault.put_draft(case_id, record)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._vault, name)


def test_on_a_full_disk_nothing_typed_is_lost(
    session: Session, owner: QObject, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    full = FullDisk(session.vault)
    session.vault = full
    save = Autosave(session, demo[1], owner)
    with qtbot.waitSignal(session.failed):
        save.left(dataclasses.replace(NAME, text="Tursun"))
    qtbot.waitUntil(lambda: session.tasks.waiting == 0)
    full.full = False
    save.typed(dataclasses.replace(PersonName(id="n10"), text="Sinaq"))
    with qtbot.waitSignal(save.saved):
        save.settle()
    qtbot.waitUntil(lambda: session.tasks.waiting == 0)
    assert {"Tursun", "Sinaq"} <= _texts(session, qtbot, demo[1])
    assert NOT_SAVED in session.said  # type: ignore[attr-defined]


def test_another_change_waits_for_what_was_typed(
    session: Session, owner: QObject, demo: tuple[Path, str], qtbot: QtBot
) -> None:
    case_id = demo[1]
    save = Autosave(session, case_id, owner)
    save.typed(dataclasses.replace(NAME, text="Tursun"))
    seen: list[set[str]] = []

    def look(vault: Vault) -> None:
        seen.append({name.text for name in vault.load(case_id).names})

    save.change(look)
    qtbot.waitUntil(lambda: bool(seen))
    assert "Tursun" in seen[0]
