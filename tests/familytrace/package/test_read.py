import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import forge
import pytest

from familytrace import errors
from familytrace.package import read, write
from familytrace.package.read import Seen

MADE = forge.DAY


def opened(data: bytes, seen: Seen | None = None) -> read.OpenedPackage:
    return read.open_package(data, forge.ME.secret, seen=seen, today=MADE)


def test_what_was_written_is_read_back() -> None:
    found = opened(forge.honest())
    assert b'{"person":{"name":"Adil Sinaq"}}' == found.case
    assert b'{"until":"2026-12-31"}' == found.consent
    assert b"%PDF-1.7 a form" == found.form_pdf
    assert "Name | Adil Sinaq\n" == found.sheet
    assert 2 == len(found.pictures)
    assert "missing person" in found.read_me
    assert (forge.LINE, 1, MADE) == (
        found.manifest.sender,
        found.manifest.sequence,
        found.manifest.created,
    )


def test_a_package_is_read_from_a_stream_too() -> None:
    found = read.open_package(io.BytesIO(forge.honest()), forge.ME.secret, today=MADE)
    assert "unknown" == found.sender


def test_the_hand_made_package_of_these_tests_is_accepted() -> None:
    assert "Name | Adil Sinaq\n" == opened(forge.sealed(forge.inside())).sheet


def test_there_are_four_states_of_a_sender() -> None:
    data = forge.honest()
    unsigned = write.write_package(forge.contents(), forge.envelope(signing_seed=None)).data
    known = Seen(senders={forge.LINE: "known"})
    verified = Seen(senders={forge.LINE: "verified", forge.OTHER_LINE: "known"})
    assert "unknown" == opened(data).sender
    assert "known" == opened(data, known).sender
    assert "verified" == opened(data, verified).sender
    assert "unsigned" == opened(unsigned, verified).sender


def test_another_key_under_the_same_words_is_an_unknown_sender() -> None:
    verified = Seen(senders={forge.LINE: "verified"})
    data = write.write_package(forge.contents(), forge.envelope(signing_seed=forge.OTHER_SEED)).data
    assert "unknown" == opened(data, verified).sender


def test_a_package_that_was_here_before_is_refused() -> None:
    with pytest.raises(errors.ReplayedError):
        opened(forge.honest(), Seen(packages=frozenset({"a1" * 16})))


def test_an_older_package_of_the_same_case_is_refused_and_a_newer_one_is_not() -> None:
    seen = Seen(last={(forge.LINE, forge.CASE_ID): 5})
    for sequence in (4, 5):
        data = write.write_package(forge.contents(), forge.envelope(sequence=sequence)).data
        with pytest.raises(errors.ReplayedError):
            opened(data, seen)
    newer = write.write_package(forge.contents(), forge.envelope(sequence=6)).data
    assert 6 == opened(newer, seen).manifest.sequence


def test_packages_of_other_cases_may_come_in_any_order() -> None:
    seen = Seen(last={(forge.LINE, forge.CASE_ID): 5})
    other = write.write_package(forge.contents(), forge.envelope(case="d1" * 16, sequence=2)).data
    assert 2 == opened(other, seen).manifest.sequence


def test_a_withdrawal_is_never_too_late() -> None:
    seen = Seen(last={(forge.LINE, forge.CASE_ID): 9})
    notice = write.withdrawal_contents(b'{"on":"2026-03-01"}')
    found = opened(write.write_package(notice, forge.envelope(sequence=3)).data, seen)
    assert b'{"on":"2026-03-01"}' == found.withdrawal
    assert found.case is None


def test_an_ended_agreement_is_refused_from_the_day_after() -> None:
    data = write.write_package(forge.contents(), forge.envelope(consent_until=MADE)).data
    assert opened(data).case
    with pytest.raises(errors.ConsentEndedInPackageError):
        read.open_package(data, forge.ME.secret, today=date(2026, 3, 2))


def test_an_answer_comes_back_by_the_return_key() -> None:
    answer = write.reply_contents(b'{"text":"We received it."}', [forge.picture()])
    data = write.write_package(
        answer, forge.envelope(recipient=forge.SOMEBODY.public, consent_until=None)
    ).data
    found = read.open_package(data, forge.SOMEBODY.secret, today=MADE)
    assert b'{"text":"We received it."}' == found.reply
    assert 1 == len(found.pictures)


def test_a_package_for_somebody_else_does_not_open() -> None:
    with pytest.raises(errors.WrongKeyError):
        read.open_package(forge.honest(), forge.SOMEBODY.secret, today=MADE)


def test_many_keys_are_tried_at_once() -> None:
    found = read.open_package(forge.honest(), forge.SOMEBODY.secret, forge.ME.secret, today=MADE)
    assert found.case
    with pytest.raises(errors.WrongKeyError):
        read.open_package(forge.honest(), today=MADE)


def test_a_package_passed_on_under_a_new_seal_is_noticed() -> None:
    passed_on = forge.inside(recipient="ab" * 32)
    with pytest.raises(errors.ForSomebodyElseError):
        opened(forge.sealed(passed_on))


def test_a_package_sealed_with_words_opens_with_these_words_only() -> None:
    plain = forge.envelope(recipient=None)
    data = write.write_package_with_words(forge.contents(), plain, "six quiet words").data
    found = read.open_package_with_words(data, " six  quiet words", today=MADE)
    assert "unknown" == found.sender
    with pytest.raises(errors.WrongWordsError):
        read.open_package_with_words(data, "six loud words", today=MADE)
    with pytest.raises(errors.PackageMalformedError):
        opened(data)


def test_a_package_for_a_key_is_not_taken_under_words() -> None:
    data = write.write_package_with_words(forge.contents(), forge.envelope(), "words").data
    with pytest.raises(errors.ForSomebodyElseError):
        read.open_package_with_words(data, "words", today=MADE)


HONEST = forge.honest()


def _first_chunk(data: bytes) -> bytes:
    """A file cut exactly where age's first chunk of 64 KiB ends."""
    return data[: data.index(b"\n--- ") + 49 + 16 + 65552]


OUTSIDE: dict[str, tuple[type[errors.PackageError], Callable[[], bytes]]] = {
    "empty": (errors.NotAPackageError, lambda: b""),
    "words": (errors.NotAPackageError, lambda: b"Dear family,"),
    "a zip": (errors.NotAPackageError, lambda: b"PK\x03\x04" + bytes(100)),
    "armored": (errors.NotAPackageError, lambda: b"-----BEGIN AGE ENCRYPTED FILE-----\n"),
    "the first line only": (errors.PackageDamagedError, lambda: HONEST[:22]),
    "half a head": (errors.PackageDamagedError, lambda: HONEST[:90]),
    "truncated by one byte": (errors.PackageDamagedError, lambda: HONEST[:-1]),
    "truncated at half": (errors.PackageDamagedError, lambda: HONEST[: len(HONEST) // 2]),
    "truncated at a chunk": (
        errors.PackageDamagedError,
        lambda: _first_chunk(forge.sealed(forge.inside() + bytes(65536))),
    ),
    "one byte more": (errors.PackageDamagedError, lambda: HONEST + b"x"),
    "a flipped bit in the body": (
        errors.PackageDamagedError,
        lambda: HONEST[:-9] + bytes([HONEST[-9] ^ 1]) + HONEST[-8:],
    ),
    "too big": (errors.PackageTooBigError, lambda: HONEST[:300] + bytes(70 << 20)),
    "a head without end": (
        errors.PackageMalformedError,
        lambda: b"age-encryption.org/v1\n-> X25519 " + b"a" * 5000,
    ),
    "a sealed seal": (errors.PackageMalformedError, lambda: forge.sealed(HONEST)),
    "too big inside": (errors.PackageTooBigError, lambda: forge.sealed(bytes(66 << 20))),
}


@pytest.mark.parametrize("name", OUTSIDE, ids=lambda name: name.replace(" ", "-"))
def test_a_hostile_file_is_one_declared_error_and_writes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kind, make = OUTSIDE[name]
    data = make()
    with pytest.raises(errors.PackageError) as caught:
        opened(data)
    assert kind is type(caught.value)
    assert [] == list(tmp_path.iterdir())


def test_a_stream_without_end_is_not_read_to_its_end() -> None:
    class Endless:
        start = HONEST

        def read(self, size: int) -> bytes:
            piece, self.start = self.start or bytes(size), b""
            return piece

    with pytest.raises(errors.PackageDamagedError):
        read.open_package(Endless(), forge.ME.secret, today=MADE)


def test_a_worker_that_makes_things_up_is_not_believed() -> None:
    lies = [
        b"",
        b"\0\0\0\x02{}",
        b"\0\0\0\x10" + b'{"members":[{}]}',
        b"\xff\xff\xff\xff",
    ]
    for lie in lies:
        with pytest.raises(errors.PackageError):
            read._checked(read._members(lie), Seen())


def test_a_worker_that_changes_a_member_is_not_believed() -> None:
    held = dict(forge.whole(forge.members(), forge.text_of(forge.values(forge.members()))))
    assert read._checked(dict(held), Seen()).case
    changed = {
        "case.json": b'{"person":{"name":"Somebody Else"}}',
        "form.pdf": b"%PDF-1.7 another",
        "attachments/0001.jpg": forge.picture() + b"<script>",
    }
    for name, data in changed.items():
        with pytest.raises(errors.PackageError):
            read._checked({**held, name: data}, Seen())
    held.pop("consent.json")
    with pytest.raises(errors.WorkerError):
        read._checked(held, Seen())
