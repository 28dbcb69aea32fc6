from datetime import date

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace import canonical, errors
from familytrace.package import manifest
from familytrace.package.manifest import Listed, Manifest

_HEX = st.integers(0, 16**64 - 1).map(lambda number: f"{number:064x}")
_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
_NAMES = st.sets(st.sampled_from(["form.pdf", "form.docx", "sheet.txt"])).map(
    lambda some: manifest.in_order(["case.json", "consent.json", "READ-ME.txt", *some])
)
_MANIFESTS = st.builds(
    Manifest,
    kind=st.just("case"),
    package=_HEX.map(lambda text: text[:32]),
    case=_HEX.map(lambda text: text[:32]),
    sequence=st.integers(1, 2**53 - 1),
    previous=st.none() | _HEX,
    recipient=st.none() | _HEX,
    sender=st.sampled_from([None, forge.LINE]),
    created=_DAYS,
    consent_until=st.none() | _DAYS,
    reply_to=st.sampled_from([None, forge.ME.public]),
    members=_NAMES.map(lambda names: tuple(Listed(name, 7, "ab" * 32) for name in names)),
)


_OTHERS: list[object] = [-1, True, [], {}, "", "a" * 32, 2**53 - 1, ["case.json"]]


@given(_MANIFESTS)
def test_a_manifest_is_read_back(made: Manifest) -> None:
    data = manifest.encode_manifest(made)
    assert made == manifest.decode_manifest(data)
    manifest.check_names(made)


@given(_MANIFESTS, st.data())
def test_no_value_can_be_of_another_kind(made: Manifest, data: st.DataObject) -> None:
    held = canonical.decode(manifest.encode_manifest(made))
    key = data.draw(st.sampled_from(sorted(held)))
    held[key] = data.draw(
        st.sampled_from([-1, True, [], {}, "", "a" * 32, 2**53 - 1, ["case.json"]])
    )
    try:
        found = manifest.decode_manifest(canonical.encode(held))
    except errors.PackageError:
        return
    assert canonical.encode(held) == manifest.encode_manifest(found)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_manifest_or_refused(noise: bytes) -> None:
    with pytest.raises(errors.PackageMalformedError):
        manifest.decode_manifest(noise)


def test_members_stand_in_one_order() -> None:
    names = ["READ-ME.txt", "attachments/0002.jpg", "case.json", "attachments/0001.jpg", "x"]
    assert [
        "case.json",
        "attachments/0001.jpg",
        "attachments/0002.jpg",
        "READ-ME.txt",
    ] == manifest.in_order(names)


def test_a_recipient_is_named_by_a_hash_of_the_key() -> None:
    assert 64 == len(manifest.recipient_hash(forge.ME.public))
    assert manifest.recipient_hash(forge.ME.public) != manifest.recipient_hash(
        forge.SOMEBODY.public
    )
