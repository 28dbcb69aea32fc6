import io
import random
import tarfile

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace import errors
from familytrace.package import tar
from familytrace.package.limits import MEMBER, TAR
from familytrace.package.tar import Member

NAMES = ["manifest.json", "case.json", "form.pdf", "attachments/0001.jpg", "READ-ME.txt"]


@given(st.lists(st.binary(max_size=2_000), min_size=1, max_size=len(NAMES)))
def test_what_is_written_is_read_back(blobs: list[bytes]) -> None:
    held = [Member(name, data) for name, data in zip(NAMES, blobs, strict=False)]
    found = tar.read_tar(tar.write_tar(held))
    assert held == [Member(one.name, bytes(one.data)) for one in found]


@given(st.lists(st.binary(max_size=2_000), min_size=1, max_size=len(NAMES)))
def test_the_standard_library_reads_the_same(blobs: list[bytes]) -> None:
    held = list(zip(NAMES, blobs, strict=False))
    written = tar.write_tar([Member(name, data) for name, data in held])
    with tarfile.open(fileobj=io.BytesIO(written)) as other:
        read = [(one.name, other.extractfile(one)) for one in other.getmembers()]
    texts = [(name, file.read()) for name, file in read if file is not None]
    assert held == texts[:-1]
    assert "padding" == texts[-1][0]


def test_the_hand_made_tar_of_the_tests_is_the_same() -> None:
    held = forge.members()
    assert forge.tar(held) == tar.write_tar([Member(name, data) for name, data in held])


def test_few_lengths_are_possible_and_little_is_wasted() -> None:
    chance = random.Random(5)
    for _ in range(5_000):
        size = chance.randrange(1, TAR)
        padded = tar.bucket(size)
        assert padded % 512 == 0
        assert size <= padded
        if size > tar.SMALLEST:
            assert padded == forge.padme(-(-size // 512)) * 512
            assert padded <= size * 1.12 + 512
    lengths = {tar.bucket(size) for size in range(1, TAR, 4_096)}
    assert len(lengths) < 350


def test_small_cases_look_alike() -> None:
    lengths = {len(tar.write_tar([Member("case.json", bytes(n))])) for n in range(0, 60_000, 997)}
    assert {tar.SMALLEST} == lengths


def test_nothing_too_big_is_written() -> None:
    with pytest.raises(errors.PackageTooBigError):
        tar.write_tar([Member("form.pdf", bytes(MEMBER + 1))])
    part = bytes(MEMBER)
    with pytest.raises(errors.PackageTooBigError):
        tar.write_tar([Member(f"attachments/000{n}.jpg", part) for n in range(1, 5)])


@pytest.mark.parametrize("name", ["../case.json", "Adil.pdf", "padding2", "case.json/"])
def test_no_other_name_can_be_written(name: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        tar.write_tar([Member(name, b"-")])


def test_too_many_members_are_refused() -> None:
    held = [(f"attachments/{number:04}.jpg", b"") for number in range(1, 230)]
    with pytest.raises(errors.PackageMalformedError) as caught:
        tar.read_tar(forge.tar(held))
    assert tar.TOO_MANY == caught.value.details["code"]


@given(st.binary(max_size=3_000))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    with pytest.raises(errors.PackageError):
        tar.read_tar(noise)
