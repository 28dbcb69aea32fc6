"""Everything a sender with a good seal and a good signature could get wrong on purpose."""

import forge
import pytest
from hostile_packages import BROKEN, TRAILER, replaced

from familytrace import errors
from familytrace.package import parse_task, read
from familytrace.worker.plain_jpeg import check_plain_jpeg


def test_an_honest_inside_is_taken_apart() -> None:
    found = parse_task.checked(forge.inside())
    assert ["manifest.json", "manifest.json.minisig"] == [one.name for one in found[:2]]
    assert [name for name, _ in forge.members()] == [one.name for one in found[2:]]


@pytest.mark.parametrize("name", BROKEN, ids=lambda name: name.replace(" ", "-"))
def test_a_sender_who_breaks_one_rule_is_told_which(name: str) -> None:
    kind, code, _ = BROKEN[name]
    with pytest.raises(errors.PackageError) as caught:
        parse_task.checked(BROKEN[name][2]())
    assert (kind, code) == (type(caught.value), caught.value.details.get("code", 0))


@pytest.mark.parametrize(
    "name",
    ["a link", "a key twice", "a case far too deep", "stripped", "a newer version", "empty"],
    ids=lambda name: name.replace(" ", "-"),
)
def test_the_same_comes_out_of_the_workers(name: str) -> None:
    kind, code, _ = BROKEN[name]
    with pytest.raises(errors.PackageError) as caught:
        read.open_package(forge.sealed(BROKEN[name][2]()), forge.ME.secret, today=forge.DAY)
    assert (kind, code) == (type(caught.value), caught.value.details.get("code", 0))


def test_what_a_later_minor_version_adds_is_passed_over() -> None:
    plain = forge.inside(version=2, min_version=1, new_thing="1")
    assert parse_task.checked(plain)


def test_a_trailer_on_a_picture_does_not_survive() -> None:
    plain = forge.with_members(replaced("attachments/0001.jpg", TRAILER))
    found = {one.name: bytes(one.data) for one in parse_task.checked(plain)}
    assert b"PK\x03\x04" not in found["attachments/0001.jpg"]
    assert check_plain_jpeg(found["attachments/0001.jpg"])
