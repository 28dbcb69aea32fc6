import io
import random

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace import errors
from familytrace.package import age_file
from familytrace.package.age_head import read_head
from familytrace.package.limits import AGE_HEADER


def test_what_is_sealed_opens_with_the_secret_only() -> None:
    for size in (0, 1, 65_535, 65_536, 65_537, 200_000):
        data = random.Random(size).randbytes(size)
        sealed = age_file.seal(data, forge.ME.public)
        assert data == age_file.unseal(sealed, forge.ME.secret)
        with pytest.raises(errors.WrongKeyError):
            age_file.unseal(sealed, forge.SOMEBODY.secret)


def test_a_secret_does_not_show_itself() -> None:
    assert forge.ME.secret not in repr(forge.ME)
    assert forge.ME.public == age_file.public_of(forge.ME.secret)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "age1",
        forge.ME.public.upper(),
        forge.ME.public[:-1] + "q",
        forge.ME.public + " ",
        forge.ME.secret,
        "ssh-ed25519 AAAA",
        "age1pq1" + "q" * 55,
    ],
)
def test_a_wrong_key_is_a_card_error(wrong: str) -> None:
    with pytest.raises(errors.CardError):
        age_file.seal(b"-", wrong)
    with pytest.raises(errors.CardError):
        age_file.unseal(b"-", wrong.lower())


def test_every_flipped_bit_is_noticed() -> None:
    sealed = age_file.seal(b"a short record", forge.ME.public)
    for place in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(errors.PackageError):
            age_file.unseal(bytes(changed), forge.ME.secret)


def test_every_truncation_and_every_added_byte_is_noticed() -> None:
    sealed = age_file.seal(b"a short record", forge.ME.public)
    for length in range(len(sealed)):
        with pytest.raises(errors.PackageError):
            age_file.unseal(sealed[:length], forge.ME.secret)
    for byte in range(256):
        with pytest.raises(errors.PackageError):
            age_file.unseal(sealed + bytes([byte]), forge.ME.secret)


@pytest.mark.campaign
def test_a_million_edits_of_a_bigger_file_are_noticed() -> None:
    chance = random.Random(1)
    sealed = age_file.seal(chance.randbytes(100_000), forge.ME.public)
    for _ in range(1_000_000):
        changed = bytearray(sealed)
        for _ in range(chance.randrange(1, 5)):
            changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
        if changed == sealed:
            continue
        with pytest.raises(errors.PackageError):
            age_file.unseal(bytes(changed), forge.ME.secret)


def test_a_stream_in_small_pieces_opens_as_well() -> None:
    sealed = age_file.seal(b"x" * 70_000, forge.ME.public)
    sink = io.BytesIO()
    pieces = (sealed[at : at + 999] for at in range(0, len(sealed), 999))
    age_file.unseal_stream(pieces, sink, forge.ME.secret)
    assert b"x" * 70_000 == sink.getvalue()


def test_a_file_of_ours_has_one_recipient() -> None:
    head = read_head(age_file.seal(b"-", forge.ME.public))
    kinds = [stanza.words[0] for stanza in head.stanzas]
    assert 1 == kinds.count("X25519")
    assert all(kind == "X25519" or kind.endswith("-grease") for kind in kinds)


VERSION = b"age-encryption.org/v1\n"
STANZA = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
MAC = b"--- " + b"A" * 43 + b"\n"
BODY = bytes(40)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (VERSION + STANZA * 21 + MAC, errors.PackageMalformedError),
        (VERSION + MAC, errors.PackageMalformedError),
        (VERSION + b"-> ssh-rsa AAAA\nAAAA\n" + MAC, errors.PackageMalformedError),
        (VERSION + STANZA + b"-> scrypt AAAA 18\nAAAA\n" + MAC, errors.PackageMalformedError),
        (VERSION + b"-> scrypt AAAA 18\n" + b"A" * 43 + b"\n" + MAC, errors.PackageMalformedError),
        (VERSION + b"-> mlkem768x25519 A\nAAAA\n" + MAC, errors.PackageMalformedError),
        (
            VERSION + b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 65 + b"\n" + MAC,
            errors.PackageMalformedError,
        ),
        (VERSION + b"->  X25519\n\n" + MAC, errors.PackageMalformedError),
        (VERSION + STANZA.replace(b"\n", b"\r\n") + MAC, errors.PackageMalformedError),
        (VERSION + STANZA + b"--- short\n", errors.PackageDamagedError),
        (VERSION + STANZA, errors.PackageDamagedError),
        (VERSION + STANZA * 60, errors.PackageMalformedError),
        (VERSION + b"-> a-grease " + b"A" * 5000, errors.PackageMalformedError),
        (b"age-encryption.org/v2\n" + STANZA + MAC, errors.NotAPackageError),
    ],
)
def test_a_hostile_head_is_refused_before_a_key_is_used(
    data: bytes, kind: type[errors.PackageError]
) -> None:
    with pytest.raises(kind):
        read_head((data + BODY)[:AGE_HEADER])
    with pytest.raises(errors.PackageError):
        age_file.unseal(data + BODY, forge.ME.secret)


@given(st.binary(max_size=300))
def test_any_head_is_read_or_refused(noise: bytes) -> None:
    for start in (noise, VERSION + noise, VERSION + STANZA + noise):
        try:
            head = read_head(start)
        except errors.PackageError:
            continue
        assert head.size <= len(start)


def test_words_in_a_head_cost_no_more_than_allowed() -> None:
    for factor, good in ((10, True), (18, True), (19, False), (23, False), (63, False)):
        stanza = b"-> scrypt " + b"A" * 22 + b" %d\n" % factor + b"A" * 43 + b"\n"
        if good:
            assert read_head(VERSION + stanza + MAC + BODY, words=True)
            continue
        with pytest.raises(errors.PackageMalformedError):
            read_head(VERSION + stanza + MAC + BODY, words=True)
