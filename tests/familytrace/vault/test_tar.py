import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.errors import BackupDamagedError
from familytrace.vault import tar


@given(st.from_regex(r"[a-z0-9/.]{1,99}", fullmatch=True), st.integers(0, 8 * 1024**3 - 1))
def test_a_header_gives_back_name_and_size(name: str, size: int) -> None:
    assert tar.read_header(io.BytesIO(tar.header(name, size))) == (name, size)


def test_what_we_write_is_an_ordinary_tar() -> None:
    data = b"content"
    whole = tar.header("a/b.txt", len(data)) + data + tar.padding(len(data)) + tar.END
    with tarfile.open(fileobj=io.BytesIO(whole)) as opened:
        assert [member.name for member in opened.getmembers()] == ["a/b.txt"]
        extracted = opened.extractfile("a/b.txt")
        assert extracted is not None
        assert extracted.read() == data


def test_every_other_header_is_refused() -> None:
    good = tar.header("name", 7)
    for at in range(len(good)):
        changed = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        with pytest.raises(BackupDamagedError):
            tar.read_header(io.BytesIO(changed))
    with pytest.raises(BackupDamagedError):
        tar.read_header(io.BytesIO(good[:-1]))


def test_a_name_or_size_that_does_not_fit_is_a_mistake_of_ours() -> None:
    for name, size in (("x" * 101, 1), ("x", 8 * 1024**3)):
        with pytest.raises(ValueError, match="fit"):
            tar.header(name, size)


def test_nothing_may_follow_the_end() -> None:
    tar.expect_end(io.BytesIO(tar.END))
    for wrong in (tar.END + b"x", tar.END[:-1], b"x" + tar.END[1:]):
        with pytest.raises(BackupDamagedError):
            tar.expect_end(io.BytesIO(wrong))
