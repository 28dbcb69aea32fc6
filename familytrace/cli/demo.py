"""familytrace demo DIR: the main job from the first word to the opened package, all fictional."""

import argparse
from dataclasses import dataclass
from importlib.resources import files as bundled_files
from io import BytesIO
from pathlib import Path
from typing import Any

from familytrace import canonical, files
from familytrace.actions.add_evidence import add_evidence
from familytrace.actions.export_case import Order, Written, export_package, export_readable, prepare
from familytrace.actions.group_keys import MadeCard, card_of, create_key, key_backup, list_keys
from familytrace.actions.import_case import import_case
from familytrace.actions.receive_package import keep, look_into
from familytrace.actions.recipients import (
    add_recipient,
    find_recipient,
    list_recipients,
    verify_recipient,
)
from familytrace.cli.terminal import say
from familytrace.errors import VaultExistsError
from familytrace.forms.library import bundled_profile
from familytrace.i18n import _
from familytrace.model.evidence import Evidence
from familytrace.model.telling import Telling
from familytrace.model.topics import Purpose
from familytrace.vault.vault import Vault

GROUP = "Sinaq Rights Group (fictional)"
UN = "UN Working Group (fictional address)"
WORDS = "amber river window garden seven lantern"


def add_to(commands: Any) -> None:
    """Add this command."""
    demo = commands.add_parser("demo", help=_("run the whole way once on an invented case"))
    demo.add_argument("folder", metavar="DIR")
    demo.set_defaults(run=_demo)


@dataclass(frozen=True, slots=True)
class Made:
    """What the demonstration made."""

    folder: Path
    package: Path
    pages: tuple[Path, ...]
    sender: str


def _demo(args: argparse.Namespace) -> int:
    made = run_demo(Path(args.folder))
    say(_("Everybody in this demonstration is invented."))
    say(_("The family's vault:   {path}").format(path=made.folder / "family.familytrace"))
    say(_("The group's vault:    {path}").format(path=made.folder / "group.familytrace"))
    say(_("Words of both vaults: {words}").format(words=WORDS))
    say(_("The group's card:     {path}").format(path=made.folder / "group.ftcard"))
    say(_("The group's age key:  {path}").format(path=made.folder / "group-key.txt"))
    say(_("The sealed package:   {path}").format(path=made.package))
    for page in made.pages:
        say(_("A form to read:       {path}").format(path=page))
    say(
        _("The group opened the package and kept the case. Sender: {state}.").format(
            state=made.sender
        )
    )
    return 0


def run_demo(folder: Path) -> Made:
    """Make two vaults, one case, two forms and one package, and open it on the other side.

    Raises VaultExistsError if the folder holds anything.
    """
    if folder.exists() and any(folder.iterdir()):
        raise VaultExistsError
    files.make_private_folder(folder)
    group_vault, _code = Vault.create(folder / "group.familytrace", WORDS)
    with group_vault as group:
        card = _group_side(group, folder)
        family_vault, _code = Vault.create(folder / "family.familytrace", WORDS)
        with family_vault as family:
            case_id = _record(family, card)
            package, pages = _export(family, case_id, folder)
        received = look_into(group, package.path.read_bytes())
        keep(group, received)
    return Made(folder, package.path, pages, received.opened.sender)


def _group_side(group: Vault, folder: Path) -> MadeCard:
    create_key(group, "Sinaq Rights Group")
    card = card_of(
        group,
        name=GROUP,
        contact="sinaq-group@example.org",
        keeps="Five years, then destroyed.",
        refuses=("No cases of children without a guardian.",),
    )
    files.write_whole(folder / "group.ftcard", card.text.encode())
    key = list_keys(group)[0]
    files.write_whole(folder / "group-key.txt", key_backup(group, key.id).encode())
    return card


def _bundled(name: str) -> bytes:
    return bundled_files("familytrace.cli").joinpath("demo_data", name).read_bytes()


def _record(family: Vault, card: MadeCard) -> str:
    case_id = import_case(
        family, canonical.decode(_bundled("case.json"), canonical=False), confirm_consents=True
    ).case_id
    kept = add_recipient(family, card.text)
    verify_recipient(family, kept.id, " ".join(card.digits), "by telephone")
    portrait = Evidence(kind="photo", caption=Telling(text="In 2016", language="en"))
    add_evidence(family, case_id, BytesIO(_bundled("portrait.jpg")), portrait)
    letter = Evidence(
        kind="official_document",
        caption=Telling(text="Notice in Chinese, 12 September 2018", language="en"),
    )
    add_evidence(family, case_id, BytesIO(_bundled("letter-zh.png")), letter)
    return case_id


def _export(family: Vault, case_id: str, folder: Path) -> tuple[Written, tuple[Path, ...]]:
    ours = prepare(
        family,
        Order(
            case_id=case_id,
            recipient_id=find_recipient(family, GROUP).id,
            purpose=Purpose.HELP,
            profile=bundled_profile("our-case-form"),
            second_language="ug",
        ),
    )
    package = export_package(family, ours, folder)
    page = export_readable(family, ours, folder / "our-case-form.pdf", "pdf").path
    sheet = export_readable(family, ours, folder / "our-case-form.txt", "sheet").path
    un = next(one for one in list_recipients(family) if one.name == UN)
    wgeid = prepare(
        family,
        Order(
            case_id=case_id,
            recipient_id=un.id,
            purpose=Purpose.UN,
            profile=bundled_profile("wgeid"),
            second_language=None,
        ),
    )
    un_page = export_readable(family, wgeid, folder / "wgeid.pdf", "pdf").path
    return package, (page, sheet, un_page)
