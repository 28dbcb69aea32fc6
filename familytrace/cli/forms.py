"""familytrace forms list | show | check"""

import argparse
from pathlib import Path
from typing import Any

from familytrace.cli.terminal import say, table
from familytrace.forms.library import bundled_names, bundled_profile, load_profile
from familytrace.forms.profile import Profile
from familytrace.i18n import _


def add_to(commands: Any) -> None:
    """Add this group of commands."""
    group = commands.add_parser("forms", help=_("the recipients' forms"))
    verbs = group.add_subparsers(metavar="VERB", required=True)
    every = verbs.add_parser("list", help=_("list the forms"))
    every.set_defaults(run=_list)
    show = verbs.add_parser("show", help=_("show the questions of a form"))
    show.add_argument("name", metavar="NAME")
    show.set_defaults(run=_show)
    check = verbs.add_parser("check", help=_("check a form file of your own"))
    check.add_argument("file", metavar="FILE")
    check.set_defaults(run=_check)


def _list(_args: argparse.Namespace) -> int:
    profiles = [bundled_profile(name) for name in bundled_names()]
    table((one.id, one.title["en"], ", ".join(one.languages)) for one in profiles)
    return 0


def _show(args: argparse.Namespace) -> int:
    profile = bundled_profile(args.name)
    say(profile.title["en"])
    say(_("For: {purposes}").format(purposes=", ".join(sorted(profile.purposes))))
    if profile.china_may_read:
        say(_("The Chinese government learns the name and the facts from this form."))
    if not profile.verified:
        day = profile.checked_on.isoformat()
        say(_("Not compared with the body's current form ({day}). Check it.").format(day=day))
    for question in profile.questions():
        mark = "*" if question.required else " "
        say(f"{mark} {question.number}  {question.wording['en']}")
    return 0


def _check(args: argparse.Namespace) -> int:
    profile: Profile = load_profile(Path(args.file))
    count = len(profile.questions())
    say(_("This form can be used: {count} questions.").format(count=count))
    say(_("It always counts as one that the Chinese government will learn of."))
    return 0
