"""What leaves: looked at first, then written whole, and written down."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from familytrace import canonical, files
from familytrace.actions.add_evidence import add_evidence
from familytrace.actions.agree import agree, new_consent
from familytrace.actions.export_case import (
    Order,
    Prepared,
    export_package,
    export_readable,
    pictures_of,
    prepare,
    preview,
    readiness,
)
from familytrace.actions.receive_package import open_with_keys, secrets_of
from familytrace.errors import ConsentMissingError, NoSpaceError, RecipientUnverifiedError
from familytrace.forms.library import bundled_profile
from familytrace.model.consent import Answer
from familytrace.model.evidence import Evidence
from familytrace.model.recipient import Recipient
from familytrace.model.topics import Purpose, Topic
from familytrace.vault.vault import Vault

EVERYTHING = frozenset(Topic) - {Topic.HOW}


def _agree(family: Vault, case_id: str, recipient: str, purpose: Purpose = Purpose.HELP) -> None:
    speaker = family.load(case_id).reporters[0].id
    asked = new_consent(speaker, recipient, purpose)
    agree(family, case_id, replace(asked, answer=Answer.YES, topics=EVERYTHING))


def _order(case_id: str, recipient: Recipient, **changes: object) -> Order:
    order = Order(case_id, recipient.id, Purpose.HELP, bundled_profile("our-case-form"))
    return replace(order, **changes)  # type: ignore[arg-type]


@pytest.fixture
def prepared(family: Vault, verified: Recipient, bring: Callable[[str], str]) -> Prepared:
    case_id = bring("T02")
    _agree(family, case_id, verified.id)
    return prepare(family, _order(case_id, verified))


def _photo(side: int = 300) -> bytes:
    picture = Image.effect_noise((side, side), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = "CANARY-IN-EXIF"
    exif.get_ifd(0x8825)[1] = "N"
    held = io.BytesIO()
    picture.save(held, "JPEG", exif=exif, comment=b"CANARY-IN-COMMENT", quality=95)
    return held.getvalue() + b"CANARY-AFTER-END"


def test_without_an_agreement_nothing_can_be_looked_at(
    family: Vault, verified: Recipient, bring: Callable[[str], str]
) -> None:
    with pytest.raises(ConsentMissingError):
        prepare(family, _order(bring("T01"), verified))


def test_the_package_opens_with_the_groups_key_and_says_the_same(
    family: Vault, group: Vault, prepared: Prepared, tmp_path: Path
) -> None:
    written = export_package(family, prepared, tmp_path)
    received = open_with_keys(written.path.read_bytes(), secrets_of(group))
    assert prepared.disclosure.case == received.case
    assert prepared.filled.code in (received.opened.sheet or "")


def test_a_recipient_whose_digits_nobody_heard_gets_no_package(
    family: Vault, prepared: Prepared, tmp_path: Path
) -> None:
    stranger = replace(prepared, recipient=replace(prepared.recipient, verified_on=None))
    with pytest.raises(RecipientUnverifiedError):
        export_package(family, stranger, tmp_path)
    assert () == family.exports()


def test_two_packages_to_one_recipient_are_a_chain(
    family: Vault, group: Vault, prepared: Prepared, tmp_path: Path
) -> None:
    first = export_package(family, prepared, tmp_path)
    second = export_package(family, prepared, tmp_path)
    opened = open_with_keys(second.path.read_bytes(), secrets_of(group)).opened
    assert (2, first.entry.manifest_hash) == (opened.manifest.sequence, opened.manifest.previous)


def test_two_recipients_see_other_ids_codes_and_keys(
    family: Vault, prepared: Prepared, tmp_path: Path, bring: Callable[[str], str]
) -> None:
    (other,) = family.save("", Recipient(name="Sinaq Second"), reason="recipient")
    _agree(family, prepared.order.case_id, other.id)
    second = prepare(family, replace(prepared.order, recipient_id=other.id))
    ours, theirs = prepared.disclosure.case, second.disclosure.case
    assert ours.id != theirs.id
    assert ours.file.code != theirs.file.code
    assert not {one.id for one in ours.claims} & {one.id for one in theirs.claims}


def test_a_full_disk_leaves_no_file_and_the_ledger_says_so(
    family: Vault, prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise NoSpaceError

    monkeypatch.setattr(files, "write_whole", full)
    with pytest.raises(NoSpaceError):
        export_package(family, prepared, tmp_path / "here.ftcase")
    assert not (tmp_path / "here.ftcase").exists()
    assert ["lost"] == [entry.state for entry in family.exports()]


def test_a_photo_leaves_as_pixels_only(
    family: Vault, prepared: Prepared, tmp_path: Path, group: Vault
) -> None:
    case_id = prepared.order.case_id
    add_evidence(family, case_id, io.BytesIO(_photo()), Evidence(kind="photo"))
    again = prepare(family, prepared.order)
    written = export_package(family, again, tmp_path)
    opened = open_with_keys(written.path.read_bytes(), secrets_of(group)).opened
    assert 1 == len(opened.pictures)
    parts = (*opened.pictures, opened.form_pdf or b"", opened.case or b"")
    assert not any(b"CANARY" in part for part in parts)
    assert b"CANARY" in _photo()


def test_a_scan_of_30_megabytes_stays_whole_at_home_and_leaves_small(
    family: Vault, prepared: Prepared
) -> None:
    scan = _photo(3600)
    scan += bytes(max(0, 30_000_000 - len(scan)))
    kept = add_evidence(
        family, prepared.order.case_id, io.BytesIO(scan), Evidence(kind="official_document")
    )
    home = b"".join(family.read_evidence(prepared.order.case_id, kept.id))
    assert scan == home
    again = prepare(family, prepared.order)
    pictures = pictures_of(family, again)
    assert [f"attachments/{1:04d}.jpg"] == list(pictures)
    assert sum(map(len, pictures.values())) < 10 * 1024 * 1024


def test_a_document_of_two_pages_leaves_as_two_pictures(family: Vault, prepared: Prepared) -> None:
    pages = pypdfium2.PdfDocument.new()
    pages.new_page(200, 300)
    pages.new_page(200, 300)
    held = io.BytesIO()
    pages.save(held)
    record = Evidence(kind="official_document")
    add_evidence(family, prepared.order.case_id, io.BytesIO(held.getvalue()), record)
    again = prepare(family, prepared.order)
    assert 2 == len(pictures_of(family, again))
    assert 2 == again.disclosure.case.evidence[0].attached_pages


def test_a_file_that_is_no_picture_stays_at_home(family: Vault, prepared: Prepared) -> None:
    record = Evidence(kind="official_document", file_name="contract.docx")
    add_evidence(family, prepared.order.case_id, io.BytesIO(b"PK\x03\x04rest"), record)
    again = prepare(family, prepared.order)
    assert () == again.disclosure.attachments
    assert () == again.disclosure.case.evidence


@pytest.mark.parametrize("form", ["pdf", "json", "sheet"])
def test_a_readable_form_is_written_and_noted(
    form: str, family: Vault, prepared: Prepared, tmp_path: Path
) -> None:
    written = export_readable(family, prepared, tmp_path, form)
    assert written.path.stat().st_size > 500
    assert [(form, "written")] == [(entry.format, entry.state) for entry in family.exports()]


def test_the_preview_is_the_very_page_that_is_written(
    family: Vault, prepared: Prepared, tmp_path: Path
) -> None:
    written = export_readable(family, prepared, tmp_path, "pdf")
    assert preview(family, prepared) == written.path.read_bytes()


def test_the_json_is_canonical(family: Vault, prepared: Prepared, tmp_path: Path) -> None:
    data = export_readable(family, prepared, tmp_path, "json").path.read_bytes()
    assert "familytrace-case" == canonical.decode(data)["format"]


def test_no_file_name_carries_a_name(family: Vault, prepared: Prepared, tmp_path: Path) -> None:
    names = [export_package(family, prepared, tmp_path).path.name]
    names += [export_readable(family, prepared, tmp_path, "pdf").path.name]
    assert not any("inaq" in name or "ehmut" in name for name in names)


def test_what_is_missing_is_known_before_anybody_is_asked(
    family: Vault, bring: Callable[[str], str]
) -> None:
    missing = readiness(family, bring("T01"), bundled_profile("wgeid"))
    assert "2 (a)" in [gap.number for gap in missing]
