import dataclasses
import re

import forge
import pytest

from familytrace import errors, i18n
from familytrace.package import age_file, manifest, tar, write
from familytrace.package.content import check_text
from familytrace.package.limits import PICTURES
from familytrace.worker.plain_jpeg import check_plain_jpeg


def inside(data: bytes) -> dict[str, bytes]:
    plain = age_file.unseal(data, forge.ME.secret)
    return {one.name: bytes(one.data) for one in tar.read_tar(plain)}


def test_a_package_says_what_it_holds_in_one_order() -> None:
    found = inside(forge.honest())
    assert [
        "manifest.json",
        "manifest.json.minisig",
        "case.json",
        "consent.json",
        "form.pdf",
        "sheet.txt",
        "attachments/0001.jpg",
        "attachments/0002.jpg",
        "READ-ME.txt",
    ] == list(found)
    listed = manifest.decode_manifest(found["manifest.json"])
    assert list(found)[2:] == [entry.name for entry in listed.members]


def test_the_same_contents_differ_only_by_their_random_ids() -> None:
    first = write.build_package(forge.contents(), forge.envelope())
    second = write.build_package(forge.contents(), forge.envelope())
    assert first.tar == second.tar
    other = write.build_package(forge.contents(), forge.envelope(package="b2" * 16))
    assert first.tar != other.tar
    assert len(first.tar) == len(other.tar)


def test_two_recipients_get_files_without_anything_in_common_but_their_content() -> None:
    first = inside(write.write_package(forge.contents(), forge.envelope()).data)
    envelope = forge.envelope(signing_seed=forge.OTHER_SEED, package="b2" * 16, case="d1" * 16)
    second = inside(write.write_package(forge.contents(), envelope).data)
    left, right = first["manifest.json"], second["manifest.json"]
    for value in ("sender", "package", "case"):
        assert _value(left, value) != _value(right, value)


def _value(text: bytes, key: str) -> str:
    found = re.search(rf'"{key}":"([^"]*)"', text.decode())
    assert found
    return found[1]


def test_names_of_files_say_nothing() -> None:
    made = write.write_package(forge.contents(), forge.envelope())
    assert re.fullmatch(r"case-[0-9a-f]{8}\.ftcase", made.name)
    assert made.package not in made.name


def test_each_package_has_an_id_of_its_own() -> None:
    given = forge.envelope()
    made = {dataclasses.replace(given).package for _ in range(3)}
    assert {"a1" * 16} == made
    fresh = {write.Envelope(None, forge.CASE_ID, 1, forge.DAY).package for _ in range(3)}
    assert 3 == len(fresh)


def test_packages_form_a_chain() -> None:
    first = write.write_package(forge.contents(), forge.envelope())
    second = write.write_package(
        forge.contents(), forge.envelope(sequence=2, previous=first.manifest_hash)
    )
    text = inside(second.data)["manifest.json"]
    assert first.manifest_hash == manifest.decode_manifest(text).previous
    assert 64 == len(second.file_hash())


def test_the_return_key_is_in_the_manifest_and_in_plain_words() -> None:
    made = write.write_package(forge.contents(), forge.envelope(reply_to=forge.SOMEBODY.public))
    found = inside(made.data)
    assert forge.SOMEBODY.public == manifest.decode_manifest(found["manifest.json"]).reply_to
    assert f"age -r {forge.SOMEBODY.public}" in found["READ-ME.txt"].decode()


def test_the_plain_words_are_said_in_the_language_in_use() -> None:
    english = write.read_me("case", None)
    assert "missing person" in english
    with i18n.in_language("ug"):
        assert write.read_me("case", None)
    assert "Sinaq" not in english


def test_the_language_of_the_screen_does_not_leak_into_a_package() -> None:
    english = write.build_package(forge.contents(), forge.envelope()).tar
    with i18n.in_language("ug"):
        assert english == write.build_package(forge.contents(), forge.envelope()).tar


def test_any_sheet_can_be_written_and_read() -> None:
    told = "first\r\nsecond\x0bthird\x1b[2J\x00 \u2028\ud800 \u2066(1)\u2069\tend"
    made = write.case_contents(case=b"{}", consent=b"{}", sheet=told)
    data = next(bytes(one.data) for one in made.members if one.name == "sheet.txt")
    assert "first\nsecond\nthird[2J \n? \u2066(1)\u2069\tend\n" == check_text(data)


def test_a_picture_that_was_not_rebuilt_is_not_taken() -> None:
    plain = forge.picture()
    comment = plain[:2] + b"\xff\xfe\x00\x05abc" + plain[2:]
    exif = plain[:2] + b"\xff\xe1\x00\x08Exif\0\0" + plain[2:]
    adobe = plain[:2] + b"\xff\xee\x00\x05abc" + plain[2:]
    for wrong in (comment, exif, adobe, plain + b"x", plain[:-1], plain[:40], b"", b"GIF89a"):
        with pytest.raises(errors.PictureError):
            check_plain_jpeg(wrong)
        with pytest.raises(errors.PictureError):
            write.reply_contents(b"{}", [wrong])
    assert plain == check_plain_jpeg(plain)


def test_nothing_is_written_that_a_reader_would_refuse() -> None:
    faults = (
        {"case": b'{"a": 1}'},
        {"consent": b"[]"},
        {"form_pdf": b"no form"},
        {"form_docx": b"no form"},
    )
    good = {"case": b"{}", "consent": b"{}"}
    for fault in faults:
        with pytest.raises(errors.PackageMalformedError):
            write.case_contents(**{**good, **fault})  # type: ignore[arg-type]
    too_many = [forge.picture()] * (PICTURES + 1)
    made = write.case_contents(case=b"{}", consent=b"{}", pictures=too_many)
    with pytest.raises(errors.PackageMalformedError):
        write.write_package(made, forge.envelope())
    with pytest.raises(errors.CardError):
        write.write_package(forge.contents(), forge.envelope(recipient="age1nobody"))
    with pytest.raises(ValueError, match="recipient"):
        write.write_package(forge.contents(), forge.envelope(recipient=None))


def test_seed_and_content_do_not_show_themselves() -> None:
    shown = repr(forge.envelope()) + repr(write.write_package(forge.contents(), forge.envelope()))
    assert "Sinaq" not in shown
    assert repr(forge.SEED) not in shown
