"""T01 to T16 through the command line: both forms where consent allows, and why not where not."""

import contextlib
import io
import json
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from familytrace import clock
from familytrace.cli.main import main
from familytrace.model.document import read_document
from familytrace.names.protected import Protected, find_protected
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault

CASES = Path(__file__).parents[1] / "data" / "cases"
WORDS = "amber river window garden seven lantern"
DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
FORM = {"help": "our-case-form", "public": "our-case-form", "un": "wgeid"}

MISSING, NO, TAKEN_BACK, ENDED = (
    "Nobody has agreed",
    "said no",
    "has withdrawn",
    "has ended",
)
REFUSED = {
    ("T02", "public"): NO,
    ("T06", "un"): "takes no anonymous cases",
    ("T07", "public"): TAKEN_BACK,
    ("T11", "help"): TAKEN_BACK,
    ("T11", "un"): MISSING,
    ("T14", "public"): NO,
    ("T15", "help"): ENDED,
    ("T15", "un"): ENDED,
}
NOT_ASKED_PUBLIC = {f"T{n:02d}" for n in (1, 4, 8, 10, 11, 12, 13, 15, 16)}


@pytest.fixture(autouse=True)
def on_that_day() -> Iterator[None]:
    before = clock.set_source(lambda: DAY)
    yield
    clock.set_source(before)


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("family")
    made, _code = Vault.create(folder / "v.familytrace", WORDS, cost=Cost(64 * 1024 * 1024, 3))
    made.close()
    (folder / "words.txt").write_text(WORDS, encoding="utf-8")
    return ["--vault", f"{folder}/v.familytrace", "--passphrase-file", f"{folder}/words.txt"]


def _run(*words: object) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(word) for word in words])
    return code, out.getvalue(), err.getvalue()


def _recipients(name: str) -> dict[str, str]:
    document = read_document(json.loads((CASES / f"{name}.json").read_text("utf-8")))
    names = {one.id: one.name for one in document.recipients}
    return {one.purpose.value: names[one.recipient] for one in document.consents}


@pytest.fixture(scope="module")
def codes(vault: list[str]) -> dict[str, str]:
    found = {}
    for path in sorted(CASES.glob("T*.json")):
        code, out, err = _run("case", "import", path, "--confirm-consents", *vault)
        assert 0 == code, err
        found[path.stem] = out.strip()
    return found


def _export(
    vault: list[str], code: str, recipient: str, purpose: str, *, form: str, target: Path
) -> tuple[int, str]:
    done, _out, err = _run(
        "export", code, "--profile", FORM[purpose], "--recipient", recipient,
        "--purpose", purpose, "--format", form, "--to", target, "--yes-plain", *vault,
    )  # fmt: skip
    return done, err


@pytest.mark.parametrize("purpose", ["help", "un", "public"])
@pytest.mark.parametrize("name", [f"T{number:02d}" for number in range(1, 17)])
def test_a_case_comes_out_where_consent_allows_and_says_why_where_not(
    name: str, purpose: str, vault: list[str], codes: dict[str, str], tmp_path: Path
) -> None:
    if purpose == "public" and name in NOT_ASKED_PUBLIC:
        return
    recipients = _recipients(name)
    recipient = recipients.get(purpose, next(iter(recipients.values())))
    for form in ("pdf", "sheet", "json"):
        target = tmp_path / f"out.{form}"
        done, err = _export(vault, codes[name], recipient, purpose, form=form, target=target)
        refusal = REFUSED.get((name, purpose))
        if refusal is None:
            assert 0 == done, err
            assert target.stat().st_size > 400
        else:
            assert (4, False) == (done, target.exists()), err
            assert refusal in err


def _everything_in(path: Path) -> Iterator[str]:
    """Every text that hides in a file: as bytes in several encodings, inflated, and as a page."""
    data = path.read_bytes()
    streams = [data]
    for part in data.split(b"stream\n")[1:]:
        with contextlib.suppress(zlib.error):
            streams.append(zlib.decompressobj().decompress(part))
    for stream in streams:
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            yield stream.decode(encoding, "replace")
    if data.startswith(b"%PDF-"):
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield page.get_textpage().get_text_bounded()


def _package(vault: list[str], code: str, recipient: str, folder: Path) -> list[Path]:
    """Seal a package with words and open it again into plain files."""
    words = folder / "told.txt"
    words.write_text("told by voice only to one person", encoding="utf-8")
    done, out, err = _run(
        "export", code, "--profile", "our-case-form", "--recipient", recipient, "--purpose", "help",
        "--to", folder, "--package-words-file", words, *vault,
    )  # fmt: skip
    assert 0 == done, err
    from familytrace.package.read import open_package_with_words

    opened = open_package_with_words(
        Path(out.strip()).read_bytes(), "told by voice only to one person", today=DAY.date()
    )
    parts = {
        "case.json": opened.case,
        "consent.json": opened.consent,
        "form.pdf": opened.form_pdf,
        "sheet.txt": (opened.sheet or "").encode(),
    }
    for name, data in parts.items():
        (folder / name).write_bytes(data or b"")
    return [folder / name for name in parts]


def test_the_informant_of_t06_is_in_no_byte_of_any_output(
    vault: list[str], codes: dict[str, str], tmp_path: Path
) -> None:
    document = read_document(json.loads((CASES / "T06.json").read_text("utf-8")))
    hidden = {claim.source_name for claim in document.case.claims if claim.source_name}
    hidden |= {one.text for one in document.case.safety.protected}
    own = [name.text for name in document.case.names]
    given = [Protected("name", word) for word in hidden if not any(map(str.isdigit, word))]
    assert given
    outputs = _package(vault, codes["T06"], _recipients("T06")["help"], tmp_path)
    for purpose in ("help", "public"):
        for form in ("pdf", "sheet", "json"):
            target = tmp_path / f"{purpose}.{form}"
            done, err = _export(
                vault, codes["T06"], _recipients("T06")[purpose], purpose, form=form, target=target
            )
            assert 0 == done, err
            outputs.append(target)
    for path in outputs:
        for text in _everything_in(path):
            low = text.casefold()
            assert not [word for word in hidden if word.casefold() in low], path.name
        if path.suffix in (".sheet", ".json"):
            text = path.read_text("utf-8")
            seen = find_protected(_without_own(text, own), given, own_names=own)
            assert [] == [text[hit.start : hit.end] for hit in seen], path.name


def _without_own(text: str, own: list[str]) -> str:
    for name in own:
        text = text.replace(name, "#" * len(name))
    return text


def test_the_search_for_the_informant_can_find_her(tmp_path: Path) -> None:
    document = read_document(json.loads((CASES / "T06.json").read_text("utf-8")))
    name = next(claim.source_name for claim in document.case.claims if claim.source_name)
    planted = tmp_path / "leak.pdf"
    planted.write_bytes(b"x stream\n" + zlib.compress(f"told by {name} herself".encode()))
    assert any(name.casefold() in text.casefold() for text in _everything_in(planted))


def test_the_installed_command_does_the_same(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "familytrace", "forms", "list"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert "our-case-form" in done.stdout
