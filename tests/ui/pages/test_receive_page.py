"""What came in is shown only after quarantine, with its sender state, and kept whole or not."""

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import ui_pages
from pytestqt.qtbot import QtBot
from ui_hands import buttons, click, said
from ui_sending import sealed, set_up

from familytrace import clock
from familytrace.actions.receive_package import ReceivedCase
from familytrace.actions.received_limits import ReceivedLimits
from familytrace.package.contents import Withdrawal
from ui.pages.case_limits import limits_banner
from ui.pages.receive_work import open_file
from ui.pages.sender_looks import LOOKS, SHORT, WORDS, sender_banner
from ui.window import Window

MakeWindow = Callable[..., Window]
Settled = Callable[[Window], None]


@pytest.fixture
def received(
    make_window: MakeWindow, demo: tuple[Any, str], settled: Settled, tmp_path: Path
) -> tuple[Window, Any, list[Path]]:
    """Return a window at the receive page of a group, and two packages that came in."""
    window = make_window("en", demo[0])
    shell = ui_pages.open_shell(window)
    paths: list[Path] = []

    def write(vault: Any) -> None:
        group = set_up(vault, demo[1])
        paths.extend(sealed(vault, demo[1], group.id, tmp_path) for _n in range(2))

    shell.session.run(write)
    settled(window)
    shell.go("receive")
    settled(window)
    return window, shell, paths


def _page(shell: Any) -> Any:
    return shell.pages.currentWidget()


def _cases(shell: Any, settled: Settled, window: Window) -> int:
    found: list[int] = []
    shell.session.run(lambda vault: found.append(len(vault.cases())))
    settled(window)
    return found[0]


def test_a_package_is_left_whole_and_nothing_of_it_stays(
    received: tuple[Window, Any, list[Path]], qtbot: QtBot, settled: Settled
) -> None:
    window, shell, paths = received
    before = _cases(shell, settled, window)
    _page(shell).open_files(paths[:1])
    settled(window)
    assert "What may be done with it" in said(_page(shell))
    click(qtbot, _page(shell), "Do not keep it")
    settled(window)
    assert "Nothing has come in yet" in said(_page(shell))
    assert before == _cases(shell, settled, window)


def test_two_packages_are_decided_one_after_the_other(
    received: tuple[Window, Any, list[Path]], qtbot: QtBot, settled: Settled
) -> None:
    window, shell, paths = received
    before = _cases(shell, settled, window)
    _page(shell).open_files(paths)
    settled(window)
    assert "Package 1 of 2" in said(_page(shell))
    assert WORDS["unknown"] in said(_page(shell))
    click(qtbot, _page(shell), "Keep this case")
    settled(window)
    assert "Package 2 of 2" in said(_page(shell))
    assert WORDS["known"] in said(_page(shell))
    click(qtbot, _page(shell), "Keep this case")
    settled(window)
    assert 2 == len(_page(shell).rows)
    assert before + 2 == _cases(shell, settled, window)


def test_a_damaged_package_is_named_by_number_and_keeps_nothing(
    received: tuple[Window, Any, list[Path]], settled: Settled, tmp_path: Path
) -> None:
    window, shell, paths = received
    data = bytearray(paths[0].read_bytes())
    data[-40] ^= 1
    broken = tmp_path / "broken.ftcase"
    broken.write_bytes(data)
    before = _cases(shell, settled, window)
    _page(shell).open_files([broken, tmp_path / "missing.ftcase"])
    settled(window)
    told = said(_page(shell))
    assert "Package 1: This package is damaged or was changed on its way." in told
    assert "Package 2: This is not a FamilyTrace package." in told
    assert "Ask the sender to send it again." in told
    assert before == _cases(shell, settled, window)


def test_the_same_package_is_not_taken_twice(
    received: tuple[Window, Any, list[Path]], qtbot: QtBot, settled: Settled
) -> None:
    window, shell, paths = received
    for _again in range(2):
        _page(shell).open_files(paths[:1])
        settled(window)
        if buttons(_page(shell), "Keep this case"):
            click(qtbot, _page(shell), "Keep this case")
            settled(window)
    assert "You already have this package" in said(_page(shell))


def test_the_form_and_the_answers_are_shown_as_plain_words(
    received: tuple[Window, Any, list[Path]], settled: Settled
) -> None:
    window, shell, paths = received
    _page(shell).open_files(paths[:1])
    settled(window)
    assert _page(shell).preview.pages >= 1
    assert "The answers" in said(_page(shell))


def test_there_are_four_sender_states_and_each_looks_and_reads_different(qtbot: QtBot) -> None:
    assert {"verified", "known", "unknown", "unsigned"} == set(WORDS) == set(SHORT) == set(LOOKS)
    assert 4 == len({icon for icon, _tone in LOOKS.values()})
    assert 4 == len({tone for _icon, tone in LOOKS.values()})
    for state in WORDS:
        banner = sender_banner(state)
        qtbot.addWidget(banner)
        assert WORDS[state] in banner.accessibleName()


def test_a_taken_back_agreement_is_said_before_anything_else(
    received: tuple[Window, Any, list[Path]], settled: Settled
) -> None:
    window, shell, paths = received
    page = _page(shell)
    held: list[ReceivedCase] = []
    shell.session.run(open_file, paths[0], done=held.append)
    settled(window)
    notice = Withdrawal(case=held[0].opened.manifest.case, on=clock.today())
    opened = dataclasses.replace(held[0].opened, sheet=None, pictures=(), form_pdf=None)
    taken = dataclasses.replace(held[0], opened=opened, case=None, consent=None, withdrawal=notice)
    page._opened(taken)
    settled(window)
    told = said(page)
    assert "The family has taken its agreement back." in told
    assert "Stop using the case, and do not pass it on." in told
    assert buttons(page, "Keep this notice")


def _kept_case(received: tuple[Window, Any, list[Path]], qtbot: QtBot, settled: Settled) -> Any:
    """Keep a package and open its case."""
    window, shell, paths = received
    _page(shell).open_files(paths[:1])
    settled(window)
    click(qtbot, _page(shell), "Keep this case")
    settled(window)
    click(qtbot, _page(shell), "Open this case")
    settled(window)
    return shell


def test_every_page_of_a_received_case_says_what_is_allowed(
    received: tuple[Window, Any, list[Path]],
    demo: tuple[Any, str],
    qtbot: QtBot,
    settled: Settled,
) -> None:
    shell = _kept_case(received, qtbot, settled)
    for place in ("person", "happened", "claims", "evidence", "safety"):
        shell.go(place)
        settled(received[0])
        told = said(_page(shell))
        assert "Somebody else gave you this case, only for this use." in told
        for words in (
            WORDS["unknown"],
            "Agreed for: ",
            "Until: ",
            "May not be passed on without a new agreement.",
            "The Chinese government must not learn the name from this.",
        ):
            assert words in told, place
    shell.open_case(demo[1], "Tursun Sinaq")
    settled(received[0])
    assert "May not be passed on" not in said(_page(shell))


def test_the_limits_stay_when_an_entry_is_added_or_undone(
    received: tuple[Window, Any, list[Path]], qtbot: QtBot, settled: Settled
) -> None:
    shell = _kept_case(received, qtbot, settled)
    shell.go("claims")
    settled(received[0])
    _page(shell).add_record()
    _page(shell).undo.click()
    settled(received[0])
    assert "Somebody else gave you this case, only for this use." in said(_page(shell))


def test_a_case_that_may_no_longer_be_used_says_so_first(qtbot: QtBot) -> None:
    for limits, first in (
        (ReceivedLimits("known", agreed=True, taken_back=True), "taken its agreement back"),
        (ReceivedLimits("known", agreed=False), "There is no agreement"),
        (ReceivedLimits("known", agreed=True, ends_on=date(2020, 1, 1)), "has ended"),
    ):
        banner = limits_banner(limits)
        qtbot.addWidget(banner)
        assert first in banner.accessibleName()
        assert "May not be passed on" in banner.accessibleDescription()
