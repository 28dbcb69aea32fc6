import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.errors import (
    PackageMalformedError,
    PackageTooBigError,
    PictureError,
    VaultDamagedError,
    WorkerError,
)
from familytrace.worker import wire


def _stream(*pieces: bytes, end: bool = True) -> io.BytesIO:
    sink = io.BytesIO()
    for piece in pieces:
        wire.send(sink, piece)
    if end:
        wire.finish(sink)
    return io.BytesIO(sink.getvalue())


@given(st.lists(st.binary(min_size=1, max_size=200)))
def test_what_is_sent_arrives(pieces: list[bytes]) -> None:
    assert pieces == list(wire.frames(_stream(*pieces), 10**6))


def test_long_data_is_sent_in_frames() -> None:
    data = bytes(range(256)) * 10_000
    assert data == b"".join(wire.frames(_stream(data), len(data)))


def test_a_stream_without_its_end_is_no_answer() -> None:
    with pytest.raises(WorkerError):
        list(wire.frames(_stream(b"all", b"but the end", end=False), 100))


@given(st.binary(max_size=64))
def test_whatever_a_broken_worker_says_is_bounded(data: bytes) -> None:
    try:
        answer = b"".join(wire.frames(io.BytesIO(data), 1000))
    except (WorkerError, PackageTooBigError):
        return
    assert len(answer) <= 1000


def test_more_than_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(PackageTooBigError):
        list(wire.frames(_stream(b"123", b"456"), 5))
    with pytest.raises(WorkerError):
        list(wire.frames(io.BytesIO((2**31).to_bytes(4, "big")), 2**40))


def test_a_declared_error_crosses_with_its_number() -> None:
    sink = io.BytesIO()
    wire.refuse(sink, PackageMalformedError(code=21))
    with pytest.raises(PackageMalformedError) as caught:
        list(wire.frames(io.BytesIO(sink.getvalue()), 100))
    assert 21 == caught.value.details["code"]


def test_any_other_error_crosses_without_a_word() -> None:
    for error in (ValueError("Adil Sinaq"), VaultDamagedError(), KeyboardInterrupt()):
        sink = io.BytesIO()
        wire.refuse(sink, error)
        assert b"Sinaq" not in sink.getvalue()
        with pytest.raises(WorkerError):
            list(wire.frames(io.BytesIO(sink.getvalue()), 100))


def test_a_refusal_cannot_carry_words() -> None:
    said = b"\xff\xff\xff\xffPictureError Adil Sinaq"
    with pytest.raises(PictureError) as caught:
        list(wire.frames(io.BytesIO(said), 100))
    assert "Sinaq" not in str(caught.value)
