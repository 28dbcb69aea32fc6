"""What comes in is measured before it is read."""

from pathlib import Path

import pytest

from familytrace.actions.sealed_files import read_card_file, read_sealed
from familytrace.errors import CardError, NotAPackageError, PackageTooBigError
from familytrace.package.limits import CARD, SEALED


def test_a_file_too_big_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "big.ftcase"
    with big.open("wb") as file:
        file.truncate(SEALED + 1)
    with pytest.raises(PackageTooBigError):
        read_sealed(big)
    with big.open("wb") as file:
        file.truncate(CARD + 1)
    with pytest.raises(CardError):
        read_card_file(big)


def test_what_is_no_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotAPackageError):
        read_sealed(tmp_path)
    with pytest.raises(CardError):
        read_card_file(tmp_path / "missing.ftcard")


def test_a_card_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.ftcard").write_bytes(b"\xff\xfe")
    with pytest.raises(CardError):
        read_card_file(tmp_path / "a.ftcard")
