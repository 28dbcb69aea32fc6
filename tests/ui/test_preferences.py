"""What is remembered holds no secret and no name of a place that was chosen."""

import json
from pathlib import Path

import pytest

from familytrace.paths import settings_file
from ui import preferences
from ui.preferences import Preferences


def _kept(**changes: object) -> Preferences:
    made = Preferences()
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def test_on_the_first_day_nothing_is_chosen() -> None:
    found = preferences.load()
    assert ("", False, 100, None) == (found.language, found.dark, found.percent, found.vault)


def test_choices_come_back(home: Path) -> None:
    vault = home / "FamilyTrace" / "records-abcd.familytrace"
    vault.mkdir(parents=True)
    preferences.save(_kept(language="ug", dark=True, percent=150, vault=vault))
    found = preferences.load()
    assert ("ug", True, 150, vault) == (found.language, found.dark, found.percent, found.vault)


def test_a_vault_elsewhere_is_not_remembered(home: Path) -> None:
    preferences.save(_kept(language="en", vault=home / "stick" / "records-abcd.familytrace"))
    assert "stick" not in settings_file().read_text("utf-8")
    assert "abcd" not in settings_file().read_text("utf-8")


def test_the_only_vault_of_the_usual_folder_is_found(home: Path) -> None:
    vault = home / "FamilyTrace" / "records-abcd.familytrace"
    vault.mkdir(parents=True)
    assert vault == preferences.load().vault


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"language": "xx", "percent": 7, "vault": "../../elsewhere"}']
)
def test_a_damaged_file_is_as_on_the_first_day(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text)
    found = preferences.load()
    assert ("", 100, None) == (found.language, found.percent, found.vault)


def test_what_others_keep_in_that_file_stays() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"anchors": {"a": 1}}')
    preferences.save(_kept(language="en"))
    assert {"a": 1} == json.loads(settings_file().read_text("utf-8"))["anchors"]
